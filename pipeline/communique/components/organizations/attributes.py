"""Names of campaigns, schemes and prizes, which a small noun behind them says they are: "the Old Harbours First | campaign"."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import POSSESSIVES, TokenRange
from communique.components.organizations.evidence import forms
from communique.components.organizations.lexicon import (
    company_words,
    known_organizations,
    legal_forms,
    organization_heads,
)
from communique.components.organizations.names import is_acronym

_BEFORE = frozenset({"the", "its", "their", "our", "a", "an", *POSSESSIVES})
_FEWEST_WORDS = 2


@lexical
def _nouns() -> frozenset[str]:
    return frozenset(read_entries("organizations/things_behind_names.txt"))


def without_attributes(doc: Doc, ranges: Iterable[TokenRange]) -> Iterator[TokenRange]:
    """Yield the ranges but those of forms that all their mentions show to be the name of such a thing.

    A form of one word, or one with a word that bodies are named by, may be the body's whose the
    thing is ("the Moon Foods campaign").
    """
    for _, mentions in forms(doc, ranges):
        if not (all(_is_attribute(doc, *m) for m in mentions) and _is_plain(doc, *mentions[0])):
            yield from mentions


def _is_attribute(doc: Doc, start: int, end: int) -> bool:
    return (
        start > 0
        and end < len(doc)
        and doc[start - 1].lower_ in _BEFORE
        and doc[end].text in _nouns()
    )


def _is_plain(doc: Doc, start: int, end: int) -> bool:
    words = [token.text for token in doc[start:end] if not token.is_space]
    return (
        len(words) >= _FEWEST_WORDS
        and doc[start:end].text not in known_organizations()
        and not any(
            word in organization_heads()
            or word in company_words()
            or word.lower().replace(".", "") in legal_forms()
            or is_acronym(word)
            for word in words
        )
    )
