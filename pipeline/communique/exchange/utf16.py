"""Offsets of JavaScript: a character beyond U+FFFF counts as two."""

from __future__ import annotations

from bisect import bisect_right


class Utf16:
    """Counts the characters of one text as code points and as units of UTF-16."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._astral = [at for at, sign in enumerate(text) if ord(sign) > 0xFFFF]
        self._units = [at + before for before, at in enumerate(self._astral)]

    def units(self, offset: int) -> int:
        """Return how many units of UTF-16 stand before a character."""
        return offset + bisect_right(self._astral, offset - 1)

    def characters(self, units: int) -> int:
        """Return how many characters stand before a unit; half a character counts as none."""
        before = bisect_right(self._units, units - 2)
        half = before < len(self._units) and self._units[before] == units - 1
        return units - before - half
