"""Records and databases for the tests."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from sqlalchemy import Table, select

from communique.records.model import Record
from communique.stores.sql import schema
from communique.stores.sql.engine import open_engine
from communique.stores.sql.reading import records_of, releases_by_chunks

#: Names that harm what is careless with them.
HOSTILE = (
    "Robert'); DROP TABLE releases;--",
    '=HYPERLINK("http://example.org")',
    "back\\slash\tand\ttabs \\N \\.",
    "100%_of {}: ? %s :name $1",
    "line\nbreak\r\nand “quotes” \"'`",
    "Ünïcødé 联合 🜨",
)


def span(start: int, text: str) -> dict[str, Any]:
    return {"start": start, "end": start + len(text), "text": text}


def values(text: str = "Marta Okonjo signed.", **changes: Any) -> dict[str, Any]:
    """Return the JSON of a record in which every list holds something."""
    return {
        "schema_version": 1,
        "id": hashlib.sha256(text.encode()).hexdigest()[:16],
        "source": {
            "path": f"{text[:40]}.txt",
            "format": "text",
            "sha256": "0" * 64,
            "record": None,
            "url": "https://example.org/1",
        },
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "language": "en",
        "title": "A pact for the pier",
        "publish_date": "2024-03-04",
        "author": "The Press Office",
        "rights": "Free",
        "dateline": {"place": "Kelm", "date": "2024-03-03"},
        "text": text,
        "people": [
            {
                "id": "p1",
                "name": "Marta Okonjo",
                "given": "Marta",
                "family": "Okonjo",
                "mentions": [span(0, "Marta Okonjo"), span(40, "Okonjo")],
                "titles": [
                    {
                        "title": "Minister",
                        "organization": "o1",
                        "organization_name": "Ministry of Harbours",
                        "organization_source": "phrase",
                        "when": "current",
                        "start": 14,
                        "end": 22,
                    },
                    {
                        "title": "Mayor",
                        "organization": None,
                        "organization_name": "Kelm",
                        "when": "former",
                        "start": 30,
                        "end": 35,
                    },
                ],
            },
            {
                "id": "p2",
                "name": "Jonas Vell",
                "given": None,
                "family": None,
                "mentions": [],
                "titles": [],
            },
        ],
        "organizations": [
            {
                "id": "o1",
                "name": "Ministry of Harbours",
                "type": "government",
                "aliases": ["MoH"],
                "mentions": [span(60, "MoH")],
                "part_of": "o2",
            },
            {
                "id": "o2",
                "name": "Republic of Kelm",
                "type": "place",
                "aliases": [],
                "mentions": [],
                "part_of": None,
            },
        ],
        "agreements": [
            {
                "id": "a1",
                "name": "Pier Pact",
                "type": "contract",
                "status": "signed",
                "date": {"value": "2024-03", "start": 62, "end": 69},
                "place": "Kelm",
                "term": {"value": "P5Y", "start": 70, "end": 80},
                "grounds": [{"slot": "party", "of": "o1", "start": 3, "end": 9}],
                "parties": ["o1", "p2"],
                "signatories": [
                    {"person": "p1", "on_behalf_of": "o1"},
                    {"person": "p2", "on_behalf_of": None},
                ],
                "witnesses": ["p2"],
                "amounts": [span(80, "€3 million")],
                "mentions": [span(49, "Pier Pact")],
                "evidence": [{"start": 0, "end": 90}],
            }
        ],
        "dates": [
            {
                **span(62, "March"),
                "value": "2024-03",
                "kind": "date",
                "precision": "month",
                "anchor": "publish_date",
                "role": "signing",
            },
            {
                **span(70, "31 June"),
                "value": None,
                "kind": "date",
                "precision": None,
                "anchor": None,
                "role": None,
            },
        ],
        "warnings": ["the text is made up"],
        **changes,
    }


def many(count: int) -> list[dict[str, Any]]:
    return [values(f"Release number {number}.") for number in range(count)]


def write_lines(path: Path, records: Iterable[dict[str, Any] | str]) -> str:
    lines = (line if isinstance(line, str) else json.dumps(line) for line in records)
    path.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    return str(path)


def dump(db: str, tables: Iterable[Table] = schema.TABLES) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of tables, of all those of records unless others are named."""
    engine = open_engine(db)
    with engine.begin() as connection:
        rows = {
            table.name: [
                tuple(row) for row in connection.execute(select(table).order_by(*table.primary_key))
            ]
            for table in tables
        }
    engine.dispose()
    return rows


def content(db: str) -> dict[str, list[Any]]:
    """Return all rows without the numbers of the releases, which the order of loading gives."""
    rows = dump(db)
    ids = {row[0]: row[1] for row in rows["releases"]}
    return {
        name: sorted(((ids[row[0]], *row[1:]) for row in table), key=repr)
        if name != "releases"
        else sorted((row[1:] for row in table), key=repr)
        for name, table in rows.items()
    }


def stored(db: str) -> list[Record]:
    engine = open_engine(db)
    with engine.begin() as connection:
        records = [
            record
            for releases in releases_by_chunks(connection, 7)
            for record in records_of(connection, releases).values()
        ]
    engine.dispose()
    return records
