"""Whether two names can be one person's, in any order of given and family name, and how well."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from rapidfuzz.distance import JaroWinkler

from communique.components.lexicon_files import lexical, read_table
from communique.resolution.words import all_words, skeleton, word_list

Agreement = Literal["same", "swapped", "short", "initials", "part", "family", "single"]

_CLOSE = 0.9
_SPELLED_ALIKE = 0.8
_LEAST = 4
#: Names of so many words, of which one is a family name that very many bear, are many people's.
_FEW = 3


@dataclass(frozen=True)
class PersonName:
    """The words of a person's name in their order: whole ones, and initials."""

    words: tuple[str, ...]
    letters: tuple[str, ...]


@dataclass(frozen=True)
class Compared:
    """How two names agree, and whether a word is spelled otherwise."""

    agreement: Agreement
    spelling: bool = False


@lru_cache(maxsize=65536)
def person_name(name: str) -> PersonName:
    """Return the words of a name without particles, ranks and suffixes ("bin", "Jr")."""
    words: list[str] = []
    letters: list[str] = []
    left_out = word_list("people/suffixes.txt") | word_list("people/personal_honorifics.txt")
    dotted = name.replace(".", ". ")
    for word in _parts(dotted):
        if len(word) == 1:
            letters.append(word)
        elif word not in left_out:
            words.append(word)
    particles = word_list("people/particles.txt")
    kept = [word for word in words if word not in particles]
    return PersonName(tuple(kept if len(kept) > 1 else words), tuple(sorted(letters)))


def _parts(name: str) -> list[str]:
    return [word for piece in name.replace("-", " ").split() for word in all_words(piece)]


@lru_cache(maxsize=65536)
def compared(one: str, other: str) -> Compared | None:
    """Return how two names agree; None where they are two people's."""
    first, second = person_name(one), person_name(other)
    if not first.words or not second.words:
        return None
    left, right = list(first.words), list(second.words)
    spelling = False
    met = 0
    for same in (_equal, _alike):
        for word in list(left):
            match = next((w for w in right if same(word, w)), None)
            if match is not None:
                left.remove(word)
                right.remove(match)
                met += 1
                spelling |= word != match
    if not met:
        return None
    shortened = _meet_letters(left, list(second.letters)), _meet_letters(right, list(first.letters))
    own, others = first.letters, second.letters
    if left and right:
        return None
    if own and others and not _within(own, others, shortened):
        return None
    return _judged(
        first,
        second,
        more=bool(left or right),
        shortened=any(shortened),
        spelling=spelling,
        met=met,
    )


def _judged(
    first: PersonName,
    second: PersonName,
    *,
    more: bool,
    shortened: bool,
    spelling: bool,
    met: int,
) -> Compared | None:
    whole = min(len(first.words), len(second.words))
    if any(len(name.words) == 1 and not name.letters for name in (first, second)):
        return _single(first, second, spelling)
    if shortened or whole == 1:
        return None if more else Compared("initials", spelling)
    if more:
        return Compared("part", spelling)
    if not spelling and first.words != second.words and not _turned(first.words, second.words):
        return Compared("swapped")
    if met <= _FEW and _common(first.words):
        return Compared("short", spelling)
    return Compared("same", spelling)


def _turned(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether a family name that may stand before the given ones stands behind them in the other."""
    first = word_list("people/surnames_first.txt")
    return any(a[1:] + a[:1] == b and a[0] in first for a, b in ((one, other), (other, one)))


def _single(first: PersonName, second: PersonName, spelling: bool) -> Compared | None:
    if len(first.words) == len(second.words) == 1:
        return Compared("single", spelling)
    short, full = sorted((first, second), key=lambda name: len(name.words))
    word = short.words[0]
    if _alike(word, full.words[-1]) or (
        _alike(word, full.words[0]) and full.words[0] in word_list("people/surnames_first.txt")
    ):
        return Compared("family", spelling)
    return None


def _meet_letters(words: list[str], letters: list[str]) -> bool:
    """Take the words away that a letter of the other name stands for; tell whether there were any."""
    met = False
    for word in list(words):
        if word[0] in letters:
            letters.remove(word[0])
            words.remove(word)
            met = True
    return met


def _within(one: tuple[str, ...], other: tuple[str, ...], shortened: tuple[bool, bool]) -> bool:
    """Whether the letters of one name are among the other's, but for those that words stand for."""
    if any(shortened):
        return True
    short, long = sorted((one, other), key=len)
    return set(short) <= set(long)


def _equal(one: str, other: str) -> bool:
    return one == other


@lru_cache(maxsize=65536)
def _alike(one: str, other: str) -> bool:
    if one == other:
        return True
    if other in _nicknames().get(one, ()) or one in _nicknames().get(other, ()):
        return True
    if min(len(one), len(other)) < _LEAST:
        return one in _SHORT_SPELLINGS and _SHORT_SPELLINGS[one] == _SHORT_SPELLINGS.get(other)
    close = JaroWinkler.normalized_similarity(one, other)
    if skeleton(one) == skeleton(other):
        return close >= _SPELLED_ALIKE
    return min(len(one), len(other)) > 2 * _LEAST and close >= _CLOSE


def _common(words: tuple[str, ...]) -> bool:
    surnames = word_list("people/surnames_first.txt")
    return words[0] in surnames or words[-1] in surnames


@lexical
def _nicknames() -> dict[str, frozenset[str]]:
    return {row[0]: frozenset(row[1].split("|")) for row in read_table("people/nicknames.tsv")}


#: Family names of three letters and less that are written in two ways.
_SHORT_SPELLINGS = {"lee": "li", "li": "li", "woo": "wu", "wu": "wu"}
