"""Stretches of a text in which no date is looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from itertools import accumulate

#: Web and mail addresses, targets of links, paths, files, and tags other than raised letters.
_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+"
    r"|(?<!\S)\S{1,100}@\S+"
    r"|\]\([^)\s]*\)"
    r"|\(/[^)\s]*\)"
    r"|(?<!\S)\S{0,200}/\S{1,200}\.(?:png|jpe?g|gif|pdf|html?|aspx)\b\S*"
    r"|(?<![\d\w])/[a-z][\w-]*(?:/[\w-]+)+\S*"
    r"|(?<!\S)\S{1,200}\.(?:pdf|docx?|xlsx?|pptx?|zip|csv)\b"
    r"|<(?!/?sup)[^<>\n]{0,200}>"
)
#: Without one of these in it, a line has no address.
_SIGN_OF_ADDRESS = re.compile(r"[/@<]|\]\(|www\.|\.(?=pdf|doc|xls|ppt|zip|csv)")
#: When a page was changed, and whose it is: of the page, not of the release.
_STAMPS = (
    (
        ("updated", "modified", "reviewed"),
        re.compile(r"(?i)\b(?:last|page)\s+(?:updated|modified|reviewed)[^\n]{0,40}"),
    ),
    (("©", "(c)", "copyright"), re.compile(r"(?i)(?:©|\(c\)|\bcopyright\b)[^\n]{0,40}")),
)


class Masks:
    """The masked stretches of one text; a line is read for addresses when it is asked about."""

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        stamps = [p for signs, p in _STAMPS if any(sign in lowered for sign in signs)]
        self._text = text
        self._stamps = _Stretches(m.span() for p in stamps for m in p.finditer(text))
        self._line = 0, 0
        self._in_line = _Stretches(())

    def hides(self, start: int, end: int) -> bool:
        """Whether the characters start to end touch such a stretch."""
        if self._stamps.touch(start, end):
            return True
        while start < end:
            self._read_line(start)
            if self._in_line.touch(start, end):
                return True
            start = self._line[1] + 1
        return False

    def _read_line(self, at: int) -> None:
        """Make the line that holds a character the one that is known."""
        start, end = self._line
        if start <= at < end:
            return
        start = self._text.rfind("\n", 0, at) + 1
        end = self._text.find("\n", at)
        self._line = start, len(self._text) if end < 0 else end
        signed = _SIGN_OF_ADDRESS.search(self._text, *self._line)
        found = _ADDRESS.finditer(self._text, *self._line) if signed else ()
        self._in_line = _Stretches(match.span() for match in found)


class _Stretches:
    """Stretches of a text, half-open."""

    def __init__(self, spans: Iterable[tuple[int, int]]) -> None:
        ordered = sorted(spans)
        self._starts = [start for start, _ in ordered]
        self._ends = list(accumulate((end for _, end in ordered), max))

    def touch(self, start: int, end: int) -> bool:
        """Whether one of them holds a character of those from start to end."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start
