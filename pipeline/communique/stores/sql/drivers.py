"""What is said to a database through its own driver, without SQLAlchemy."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterator, Sequence
from functools import reduce
from operator import iconcat
from typing import TYPE_CHECKING, Any

from communique.stores.sql.rows import Row

if TYPE_CHECKING:
    import psycopg

#: How long a writer waits for another one, in seconds.
PATIENCE = 120
#: How long to wait before a file that is locked is asked for again, in seconds.
_PAUSE = 0.02
#: Pages of SQLite, in bytes: a release fits into one, and the file is a quarter smaller for it.
_PAGE = 16_384
#: So many rows go into SQLite by one statement, which halves the time.
_ROWS_AT_ONCE = 50
#: Settings of PostgreSQL for who writes, as far as the server knows them: texts are packed by LZ4,
#: for its own way takes five times as long.
_QUICKLY = """
SELECT set_config(name, 'lz4', false) FROM pg_settings
WHERE name = 'default_toast_compression' AND 'lz4' = ANY(enumvals)"""


def prepare_sqlite(connection: sqlite3.Connection, *, writing: bool) -> None:
    """Make the settings of a new connection; transactions begin where they are begun."""
    connection.isolation_level = None
    connection.execute("PRAGMA foreign_keys = ON")
    if writing:
        connection.execute(f"PRAGMA page_size = {_PAGE}")  # of a file that is made now
        _write_ahead(connection)
        connection.execute("PRAGMA synchronous = NORMAL")
        connection.execute("PRAGMA cache_size = -65536")


def _write_ahead(connection: sqlite3.Connection) -> None:
    """Let the file be written by a log of its own; whoever sets this just now is waited for.

    SQLite's own patience does not hold here: two that open a new file at once are told at once that
    it is locked.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if "locked" not in str(error) or time.monotonic() >= deadline:
                raise
            time.sleep(_PAUSE)
        else:
            return


def prepare_postgresql(connection: psycopg.Connection) -> None:
    """Make the settings of a new connection that writes."""
    connection.execute(_QUICKLY)
    connection.commit()


def insert_into_sqlite(
    connection: sqlite3.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Insert rows, each with these columns."""
    row_marks = f"({', '.join('?' * len(columns))})"
    into = f"INSERT INTO {table} ({', '.join(columns)}) VALUES "  # noqa: S608 - our own names
    many = into + ", ".join([row_marks] * _ROWS_AT_ONCE)
    whole = len(rows) - len(rows) % _ROWS_AT_ONCE
    flat: Iterator[list[Any]] = (
        reduce(iconcat, rows[start : start + _ROWS_AT_ONCE], [])
        for start in range(0, whole, _ROWS_AT_ONCE)
    )
    connection.executemany(many, flat)
    connection.executemany(into + row_marks, rows[whole:])


def copy_into_postgresql(
    connection: psycopg.Connection, table: str, columns: Sequence[str], rows: Sequence[Row]
) -> None:
    """Insert rows, each with these columns, by COPY."""
    into = f"COPY {table} ({', '.join(columns)}) FROM STDIN"
    with connection.cursor() as cursor, cursor.copy(into) as copy:
        for row in rows:
            copy.write_row(row)
