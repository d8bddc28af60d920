"""Capitalised words and runs of them: what names are made of."""

from __future__ import annotations

from spacy.tokens import Doc, Token

from communique.components.lexicon_files import lexical, of_a_word, read_entries
from communique.components.text import words_of

_STOPS = frozenset({".", "!", ".”"})
_OPENERS = "'’‘`-"


@of_a_word
def is_capitalized(text: str) -> bool:
    """Tell whether a word begins like a name: a capital, also behind a prefix ("al-Farsi", "d'Arc").

    Mixed case with an inner capital counts ("iHerb", "eBay").
    """
    stripped = text.lstrip(_OPENERS)
    if not stripped[:1].isalpha():
        return False
    return stripped[0].isupper() or any(c.isupper() for c in stripped[1:])


def is_initial(text: str) -> bool:
    """Tell whether a word is an initial or a group of them ("J.", "K", "J.R.")."""
    letters = text.replace(".", "").replace("-", "")
    return (
        bool(letters)
        and letters.isupper()
        and (len(letters) == 1 or "." in text)
        and len(letters) <= 3
    )


@lexical
def name_particles() -> frozenset[str]:
    """Return the words that may stand in lower case inside a person's name."""
    return frozenset(read_entries("people/particles.txt"))


def is_line_break(token: Token) -> bool:
    """Tell whether a token is white space with a line end in it."""
    return token.is_space and "\n" in token.text


def is_title_case(doc: Doc, start: int, end: int) -> bool:
    """Tell whether most longer words of the tokens ``start`` to ``end`` are capitalised.

    In such a line capitals say nothing of names. A sentence that ends in a full stop is none.
    """
    words = words_of(doc)
    if not _STOPS.isdisjoint(words[max(start, end - 3) : end]):
        return False
    longer = [word for word in words[start:end] if len(word) > 3 and word.isalpha()]
    if len(longer) < 3:
        return False
    return sum(map(is_capitalized, longer)) / len(longer) > 0.75
