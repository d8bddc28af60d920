"""Records that are new, written by the process that parsed them; here too without SQLAlchemy.

Rows that go from one process to another cost as much as writing some of them does, and PostgreSQL
can take rows from two connections at once. What is not plainly new is left to ``writing``.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import TYPE_CHECKING, Any, NamedTuple

from pydantic_core import to_json

from communique.stores.sql.drivers import (
    PATIENCE,
    copy_into_postgresql,
    insert_into_sqlite,
    prepare_postgresql,
    prepare_sqlite,
)
from communique.stores.sql.parsing import Parsed, Said
from communique.stores.sql.rows import Row, source_row

if TYPE_CHECKING:
    import psycopg

#: Standard input, which says nothing of where a release comes from.
STDIN = "-"
#: Held by whoever changes the database, in PostgreSQL; a number that other programs hardly use.
LOCK = 7_266_366_784_700
#: Held, by several at once, by the processes that write for the one that holds the other.
HELPERS_LOCK = LOCK + 1


class Target(NamedTuple):
    """A database as its driver connects to it, and the columns of its tables in their order."""

    is_sqlite: bool
    options: dict[str, Any]
    columns: dict[str, list[str]]


class Claim(NamedTuple):
    """What new records take for themselves: their ids and places, and the numbers of releases."""

    ids: list[str]
    places: list[tuple[str, str]]
    first: int
    last: int

    def shift(self, start: int) -> int:
        """Return what is added to the numbers so that none comes before ``start``."""
        return max(0, start - self.first)

    def following(self, start: int) -> int:
        """Return the number that is free behind these then."""
        return self.last + self.shift(start) + 1


def claim_of(said: Sequence[Said]) -> Claim | None:
    """Return what the records of a batch claim; None where there are none, or not all have rows."""
    records = [one for one in said if not isinstance(one, str)]
    numbers = [number for *_, number in records if number is not None]
    if not records or len(numbers) < len(records):
        return None
    sources = [source for _, _, source, _ in records]
    places = [(one["path"], one["record"] or "") for one in sources if one["path"] != STDIN]
    return Claim([name for name, *_ in records], places, min(numbers), max(numbers))


def apart(claims: Sequence[Claim]) -> bool:
    """Whether nothing is claimed twice."""
    ids = list(chain.from_iterable(claim.ids for claim in claims))
    places = list(chain.from_iterable(claim.places for claim in claims))
    return len(set(ids)) == len(ids) and len(set(places)) == len(places)


class DirectWriter:
    """A connection of its own, opened when it is first needed, and again after a failure."""

    def __init__(self, target: Target) -> None:
        self._target = target
        self._sqlite: sqlite3.Connection | None = None
        self._postgresql: psycopg.Connection | None = None

    def add(self, parsed: Parsed, holder: int | None, start: int | None) -> bool:
        """Write all records of a batch in one transaction, if all are new; else none.

        None either, and False, where the database does not let it: who asked writes them then, and
        hears why. In PostgreSQL ``holder`` is the server's process that holds the lock for this one,
        and ``start`` the first number that releases may get; SQLite is asked for that.
        """
        claim = claim_of(parsed.said)
        if claim is None:
            return False
        try:
            if self._target.is_sqlite:
                return self._add_to_sqlite(parsed, claim)
            return self._add_to_postgresql(parsed, claim, holder, start or 1)
        except Exception:  # noqa: BLE001 - whatever it is, it comes again where it is told of
            self._close()
            return False

    def _add_to_sqlite(self, parsed: Parsed, claim: Claim) -> bool:
        if self._sqlite is None:
            self._sqlite = sqlite3.connect(**self._target.options, timeout=PATIENCE)
            prepare_sqlite(self._sqlite, writing=True)
            # The rows of a new record refer to each other and to nothing else, as ``rows.check``
            # has seen: looking for what they refer to would take a third of the time.
            self._sqlite.execute("PRAGMA foreign_keys = OFF")
            # What is None goes to the driver as it is, but only where it is told so does it not
            # look for other ways first, which takes a sixth of the time.
            sqlite3.register_adapter(type(None), {None: None}.get)
        connection = self._sqlite
        connection.execute("BEGIN IMMEDIATE")
        ids, places = (to_json(value).decode() for value in (claim.ids, claim.places))
        claimed = ((ids,), (places,))
        if _finds(connection, zip(_TAKEN_IN_SQLITE, claimed, strict=True)):
            connection.execute("ROLLBACK")
            return False
        (last,) = connection.execute("SELECT coalesce(max(release), 0) FROM releases").fetchone()
        shift = claim.shift(last + 1)
        trigger = connection.execute(_TRIGGER).fetchone()
        if trigger:
            connection.execute("DROP TRIGGER releases_search_insert")
        for table, rows in _all_rows(parsed, shift).items():
            insert_into_sqlite(connection, table, self._target.columns[table], rows)
        if trigger:
            connection.execute(_SEARCHED, (claim.first + shift, claim.last + shift))
            connection.execute(*trigger)
        connection.execute("COMMIT")
        return True

    def _add_to_postgresql(
        self, parsed: Parsed, claim: Claim, holder: int | None, start: int
    ) -> bool:
        if self._postgresql is None:
            import psycopg  # noqa: PLC0415 - of an extra

            self._postgresql = psycopg.connect(**self._target.options)
            prepare_postgresql(self._postgresql)
        connection = self._postgresql
        connection.execute("SELECT pg_advisory_xact_lock_shared(%s)", [HELPERS_LOCK])
        held = connection.execute(_HELD, [holder, LOCK >> 32, LOCK & 0xFFFFFFFF]).fetchone()
        paths, records = ([place[part] for place in claim.places] for part in (0, 1))
        claimed = ((claim.ids,), (paths, records))
        if not held or _finds(connection, zip(_TAKEN_IN_POSTGRESQL, claimed, strict=True)):
            connection.rollback()
            return False
        for table, rows in _all_rows(parsed, claim.shift(start)).items():
            copy_into_postgresql(connection, table, self._target.columns[table], rows)
        connection.commit()
        return True

    def _close(self) -> None:
        """Give the connection up, with what it has begun."""
        for connection in (self._sqlite, self._postgresql):
            if connection is not None:
                connection.close()
        self._sqlite = self._postgresql = None


#: What lets texts be sought for. Row by row it takes four times as long as for many at once.
_TRIGGER = "SELECT sql FROM sqlite_master WHERE name = 'releases_search_insert'"
_SEARCHED = """
INSERT INTO releases_search (rowid, title, text)
SELECT release, title, text FROM releases WHERE release BETWEEN ? AND ?"""
_HELD = """
SELECT 1 FROM pg_locks
WHERE locktype = 'advisory' AND pid = %s AND classid = %s AND objid = %s AND granted"""
#: What finds a row where ids or places that are claimed are another's.
_TAKEN_IN_SQLITE = (
    "SELECT 1 FROM releases WHERE id IN (SELECT value FROM json_each(?)) LIMIT 1",
    """SELECT 1 FROM sources WHERE (path, record) IN (
        SELECT json_extract(value, '$[0]'), json_extract(value, '$[1]') FROM json_each(?)) LIMIT 1""",
)
_TAKEN_IN_POSTGRESQL = (
    "SELECT 1 FROM releases WHERE id = ANY(%s) LIMIT 1",
    """SELECT 1 FROM sources WHERE (path, record) IN (
        SELECT * FROM unnest(%s::text[], %s::text[])) LIMIT 1""",
)


def _finds(connection: Any, questions: Iterable[tuple[str, Sequence[Any]]]) -> bool:  # noqa: ANN401
    """Whether one of the questions has an answer; all drivers are asked alike."""
    return any(connection.execute(*question).fetchone() for question in questions)


def _all_rows(parsed: Parsed, shift: int) -> dict[str, list[Row]]:
    """Return the rows of tables that have some, with those of sources, under shifted numbers."""
    records = [one for one in parsed.said if not isinstance(one, str)]
    sources = [source_row(source, number or 0) for _, _, source, number in records]
    rows = {name: table for name, table in {**parsed.rows, "sources": sources}.items() if table}
    if shift:
        return {name: [(row[0] + shift, *row[1:]) for row in table] for name, table in rows.items()}
    return rows
