"""Batches of new records, written at once by the processes that have their rows."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress

from sqlalchemy import Engine, text
from sqlalchemy.exc import SQLAlchemyError

from communique.stores.sql import schema
from communique.stores.sql.ahead import PROCESSES, Ahead
from communique.stores.sql.direct import Target, apart, claim_of
from communique.stores.sql.migrating import lock
from communique.stores.sql.writing import next_number


def target_of(engine: Engine) -> Target | None:
    """Return the database as another process reaches it; None where none can."""
    url = engine.url
    columns = {str(table.name): [*map(str, table.c.keys())] for table in schema.TABLES}
    if engine.dialect.name == "sqlite":
        if not url.database or url.database == ":memory:" or url.query:
            return None
        return Target(True, {"database": url.database}, columns)
    arguments, options = engine.dialect.create_connect_args(url)
    plain = {name: value for name, value in options.items() if isinstance(value, str | int)}
    return None if arguments else Target(False, plain, columns)


def at_once(target: Target | None) -> int:
    """Return how many batches can be written at the same time: SQLite has one writer."""
    return PROCESSES if target is not None and not target.is_sqlite else 1


def add(engine: Engine, batches: Sequence[Ahead]) -> list[bool]:
    """Let the processes that parsed batches write them, and return which were written so.

    They write what is new through and through, without regard to each other, while this process
    keeps other loaders away. What was not written, whyever, is to be written by ``writing``.
    """
    claims = [claim for batch in batches if (claim := claim_of(batch.said)) is not None]
    done = [False] * len(batches)
    if len(claims) < len(batches) or not apart(claims):
        return done
    if engine.dialect.name == "sqlite":
        return [batch.write(None, None) and batch.written() for batch in batches]
    with suppress(SQLAlchemyError), engine.begin() as connection:
        lock(connection)
        holder = connection.scalar(text("SELECT pg_backend_pid()"))
        start = next_number(connection)
        asked = []
        for batch, claim in zip(batches, claims, strict=True):
            asked.append(batch.write(holder, start))
            start = claim.following(start)
        done = [was and batch.written() for was, batch in zip(asked, batches, strict=True)]
    return done
