"""Where the characters of a ``Doc`` stand in the text of the release."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass


@dataclass(frozen=True)
class Offsets:
    """Where the characters of a text stand in a longer one that it was made from.

    ``gaps``: for each place where characters were left out, the offset of the first character
    behind it and how many characters are missing up to there, in order.
    """

    gaps: tuple[tuple[int, int], ...] = ()

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the half-open characters ``start`` to ``end`` stand in the longer text."""
        if not self.gaps:
            return start, end
        return self._at(start), (self._at(end - 1) + 1 if end > start else self._at(start))

    def _at(self, offset: int) -> int:
        before = bisect_right(self.gaps, offset, key=lambda gap: gap[0])
        return offset + (self.gaps[before - 1][1] if before else 0)
