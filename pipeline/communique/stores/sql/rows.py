"""From a record to the rows of its tables."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Callable, Iterable, Mapping
from functools import cache
from typing import Any

from pydantic import BaseModel

from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SourceRecord,
    SpanText,
    TitleRecord,
)
from communique.stores.sql.keys import days, name_key

Row = tuple[Any, ...]
#: Adds a row to the table of a name.
Add = Callable[[str, Row], None]

#: Fields of each part of a record that have columns, or tables, of their own; others, which a later
#: version brings, go to ``details``.
COLUMNS: dict[type[BaseModel], frozenset[str]] = {
    Record: frozenset(
        {
            *("schema_version", "id", "source", "pipeline", "language", "title", "publish_date"),
            *("author", "rights"),
            *("dateline", "text", "people", "organizations", "agreements", "dates", "warnings"),
        }
    ),
    SourceRecord: frozenset({"path", "format", "sha256", "record", "url"}),
    PipelineRecord: frozenset({"name", "version", "model"}),
    PersonRecord: frozenset({"id", "name", "given", "family", "mentions", "titles"}),
    TitleRecord: frozenset(
        {
            "start",
            "end",
            "title",
            "organization",
            "organization_name",
            "organization_source",
            "when",
        }
    ),
    OrganizationRecord: frozenset({"id", "name", "type", "aliases", "mentions", "part_of"}),
    AgreementRecord: frozenset(
        {
            *("id", "name", "type", "status", "date", "place", "parties", "signatories"),
            *("witnesses", "amounts", "mentions", "evidence", "term"),
        }
    ),
    DateRecord: frozenset({"start", "end", "text", "value", "kind", "precision", "anchor", "role"}),
}


class UnfitRecordError(ValueError):
    """A record that contradicts itself; the message says in what."""


def release_row(record: Record, release: int, digest: str) -> Row:
    """Return the row of ``releases``, in the order of its columns."""
    return (
        release,
        record.id,
        record.schema_version,
        record.language,
        record.title,
        record.publish_date,
        record.author,
        record.rights,
        record.dateline.place,
        record.dateline.date,
        record.text,
        record.pipeline.name,
        record.pipeline.version,
        record.pipeline.model,
        _release_details(record),
        digest,
    )


def source_row(source: SourceRecord, release: int) -> Row:
    """Return the row of ``sources``; a file that is the release has the empty string as record."""
    return (
        release,
        source.path,
        source.record or "",
        source.format,
        source.sha256,
        source.url,
        details(source),
    )


def part_rows(record: Record, release: int, add: Add) -> None:
    """Give ``add`` the rows of all that belongs to the release, in the order of ``schema.PARTS``."""
    for position, warning in enumerate(record.warnings):
        add("warnings", (release, position, warning))
    for position, person in enumerate(record.people):
        _person(person, release, position, add)
    for position, organization in enumerate(record.organizations):
        _organization(organization, release, position, add)
    people = {person.id for person in record.people}
    for position, agreement in enumerate(record.agreements):
        _agreement(agreement, release, position, people, add)
    for position, date in enumerate(record.dates):
        add(
            "dates",
            (
                release,
                position,
                date.start,
                date.end,
                date.text,
                date.value,
                date.kind,
                date.precision,
                date.anchor,
                date.role,
                *_days(date.value),
                details(date),
            ),
        )


def check(record: Record) -> None:
    """Raise ``UnfitRecordError`` for a record that databases can't hold.

    Its ids are given twice, or name what the record lacks; or a day of it does not exist.
    """
    _exists(record.publish_date)
    _exists(record.dateline.date)
    people = _ids("people", record.people)
    organizations = _ids("organizations", record.organizations)
    _ids("agreements", record.agreements)
    if both := people & organizations:
        raise UnfitRecordError(f"{min(both)} is a person and an organization")

    def known(ids: Iterable[str | None], among: set[str], place: str) -> None:
        for name in ids:
            if name is not None and name not in among:
                raise UnfitRecordError(f"{place} names {name}, which the record lacks")

    for person in record.people:
        known((title.organization for title in person.titles), organizations, person.id)
    for organization in record.organizations:
        known([organization.part_of], organizations, organization.id)
    for agreement in record.agreements:
        known(agreement.parties, people | organizations, agreement.id)
        known(agreement.witnesses, people, agreement.id)
        known((who.person for who in agreement.signatories), people, agreement.id)
        known((who.on_behalf_of for who in agreement.signatories), organizations, agreement.id)


def details(part: BaseModel) -> str | None:
    """Return the fields without a column of their own as JSON; None where there is nothing in them."""
    names = _others(type(part))
    if not names:
        return None
    return _json(part.model_dump(mode="json", include=names))


def _release_details(record: Record) -> str | None:
    names, inner = _others(Record), _others(PipelineRecord)
    if not names and not inner:
        return None
    found = record.model_dump(mode="json", include=names) if names else {}
    pipeline = record.pipeline.model_dump(mode="json", include=inner) if inner else {}
    found["pipeline"] = {name: value for name, value in pipeline.items() if value is not None}
    return _json(found)


def _json(found: Mapping[str, Any]) -> str | None:
    said = {name: value for name, value in found.items() if value not in (None, [], {})}
    return json.dumps(said, ensure_ascii=False, sort_keys=True) if said else None


@cache
def _others(kind: type[BaseModel]) -> set[str]:
    return set(kind.model_fields) - COLUMNS[kind]


def _person(person: PersonRecord, release: int, position: int, add: Add) -> None:
    name = person.name
    row = (release, person.id, position, name, name_key(name), person.given, person.family)
    add("people", (*row, details(person)))
    _spans("person_mentions", person.mentions, release, person.id, add)
    for place, title in enumerate(person.titles):
        add(
            "titles",
            (
                release,
                person.id,
                place,
                title.title,
                name_key(title.title),
                title.organization,
                title.organization_name,
                title.organization_source,
                title.when,
                title.start,
                title.end,
                details(title),
            ),
        )


def _organization(organization: OrganizationRecord, release: int, position: int, add: Add) -> None:
    own = organization.id
    add(
        "organizations",
        (
            release,
            own,
            position,
            organization.name,
            name_key(organization.name),
            organization.type,
            organization.part_of,
            details(organization),
        ),
    )
    for place, alias in enumerate(organization.aliases):
        add("organization_aliases", (release, own, place, alias, name_key(alias)))
    _spans("organization_mentions", organization.mentions, release, own, add)


def _agreement(
    agreement: AgreementRecord, release: int, position: int, people: set[str], add: Add
) -> None:
    own, date, term = agreement.id, agreement.date, agreement.term
    add(
        "agreements",
        (
            release,
            own,
            position,
            agreement.name,
            name_key(agreement.name),
            agreement.type,
            agreement.status,
            *((date.value, date.start, date.end) if date else (None, None, None)),
            *_days(date.value if date else None),
            agreement.place,
            *((term.value, term.start, term.end) if term else (None, None, None)),
            details(agreement),
        ),
    )
    for place, party in enumerate(agreement.parties):
        sides = (None, party) if party in people else (party, None)
        add("agreement_parties", (release, own, place, *sides))
    for place, who in enumerate(agreement.signatories):
        add("agreement_signatories", (release, own, place, who.person, who.on_behalf_of))
    for place, witness in enumerate(agreement.witnesses):
        add("agreement_witnesses", (release, own, place, witness))
    _spans("agreement_amounts", agreement.amounts, release, own, add)
    _spans("agreement_mentions", agreement.mentions, release, own, add)
    for place, stretch in enumerate(agreement.evidence):
        add("agreement_evidence", (release, own, place, stretch.start, stretch.end))


def _spans(table: str, spans: Iterable[SpanText], release: int, own: str, add: Add) -> None:
    for place, span in enumerate(spans):
        add(table, (release, own, place, span.start, span.end, span.text))


def _ids(
    what: str, parts: list[PersonRecord] | list[OrganizationRecord] | list[AgreementRecord]
) -> set[str]:
    ids = {part.id for part in parts}
    if len(ids) != len(parts):
        raise UnfitRecordError(f"an id stands twice in {what}")
    return ids


def _days(value: str | None) -> tuple[str | None, str | None]:
    first, last = days(value)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _exists(day: str | None) -> None:
    if day is not None:
        try:
            dt.date.fromisoformat(day)
        except ValueError:
            raise UnfitRecordError(f"there is no day {day}") from None
