"""Floors: the F1 that each figure must keep, pinned beside a fingerprint of the gold.

A floor that would fall when floors are pinned anew stays where it is, unless it is said to be
lowered: a change that makes something worse has to say so.
"""

from __future__ import annotations

import json
import math
import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from communique.evaluation.cases import Case
from communique.evaluation.scoring import Score, add_scores, score_release

#: How far below the measured F1 a floor is set: the last bits of a network's scores differ between
#: processors, and can turn a name or two. What is perfect is pinned as it is.
_MARGIN = 0.01

_HEAD = """\
# The lowest F1 that each figure may have, end to end, and the SHA-256 of the gold it was measured on.
# Written by `make floors`; a floor falls only with `make floors LOWER=1` and a reason in the commit.
"""


_BARE = re.compile(r"[A-Za-z0-9_-]+")


@dataclass(frozen=True)
class Floors:
    """The floors of one folder of gold, by the name of the figure."""

    fingerprint: str
    floors: Mapping[str, float]


def read_floors(path: Path) -> dict[str, Floors]:
    """Return the floors of each folder, named as it lies beside the file.

    Raises ``OSError``, and ``ValueError`` naming the file for one that holds something else.
    """
    try:
        return {
            name: Floors(part["fingerprint"], part["floors"])
            for name, part in tomllib.loads(path.read_text(encoding="utf-8")).items()
        }
    except (tomllib.TOMLDecodeError, KeyError, TypeError) as error:
        raise ValueError(f"{path}: no file of floors ({error})") from None


def write_floors(path: Path, parts: Mapping[str, Floors]) -> None:
    """Write what :func:`read_floors` reads, whole or not at all."""
    text = _HEAD
    for name, part in parts.items():
        key = name if _BARE.fullmatch(name) else json.dumps(name, ensure_ascii=False)
        text += f'\n[{key}]\nfingerprint = "{part.fingerprint}"\n\n[{key}.floors]\n'
        text += "".join(f"{figure} = {floor:.2f}\n" for figure, floor in part.floors.items())
    whole = path.with_name(f".{path.name}.tmp")
    whole.write_text(text, encoding="utf-8")
    whole.replace(path)


def part_name(path: Path, folder: Path) -> str:
    """Return the name that a folder of gold has in a file of floors: its path from there.

    Raises ``ValueError`` for a folder that doesn't lie beside the file, or below.
    """
    return folder.resolve().relative_to(path.resolve().parent).as_posix()


def scores_of(cases: Iterable[Case]) -> dict[str, Score]:
    """Return the figures that have floors, of several releases taken together."""
    return add_scores(score_release(case.gold, case.record) for case in cases)


def pin(old: Floors, gold: str, scores: Mapping[str, Score], *, lower: bool) -> Floors:
    """Return the floors for new ``scores`` on the gold with the fingerprint ``gold``."""
    floors = {}
    for figure, score in scores.items():
        reached = 1.0 if score.f1 == 1.0 else math.floor(100 * (score.f1 - _MARGIN)) / 100
        floors[figure] = max(reached, 0.0 if lower else old.floors.get(figure, 0.0))
    return Floors(gold, floors)


def broken(pinned: Floors, gold: str, scores: Mapping[str, Score]) -> list[str]:
    """Return what is wrong with ``scores`` on the gold with the fingerprint ``gold``, in sentences.

    Nothing is, when the gold is the one that the floors were pinned on, every figure has a floor and
    no other has, and each stands on its floor or above.
    """
    faults = []
    if gold != pinned.fingerprint:
        faults.append("the gold is not the one that the floors were pinned on")
    faults += [f"{name} has no floor" for name in scores if name not in pinned.floors]
    faults += [f"{name} has a floor and no score" for name in pinned.floors if name not in scores]
    return faults + [
        f"{name} is {score.f1:.3f}, under its floor of {pinned.floors[name]:.2f}"
        for name, score in scores.items()
        if score.f1 < pinned.floors.get(name, 0.0)
    ]
