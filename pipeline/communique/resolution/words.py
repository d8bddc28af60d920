"""The words of a name, folded so that spellings of the same one are equal."""

from __future__ import annotations

import html
import re
import unicodedata
from functools import lru_cache

from communique.components.lexicon_files import lexical, read_entries, read_table

_WORD = re.compile(r"[^\W_]+")
_POSSESSIVE = re.compile(r"['’]s\b", re.IGNORECASE)
_POINTED = re.compile(r"\b(?:[A-Za-z]\.){2,}")
_SPACED = re.compile(r"\b[A-Z](?: [A-Z])+\b")

#: Words that join others within a name and tell nothing.
_JOINING = frozenset(["of", "the", "and", "for", "in", "de", "at", "to", "a", "an", "on"])


@lru_cache(maxsize=65536)
def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a body's name in their order: no case, accents, points or articles."""
    return tuple(word for word in all_words(name) if word not in _JOINING)


@lru_cache(maxsize=65536)
def all_words(name: str) -> tuple[str, ...]:
    """Return every word of a name, folded; letters with points ("U.S.") are one word."""
    text = html.unescape(name)
    if not name.isascii():
        text = folded(text)
    text = _POSSESSIVE.sub("", text)
    text = _POINTED.sub(lambda match: match[0].replace(".", "") + " ", text)
    text = _SPACED.sub(lambda match: match[0].replace(" ", ""), text)
    spelled = spellings()
    return tuple(spelled.get(word, word) for word in _WORD.findall(text.lower()))


def folded(text: str) -> str:
    """Return a text without accents; the case stays."""
    parts = unicodedata.normalize("NFKD", text)
    return "".join(sign for sign in parts if not unicodedata.combining(sign))


@lexical
def spellings() -> dict[str, str]:
    """Return the spelling to compare by of each word that has several."""
    found = {}
    for kept, others, *_ in read_table("organizations/spellings.tsv"):
        for other in others.split("|"):
            found[_joined(other)] = kept
    return found


def _joined(word: str) -> str:
    return "".join(_WORD.findall(word))


@lexical
def word_list(name: str) -> frozenset[str]:
    """Return a list of words of the lexicon, folded."""
    return frozenset(word for entry in read_entries(name) for word in _WORD.findall(entry.lower()))


def skeleton(word: str) -> str:
    """Return the consonants of a word as they sound alike in many spellings.

    "Dissanayake" and "Disanayaka" have the same; a word of vowels keeps its first.
    """
    plain = folded(word.lower()).translate(_ALIKE)
    kept = "".join(sign for sign in plain if sign not in "aeiouyh")
    doubled = "".join(sign for i, sign in enumerate(kept) if i == 0 or sign != kept[i - 1])
    return doubled or plain[:1]


_ALIKE = str.maketrans({"c": "k", "q": "k", "w": "v", "z": "s", "j": "g", "p": "p", "x": "s"})
