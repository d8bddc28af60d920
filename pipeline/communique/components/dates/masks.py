"""Stretches of a text in which no date is looked for."""

from __future__ import annotations

import re
from bisect import bisect_right

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
#: When a page was changed, and whose it is: of the page, not of the release.
_STAMPS = (
    re.compile(r"(?i)\b(?:last|page)\s+(?:updated|modified|reviewed)[^\n]{0,40}"),
    re.compile(r"(?i)(?:©|\(c\)|\bcopyright\b)[^\n]{0,40}"),
)


class Masks:
    """The masked stretches of one text."""

    def __init__(self, text: str) -> None:
        spans = sorted(m.span() for p in (_ADDRESS, *_STAMPS) for m in p.finditer(text))
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def hides(self, start: int, end: int) -> bool:
        """Whether the characters start to end touch such a stretch."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start
