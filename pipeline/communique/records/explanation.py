"""Why a record says what it says: each title, alias and slot with its rule and its words."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Literal

from pydantic import BaseModel, ConfigDict
from spacy.tokens import Doc

from communique.components.agreements.types import Agreement
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
        decisions=list(_decisions(doc, release.text)),
    )


def _decisions(doc: Doc, text: str) -> Iterator[Decision]:
    names = {entity.id: entity.name for entity in (*doc._.people, *doc._.organizations)}
    for person in doc._.people:
        yield from _aliases(person.id, person.name, person.reasons, text)
        for title in doc._.titles:
            if title.person == person.id:
                values = _title_values(title, names)
                reasons = _reasons(title.reasons, values, text)
                yield _decision("title", person.id, person.name, title.title, reasons)
    for body in doc._.organizations:
        yield from _aliases(body.id, body.name, body.reasons, text)
    for agreement in doc._.agreements:
        reasons = _reasons(agreement.reasons, _agreement_values(agreement), text, names)
        yield _decision("agreement", agreement.id, agreement.name, agreement.name, reasons)


def _decision(
    kind: Literal["title", "alias", "agreement"],
    entity: str,
    name: str,
    what: str,
    reasons: Iterable[ReasonRecord],
) -> Decision:
    return Decision(kind=kind, entity=entity, name=name, what=what, reasons=list(reasons))


def _aliases(entity: str, name: str, reasons: Iterable[Reason], text: str) -> Iterator[Decision]:
    for reason in reasons:
        form = reason.of or ""
        yield _decision("alias", entity, name, form, _reasons([reason], {"alias": form}, text))


def _title_values(title: Title, names: Mapping[str, str]) -> dict[str, str]:
    held_at = title.organization_name or names.get(title.organization or "", "")
    return {"title": title.title, "holder": names[title.person], "body": held_at}


def _agreement_values(agreement: Agreement) -> dict[str, str]:
    return {
        "type": agreement.type,
        "status": agreement.status,
        "date": agreement.date.value if agreement.date else "",
        "place": agreement.place or "",
    }


def _reasons(
    reasons: Iterable[Reason],
    values: Mapping[str, str],
    text: str,
    names: Mapping[str, str] | None = None,
) -> Iterator[ReasonRecord]:
    for reason in reasons:
        value = values.get(reason.slot)
        if value is None:
            value = (names or {}).get(reason.of or "", reason.of or "")
        yield ReasonRecord(
            slot=reason.slot,
            value=value,
            rule=reason.rule,
            meaning=meanings().get((reason.slot, reason.rule), ""),
            start=reason.start,
            end=reason.end,
            text=text[reason.start : reason.end],
        )
