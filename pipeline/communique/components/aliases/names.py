"""What the names of organizations are made of: words, acronyms, legal forms, words of level."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from communique.components.lexicon_files import read_entries

_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_SMALL = frozenset({"the", "of", "for", "and", "a", "an", "in", "on", "de", "la", "to", "s", "at"})


@cache
def level_words() -> frozenset[str]:
    """Return the words that say at which level a body stands ("provincial"), folded."""
    return frozenset(read_entries("organizations/level_words.txt"))


@cache
def company_forms() -> frozenset[str]:
    """Return legal forms and the like that short names leave out, folded, without full stops."""
    return frozenset(read_entries("organizations/company_forms.txt"))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, without articles and prepositions."""
    words = (w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(name))
    return tuple(word for word in words if word not in _SMALL)


def has_company_form(words: Sequence[str]) -> bool:
    """Tell whether the last of the (folded) words is a legal form."""
    return bool(words) and words[-1].replace(".", "") in company_forms()


def without_company_form(words: Sequence[str]) -> tuple[str, ...]:
    """Return the (folded) words without the legal forms at their end."""
    end = len(words)
    while end > 1 and has_company_form(words[:end]):
        end -= 1
    return tuple(words[:end])


def is_acronym(name: str) -> bool:
    """Tell whether a name is written like an acronym: "MoEYS", "BRI", "TU-K", "J&J"."""
    return (
        " " not in name
        and 2 <= len(name) <= 12
        and sum(c.isupper() for c in name) >= 2
        and name[0].isalnum()
    )


def acronym_letters(name: str) -> str:
    """Return the letters of an acronym, folded."""
    return "".join(c for c in name if c.isalpha()).casefold()


def initials(name: str) -> frozenset[str]:
    """Return the initials of a name, with and without those of its small words, folded."""
    words = [w.casefold() for w in _PLAIN_WORD.findall(name)]
    return frozenset(
        {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}
    )


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``long`` in order, the first at a word start.

    The algorithm of Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
    definitions in biomedical text": letters are matched from the right, and the first must begin
    a word.
    """
    s, at = len(short) - 1, len(long) - 1
    while s >= 0:
        char = short[s].casefold()
        if not char.isalnum():
            s -= 1
            continue
        while at >= 0 and (
            long[at].casefold() != char or (s == 0 and at > 0 and long[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return False
        at -= 1
        s -= 1
    return True
