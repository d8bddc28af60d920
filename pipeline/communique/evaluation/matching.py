"""When two names, titles or instruments are the same for a score."""

from __future__ import annotations

import re
from collections.abc import Iterable

_QUOTES = re.compile(r"[\"'“”‘’«»`*_]")
_DOT = re.compile(r"\s*[·‧・]\s*")
_SPACES = re.compile(r"\s+")
_ARTICLE = re.compile(r"(?:the|an?)\s+")
_WORD = re.compile(r"\w+")
_PLURAL = re.compile(r"([a-z]{3}[^s])s$")
_SMALL_WORDS = frozenset(
    ["a", "an", "and", "between", "for", "in", "of", "on", "the", "to", "with"]
)


def normal_form(text: str) -> str:
    """Return ``text`` without what does not tell names apart: case, quotes, spaces, an article."""
    text = _SPACES.sub(" ", _DOT.sub(" ", _QUOTES.sub("", text)))
    text = text.strip(" .,;:()[]").lower()
    return _ARTICLE.sub("", text, count=1) if _ARTICLE.match(text) else text


def title_form(text: str) -> str:
    """Return the normal form of a title in the singular: "Co-Chairs" of two is "co-chair"."""
    return _PLURAL.sub(r"\1", normal_form(text))


def forms(name: str, others: Iterable[str]) -> frozenset[str]:
    """Return the normal forms of an entity's name and its other surface forms."""
    return frozenset(map(normal_form, (name, *others))) - {""}


def likeness(one: str, other: str) -> float:
    """Return the Dice coefficient of the words of two names, small words left out."""
    first, second = _words(one), _words(other)
    if not first or not second:
        return 0.0
    return 2 * len(first & second) / (len(first) + len(second))


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(normal_form(text))) - _SMALL_WORDS
