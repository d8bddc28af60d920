"""Documents whose names are marked in the text, as a recogniser would have labelled them.

``[Li Gang|PERSON], Vice Mayor of [Shenyang|LOC]``: the brackets and the label go, the span stays.
What is not marked was missed by the recogniser.
"""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
import spacy
from spacy.tokens import Doc

from communique.components.aliases.component import AliasesComponent
from communique.components.mentions import Organization, Person
from communique.components.organizations.component import OrganizationsComponent
from communique.components.people.component import PeopleComponent
from communique.components.zones.component import ZonesComponent

_MARK = re.compile(r"\[([^\[\]|]+)\|([A-Z]+)\]")
_NLP = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}})


def unmark(marked: str) -> tuple[str, list[tuple[int, int, str]]]:
    """Return the text without its marks, and the spans that they stood around."""
    text, at = "", 0
    spans = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        spans.append((len(text), len(text) + len(match[1]), match[2]))
        text += match[1]
        at = match.end()
    return text + marked[at:], spans


def build(marked: str) -> Doc:
    """Return the marked text with entities and sentence starts."""
    text, marks = unmark(marked)
    doc = _NLP.make_doc(text)
    spans = []
    for start, end, label in marks:
        span = doc.char_span(start, end, label=label, alignment_mode="expand")
        assert span is not None, f"{text[start:end]!r} is nothing in the text"
        spans.append(span)
    doc.ents = spans
    return ZonesComponent()(doc)


@pytest.fixture(scope="session")
def annotated() -> Callable[[str], Doc]:
    return build


@pytest.fixture(scope="session")
def people_in() -> Callable[[str], list[str]]:
    """The mentions of people that ``communique_people`` finds, in order."""
    component = PeopleComponent()

    def find(marked: str) -> list[str]:
        doc = component(build(marked))
        found = sorted(m for person in doc._.people for m in person.mentions)
        assert all(doc.text[m.start : m.end] == m.text for m in found)
        return [m.text for m in found]

    return find


@pytest.fixture(scope="session")
def bodies_in() -> Callable[[str], list[str]]:
    """The mentions of organizations that ``communique_organizations`` finds, in order."""
    people, organizations = PeopleComponent(), OrganizationsComponent()

    def find(marked: str) -> list[str]:
        doc = organizations(people(build(marked)))
        found = sorted(m for body in doc._.organizations for m in body.mentions)
        assert all(doc.text[m.start : m.end] == m.text for m in found)
        return [m.text for m in found]

    return find


@pytest.fixture(scope="session")
def resolved() -> Callable[[str], Doc]:
    """The document behind ``communique_aliases``."""
    people, organizations, aliases = PeopleComponent(), OrganizationsComponent(), AliasesComponent()
    return lambda marked: aliases(organizations(people(build(marked))))


def forms(entity: Person | Organization) -> set[str]:
    """Return the distinct surface forms of an entity."""
    return {" ".join(m.text.split()) for m in entity.mentions}
