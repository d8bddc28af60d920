"""Places in a text: where a string stands, which place is nearest, and which of several counts."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence

Place = tuple[int, int]

#: Stands for "stands nowhere": annotations name strings, and not all are found.
NOWHERE: Place = (0, 0)


def folded(text: str) -> str:
    """Return ``text`` with each run of white space as one space, none at its ends."""
    return " ".join(text.split())


def occurrences(text: str, mention: str) -> Iterable[Place]:
    """Yield the half-open offsets of each place where a mention stands as whole words.

    A run of white space in the text counts as one space of the mention.
    """
    return (match.span() for match in re.finditer(rf"(?<!\w){_pattern(mention)}(?!\w)", text))


def within_words(text: str, mention: str, start: int = 0) -> Place | None:
    """Return the first place from ``start`` on where a string stands, be it within a word."""
    match = re.compile(_pattern(mention)).search(text, start)
    return match.span() if match else None


def whole_words(text: str, mention: str, start: int = 0) -> Place | None:
    """Return the first place from ``start`` on where a string stands as whole words."""
    match = re.compile(rf"(?<!\w){_pattern(mention)}(?!\w)").search(text, start)
    return match.span() if match else None


def distance(one: Place, other: Place) -> int:
    """Return how many characters lie between two places; 0 where they touch or overlap."""
    return max(one[0] - other[1], other[0] - one[1], 0)


def nearest(places: Sequence[Place], to: Place) -> Place | None:
    """Return the place nearest to another, the earlier of two; ``places`` are in order."""
    at = bisect_left(places, to)
    around = places[max(at - 1, 0) : at + 1]
    return min(around, key=lambda place: distance(place, to), default=None)


def longest(places: Iterable[Place], length: int) -> set[Place]:
    """Return the places that overlap with none that is longer, or as long and earlier."""
    kept: set[Place] = set()
    taken = bytearray(length)
    for start, end in sorted(set(places), key=lambda place: (place[0] - place[1], place)):
        if not any(taken[start:end]):
            kept.add((start, end))
            taken[start:end] = b"\1" * (end - start)
    return kept


def _pattern(mention: str) -> str:
    return r"\s+".join(map(re.escape, mention.split()))
