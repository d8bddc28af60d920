"""Whether a change made the program slower: this tree and an earlier revision, by turns.

``python -m communique.evaluation.revisions BASE RELEASES…`` (``make bench-compare BASE=REV``) lays the
revision out in a folder of its own, runs ``communique.evaluation.stages`` over the same releases with
the package and the model of each tree in turn, and prints for each stage the seconds of both and how
many times as long it takes now. Exits with 1 where the whole takes more than ``--limit`` times as
long.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import subprocess
import sys
import tempfile
from collections import defaultdict
from collections.abc import Sequence
from pathlib import Path

from communique.evaluation import stages


def seconds(tree: Path, releases: Sequence[Path], output: Path) -> dict[str, list[float]]:
    """Return the seconds of each stage with the package that lies in a tree, one turn.

    The stages are those of this module's own package, so that a revision without them is measured
    too. Raises ``subprocess.CalledProcessError`` when the revision cannot run them.
    """
    program = Path(stages.__file__)
    subprocess.run(  # noqa: S603 - this program, over another tree
        [sys.executable, str(program), *map(str, releases), "--turns", "1", "--json", str(output)],
        env={**os.environ, "PYTHONPATH": str(tree / "pipeline")},
        check=True,
        stdout=subprocess.DEVNULL,
    )
    found: dict[str, list[float]] = json.loads(output.read_text(encoding="utf-8"))
    return found


def compare(base: str, releases: Sequence[Path], turns: int) -> dict[str, tuple[float, float]]:
    """Return the median seconds of each stage, of the revision and of this tree.

    Raises ``subprocess.CalledProcessError`` where there is no such revision.
    """
    here = Path(_git("rev-parse", "--show-toplevel"))
    medians: dict[str, tuple[float, float]] = {}
    with tempfile.TemporaryDirectory() as folder:
        there, output = Path(folder) / "base", Path(folder) / "seconds.json"
        _git("worktree", "add", "--quiet", "--detach", str(there), base)
        try:
            found: list[dict[str, list[float]]] = [defaultdict(list), defaultdict(list)]
            for _ in range(turns):
                for of_tree, tree in zip(found, (there, here), strict=True):
                    for stage, (spent,) in seconds(tree, releases, output).items():
                        of_tree[stage].append(spent)
        finally:
            _git("worktree", "remove", "--force", str(there))
    for stage in dict.fromkeys([*found[0], *found[1]]):
        before, now = (statistics.median(f[stage]) if f[stage] else 0.0 for f in found)
        medians[stage] = (before, now)
    return medians


def _git(*arguments: str) -> str:
    done = subprocess.run(  # noqa: S603
        ["git", *arguments],  # noqa: S607
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.strip()


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return 1 where the whole became slower than the limit allows."""
    parser = argparse.ArgumentParser(description="The stages of this tree beside a revision's.")
    parser.add_argument("base", help="a revision of this repository")
    parser.add_argument("releases", type=Path, nargs="+", help="files or folders of releases")
    parser.add_argument("--turns", type=int, default=5)
    parser.add_argument("--limit", type=float, default=1.1, help="times as long as before")
    given = parser.parse_args(arguments)
    medians = compare(given.base, [path.absolute() for path in given.releases], given.turns)
    for stage, (before, now) in medians.items():
        times = f"{now / before:8.2f}" if before else "       -"
        print(f"{stage:36}{before:9.2f} s{now:9.2f} s{times}")  # noqa: T201
    before, now = medians["whole"]
    return int(now > given.limit * before)


if __name__ == "__main__":
    sys.exit(main())
