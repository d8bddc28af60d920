"""Which line breaks of a text only wrap its paragraphs."""

from __future__ import annotations

import re
from itertools import pairwise

_BULLET = re.compile(r"\s*(?:[-•*–·▪●]|\d{1,2}[.)]|\([a-z\d]{1,2}\)|<)\s*")


_UNFINISHED = frozenset(
    ["of", "the", "and", "for", "to", "a", "an", "at", "with", "by", "from", "&"]
)
_TOLERANCE = 4


def _wrap_width(lines: list[str]) -> int:
    """Return the width that the text was wrapped at, 0 where it was not.

    A wrapped text has no line much beyond its width, and most lines could not have held the first
    word of the next one.
    """
    followed = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(followed) < 4:
        return 0
    lengths = sorted(len(a) for a, _ in followed)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not 50 <= width <= 110:
        return 0
    full = sum(len(a) + 1 + len(b.split()[0]) >= width - _TOLERANCE for a, b in followed)
    return width if full >= 0.55 * len(followed) else 0


def soft_breaks(text: str) -> frozenset[int]:
    """Return the offsets of the line breaks that only wrap a paragraph.

    They are those of a wrapped text, and those behind a word that no line of a list ends with.
    """
    lines = text.split("\n")
    width = _wrap_width(lines)
    soft, at = set(), 0
    for line, following in pairwise(lines):
        at += len(line)
        first, last = following.split(maxsplit=1)[:1], line.rsplit(maxsplit=1)[-1:]
        if first and last and not _BULLET.match(following):
            wraps = width and len(line) + 1 + len(first[0]) >= width - _TOLERANCE
            if wraps or last[0] in _UNFINISHED:
                soft.add(at)
        at += 1
    return frozenset(soft)
