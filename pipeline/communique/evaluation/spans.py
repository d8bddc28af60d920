"""Spans of gold and records against each other: strict, partial and by type.

The three ways are those of SemEval-2013 task 9.1 (Segura-Bedmar, Martínez and Herrero-Zazo, 2013),
which took them from MUC-5. Spans are paired one to one, those with the same boundaries first, then
those that overlap, from the left:

- strict: the same boundaries and the same label;
- partial: whatever the label, 1 for the same boundaries and a half for an overlap;
- type: the same label, whether the boundaries are the same or only overlap.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from communique.evaluation.marks import LABELS, Mark
from communique.evaluation.scoring import Score


def score_spans(gold: Iterable[Mark], found: Iterable[Mark]) -> dict[str, Score]:
    """Return the figures of a text's spans: the three ways, and strictly for each label."""
    wanted, got = set(gold), set(found)
    sizes = len(got), len(wanted)
    figures = {
        "spans_strict": Score(len(wanted & got), *sizes),
        "spans_partial": Score(_partly(wanted, got), *sizes),
        "spans_type": Score(sum(_typed(wanted, got, label) for label in LABELS), *sizes),
    }
    for label in LABELS:
        one, other = _of(wanted, label), _of(got, label)
        figures[f"strict_{label}"] = Score(len(one & other), len(other), len(one))
    return figures


def overlapping(gold: Iterable[Mark], found: Iterable[Mark]) -> Iterator[tuple[Mark, Mark]]:
    """Yield one-to-one pairs of spans that overlap, from the left.

    Where no two spans of one side overlap, no other way gives more pairs.
    """
    wanted, got = sorted(gold), sorted(found)
    i = j = 0
    while i < len(wanted) and j < len(got):
        one, other = wanted[i], got[j]
        if one.start < other.end and other.start < one.end:
            yield one, other
            i, j = i + 1, j + 1
        elif one.end <= other.start:
            i += 1
        else:
            j += 1


def _partly(wanted: set[Mark], got: set[Mark]) -> float:
    same, one, other = _same_boundaries(wanted, got)
    return same + sum(1 for _ in overlapping(one, other)) / 2


def _same_boundaries(wanted: set[Mark], got: set[Mark]) -> tuple[int, set[Mark], set[Mark]]:
    """Pair spans with the same boundaries, those with the same label first; return the others."""
    same = wanted & got
    one, other = wanted - same, got - same
    there: dict[tuple[int, int], list[Mark]] = {}
    for place in sorted(other):
        there.setdefault(place[:2], []).append(place)
    count = len(same)
    for place in sorted(one):
        if there.get(place[:2]):
            count += 1
            one.discard(place)
            other.discard(there[place[:2]].pop())
    return count, one, other


def _typed(wanted: set[Mark], got: set[Mark], label: str) -> int:
    one, other = _of(wanted, label), _of(got, label)
    same = one & other
    return len(same) + sum(1 for _ in overlapping(one - same, other - same))


def _of(places: set[Mark], label: str) -> set[Mark]:
    return {place for place in places if place.label == label}
