"""From an analysed ``Doc`` to a ``Record``."""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable

from spacy.tokens import Doc

from communique.components.agreements.types import Agreement
from communique.components.dates.types import DateMention
from communique.components.mentions import Mention, Organization, Person
from communique.components.offsets import Offsets
from communique.components.reasons import Reason
from communique.components.text import text_of
from communique.components.titles.lexicon import singular
from communique.components.titles.types import Title
from communique.readers.release import Release
from communique.records.model import (
    AgreementDateRecord,
    AgreementRecord,
    AgreementTermRecord,
    DatelineRecord,
    DateRecord,
    GroundRecord,
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

    The text of a span is the slice of the release's text at its offsets. Raises ``ValueError`` when
    the components found another there, white space apart: such a record is never written.
    """
    text = release.text
    found = doc._
    places = _Places(text, found.offsets)
    dateline = found.dateline
    titles: dict[str, list[TitleRecord]] = defaultdict(list)
    for title in found.titles:
        titles[title.person].append(_title(title, places))
    record = Record(
        id=record_id(text),
        source=SourceRecord(
            path=release.source.path,
            format=release.source.format,
            sha256=release.source.sha256,
            record=release.source.record,
            url=release.source.url,
        ),
        pipeline=pipeline,
        language=release.language,
        title=release.title or found.release_title or _headline(doc),
        publish_date=found.publish_date,
        author=release.author,
        rights=release.rights,
        dateline=DatelineRecord(place=dateline.place, date=dateline.date)
        if dateline
        else DatelineRecord(),
        text=text if keep_text else None,
        people=[_person(person, titles[person.id], places) for person in found.people],
        organizations=[_organization(body, places) for body in found.organizations],
        agreements=[_agreement(agreement, places) for agreement in found.agreements],
        dates=[_date(date, places) for date in found.dates],
        warnings=[*release.warnings, *found.warnings],
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
            words = text[title.start : title.end]
            written = {"".join(form.split()) for form in (words, singular(words))}
            if "".join(title.title.split()) not in written:
                raise ValueError(f"title {title.start}-{title.end} is not {title.title!r}")


def _headline(doc: Doc) -> str | None:
    """Return the first line of the first headline in the text, None where there is none."""
    for zone in doc._.zones:
        if zone.kind == "headline":
            lines = text_of(doc)[zone.start : zone.end].split("\n")
            return next((" ".join(line.split()) for line in lines if line.strip()), None)
    return None


class _Places:
    """Where what the components found in a ``Doc`` stands in the text of the release."""

    def __init__(self, text: str, offsets: Offsets) -> None:
        self._text = text
        self._offsets = offsets

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where the characters ``start`` to ``end`` of the ``Doc`` stand."""
        return self._offsets.span(start, end)

    def bounds(self, start: int, end: int) -> SpanOffsets:
        """Return where the characters ``start`` to ``end`` of the ``Doc`` stand, for the record."""
        start, end = self._offsets.span(start, end)
        return SpanOffsets(start=start, end=end)

    def slice(self, found: Mention | DateMention) -> tuple[int, int, str]:
        """Return where a mention stands, and the slice of the text that it is.

        Raises ``ValueError`` where that is another text, white space apart.
        """
        start, end = self._offsets.span(found.start, found.end)
        part = self._text[start:end]
        if part != found.text and "".join(part.split()) != "".join(found.text.split()):
            raise ValueError(f"span {start}-{end} is not {found.text!r} in the text")
        return start, end, part

    def texts(self, mentions: Iterable[Mention]) -> list[SpanText]:
        """Return the slices that the mentions are, for the record."""
        return [
            SpanText(start=start, end=end, text=text)
            for start, end, text in map(self.slice, mentions)
        ]


def _date(date: DateMention, places: _Places) -> DateRecord:
    start, end, text = places.slice(date)
    return DateRecord(
        start=start,
        end=end,
        text=text,
        value=date.value,
        kind=date.kind,
        precision=date.precision,
        anchor=date.anchor,
        role=date.role,
    )


def _title(title: Title, places: _Places) -> TitleRecord:
    start, end = places.span(title.start, title.end)
    return TitleRecord(
        title=title.title,
        organization=title.organization,
        organization_name=title.organization_name,
        organization_source=title.organization_source,
        when=title.when,
        start=start,
        end=end,
    )


def _person(person: Person, titles: list[TitleRecord], places: _Places) -> PersonRecord:
    return PersonRecord(
        id=person.id,
        name=person.name,
        given=person.given,
        family=person.family,
        mentions=places.texts(person.mentions),
        titles=titles,
    )


def _organization(body: Organization, places: _Places) -> OrganizationRecord:
    return OrganizationRecord(
        id=body.id,
        name=body.name,
        type=body.type,
        aliases=list(body.aliases),
        mentions=places.texts(body.mentions),
        part_of=body.part_of,
        country=body.country,
    )


def _agreement(agreement: Agreement, places: _Places) -> AgreementRecord:
    date, term = agreement.date, agreement.term
    return AgreementRecord(
        id=agreement.id,
        name=agreement.name,
        type=agreement.type,
        status=agreement.status,
        date=AgreementDateRecord(
            value=date.value, **places.bounds(date.start, date.end).model_dump()
        )
        if date
        else None,
        place=agreement.place,
        term=AgreementTermRecord(
            value=term.value, **places.bounds(term.start, term.end).model_dump()
        )
        if term
        else None,
        parties=list(agreement.parties),
        signatories=[
            SignatoryRecord(person=s.person, on_behalf_of=s.on_behalf_of)
            for s in agreement.signatories
        ],
        witnesses=list(agreement.witnesses),
        amounts=places.texts(agreement.amounts),
        mentions=places.texts(agreement.mentions),
        evidence=[places.bounds(start, end) for start, end in agreement.evidence],
        grounds=[_ground(reason, places) for reason in agreement.reasons],
    )


def _ground(reason: Reason, places: _Places) -> GroundRecord:
    start, end = places.span(reason.start, reason.end)
    return GroundRecord(slot=reason.slot, of=reason.of, start=start, end=end)
