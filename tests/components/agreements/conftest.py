"""Documents with their names marked in the text.

``{P:Ana Reyes}`` is a person, ``{O:Harbour Bank}`` an organization, ``{L:Lima}`` a place and
``{D:4 March|2023-03-04}`` a date with its value; ``{P:Reyes=Ana Reyes}`` is a shorter form of a
name; ``{A:hosting agreement}`` is a learned span. ``offices`` gives people the body they hold an office at.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass

import pytest
import spacy
from spacy.tokens import Doc

from communique.components.agreements.component import AgreementsComponent
from communique.components.agreements.types import Agreement
from communique.components.dates.types import DateMention
from communique.components.extensions import PHRASES_KEY
from communique.components.mentions import Mention, Organization, Person
from communique.components.titles.types import Title

_MARK = re.compile(r"\{([POLDA]):([^{}|=]+)(?:=([^{}]+))?(?:\|([^{}]+))?\}")
_NLP = spacy.blank("en")


@dataclass(frozen=True)
class Found:
    """What was found, with names instead of ids."""

    doc: Doc
    agreements: tuple[Agreement, ...]

    def _names(self) -> dict[str, str]:
        return {e.id: e.name for e in (*self.doc._.people, *self.doc._.organizations)}

    @property
    def names(self) -> list[str]:
        return [a.name for a in self.agreements]

    def parties(self, number: int = 0) -> set[str]:
        return {self._names()[p] for p in self.agreements[number].parties}

    def signatories(self, number: int = 0) -> dict[str, str | None]:
        names = self._names()
        return {
            names[s.person]: names[s.on_behalf_of] if s.on_behalf_of else None
            for s in self.agreements[number].signatories
        }

    def witnesses(self, number: int = 0) -> set[str]:
        return {self._names()[p] for p in self.agreements[number].witnesses}

    def date(self, number: int = 0) -> str | None:
        date = self.agreements[number].date
        return date.value if date else None


def build(marked: str, offices: Mapping[str, str]) -> Doc:
    text, at = "", 0
    spans: list[tuple[str, str, str | None, Mention]] = []
    for match in _MARK.finditer(marked):
        text += marked[at : match.start()]
        kind, surface, name, value = match.groups()
        mention = Mention(len(text), len(text) + len(surface), surface)
        spans.append((kind, name or surface, value, mention))
        text += surface
        at = match.end()
    text += marked[at:]
    doc = _NLP.make_doc(text)
    people, bodies = _entities(spans, "P"), _entities(spans, "O")
    doc._.people = tuple(
        Person(f"p{n}", name, tuple(m)) for n, (name, m) in enumerate(people.items(), 1)
    )
    doc._.organizations = tuple(
        Organization(f"o{n}", name, "other", tuple(m))
        for n, (name, m) in enumerate(bodies.items(), 1)
    )
    doc._.places = tuple(m for kind, _, _, m in spans if kind == "L")
    doc._.dates = tuple(
        DateMention(m.start, m.end, m.text, value, "date")
        for kind, _, value, m in spans
        if kind == "D"
    )
    learned = [doc.char_span(m.start, m.end, "AGREEMENT") for k, _, _, m in spans if k == "A"]
    assert None not in learned
    doc.spans[PHRASES_KEY] = [span for span in learned if span is not None]
    ids = {e.name: e.id for e in (*doc._.people, *doc._.organizations)}
    doc._.titles = tuple(
        Title(0, 0, "Director", ids[person], ids.get(body), body)
        for person, body in offices.items()
    )
    return doc


def _entities(
    spans: list[tuple[str, str, str | None, Mention]], wanted: str
) -> dict[str, list[Mention]]:
    found: dict[str, list[Mention]] = {}
    for kind, name, _, mention in spans:
        if kind == wanted:
            found.setdefault(name, []).append(mention)
    return found


@pytest.fixture
def find() -> Callable[..., Found]:
    component = AgreementsComponent()

    def run(marked: str, publish_date: str | None = None, **offices: str) -> Found:
        doc = build(marked, {k.replace("_", " "): v for k, v in offices.items()})
        doc._.publish_date = publish_date
        doc = component(doc)
        return Found(doc, doc._.agreements)

    return run
