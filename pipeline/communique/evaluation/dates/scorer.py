"""Recognition and values, scored as TempEval-3 does.

Expressions match one to one, those with the same bounds first, then in order those that overlap.
Strict counts the former alone, relaxed both, and value those of both whose value is right.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from communique.evaluation.dates.sets import Marked
from communique.evaluation.dates.values import is_right
from communique.evaluation.scoring import Score


@dataclass(frozen=True)
class Read:
    """An expression as a system reads it: half-open characters, date or not, and its value."""

    start: int
    end: int
    is_date: bool
    value: str | None


#: The figures of one text, in this order.
FIGURES = ("strict", "relaxed", "value")


def pair(marked: Sequence[Marked], read: Sequence[Read]) -> list[tuple[Marked, Read]]:
    """Match expressions one to one."""
    free = list(read)
    pairs: dict[int, Read] = {}
    for exact in (True, False):
        for i, gold in enumerate(marked):
            if i in pairs:
                continue
            for j, found in enumerate(free):
                same = (found.start, found.end) == (gold.start, gold.end)
                if same if exact else found.start < gold.end and gold.start < found.end:
                    pairs[i] = free.pop(j)
                    break
    return [(marked[i], pairs[i]) for i in sorted(pairs)]


def score(marked: Iterable[Marked], read: Iterable[Read], *, dates: bool) -> dict[str, Score]:
    """Return the figures of one text, of its dates only or of expressions of every type."""
    wanted = [m for m in marked if m.is_date or not dates]
    got = [r for r in read if r.is_date or not dates]
    pairs = pair(wanted, got)
    strict = sum((m.start, m.end) == (r.start, r.end) for m, r in pairs)
    value = sum(is_right(r.value, m.values) for m, r in pairs)
    right = zip(FIGURES, (strict, len(pairs), value), strict=True)
    return {name: Score(n, len(got), len(wanted)) for name, n in right}
