"""Abbreviations that end in a full stop."""

from __future__ import annotations

import re
from functools import cache
from types import MappingProxyType

from communique.components.lexicon_files import read_entries, read_table

_LAST_WORD = re.compile(r"([^\W_](?:[\w.'’&-]*[^\W_])?)\.[\"'”’»)\]*_]*\s*$")
#: Letters parted by stops: "U.S", "a.m", "Ph.D", "H.E".
DOTTED = re.compile(r"(?:[^\W\d_]{1,2}\.)+[^\W\d_]{1,2}")


@cache
def abbreviations() -> MappingProxyType[str, str]:
    """Return the kinds (``title``, ``number``, ``maybe``) by abbreviation, without the last stop.

    The keys are case-folded; those of one letter stand as written.
    """
    table = read_table("zones/abbreviations.tsv")
    return MappingProxyType({fold(word): kind for word, kind in table})


@cache
def sentence_starters() -> frozenset[str]:
    """Return the words, lower case, that usually begin a sentence after an abbreviation."""
    return frozenset(read_entries("zones/sentence_starters.txt"))


def fold(word: str) -> str:
    """Return the key of a word in :func:`abbreviations`."""
    return word if len(word) == 1 else word.casefold()


def ends_in_abbreviation(text: str) -> bool:
    """Say whether the stop at the end of a text belongs to an abbreviation or an initial."""
    match = _LAST_WORD.search(text[-60:])
    if match is None:
        return False
    word = match.group(1)
    initial = len(word) == 1 and word.isupper()
    return initial or DOTTED.fullmatch(word) is not None or fold(word) in abbreviations()
