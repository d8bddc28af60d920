"""Records as a database holds them."""

from __future__ import annotations

import datetime as dt
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, Table, select

from communique.records.model import Record
from communique.stores.sql import schema

#: How many releases are read at once.
CHUNK = 200

_Rows = dict[str, list[RowMapping]]


def releases_by_chunks(connection: Connection, chunk: int) -> Iterator[Sequence[int]]:
    """Yield the numbers of all releases in order, at most ``chunk`` at a time."""
    last = -1
    table = schema.releases
    while True:
        found = connection.scalars(
            select(table.c.release)
            .where(table.c.release > last)
            .order_by(table.c.release)
            .limit(chunk)
        ).all()
        if not found:
            return
        yield found
        last = found[-1]


def records_of(connection: Connection, releases: Sequence[int]) -> dict[int, Record]:
    """Return the records of releases by their numbers, in order of these.

    Of a release that several sources hold, the record names the first in the order of their paths.
    """
    tables = {
        table.name: _by_release(connection, table, releases)
        for table in (schema.sources, *schema.PARTS)
    }
    heads = _by_release(connection, schema.releases, releases)
    return {
        release: _record(heads[release][0], {name: rows[release] for name, rows in tables.items()})
        for release in sorted(heads)
    }


def _by_release(
    connection: Connection, table: Table, releases: Sequence[int]
) -> dict[int, list[RowMapping]]:
    rows: dict[int, list[RowMapping]] = defaultdict(list)
    order = [table.c.position] if "position" in table.c else [*table.primary_key]
    for row in connection.execute(
        select(table).where(table.c.release.in_(releases)).order_by(*order)
    ).mappings():
        rows[row["release"]].append(row)
    return rows


def _record(head: RowMapping, rows: _Rows) -> Record:
    details = dict(head["details"] or {})
    inner = details.pop("pipeline", {})
    source = rows["sources"][0]
    return Record.model_validate(
        {
            **details,
            **_some(head, "id schema_version language title author rights text"),
            "publish_date": _day(head["publish_date"]),
            "dateline": {"place": head["dateline_place"], "date": _day(head["dateline_date"])},
            "source": {
                **_some(source, "path format sha256 url"),
                "record": source["record"] or None,
                **(source["details"] or {}),
            },
            "pipeline": {
                "name": head["pipeline_name"],
                "version": head["pipeline_version"],
                "model": head["pipeline_model"],
                **inner,
            },
            "people": _people(rows),
            "organizations": _organizations(rows),
            "agreements": _agreements(rows),
            "dates": [
                {
                    **_span(row),
                    **_some(row, "value kind precision anchor role"),
                    **(row["details"] or {}),
                }
                for row in rows["dates"]
            ],
            "warnings": [row["warning"] for row in rows["warnings"]],
        }
    )


def _people(rows: _Rows) -> list[dict[str, Any]]:
    mentions, titles = _grouped(rows, "person", "person_mentions", "titles")
    return [
        {
            "id": row["person"],
            **_some(row, "name given family"),
            "mentions": [_span(span) for span in mentions[row["person"]]],
            "titles": [
                {
                    **_some(title, "title organization organization_name organization_source"),
                    "when": title["held"],
                    "start": title["start_char"],
                    "end": title["end_char"],
                    **(title["details"] or {}),
                }
                for title in titles[row["person"]]
            ],
            **(row["details"] or {}),
        }
        for row in rows["people"]
    ]


def _organizations(rows: _Rows) -> list[dict[str, Any]]:
    aliases, mentions = _grouped(
        rows, "organization", "organization_aliases", "organization_mentions"
    )
    return [
        {
            "id": row["organization"],
            **_some(row, "name type part_of"),
            "aliases": [alias["alias"] for alias in aliases[row["organization"]]],
            "mentions": [_span(span) for span in mentions[row["organization"]]],
            **(row["details"] or {}),
        }
        for row in rows["organizations"]
    ]


def _agreements(rows: _Rows) -> list[dict[str, Any]]:
    names = ("parties", "signatories", "witnesses", "amounts", "mentions", "evidence")
    parts = dict(
        zip(names, _grouped(rows, "agreement", *(f"agreement_{n}" for n in names)), strict=True)
    )
    return [
        {
            "id": row["agreement"],
            **_some(row, "name type status place"),
            "date": _valued(row, "date"),
            "term": _valued(row, "term"),
            "parties": [
                party["organization"] or party["person"]
                for party in parts["parties"][row["agreement"]]
            ],
            "signatories": [
                _some(who, "person on_behalf_of") for who in parts["signatories"][row["agreement"]]
            ],
            "witnesses": [who["person"] for who in parts["witnesses"][row["agreement"]]],
            "amounts": [_span(span) for span in parts["amounts"][row["agreement"]]],
            "mentions": [_span(span) for span in parts["mentions"][row["agreement"]]],
            "evidence": [
                {"start": stretch["start_char"], "end": stretch["end_char"]}
                for stretch in parts["evidence"][row["agreement"]]
            ],
            **(row["details"] or {}),
        }
        for row in rows["agreements"]
    ]


def _valued(row: RowMapping, name: str) -> dict[str, Any] | None:
    """Return the value of a slot with its offsets, or None where it is empty."""
    if row[name] is None:
        return None
    return {
        "value": row[name],
        "start": row[f"{name}_start_char"],
        "end": row[f"{name}_end_char"],
    }


def _grouped(rows: _Rows, column: str, *tables: str) -> list[Mapping[str, list[RowMapping]]]:
    """Return the rows of each table by what they belong to, in order of position."""
    found: list[Mapping[str, list[RowMapping]]] = []
    for table in tables:
        groups: dict[str, list[RowMapping]] = defaultdict(list)
        for row in rows[table]:
            groups[row[column]].append(row)
        found.append(groups)
    return found


def _span(row: RowMapping) -> dict[str, Any]:
    return {"start": row["start_char"], "end": row["end_char"], "text": row["text"]}


def _some(row: RowMapping, names: str) -> dict[str, Any]:
    return {name: row[name] for name in names.split()}


def _day(day: dt.date | None) -> str | None:
    return day.isoformat() if day else None
