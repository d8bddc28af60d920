"""Lines with places to text: paragraphs as one line each, parted by blank lines.

A page of a release is lines; what is a paragraph is seen by the gaps between them and by how far
they reach. Lines that the pages of a document share at their upper and lower edge, and the numbers
of pages, are left out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

_NUMBER = re.compile(
    r"(?:page|p\.|seite|página)?\s*[-–—]?\s*\d{1,4}\s*(?:(?:/|of|von|de)\s*\d{1,4})?\s*[-–—]?",
    re.IGNORECASE,
)
_ITEM = re.compile(r"[•▪◦●○■□‣⁃*–-]\s|\(?(?:\d{1,2}|[a-z])[.)]\s")
_END = re.compile(r"[.!?:。!?][\"'”’)\]]*\Z")
#: A gap of so many usual ones is that between paragraphs.
_GAP = 1.3
#: How far a line that goes on in the next reaches, as a share of the widest.
_FULL = 0.82
_SOFT = "\u00ad"
#: How many lines at either edge of a page can be its header or footer, and on how many pages.
_EDGE = 3
_FEWEST_PAGES = 3


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, left and right edge, bottom and height, in points."""

    text: str
    left: float
    right: float
    bottom: float
    height: float


def text_of_pages(pages: Sequence[Sequence[Line]]) -> str:
    """Return the text of all pages; a paragraph that goes on over a page's end stays one."""
    running = _running(pages)
    usual = _usual_gap(pages)
    text: list[str] = []
    for page in pages:
        paragraphs = _paragraphs(_without_edges(page, running), usual)
        if text and paragraphs and not _END.search(text[-1]) and paragraphs[0][:1].islower():
            text[-1] = _join(text[-1], paragraphs.pop(0))
        text += paragraphs
    return "\n\n".join(paragraph.replace(_SOFT, "-") for paragraph in text)


def _key(line: Line) -> str:
    return re.sub(r"\d+", "0", line.text)


def _running(pages: Sequence[Sequence[Line]]) -> set[str]:
    """Return the lines that stand at the edges of half the pages, whatever their numbers."""
    if len(pages) < _FEWEST_PAGES:
        return set()
    counts = Counter(
        key for page in pages for key in {_key(line) for line in (*page[:_EDGE], *page[-_EDGE:])}
    )
    return {key for key, count in counts.items() if 2 * count > len(pages)}


def _without_edges(page: Sequence[Line], running: set[str]) -> list[Line]:
    last = len(page) - _EDGE
    return [
        line
        for i, line in enumerate(page)
        if not (i < _EDGE or i >= last)
        or not (_key(line) in running or (i in {0, len(page) - 1} and _NUMBER.fullmatch(line.text)))
    ]


def _usual_gap(pages: Sequence[Sequence[Line]]) -> float:
    """Return how far the lines of a paragraph are apart: a low one of all the gaps there are."""
    gaps = sorted(
        above.bottom - below.bottom
        for page in pages
        for above, below in pairwise(page)
        if max(above.height, below.height) <= above.bottom - below.bottom <= 4 * above.height
    )
    return gaps[len(gaps) // 4] if gaps else 0.0


def _paragraphs(lines: Sequence[Line], usual: float) -> list[str]:
    if not lines:
        return []
    left = min(line.left for line in lines)
    reach = max(line.right for line in lines) - left
    paragraphs: list[str] = []
    block = lines[0].text
    for above, below in pairwise(lines):
        gap = above.bottom - below.bottom
        if gap < 0 or gap > _GAP * usual or _heights_differ(above, below):
            paragraphs.append(block)
            block = below.text
        elif above.text.endswith(_SOFT) or (
            above.right - left >= _FULL * reach and not _ITEM.match(below.text)
        ):
            block = _join(block, below.text)
        else:
            block += f"\n{below.text}"
    return [*paragraphs, block]


def _heights_differ(above: Line, below: Line) -> bool:
    """Whether one line is set much larger than the other, as a headline is."""
    small, large = sorted((above.height, below.height))
    return small > 0 and large > 1.6 * small


def _join(above: str, below: str) -> str:
    """Join two lines; the hyphen of a broken word goes, unless a capital shows it to be its own."""
    if above.endswith(_SOFT):
        return above[:-1] + below if below[:1].islower() else f"{above[:-1]}-{below}"
    if above.endswith("-") and len(above) > 1 and above[-2].isalpha():
        return above + below
    wide = above[-1:] > "\u2e7f" and below[:1] > "\u2e7f"  # scripts without spaces
    return above + below if wide else f"{above} {below}"
