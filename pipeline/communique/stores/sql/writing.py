"""Writing a batch of records in the transaction that the caller has begun."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, func, select, tuple_

from communique.records.model import Record
from communique.stores.sql import schema
from communique.stores.sql.among import among
from communique.stores.sql.bulk import make_keys
from communique.stores.sql.direct import STDIN
from communique.stores.sql.drivers import copy_into_postgresql, insert_into_sqlite
from communique.stores.sql.merging import lacks_fields, with_fields_of
from communique.stores.sql.migrating import lock
from communique.stores.sql.parsing import Batch, Item, add_rows, no_rows
from communique.stores.sql.plain import Values
from communique.stores.sql.reading import records_of
from communique.stores.sql.rows import Row, Rows, check, source_row

_Place = tuple[str, str]


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
class _Plan:
    """What is to be done: the numbers of all releases by id, and where rows get them from."""

    numbers: dict[str, int]
    moved: dict[int, int]  # the batch's rows: from their number to that of the release
    made: Rows  # rows that are made here
    replaced: set[int]
    written: Written


def write(connection: Connection, batch: Batch) -> Written:
    """Write records, and remove releases that are at no source any more.

    A release is its record's id, its content. One that stands there is replaced, unless it came
    from the same line; fields that the new record lacks stay. A source (path and record) holds one
    release: where it holds another than before, the one before goes, unless another source has it.

    Raises the driver's errors, and ``UnfitRecordError`` where a record contradicts itself together
    with what it lacks and stands there.
    """
    lock(connection)
    latest = {item.id: item for item in batch.items}
    sources = _sources(batch.items)
    plan = _plan(connection, latest, {name for name, _ in sources.values()})
    rows = _numbered(batch.rows, plan)
    heads = rows["releases"]
    if plan.replaced:
        _remove_parts(connection, plan.replaced)
        _update_heads(connection, [head for head in heads if head[0] in plan.replaced])
        rows["releases"] = [head for head in heads if head[0] not in plan.replaced]
    rows["sources"], abandoned = _placed(connection, sources, plan.numbers)
    if abandoned:
        make_keys(connection)
    for table in schema.TABLES:
        insert(connection, table, rows[table.name])
    plan.written.removed = _remove_abandoned(connection, abandoned)
    return plan.written


def insert(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, by COPY where the database has it. A row has the columns of the table."""
    if not rows:
        return
    driver: Any = connection.connection.driver_connection
    into = insert_into_sqlite if connection.dialect.name == "sqlite" else copy_into_postgresql
    into(driver, table.name, table.c.keys(), rows)


def standing(connection: Connection, ids: Collection[str]) -> dict[str, tuple[int, str]]:
    """Return the numbers and digests of those releases that the database holds."""
    table = schema.releases
    query = select(table.c.id, table.c.release, table.c.digest)
    rows = connection.execute(query.where(among(connection, [table.c.id], [(id_,) for id_ in ids])))
    return {name: (release, digest) for name, release, digest in rows}


def next_number(connection: Connection) -> int:
    """Return the number for the next new release."""
    return (connection.scalar(select(func.max(schema.releases.c.release))) or 0) + 1


def _plan(connection: Connection, latest: Mapping[str, Item], kept: Collection[str]) -> _Plan:
    """Say what to do with each record: add it, replace what stands there, or nothing."""
    plan = _Plan({}, {}, no_rows(), set(), Written())
    there = standing(connection, list(latest))
    following = next_number(connection)
    changed: dict[int, Item] = {}
    for name, item in latest.items():
        known = there.get(name)
        if known is None:
            if name not in kept:
                continue
            number = following if item.number is None else max(following, item.number)
            following = number + 1
            if item.number is None:  # it stood there when the lines were read, and went
                add_rows(item.values(), number, item.digest, plan.made)
            else:
                plan.moved[item.number] = number
            plan.written.new += 1
        else:
            number = known[0]
            if known[1] == item.digest:
                plan.written.unchanged += 1
            else:
                changed[number] = item
        plan.numbers[name] = number
    _plan_changed(connection, changed, plan)
    return plan


def _plan_changed(connection: Connection, changed: Mapping[int, Item], plan: _Plan) -> None:
    """Let records replace what stands there; those that lack fields take these from it first."""
    if changed:
        make_keys(connection)
    records = {
        number: Record.model_validate_json(item.line.content) for number, item in changed.items()
    }
    lacking = [number for number, record in records.items() if lacks_fields(record)]
    stored = records_of(connection, lacking) if lacking else {}
    for number, item in changed.items():
        if number in stored or item.number is None:
            record: Values = item.values()
            if number in stored:
                record = with_fields_of(records[number], stored[number]).model_dump(mode="json")
                check(record)
            add_rows(record, number, item.digest, plan.made)
        else:
            plan.moved[item.number] = number
        plan.replaced.add(number)
        plan.written.changed += 1


def _numbered(rows: Rows, plan: _Plan) -> Rows:
    """Return the rows to insert under the numbers of their releases, without those of no use."""
    moved = plan.moved
    as_they_are = all(before == after for before, after in moved.items()) and len(moved) == len(
        rows["releases"]
    )
    found = {
        name: table
        if as_they_are
        else [(moved[row[0]], *row[1:]) for row in table if row[0] in moved]
        for name, table in rows.items()
    }
    return {name: [*table, *plan.made[name]] for name, table in found.items()}


def _sources(items: Iterable[Item]) -> dict[tuple[str, ...], tuple[str, Values]]:
    """Return what each source holds at the end of the batch: the id of a release, and the source."""
    found: dict[tuple[str, ...], tuple[str, Values]] = {}
    for item in items:
        source = item.source
        place: tuple[str, ...] = (source["path"], source["record"] or "")
        if source["path"] == STDIN:
            place = (*place, item.id)
        found[place] = (item.id, source)
    return found


def _remove_parts(connection: Connection, releases: Collection[int]) -> None:
    for table in reversed(schema.PARTS):
        connection.execute(delete(table).where(table.c.release.in_(releases)))


def _update_heads(connection: Connection, heads: Sequence[Row]) -> None:
    mark = "?" if connection.dialect.name == "sqlite" else "%s"
    names = ", ".join(f"{column.name} = {mark}" for column in schema.releases.c)
    statement = f"UPDATE releases SET {names} WHERE release = {mark}"  # noqa: S608  (our own names)
    connection.exec_driver_sql(statement, [(*head, head[0]) for head in heads])


def _placed(
    connection: Connection,
    sources: Mapping[tuple[str, ...], tuple[str, Values]],
    numbers: Mapping[str, int],
) -> tuple[list[Row], set[int]]:
    """Return the rows that ``sources`` lacks, and the releases that a source no longer holds."""
    table = schema.sources
    there: dict[_Place, dict[int, Row]] = {}
    places = {place[:2] for place in sources}
    there_too = among(connection, [table.c.path, table.c.record], places)
    for row in connection.execute(select(table).where(there_too)):
        there.setdefault((row.path, row.record), {})[row.release] = tuple(row)
    new: list[Row] = []
    gone: list[tuple[int, str, str]] = []
    abandoned: set[int] = set()
    for place, (name, source) in sources.items():
        number = numbers[name]
        wanted = source_row(source, number)
        standing_there = there.get((wanted[1], wanted[2]), {})
        same = standing_there.get(number)
        if same is None or same[3:6] != wanted[3:6]:
            new.append(wanted)
            if same is not None:
                gone.append((number, wanted[1], wanted[2]))
        if place[0] != STDIN:
            others = [release for release in standing_there if release != number]
            gone.extend((release, wanted[1], wanted[2]) for release in others)
            abandoned.update(others)
    if gone:
        connection.execute(
            delete(table).where(tuple_(table.c.release, table.c.path, table.c.record).in_(gone))
        )
    return new, abandoned


def _remove_abandoned(connection: Connection, releases: Collection[int]) -> int:
    """Remove releases that no source holds, with all that belongs to them."""
    if not releases:
        return 0
    held = select(schema.sources.c.release).where(schema.sources.c.release.in_(releases))
    without = set(releases) - set(connection.scalars(held))
    if without:
        _remove_parts(connection, without)
        table = schema.releases
        connection.execute(delete(table).where(table.c.release.in_(without)))
    return len(without)
