"""Whether two titles are the same, and which are held for a state when nothing else is said."""

from __future__ import annotations

from functools import lru_cache

from rapidfuzz import fuzz

from communique.components.lexicon_files import lexical, read_table
from communique.resolution.countries import country_in
from communique.resolution.words import name_words

_SAME = 88
_WITHIN = 100


@lru_cache(maxsize=65536)
def title_words(title: str) -> tuple[str, ...]:
    """Return the words of a title, abbreviations in full and without a country."""
    words: list[str] = []
    for word in name_words(title.replace("-", " ").replace("/", " and ")):
        words.extend(_abbreviated().get(word, (word,)))
    return country_in(tuple(words))[1]


@lru_cache(maxsize=65536)
def same_title(one: str, other: str) -> bool:
    """Whether two titles are the same office: spelled alike, or one with more of its fields."""
    first, second = title_words(one), title_words(other)
    if not first or not second:
        return False
    if first == second:
        return True
    a, b = " ".join(first), " ".join(second)
    if fuzz.token_sort_ratio(a, b) >= _SAME:
        return True
    short = min(len(first), len(second))
    return short > 1 and fuzz.token_set_ratio(a, b) >= _WITHIN


@lru_cache(maxsize=65536)
def is_of_state(title: str) -> bool:
    """Whether an office is a state's when nothing else is said: minister, president, senator."""
    words = name_words(title)
    return any(head in _of_state() for head in (words[:1], words[-1:], words[:2], words[-2:]))


@lru_cache(maxsize=65536)
def same_office(one: str, other: str) -> bool:
    """Whether two titles are offices of state of the same kind: both ministers, both senators."""
    heads = [set(title_words(title)) & _heads_of_state() for title in (one, other)]
    return bool(heads[0] & heads[1])


@lexical
def _of_state() -> frozenset[tuple[str, ...]]:
    return frozenset(
        name_words(row[0])
        for row in read_table("titles/heads.tsv")
        if len(row) > 1 and "nation" in row[1].split()
    )


@lexical
def _heads_of_state() -> frozenset[str]:
    return frozenset(head[0] for head in _of_state() if len(head) == 1)


@lexical
def _abbreviated() -> dict[str, tuple[str, ...]]:
    found = {}
    for row in read_table("titles/abbreviations.tsv"):
        key = name_words(row[0])
        if len(row) > 2 and row[2] and len(key) == 1:
            found[key[0]] = name_words(row[2])
    return found
