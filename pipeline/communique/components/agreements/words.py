"""Words as the rules for agreements read them.

They are parted here, not taken from the pipeline's tokenizer, so that the rules read the same words
whatever pipeline they are added to: a possessive ending, a hyphen and every other sign are words of
their own; markup left in the text is passed over.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_LEX = re.compile(
    # what is most frequent is tried first: a word that nothing goes on from, its space before it
    r"[ ]?(?:(?P<ascii>[A-Za-z]{2,}+(?![\w&.'’]))"
    r"|(?P<plain>[^\W\d_]{2,}+(?![\w&.'’])|[^\W\d_]*[a-z]{4}(?=\d\d?(?![\w.,])))"
    r"|(?P<word>(?:[A-Za-z]\.){2,}"
    r"|\d+(?:[.,]\d+)*%?"
    r"|[^\W\d_][\w&]*(?:\.(?=\w)[\w&]*)*(?:[’'](?!s\b)[^\W\d_]+)*)"
    r"|(?P<skip><[^<>\n]{1,120}>|\*+|(?<!\w)_+|_+(?!\w))"
    r"|(?P<possessive>[’']s\b)"
    r"|(?P<sign>[^\w\s]))"
)
_SKIP = _LEX.groupindex["skip"]


class Word(NamedTuple):
    """A word or sign: half-open characters of the text."""

    text: str
    lower: str
    start: int
    end: int


def lex(text: str, start: int, end: int) -> Iterator[Word]:
    """Yield the words of ``text[start:end]``, with offsets in ``text``."""
    new = tuple.__new__  # what Word(…) does, in half the time
    for match in _LEX.finditer(text, start, end):
        kind = match.lastindex  # no group stands in another one
        if kind is not None and kind != _SKIP:
            surface = match[kind]
            lower = surface.lower()
            if not lower.isascii():
                lower = lower.replace("’", "'")
            yield new(Word, (surface, lower, *match.span(kind)))
