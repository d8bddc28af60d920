"""Ordinals before titles: "the thirty-ninth President", "the 47th Governor"."""

from __future__ import annotations

import re

_ORDINAL = re.compile(r"(?:\w+-(?:first|second|third|\w+th)|\d+(?:st|nd|rd|th))$")


def is_ordinal(word: str) -> bool:
    """Tell whether a lower-case word is "39th" or "thirty-ninth"."""
    return _ORDINAL.match(word) is not None
