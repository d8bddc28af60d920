"""From an analysed ``Doc`` to a ``Record``."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable

from spacy.tokens import Doc

from communique.components.agreements.types import Agreement
from communique.components.mentions import Mention, Organization, Person
from communique.components.titles.types import Title
from communique.readers.release import Release
from communique.records.model import (
    AgreementDateRecord,
    AgreementRecord,
    DatelineRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SignatoryRecord,
    SourceRecord,
    SpanOffsets,
    SpanText,
    TitleRecord,
)


def record_id(text: str) -> str:
    """Return the id of a release: the first 16 hex digits of the SHA-256 of its text."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]


def assemble(
    doc: Doc, release: Release, pipeline: PipelineRecord, *, keep_text: bool = True
) -> Record:
    """Return the record of one analysed release.

    Raises ``ValueError`` when a span's text is not the slice of the release's text at its offsets:
    such a record is never written.
    """
    text = release.text
    record = Record(
        id=record_id(text),
        source=SourceRecord(
            path=release.source.path,
            format=release.source.format,
            sha256=release.source.sha256,
            record=release.source.record,
        ),
        pipeline=pipeline,
        language=release.language,
        title=release.title or doc._.release_title or _headline(doc),
        publish_date=doc._.publish_date,
        dateline=DatelineRecord(place=doc._.dateline.place, date=doc._.dateline.date)
        if doc._.dateline
        else DatelineRecord(),
        text=text if keep_text else None,
        people=[_person(person, doc._.titles) for person in doc._.people],
        organizations=[_organization(body) for body in doc._.organizations],
        agreements=[_agreement(agreement) for agreement in doc._.agreements],
        dates=[
            DateRecord(
                start=date.start,
                end=date.end,
                text=date.text,
                value=date.value,
                kind=date.kind,
                precision=date.precision,
                anchor=date.anchor,
                role=date.role,
            )
            for date in doc._.dates
        ],
        warnings=[*release.warnings, *doc._.warnings],
    )
    check_grounding(record, text)
    return record


def check_grounding(record: Record, text: str) -> None:
    """Raise ``ValueError`` for the first span of ``record`` that is not a slice of ``text``."""
    spans: list[SpanText] = [*record.dates]
    for person in record.people:
        spans += person.mentions
    for body in record.organizations:
        spans += body.mentions
    for agreement in record.agreements:
        spans += [*agreement.mentions, *agreement.amounts]
    for span in spans:
        if text[span.start : span.end] != span.text:
            raise ValueError(f"span {span.start}-{span.end} is not {span.text!r} in the text")
    for person in record.people:
        for title in person.titles:
            if " ".join(text[title.start : title.end].split()) != title.title:
                raise ValueError(f"title {title.start}-{title.end} is not {title.title!r}")


def _headline(doc: Doc) -> str | None:
    """Return the first line of the first headline in the text, None where there is none."""
    for zone in doc._.zones:
        if zone.kind == "headline":
            lines = doc.text[zone.start : zone.end].split("\n")
            return next((" ".join(line.split()) for line in lines if line.strip()), None)
    return None


def _spans(mentions: Iterable[Mention]) -> list[SpanText]:
    return [SpanText(start=m.start, end=m.end, text=m.text) for m in mentions]


def _person(person: Person, titles: Iterable[Title]) -> PersonRecord:
    return PersonRecord(
        id=person.id,
        name=person.name,
        given=person.given,
        family=person.family,
        mentions=_spans(person.mentions),
        titles=[
            TitleRecord(
                title=title.title,
                organization=title.organization,
                organization_name=title.organization_name,
                when=title.when,
                start=title.start,
                end=title.end,
            )
            for title in titles
            if title.person == person.id
        ],
    )


def _organization(body: Organization) -> OrganizationRecord:
    return OrganizationRecord(
        id=body.id,
        name=body.name,
        type=body.type,
        aliases=list(body.aliases),
        mentions=_spans(body.mentions),
        part_of=body.part_of,
    )


def _agreement(agreement: Agreement) -> AgreementRecord:
    date = agreement.date
    return AgreementRecord(
        id=agreement.id,
        name=agreement.name,
        type=agreement.type,
        status=agreement.status,
        date=AgreementDateRecord(value=date.value, start=date.start, end=date.end)
        if date
        else None,
        place=agreement.place,
        parties=list(agreement.parties),
        signatories=[
            SignatoryRecord(person=s.person, on_behalf_of=s.on_behalf_of)
            for s in agreement.signatories
        ],
        witnesses=list(agreement.witnesses),
        amounts=_spans(agreement.amounts),
        mentions=_spans(agreement.mentions),
        evidence=[SpanOffsets(start=start, end=end) for start, end in agreement.evidence],
    )
