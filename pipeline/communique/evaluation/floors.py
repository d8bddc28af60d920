"""Floors: the F1 that each figure must keep, pinned beside a fingerprint of the gold.

``python -m communique.evaluation.floors corpus/floors.toml`` scores the folders that the file names
with the embedded pipeline and pins what they reach. A floor that would fall stays where it is,
unless ``--lower`` is given: a change that makes something worse has to say so.
"""

from __future__ import annotations

import argparse
import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

from communique.evaluation.gold import fingerprint
from communique.evaluation.releases import score_releases
from communique.evaluation.scoring import Score, add_scores
from communique.pipeline import load

#: How far below the measured F1 a floor is set: the last bits of a network's scores differ between
#: processors, and can turn a name or two. What is perfect is pinned as it is.
_MARGIN = 0.01

_HEAD = """\
# The lowest F1 that each figure may have, end to end, and the SHA-256 of the gold it was measured on.
# Written by `make floors`; a floor falls only with `make floors LOWER=1` and a reason in the commit.
"""


@dataclass(frozen=True)
class Floors:
    """The floors of one folder of gold, by the name of the figure."""

    fingerprint: str
    floors: Mapping[str, float]


def read_floors(path: Path) -> dict[str, Floors]:
    """Return the floors of each folder, named as it lies beside the file."""
    return {
        name: Floors(part["fingerprint"], part["floors"])
        for name, part in tomllib.loads(path.read_text(encoding="utf-8")).items()
    }


def write_floors(path: Path, parts: Mapping[str, Floors]) -> None:
    """Write what :func:`read_floors` reads."""
    text = _HEAD
    for name, part in parts.items():
        text += f'\n[{name}]\nfingerprint = "{part.fingerprint}"\n\n[{name}.floors]\n'
        text += "".join(f"{figure} = {floor:.2f}\n" for figure, floor in part.floors.items())
    path.write_text(text, encoding="utf-8")


def score_folder(folder: Path, nlp: Language) -> dict[str, Score]:
    """Analyse the releases of a folder of gold and return their figures taken together.

    Raises ``ValueError`` for a release that cannot be read or is not one.
    """
    return add_scores(scores for _, scores in score_releases(folder, nlp))


def pin(old: Floors, gold: str, scores: Mapping[str, Score], *, lower: bool) -> Floors:
    """Return the floors for new ``scores`` on the gold with the fingerprint ``gold``."""
    floors = {}
    for figure, score in scores.items():
        reached = 1.0 if score.f1 == 1.0 else math.floor(100 * (score.f1 - _MARGIN)) / 100
        floors[figure] = max(reached, 0.0 if lower else old.floors.get(figure, 0.0))
    return Floors(gold, floors)


def main() -> None:
    """Pin the floors anew and print the figures that they were set from."""
    parser = argparse.ArgumentParser(description="Pin the floors of end-to-end scores.")
    parser.add_argument("file", type=Path)
    parser.add_argument("--lower", action="store_true", help="let floors fall")
    arguments = parser.parse_args()
    nlp = load()
    pinned = {}
    for name, old in read_floors(arguments.file).items():
        folder = arguments.file.parent / name
        scores = score_folder(folder, nlp)
        pinned[name] = pin(old, fingerprint(folder), scores, lower=arguments.lower)
        for figure, score in scores.items():
            print(f"{name:12}{figure:24}{score.f1:8.3f}{pinned[name].floors[figure]:8.2f}")  # noqa: T201
    write_floors(arguments.file, pinned)


if __name__ == "__main__":
    main()
