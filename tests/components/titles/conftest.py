"""Documents from marked-up text, with the names inside the sentence.

``{Bo Lin|person}``, ``{Ayr Bank|org}`` (or ``|org:company``), ``{Kampot|place}``, ``{Bursar|title}`` for a learned span; two strings name
one person or body where an id is given: ``{Lin|person#1}``.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import get_args

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import PHRASES_KEY
from communique.components.mentions import Mention, Organization, OrganizationType, Person

_MARK = re.compile(r"\{([^|{}]+)\|(person|org|place|title)(?::(\w+))?(?:#(\w+))?\}")


def make_pipeline() -> Language:
    """Return a tokenizer with the component under test."""
    nlp = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )
    nlp.add_pipe("communique_titles")
    return nlp


def make_doc(nlp: Language, marked: str) -> Doc:
    """Return the analysed document."""
    text, at = "", 0
    people: dict[str, list[Mention]] = {}
    bodies: dict[str, list[Mention]] = {}
    types: dict[str, str] = {}
    places: list[Mention] = []
    learned: list[tuple[int, int]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        surface = match[1]
        mention = Mention(len(text), len(text) + len(surface), surface)
        text += surface
        at = match.end()
        key = match[4] or surface
        if match[2] == "title":
            learned.append((mention.start, mention.end))
        elif match[2] == "person":
            people.setdefault(key, []).append(mention)
        elif match[2] == "org":
            bodies.setdefault(key, []).append(mention)
            types.setdefault(key, match[3] or "other")
        else:
            places.append(mention)
    text += marked[at:]
    doc = nlp.make_doc(text)
    doc._.people = tuple(
        Person(f"p{n}", max((m.text for m in found), key=len), tuple(found))
        for n, found in enumerate(people.values(), 1)
    )
    doc._.organizations = tuple(
        Organization(f"o{n}", found[0].text, _type(types[key]), tuple(found))
        for n, (key, found) in enumerate(bodies.items(), 1)
    )
    doc._.places = tuple(places)
    spans = [doc.char_span(start, end, label="TITLE") for start, end in learned]
    assert None not in spans
    doc.spans[PHRASES_KEY] = [span for span in spans if span is not None]
    for _, pipe in nlp.pipeline:
        doc = pipe(doc)
    return doc


def _type(name: str) -> OrganizationType:
    assert name in get_args(OrganizationType)
    return name  # type: ignore[return-value]


def titles_of(doc: Doc) -> list[tuple[str, str, str | None]]:
    """Return (person, title, organization) of a document, sorted."""
    names = {person.id: person.name for person in doc._.people}
    return sorted(
        ((names[t.person], t.title, t.organization_name) for t in doc._.titles),
        key=lambda found: (found[0], found[1], found[2] or ""),
    )


@pytest.fixture(scope="session")
def nlp() -> Language:
    return make_pipeline()


@pytest.fixture(scope="session")
def analyse(nlp: Language) -> Callable[[str], Doc]:
    """Return a function from marked-up text to the analysed document."""
    return lambda marked: make_doc(nlp, marked)


@pytest.fixture(scope="session")
def find(analyse: Callable[[str], Doc]) -> Callable[[str], list[tuple[str, str, str | None]]]:
    """Return a function from marked-up text to (person, title, organization)."""
    return lambda marked: titles_of(analyse(marked))
