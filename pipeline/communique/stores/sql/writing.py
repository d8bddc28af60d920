"""Writing a batch of records in the transaction that the caller has begun."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, Table, delete, exists, func, select, tuple_

from communique.records.model import Record, SourceRecord
from communique.stores.sql import schema
from communique.stores.sql.merging import lacks_fields, with_fields_of
from communique.stores.sql.migrating import lock
from communique.stores.sql.reading import records_of
from communique.stores.sql.rows import Row, check, part_rows, release_row, source_row

#: Standard input, which says nothing of where a release comes from.
STDIN = "-"

_Place = tuple[str, str]


@dataclass(frozen=True)
class Item:
    """A record to write, and the digest of the line that it came from."""

    record: Record
    digest: str


@dataclass
class Written:
    """What was done with the records of a batch."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0

    def plus(self, other: Written) -> Written:
        """Return the sum of both."""
        return Written(
            self.new + other.new,
            self.changed + other.changed,
            self.unchanged + other.unchanged,
            self.removed + other.removed,
        )


@dataclass
class _Batch:
    """The rows to insert by table, and the numbers of the releases that they replace parts of."""

    rows: dict[str, list[Row]] = field(
        default_factory=lambda: {table.name: [] for table in schema.TABLES}
    )
    replaced: list[int] = field(default_factory=list)
    heads: list[Row] = field(default_factory=list)

    def add(self, table: str, row: Row) -> None:
        self.rows[table].append(row)


def write(connection: Connection, items: Sequence[Item]) -> Written:
    """Write records, and remove releases that are at no source any more.

    A release is its record's id, its content. One that stands there is replaced, unless it came
    from the same line; fields that the new record lacks stay. A source (path and record) holds one
    release: where it holds another than before, the one before goes, unless another source has it.

    Raises ``UnfitRecordError`` for a record that contradicts itself, and the driver's errors.
    """
    lock(connection)
    latest = {item.record.id: item for item in items}
    sources = _sources(items)
    kept = {release_id for release_id, _ in sources.values()}
    standing = _standing(connection, latest)
    number = (connection.scalar(select(func.max(schema.releases.c.release))) or 0) + 1

    batch, written = _Batch(), Written()
    numbers: dict[str, int] = {}
    changed = {
        known[0]: item
        for name, item in latest.items()
        if (known := standing.get(name)) and known[1] != item.digest
    }
    records = _with_stored(connection, changed)
    for name, item in latest.items():
        known = standing.get(name)
        if known is None:
            if name not in kept:
                continue
            numbers[name], number = number, number + 1
            batch.add("releases", release_row(item.record, numbers[name], item.digest))
            part_rows(item.record, numbers[name], batch.add)
            written.new += 1
            continue
        numbers[name] = known[0]
        if known[1] == item.digest:
            written.unchanged += 1
            continue
        record = records[known[0]]
        check(record)
        batch.heads.append(release_row(record, known[0], item.digest))
        batch.replaced.append(known[0])
        part_rows(record, known[0], batch.add)
        written.changed += 1

    _remove_parts(connection, batch.replaced)
    _update_heads(connection, batch.heads)
    abandoned = _place_sources(connection, sources, numbers, batch)
    for table in schema.TABLES:
        insert(connection, table, batch.rows[table.name])
    written.removed = _remove_abandoned(connection, abandoned)
    return written


def insert(connection: Connection, table: Table, rows: Iterable[Row]) -> None:
    """Insert rows, by COPY where the database has it. A row has the columns of the table."""
    rows = list(rows)
    if not rows:
        return
    names = ", ".join(column.name for column in table.c)
    if connection.dialect.name == "postgresql":
        driver: Any = connection.connection.driver_connection
        with (
            driver.cursor() as cursor,
            cursor.copy(f"COPY {table.name} ({names}) FROM STDIN") as copy,
        ):
            for row in rows:
                copy.write_row(row)
    else:
        marks = ", ".join("?" * len(table.c))
        statement = f"INSERT INTO {table.name} ({names}) VALUES ({marks})"  # noqa: S608  (our own names)
        connection.exec_driver_sql(statement, rows)


def _sources(items: Iterable[Item]) -> dict[tuple[str, ...], tuple[str, SourceRecord]]:
    """Return what each source holds at the end of the batch: the id of a release, and the source."""
    found: dict[tuple[str, ...], tuple[str, SourceRecord]] = {}
    for item in items:
        source = item.record.source
        place: tuple[str, ...] = (source.path, source.record or "")
        if source.path == STDIN:
            place = (*place, item.record.id)
        found[place] = (item.record.id, source)
    return found


def _standing(connection: Connection, ids: Iterable[str]) -> dict[str, tuple[int, str]]:
    table = schema.releases
    rows = connection.execute(
        select(table.c.id, table.c.release, table.c.digest).where(table.c.id.in_(list(ids)))
    )
    return {row.id: (row.release, row.digest) for row in rows}


def _with_stored(connection: Connection, changed: dict[int, Item]) -> dict[int, Record]:
    """Return the records that change, with the fields that they lack taken from those stored."""
    lacking = [release for release, item in changed.items() if lacks_fields(item.record)]
    stored = records_of(connection, lacking) if lacking else {}
    return {
        release: with_fields_of(item.record, stored[release]) if release in stored else item.record
        for release, item in changed.items()
    }


def _remove_parts(connection: Connection, releases: Sequence[int]) -> None:
    if releases:
        for table in reversed(schema.PARTS):
            connection.execute(delete(table).where(table.c.release.in_(releases)))


def _update_heads(connection: Connection, heads: Sequence[Row]) -> None:
    if not heads:
        return
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    names = ", ".join(f"{column.name} = {mark}" for column in schema.releases.c)
    statement = f"UPDATE releases SET {names} WHERE release = {mark}"  # noqa: S608  (our own names)
    connection.exec_driver_sql(statement, [(*head, head[0]) for head in heads])


def _place_sources(
    connection: Connection,
    sources: dict[tuple[str, ...], tuple[str, SourceRecord]],
    numbers: dict[str, int],
    batch: _Batch,
) -> set[int]:
    """Bring ``sources`` up to date; return the releases that a source no longer holds."""
    table = schema.sources
    places = {place[:2] for place in sources}
    there: dict[_Place, dict[int, Any]] = {}
    for row in connection.execute(
        select(table).where(tuple_(table.c.path, table.c.record).in_(places))
    ):
        there.setdefault((row.path, row.record), {})[row.release] = row
    gone: list[tuple[int, str, str]] = []
    abandoned: set[int] = set()
    for place, (name, source) in sources.items():
        path, record = place[:2]
        wanted = source_row(source, numbers[name])
        standing = there.get((path, record), {})
        same = standing.get(numbers[name])
        if same is None or (same.format, same.sha256, same.url) != wanted[3:6]:
            batch.add("sources", wanted)
            if same is not None:
                gone.append((numbers[name], path, record))
        if path != STDIN:
            others = [release for release in standing if release != numbers[name]]
            gone.extend((release, path, record) for release in others)
            abandoned.update(others)
    if gone:
        connection.execute(
            delete(table).where(tuple_(table.c.release, table.c.path, table.c.record).in_(gone))
        )
    return abandoned


def _remove_abandoned(connection: Connection, releases: set[int]) -> int:
    if not releases:
        return 0
    table, sources = schema.releases, schema.sources
    held = exists().where(sources.c.release == table.c.release)
    done = connection.execute(delete(table).where(table.c.release.in_(releases), ~held))
    return done.rowcount
