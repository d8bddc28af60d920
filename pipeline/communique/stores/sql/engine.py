"""Which database, and how to speak with it."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import ArgumentError

from communique.stores.sql.drivers import PATIENCE, prepare_postgresql, prepare_sqlite

if TYPE_CHECKING:
    import psycopg


class DatabaseError(Exception):
    """A database that cannot be used; the message says why, without any password."""


def database_url(db: str) -> URL:
    """Return the address of a database: a URL, or the path of an SQLite file.

    Raises ``DatabaseError`` for a kind of database that is not supported.
    """
    if "://" not in db:
        return URL.create("sqlite", database=db)
    try:
        url = make_url(db)
    except ArgumentError as error:
        raise DatabaseError(f"no address of a database: {error}") from None
    if url.drivername in {"postgresql", "postgres"}:
        return url.set(drivername="postgresql+psycopg")
    if url.drivername not in {"sqlite", "postgresql+psycopg"}:
        raise DatabaseError(f"{url.drivername} is no kind of database that records go to")
    return url


def open_engine(db: str, *, writing: bool = False) -> Engine:
    """Return an engine for a database; an SQLite file is made only for ``writing``.

    Transactions of an SQLite engine that writes take the right to write at their beginning, so that
    two of them wait for each other instead of failing. Raises ``DatabaseError`` where the driver is
    lacking or there is no such file.
    """
    url = database_url(db)
    if url.drivername == "sqlite":
        return _sqlite(url, writing)
    try:
        engine = create_engine(url, pool_pre_ping=True, pool_size=1, max_overflow=1)
    except ModuleNotFoundError as error:
        raise DatabaseError(
            f"PostgreSQL needs the extra communique[postgresql] ({error})"
        ) from None

    @event.listens_for(engine, "connect")
    def connected(connection: psycopg.Connection, _record: object) -> None:
        if writing:
            prepare_postgresql(connection)

    return engine


def shown(engine: Engine) -> str:
    """Return the address of a database for people to read: no password."""
    url = engine.url
    return url.database or ":memory:" if _is_sqlite(engine) else url.render_as_string()


def _is_sqlite(engine: Engine) -> bool:
    return engine.dialect.name == "sqlite"


def _sqlite(url: URL, writing: bool) -> Engine:
    if url.database and url.database != ":memory:":
        path = Path(url.database)
        if writing:
            try:
                path.parent.mkdir(parents=True, exist_ok=True)
            except OSError as error:
                raise DatabaseError(f"{path} cannot be made: {error.strerror}") from None
        elif not path.is_file():
            raise DatabaseError(f"there is no database at {path}")
    engine = create_engine(url, connect_args={"timeout": PATIENCE})

    @event.listens_for(engine, "connect")
    def connected(connection: sqlite3.Connection, _record: object) -> None:
        prepare_sqlite(connection, writing=writing)

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")

    return engine
