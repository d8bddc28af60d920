"""Stretches of a text in which no date is looked for."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

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
    """The masked stretches of one text."""

    def __init__(self, text: str) -> None:
        lowered = text.lower()
        stamps = [p for signs, p in _STAMPS if any(sign in lowered for sign in signs)]
        spans = sorted([*_addresses(text), *(m.span() for p in stamps for m in p.finditer(text))])
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def hides(self, start: int, end: int) -> bool:
        """Whether the characters start to end touch such a stretch."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def _addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where addresses stand; only lines with a sign of one are read for them."""
    at = 0
    while sign := _SIGN_OF_ADDRESS.search(text, at):
        start = text.rfind("\n", 0, sign.start()) + 1
        end = text.find("\n", sign.start())
        end = len(text) if end < 0 else end
        for found in _ADDRESS.finditer(text, start, end):
            yield found.span()
        at = end
