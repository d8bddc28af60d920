"""From the lines of a batch to rows for all tables, without the database.

A process that does nothing else starts in half the time without SQLAlchemy: nothing here imports it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from typing import cast

from pydantic import ValidationError
from pydantic_core import from_json

from communique.records.model import SourceRecord
from communique.stores.sql.lines import Line
from communique.stores.sql.plain import Values, plain_record
from communique.stores.sql.rows import (
    TABLE_NAMES,
    Rows,
    UnfitRecordError,
    add_parts,
    check,
    release_row,
)

#: Counts up when the rows of a record are made in another way, so that records are loaded anew.
_ROWS = b"1"

#: Id, digest, source, and the number in the rows; or why the line is no record that can be loaded.
Said = tuple[str, str, Values, int | None] | str


@dataclass(frozen=True)
class Parsed:
    """What the lines of a batch say, in their order, and the rows of those that are new.

    Nothing but plain values: it goes from one process to another.
    """

    said: list[Said]
    rows: Rows


@dataclass(frozen=True)
class Item:
    """A line that is a record: its digest, and the number of its release in the batch's rows.

    ``number`` is None where no rows were made, because the line was known.
    """

    line: Line
    id: str
    digest: str
    source: Values
    number: int | None

    def values(self) -> Values:
        """Return the whole record."""
        return plain_record(self.line.content)


@dataclass(frozen=True)
class Batch:
    """Records to write in one transaction, and their rows under numbers that may have to change."""

    items: list[Item]
    rows: Rows

    def single(self) -> Iterable[Batch]:
        """Yield a batch for each record."""
        for item in self.items:
            rows = {
                name: [row for row in table if row[0] == item.number]
                for name, table in self.rows.items()
            }
            yield Batch([item], rows)


def parse(lines: Sequence[bytes | str], known: Collection[str], first: int) -> Parsed:
    """Check lines and make their rows, with numbers for their releases from ``first`` on.

    Lines whose digests are ``known`` were loaded before: they are told, without rows. A string in
    place of a line says why it could not be read.
    """
    said: list[Said] = []
    rows = no_rows()
    for line in lines:
        if isinstance(line, str):
            said.append(line)
            continue
        digest = digest_of(line)
        if digest in known:
            value = from_json(line)
            source = SourceRecord.model_validate(value["source"]).model_dump()
            said.append((value["id"], digest, source, None))
            continue
        try:
            record = plain_record(line)
            check(record)
        except ValidationError as error:
            said.append(_reason(error))
        except UnfitRecordError as error:
            said.append(str(error))
        else:
            add_rows(record, first, digest, rows)
            said.append((record["id"], digest, cast("Values", record["source"]), first))
            first += 1
    return Parsed(said, rows)


def add_rows(record: Values, release: int, digest: str, rows: Rows) -> None:
    """Add to ``rows`` all those of a record, but for its source."""
    rows["releases"].append(release_row(record, release, digest))
    add_parts(record, release, rows)


def no_rows() -> Rows:
    """Return an empty list of rows for each table."""
    return {name: [] for name in TABLE_NAMES}


def digest_of(line: bytes) -> str:
    """Return what tells whether a line is the one that a release was loaded from."""
    return hashlib.blake2b(line, digest_size=16, person=_ROWS).hexdigest()


def _reason(error: ValidationError) -> str:
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    said = f"{place}: {first['msg']}" if place else first["msg"]
    return f"not a record ({said})"
