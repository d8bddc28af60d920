"""The text as it was before it was wrapped: line ends that only break a long line are spaces.

No word, sentence or name ends at such a line end, so what reads the text need not know of them.
The indentation of the lines that follow in a list's item goes with them; what was left out is kept
as offsets, so that all that is found has its place in the text as published.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import accumulate, pairwise

from communique.components.offsets import Offsets
from communique.components.zones.paragraphs import wrapped_gaps

_HYPHENATED = re.compile(r"\w-\Z")


def unwrap(text: str) -> tuple[str, Offsets]:
    """Return the text without the line ends that only wrap it, and where its characters stood.

    A hyphen at the end of a line holds its word together ("Harbour-⏎Pier" is "Harbour-Pier").
    """
    gaps = [*wrapped_gaps(text)]
    bounds = [0, *(offset for gap in gaps for offset in gap), len(text)]
    pieces = [text[start:end] for start, end in zip(bounds[::2], bounds[1::2], strict=True)]
    joints = ["" if _HYPHENATED.search(piece[-2:]) else " " for piece in pieces[:-1]]
    lengths = [len(piece) + len(joint) for piece, joint in zip(pieces, joints, strict=False)]
    missing = (end - start - len(joint) for (start, end), joint in zip(gaps, joints, strict=True))
    plain = "".join(part for pair in zip(pieces, [*joints, ""], strict=True) for part in pair)
    offsets = zip(accumulate(lengths), accumulate(missing), strict=True)
    return plain, Offsets(tuple(_telling(offsets)))


def _telling(gaps: Iterable[tuple[int, int]]) -> Iterable[tuple[int, int]]:
    """Leave out the gaps behind which no more is missing than before."""
    return ((at, now) for (_, before), (at, now) in pairwise([(0, 0), *gaps]) if now != before)
