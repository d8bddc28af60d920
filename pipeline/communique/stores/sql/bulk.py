"""The first load of many records: indexes and keys of the tables are made when all rows are there.

What is taken away meanwhile stands as statements in a table of the database itself, so that
whichever load comes to its end next makes it again, also after one that was killed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain

from sqlalchemy import Connection, Engine, Table, func, inspect, select, text
from sqlalchemy.exc import SQLAlchemyError

from communique.stores.sql.migrating import UNFINISHED, lock
from communique.stores.sql.schema import (
    PARTS,
    RESOLVED,
    TABLES,
    organizations,
    people,
    releases,
    sources,
)

#: A database with so few releases is as good as empty: making its indexes anew costs nothing.
FEW = 500

#: For the indexes and the checks of keys that are made at the end, in PostgreSQL.
_MEMORY = "128MB"

_INDEXES = """
SELECT 'DROP INDEX ' || i.indexrelid::regclass, pg_get_indexdef(i.indexrelid)
FROM pg_index i WHERE i.indrelid = to_regclass(:table) AND NOT i.indisunique"""
_KEYS = """
SELECT format('ALTER TABLE %s DROP CONSTRAINT %I', conrelid::regclass, conname),
    format('ALTER TABLE %s ADD CONSTRAINT %I %s',
        conrelid::regclass, conname, pg_get_constraintdef(oid))
FROM pg_constraint WHERE contype = :kind AND conrelid = to_regclass(:table)"""
_PRIMARY, _FOREIGN = "p", "f"
#: Of what stands there to be made: keys that refer to releases, and other foreign keys.
_TO_RELEASES = "statement LIKE '% REFERENCES releases(%'"
_FOREIGN_KEYS = "statement LIKE '% FOREIGN KEY %'"
#: Tables whose indexes another connection makes: no statement but those of foreign keys needs them.
_ASIDE = ((people, organizations), (releases,))


def is_unfinished(connection: Connection) -> bool:
    """Whether a load of many records has begun and not come to its end."""
    return inspect(connection).has_table(UNFINISHED)


def begin(connection: Connection) -> None:
    """Take indexes, keys and search away, where the database holds hardly any releases."""
    lock(connection)
    count = connection.scalar(select(func.count()).select_from(releases)) or 0
    if count >= FEW or is_unfinished(connection):
        return
    connection.execute(text(f"CREATE TABLE {UNFINISHED} (place INTEGER, statement TEXT)"))
    sqlite = connection.dialect.name == "sqlite"
    found = list(_sqlite(connection) if sqlite else _postgresql(connection))
    for take, _ in reversed(found):
        if take:
            connection.exec_driver_sql(take)
    for place, (_, make) in enumerate(found):
        connection.execute(
            text(f"INSERT INTO {UNFINISHED} VALUES (:place, :make)"),  # noqa: S608
            {"place": place, "make": make},
        )


def make_keys(connection: Connection) -> None:
    """Make the primary keys, if any were taken away: rows of a release are sought for by them."""
    if connection.dialect.name == "postgresql" and is_unfinished(connection):
        _make(connection, f"{UNFINISHED} WHERE statement LIKE '% PRIMARY KEY %'")


def finish(connection: Connection) -> None:
    """Make what was taken away; nothing where nothing was.

    In PostgreSQL another connection makes some of the indexes meanwhile: that of the search takes as
    long as most of the others together.
    """
    lock(connection)
    if not is_unfinished(connection):
        return
    if connection.dialect.name == "postgresql":
        with ThreadPoolExecutor(1) as aside:
            named, searched = (
                aside.submit(_make_indexes, connection.engine, tables) for tables in _ASIDE
            )
            others = [table for table in TABLES if table not in chain(*_ASIDE)]
            for table in others:
                _analyze(connection, table)
            indexes = " OR ".join(_indexes_of(table) for tables in _ASIDE for table in tables)
            _make(connection, f"{UNFINISHED} WHERE NOT ({indexes} OR {_FOREIGN_KEYS})")
            with suppress(SQLAlchemyError):  # no second connection: then all is made by this one
                named.result()
                _make(connection, f"{UNFINISHED} WHERE {_FOREIGN_KEYS} AND NOT {_TO_RELEASES}")
                searched.result()
    _make(connection, UNFINISHED)
    connection.execute(text(f"DROP TABLE {UNFINISHED}"))


def _make_indexes(engine: Engine, tables: Iterable[Table]) -> None:
    """Make indexes of tables in a transaction of its own, which lets nobody write there."""
    with engine.begin() as connection:
        for table in tables:
            _analyze(connection, table)
            _make(connection, f"{UNFINISHED} WHERE {_indexes_of(table)}")


def _indexes_of(table: Table) -> str:
    return f"statement LIKE 'CREATE INDEX {table.name}!_%' ESCAPE '!'"


def _analyze(connection: Connection, table: Table) -> None:
    """Count what stands in the columns that are sought by, of which some are words of thousands."""
    sought = {*table.primary_key, *(c for index in table.indexes for c in index.columns)}
    sought.update(column for column in table.columns if column.foreign_keys)
    names = ", ".join(column.name for column in table.columns if column in sought)
    connection.execute(text(f"ANALYZE {table.name} ({names})"))


def _make(connection: Connection, which: str) -> None:
    """Run statements that stand in the table, in their order, and take them out of it."""
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SET LOCAL maintenance_work_mem = '{_MEMORY}'"))
    query = text(f"SELECT statement FROM {which} ORDER BY place")  # noqa: S608 - our own names
    for statement in connection.scalars(query).all():
        connection.exec_driver_sql(statement)
    connection.execute(text(f"DELETE FROM {which}"))  # noqa: S608 - our own names


def _sqlite(connection: Connection) -> Iterator[tuple[str | None, str]]:
    """Yield what takes something away, and what makes it again."""
    yield None, "INSERT INTO releases_search (releases_search) VALUES ('rebuild')"
    names = [table.name for table in TABLES if table is not sources]
    query = text(
        "SELECT type, name, tbl_name, sql FROM sqlite_master "
        "WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid"
    )
    for kind, name, table, statement in connection.execute(query).all():
        if table in names:
            yield f"DROP {kind} {name}", statement


def _postgresql(connection: Connection) -> Iterator[tuple[str | None, str]]:
    """Yield what takes something away, and what makes it again; foreign keys rest on primary ones.

    Releases and sources are sought for all the time, and what is joined across releases refers to
    people and organizations: these keep their primary keys.
    """
    kept = {key.referred_table for table in RESOLVED for key in table.foreign_key_constraints}
    yield from _found(connection, _INDEXES, (table for table in TABLES if table is not sources))
    yield from _found(connection, _KEYS, (t for t in PARTS if t not in kept), kind=_PRIMARY)
    yield from _found(connection, _KEYS, TABLES, kind=_FOREIGN)


def _found(
    connection: Connection, query: str, tables: Iterable[Table], **values: str
) -> Iterator[tuple[str, str]]:
    for table in tables:
        rows = connection.execute(text(query), {"table": table.name, **values})
        yield from ((take, make) for take, make in rows.all())
