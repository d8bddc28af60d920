"""A long run, and whether its memory and its speed stay as they were early in it.

``python -m communique.evaluation.soak RELEASES… --releases 200000 --jobs 1`` makes that many
different releases out of those at hand (:mod:`communique.evaluation.varied`), as JSONL files on the
disk, runs ``communique extract`` over them, and looks every few seconds at the resident memory of
the run and of its worker processes, and at how many records are written. In the end it compares the
memory after the 10,000th record (the twentieth part of them where there are fewer) with that in the
end, and records a second in the last tenth with those in the first. Within a document memory goes up
and down by what the document needs, so that one look says little: the memory is the median of the
looks at as many records again from there on, and at the last as many. Exit code 1 where it grew by
5 % or more, the last tenth came to less than 95 %, or a record is missing. Linux alone: it reads
``/proc``; the cores must be free.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from communique.evaluation.releases import read_releases
from communique.evaluation.varied import varied

_A_FILE = 10_000  # releases
_CHUNK = 1 << 20


@dataclass(frozen=True)
class Look:
    """What was seen of a run at one time: records written, bytes resident in memory."""

    seconds: float
    done: int
    main: int
    workers: int

    @property
    def memory(self) -> int:
        """The run and its workers together."""
        return self.main + self.workers


def make_inputs(texts: Sequence[str], folder: Path, count: int, *, words: int, seed: int) -> None:
    """Write ``count`` different releases as JSONL files."""
    for number, lines in enumerate(_batches(varied(texts, count, words=words, seed=seed))):
        with (folder / f"{number:05}.jsonl").open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps({"text": text}) + "\n" for text in lines)


def _batches(texts: Iterable[str]) -> Iterator[list[str]]:
    remaining = iter(texts)
    while batch := list(islice(remaining, _A_FILE)):
        yield batch


def watch(process: subprocess.Popen[bytes], partial: Path, every: float) -> Iterator[Look]:
    """Look at a run until it has ended."""
    start, done, read_to = time.monotonic(), 0, 0
    while process.poll() is None:
        with suppress(OSError):  # not begun, or ended meanwhile
            with partial.open("rb") as stream:
                stream.seek(read_to)
                while chunk := stream.read(_CHUNK):
                    done += chunk.count(b"\n")
                    read_to += len(chunk)
            main, *workers = [_resident(pid) for pid in _with_children(process.pid)]
            yield Look(time.monotonic() - start, done, main, sum(workers))
        with suppress(subprocess.TimeoutExpired):
            process.wait(every)


def _with_children(pid: int) -> list[int]:
    children = Path(f"/proc/{pid}/task/{pid}/children").read_text(encoding="ascii").split()
    return [pid, *map(int, children)]


def _resident(pid: int) -> int:
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE")


def growth(looks: Sequence[Look], count: int) -> tuple[Look, Look]:
    """Return what was seen after the 10,000th record, or the twentieth part, and in the end.

    Each is the look of median memory among those at as many records as that.
    """
    many = min(10_000, count // 20)
    first = next(look.done for look in looks if look.done >= many)
    early = [look for look in looks if first <= look.done <= max(first, 2 * many)]
    late = [look for look in looks if look.done >= looks[-1].done - many]
    return _median(early), _median(late)


def _median(looks: Sequence[Look]) -> Look:
    return sorted(looks, key=lambda look: look.memory)[len(looks) // 2]


def rates(looks: Sequence[Look]) -> tuple[float, float]:
    """Return records a second in the first tenth of what was seen and in the last.

    Raises ``ValueError`` where there are too few looks to tell.
    """
    first = next((look for look in looks if look.done), None)
    if first is None or looks[-1].done == first.done:
        raise ValueError("the run was too short to tell its speed: look more often")
    whole = looks[-1].done - first.done
    times = [_time_of(looks, first.done + share * whole) for share in (0, 0.1, 0.9, 1)]
    tenth = whole / 10
    return tuple(tenth / (times[end] - times[end - 1]) for end in (1, 3))  # type: ignore[return-value]


def _time_of(looks: Sequence[Look], done: float) -> float:
    """Return when so many records were written, told from the looks before and after."""
    before = looks[0]
    for look in looks:
        if look.done >= done and look.done > 0:
            share = (
                (done - before.done) / (look.done - before.done) if look.done > before.done else 1
            )
            return before.seconds + share * (look.seconds - before.seconds)
        before = look
    return looks[-1].seconds


def soak(texts: Sequence[str], work: Path, arguments: argparse.Namespace) -> tuple[list[Look], int]:
    """Make the releases in ``work``, run over them, and return what was seen, and records made."""
    (work / "in").mkdir()
    make_inputs(texts, work / "in", arguments.releases, words=arguments.words, seed=arguments.seed)
    output = work / "records.jsonl"
    call = [sys.executable, "-m", "communique", "extract", str(work / "in"), "-o", str(output)]
    call += ["--quiet", "--jobs", str(arguments.jobs)]
    if arguments.model is not None:
        call += ["--model", arguments.model]
    looks = []
    process = subprocess.Popen(call)  # noqa: S603 - our own command
    try:
        for look in watch(process, work / f".{output.name}.partial", arguments.every):
            looks.append(look)
            if arguments.log:
                _print(look)
    finally:
        process.kill()
        process.wait()
    made = 0
    with suppress(FileNotFoundError), output.open("rb") as stream:
        made = sum(1 for _ in stream)
    return looks, made


def _print(look: Look) -> None:
    memory = f"{look.main / 2**20:8.1f}{look.workers / 2**20:8.1f} MB"
    print(f"{look.seconds:8.1f} s{look.done:10} records{memory}", flush=True)  # noqa: T201


def main(arguments: Sequence[str] | None = None) -> int:
    """Run, say what was seen, and return the exit code."""
    parser = argparse.ArgumentParser(description="A long run: does its memory grow?")
    parser.add_argument("paths", type=Path, nargs="+", help="files or folders of releases to vary")
    parser.add_argument("--releases", type=int, default=200_000, help="how many to make")
    parser.add_argument("--words", type=int, default=120, help="length of each, at least")
    parser.add_argument("--jobs", type=int, default=1)
    parser.add_argument("--model", help="folder or package; the embedded default without")
    parser.add_argument("--every", type=float, default=5.0, help="seconds between two looks")
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--log", action="store_true", help="print each look")
    parser.add_argument("--work", help="folder for inputs and output; needs some 20 kB a release")
    given = parser.parse_args(arguments)
    texts = [release.text for release in read_releases(given.paths)]
    if not texts:
        parser.error(f"no release at {', '.join(map(str, given.paths))}")
    with tempfile.TemporaryDirectory(dir=given.work) as work:
        looks, made = soak(texts, Path(work), given)
    try:
        first, last = rates(looks)
    except (IndexError, ValueError) as error:
        print(error)  # noqa: T201
        return 1
    early, late = growth(looks, given.releases)
    seconds = looks[-1].seconds
    grown = late.memory / early.memory - 1
    print(f"records  {made} of {given.releases}, {seconds:.0f} seconds")  # noqa: T201
    print("memory   after  records   run MB  workers MB")  # noqa: T201
    for look in (early, late):
        values = f"{look.done:9}{look.main / 2**20:9.1f}{look.workers / 2**20:12.1f}"
        print(f"       {look.seconds:7.0f}{values}")  # noqa: T201
    print(f"growth   {grown:+.1%}; of the run alone {late.main / early.main - 1:+.1%}")  # noqa: T201
    print(f"speed    first tenth {first:.1f}, last tenth {last:.1f} docs/s: {last / first:.1%}")  # noqa: T201
    return 0 if made == given.releases and grown < 0.05 and last >= 0.95 * first else 1


if __name__ == "__main__":
    sys.exit(main())
