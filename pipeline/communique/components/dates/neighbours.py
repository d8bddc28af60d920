"""What stands beside an expression: the words in front and behind, and the lists about them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from communique.components.dates import atoms as lexicon

_WORD_BEFORE = re.compile(r"([\w$€£¥#№.&’'/-]*[\w$€£¥#№&’'.!)/-])([ \t\u00a0]+|\n)?$")
_WORD_BEHIND = re.compile(r"([^\S\n]{1,2}|-)?([^\W\d_][\w’'-]*)")
#: How far in front of an expression its neighbour may begin.
_REACH = 30


@dataclass(frozen=True)
class Neighbours:
    """The lists of ``lexicon/dates/neighbours.toml``."""

    heads: frozenset[str]
    dated: frozenset[str]
    numbering: frozenset[str]
    counted: frozenset[str]
    named_before: frozenset[str]
    named_after: frozenset[str]
    year_after: frozenset[str]
    month_after: frozenset[str]
    month_before: frozenset[str]
    no_thing: frozenset[str]
    lasting: frozenset[str]
    person_after: frozenset[str]
    holiday_after: frozenset[str]
    season_after: frozenset[str]
    year_end_after: frozenset[str]
    determiners: frozenset[str]
    loose: frozenset[str]
    measured: frozenset[str]


@cache
def load() -> Neighbours:
    """Read the lists; the same immutable object at every call."""
    table = lexicon.read_toml("neighbours.toml")
    return Neighbours(**{name: frozenset(words.split()) for name, words in table.items()})


@dataclass(frozen=True)
class Word:
    """A neighbouring word, empty where there is none.

    ``spaced``: it stands in the same line with a space between; ``hyphened``: it is tied on.
    """

    text: str = ""
    spaced: bool = False
    hyphened: bool = False

    @property
    def lower(self) -> str:
        """The word in lower case, without the punctuation at its ends."""
        return self.text.lower().strip(".,()")

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


def before(text: str, start: int) -> Word:
    """Return the word in front of a character."""
    match = _WORD_BEFORE.search(text, max(0, start - _REACH), start)
    if match is None:
        return Word()
    return Word(match[1], spaced=match[2] is not None and match[2] != "\n")


def behind(text: str, end: int) -> Word:
    """Return the word behind a character of the same line."""
    match = _WORD_BEHIND.match(text, end)
    if match is None:
        return Word()
    return Word(match[2], spaced=bool(match[1]) and match[1] != "-", hyphened=match[1] == "-")
