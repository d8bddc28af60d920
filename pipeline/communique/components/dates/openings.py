"""What an expression can open with: its first word, and what may be the next word then.

Most words that a date can start with ("the", "a", "in") stand in front of anything else. The word
behind them tells so at once, before any regular expression is tried.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

#: The word that stands for any number.
DIGITS = "0"

#: First words, in lower case, with the words that may be next, "" where the thing may end.
Openings = Mapping[str, frozenset[str]]

#: A number: any that is written out may have a raised ending, 7th or 7<sup>th</sup>.
NUMBER: Openings = {DIGITS: frozenset({"", "st", "nd", "rd", "th", "sup"})}

_WORD = re.compile(r"[^\W\d_]+|\d+")


def words_in(phrase: str) -> list[str]:
    """Return the words of a phrase in lower case, ``0`` for each number."""
    return [DIGITS if word[0].isdigit() else word for word in _WORD.findall(phrase.lower())]


def openings_of(phrases: Iterable[str]) -> Openings:
    """Return what fixed phrases open with."""
    found: dict[str, frozenset[str]] = {}
    for phrase in phrases:
        first, second = (*words_in(phrase), "", "")[:2]
        found[first] = found.get(first, frozenset()) | {second}
    return found


def joint(*parts: Openings) -> Openings:
    """Return what opens any of the parts."""
    firsts = {first for part in parts for first in part}
    return {
        first: frozenset().union(*(part[first] for part in parts if first in part))
        for first in firsts
    }


def next_word(text: str, start: int, end: int) -> str | None:
    """Return the first word at or behind ``start`` as :func:`words_in` does, "" where none is.

    None where letters are in it that are not ASCII: they may be read as others (ſ as s).
    """
    found = _WORD.search(text, start, end)
    if found is None:
        return ""
    word = found.group()
    if not word.isascii():
        return DIGITS if word[0].isdecimal() else None
    return DIGITS if word[0].isdigit() else word.lower()
