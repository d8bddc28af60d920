"""From a record to the rows of its tables."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Any

from pydantic import BaseModel
from pydantic_core import to_json

from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SourceRecord,
    TitleRecord,
)
from communique.stores.sql.keys import days, name_key
from communique.stores.sql.plain import Values

Row = tuple[Any, ...]
#: Rows by the name of their table, each with the columns of the table in their order.
Rows = dict[str, list[Row]]

#: The tables that have rows of a record.
TABLE_NAMES = (
    *("releases", "sources", "warnings", "people", "person_mentions", "organizations"),
    *("organization_aliases", "organization_mentions", "titles", "agreements", "agreement_parties"),
    *("agreement_signatories", "agreement_witnesses", "agreement_amounts", "agreement_mentions"),
    *("agreement_evidence", "dates"),
)

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


_span = itemgetter("start", "end", "text")
_offsets = itemgetter("start", "end")
_valued = itemgetter("value", "start", "end")
_person = itemgetter("given", "family")
_title = itemgetter("organization", "organization_name", "organization_source", "when")
_organization = itemgetter("type", "part_of")
_date = itemgetter("start", "end", "text", "value", "kind", "precision", "anchor", "role")
_EMPTY = (None, None, None)
#: What no details tell.
_NOTHING: tuple[object, ...] = (None, [], {})


def release_row(record: Values, release: int, digest: str) -> Row:
    """Return the row of ``releases``."""
    pipeline, dateline = record["pipeline"], record["dateline"]
    return (
        release,
        record["id"],
        record["schema_version"],
        record["language"],
        record["title"],
        record["publish_date"],
        record["author"],
        record["rights"],
        dateline["place"],
        dateline["date"],
        record["text"],
        pipeline["name"],
        pipeline["version"],
        pipeline["model"],
        _release_details(record),
        digest,
    )


def source_row(source: Values, release: int) -> Row:
    """Return the row of ``sources``; a file that is the release has the empty string as record."""
    return (
        release,
        source["path"],
        source["record"] or "",
        source["format"],
        source["sha256"],
        source["url"],
        _source_details(source),
    )


def add_parts(record: Values, release: int, rows: Rows) -> None:
    """Add to ``rows`` those of all that belongs to the release."""
    rows["warnings"] += [(release, *warning) for warning in enumerate(record["warnings"])]
    _add_people(record["people"], release, rows)
    _add_organizations(record["organizations"], release, rows)
    if record["agreements"]:
        people = {person["id"] for person in record["people"]}
        _add_agreements(record["agreements"], release, people, rows)
    rows["dates"] += [
        (release, position, *_date(date), *_days(date["value"]), _date_details(date))
        for position, date in enumerate(record["dates"])
    ]


def check(record: Values) -> None:
    """Raise ``UnfitRecordError`` for a record that databases can't hold.

    Its ids are given twice, or name what the record lacks; or a day of it does not exist.
    """
    _exists(record["publish_date"])
    _exists(record["dateline"]["date"])
    people = _ids(record, "people")
    organizations = _ids(record, "organizations")
    _ids(record, "agreements")
    if both := people & organizations:
        raise UnfitRecordError(f"{min(both)} is a person and an organization")

    def known(ids: Iterable[str | None], among: set[str], place: str) -> None:
        for name in ids:
            if name is not None and name not in among:
                raise UnfitRecordError(f"{place} names {name}, which the record lacks")

    for person in record["people"]:
        known([title["organization"] for title in person["titles"]], organizations, person["id"])
    for organization in record["organizations"]:
        known([organization["part_of"]], organizations, organization["id"])
    for agreement in record["agreements"]:
        own, signatories = agreement["id"], agreement["signatories"]
        known(agreement["parties"], people | organizations, own)
        known(agreement["witnesses"], people, own)
        known([who["person"] for who in signatories], people, own)
        known([who["on_behalf_of"] for who in signatories], organizations, own)


def _details_of(kind: type[BaseModel]) -> Callable[[Values], str | None]:
    """Return what gives the fields without a column of their own as JSON; None for nothing in them."""
    names = sorted(set(kind.model_fields) - COLUMNS[kind])

    def details(part: Values) -> str | None:
        said = {name: value for name in names if (value := part[name]) not in _NOTHING}
        return to_json(said).decode() if said else None

    return details if names else lambda _: None


_source_details = _details_of(SourceRecord)
_person_details = _details_of(PersonRecord)
_title_details = _details_of(TitleRecord)
_organization_details = _details_of(OrganizationRecord)
_agreement_details = _details_of(AgreementRecord)
_date_details = _details_of(DateRecord)
_OTHERS_OF_RELEASES = sorted(set(Record.model_fields) - COLUMNS[Record])
_OTHERS_OF_PIPELINES = sorted(set(PipelineRecord.model_fields) - COLUMNS[PipelineRecord])


def _release_details(record: Values) -> str | None:
    said = {n: value for n in _OTHERS_OF_RELEASES if (value := record[n]) not in _NOTHING}
    inner = record["pipeline"]
    pipeline = {n: value for n in _OTHERS_OF_PIPELINES if (value := inner[n]) is not None}
    if pipeline:
        said["pipeline"] = pipeline
    return to_json(said).decode() if said else None


def _add_people(people: Sequence[Values], release: int, rows: Rows) -> None:
    for position, person in enumerate(people):
        own, name = person["id"], person["name"]
        rest = (*_person(person), _person_details(person))
        rows["people"].append((release, own, position, name, name_key(name), *rest))
        _add_spans("person_mentions", person["mentions"], release, own, rows)
        rows["titles"] += [
            (
                release,
                own,
                place,
                title["title"],
                name_key(title["title"]),
                *_title(title),
                *_offsets(title),
                _title_details(title),
            )
            for place, title in enumerate(person["titles"])
        ]


def _add_organizations(organizations: Sequence[Values], release: int, rows: Rows) -> None:
    for position, organization in enumerate(organizations):
        own, name = organization["id"], organization["name"]
        rest = (*_organization(organization), _organization_details(organization))
        rows["organizations"].append((release, own, position, name, name_key(name), *rest))
        rows["organization_aliases"] += [
            (release, own, place, alias, name_key(alias))
            for place, alias in enumerate(organization["aliases"])
        ]
        _add_spans("organization_mentions", organization["mentions"], release, own, rows)


def _add_agreements(
    agreements: Sequence[Values], release: int, people: set[str], rows: Rows
) -> None:
    for position, agreement in enumerate(agreements):
        own, name = agreement["id"], agreement["name"]
        date, term = agreement["date"], agreement["term"]
        rows["agreements"].append(
            (
                release,
                own,
                position,
                name,
                name_key(name),
                agreement["type"],
                agreement["status"],
                *(_valued(date) if date else _EMPTY),
                *_days(date["value"] if date else None),
                agreement["place"],
                *(_valued(term) if term else _EMPTY),
                _agreement_details(agreement),
            )
        )
        rows["agreement_parties"] += [
            (release, own, place, *((None, party) if party in people else (party, None)))
            for place, party in enumerate(agreement["parties"])
        ]
        rows["agreement_signatories"] += [
            (release, own, place, who["person"], who["on_behalf_of"])
            for place, who in enumerate(agreement["signatories"])
        ]
        rows["agreement_witnesses"] += [
            (release, own, *witness) for witness in enumerate(agreement["witnesses"])
        ]
        _add_spans("agreement_amounts", agreement["amounts"], release, own, rows)
        _add_spans("agreement_mentions", agreement["mentions"], release, own, rows)
        rows["agreement_evidence"] += [
            (release, own, place, *_offsets(stretch))
            for place, stretch in enumerate(agreement["evidence"])
        ]


def _add_spans(table: str, spans: Sequence[Values], release: int, own: str, rows: Rows) -> None:
    rows[table] += [(release, own, place, *_span(span)) for place, span in enumerate(spans)]


def _ids(record: Values, what: str) -> set[str]:
    parts = record[what]
    ids = {part["id"] for part in parts}
    if len(ids) != len(parts):
        raise UnfitRecordError(f"an id stands twice in {what}")
    return ids


@lru_cache(maxsize=4096)
def _days(value: str | None) -> tuple[str | None, str | None]:
    first, last = days(value)
    return first.isoformat() if first else None, last.isoformat() if last else None


def _exists(day: str | None) -> None:
    if day is not None:
        try:
            dt.date.fromisoformat(day)
        except ValueError:
            raise UnfitRecordError(f"there is no day {day}") from None
