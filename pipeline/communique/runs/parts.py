"""Where a text is cut that is too long to be analysed whole."""

from __future__ import annotations

import re
from collections.abc import Iterator

#: How many characters are analysed at once: more than a release has, and a gigabyte of memory.
LONGEST = 200_000

#: Where a text may be cut, the better places first: paragraphs, lines, sentences, words.
_PLACES = (
    re.compile(r"\n[^\S\n]*\n\s*"),
    re.compile(r"\n\s*"),
    re.compile(r"[.!?][\"'”’)\]]*\s+"),
    re.compile(r"\s+"),
)


def parts(text: str, longest: int = LONGEST) -> Iterator[tuple[int, int]]:
    """Yield half-open offsets of the parts of ``text``, each of ``longest`` characters at most.

    A part ends at the last paragraph of its second half, else at the last line, sentence, word.
    """
    start = 0
    while len(text) - start > longest:
        end = _cut(text, start + longest // 2, start + longest)
        yield start, end
        start = end
    yield start, len(text)


def _cut(text: str, first: int, last: int) -> int:
    for place in _PLACES:
        end = None
        for match in place.finditer(text, first, last):
            end = match.end()
        if end is not None and end > first:
            return end
    return last
