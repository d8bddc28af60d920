"""Why a record says what it says: each title, alias and slot with its rule and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc

from communique.components.agreements.types import Agreement
from communique.components.mentions import Organization, Person
from communique.components.reasons import Reason, meanings
from communique.components.titles.types import Title
from communique.readers.release import Release
from communique.records.assemble import record_id
from communique.records.model import PipelineRecord, SpanText


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class ReasonRecord(SpanText):
    """One slot, its value, the rule that filled it and the stretch of text that it rests on.

    ``meaning`` says for a person to read what the rule does. ``value`` is a name where the record
    has an id.
    """

    slot: str
    value: str
    rule: str
    meaning: str


class Decision(_Part):
    """A title, an alias or an agreement, and why the record has it.

    ``entity`` is the id of the person, organization or agreement, ``name`` its name, ``what`` the
    title, the alias or the agreement's name.
    """

    kind: Literal["title", "alias", "agreement"]
    entity: str
    name: str
    what: str
    reasons: list[ReasonRecord]


class Explanation(_Part):
    """What a record's titles, aliases and agreements rest on. Offsets are those of its text."""

    id: str
    path: str
    pipeline: PipelineRecord
    text: str
    decisions: list[Decision]


def explain_doc(doc: Doc, release: Release, pipeline: PipelineRecord) -> Explanation:
    """Return why the record of an analysed release says what it says."""
    return Explanation(
        id=record_id(release.text),
        path=release.source.path,
        pipeline=pipeline,
        text=release.text,
        decisions=list(_Explainer(doc, release.text).decisions()),
    )


class _Explainer:
    """Tells the decisions of one document, in order of people, organizations and agreements."""

    def __init__(self, doc: Doc, text: str) -> None:
        self._doc = doc
        self._text = text
        self._names = {e.id: e.name for e in (*doc._.people, *doc._.organizations)}

    def decisions(self) -> Iterator[Decision]:
        for person in self._doc._.people:
            yield from self._aliases(person)
            for title in self._doc._.titles:
                if title.person == person.id:
                    values = self._title_values(title)
                    yield self._decision("title", person, title.title, title.reasons, values)
        for body in self._doc._.organizations:
            yield from self._aliases(body)
        for agreement in self._doc._.agreements:
            values = _agreement_values(agreement)
            yield self._decision("agreement", agreement, agreement.name, agreement.reasons, values)

    def _aliases(self, entity: Person | Organization) -> Iterator[Decision]:
        for reason in entity.reasons:
            form = reason.of or ""
            yield self._decision("alias", entity, form, [reason], {"alias": form})

    def _title_values(self, title: Title) -> dict[str, str]:
        held_at = title.organization_name or self._names.get(title.organization or "", "")
        return {"title": title.title, "holder": self._names[title.person], "body": held_at}

    def _decision(
        self,
        kind: Literal["title", "alias", "agreement"],
        entity: Person | Organization | Agreement,
        what: str,
        reasons: Iterable[Reason],
        values: Mapping[str, str],
    ) -> Decision:
        told = [self._reason(reason, values) for reason in reasons]
        return Decision(kind=kind, entity=entity.id, name=entity.name, what=what, reasons=told)

    def _reason(self, reason: Reason, values: Mapping[str, str]) -> ReasonRecord:
        of = reason.of or ""
        start, end = self._doc._.offsets.span(reason.start, reason.end)
        return ReasonRecord(
            slot=reason.slot,
            value=values.get(reason.slot) or self._names.get(of, of),
            rule=reason.rule,
            meaning=meanings().get((reason.slot, reason.rule), ""),
            start=start,
            end=end,
            text=self._text[start:end],
        )


def _agreement_values(agreement: Agreement) -> dict[str, str]:
    return {
        "type": agreement.type,
        "status": agreement.status,
        "date": agreement.date.value if agreement.date else "",
        "place": agreement.place or "",
        "term": agreement.term.value if agreement.term else "",
    }
