"""Transactions that are done again when the database went away meanwhile."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import TypeVar

from sqlalchemy import Connection, Engine
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from communique.stores.sql.engine import DatabaseError, shown

_T = TypeVar("_T")

#: Classes of SQLSTATE for which PostgreSQL may do it the next time: connection lost, transaction
#: undone, out of resources, server shut down or starting.
_PASSING = ("08", "40", "53", "57P")
#: … and for which it never will, because of the data: wrong values, broken keys, too large.
_DATA = ("22", "23", "54")


class UnfitDataError(Exception):
    """Rows that a database refuses for what is in them."""


def patient(engine: Engine, work: Callable[[Connection], _T], wait: float) -> _T:
    """Do something in a transaction, again and again while the database is away.

    ``work`` must come to the same whether or not it was done before: a connection that breaks at
    the commit does not tell. Raises ``DatabaseError`` when the database is away for ``wait``
    seconds or cannot be used, and ``UnfitDataError`` when it refuses the data.
    """
    pause = 0.1
    deadline = time.monotonic() + wait
    while True:
        try:
            with engine.begin() as connection:
                return work(connection)
        except Exception as error:
            _judge(engine, error)
            if time.monotonic() >= deadline:
                raise DatabaseError(f"{shown(engine)}: {_message(error)}") from error
            engine.dispose()
            time.sleep(min(pause, max(0.0, deadline - time.monotonic())))
            pause = min(pause * 2, 2.0)


def _judge(engine: Engine, error: Exception) -> None:
    """Return where trying again may help; raise otherwise."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    kinds = {kind.__name__ for kind in type(original).__mro__}
    state = getattr(original, "sqlstate", None)
    if isinstance(original, OverflowError) or (state or "").startswith(_DATA):
        raise UnfitDataError(_message(error)) from error
    if engine.dialect.name == "sqlite":
        if kinds & {"DataError", "IntegrityError"}:
            raise UnfitDataError(_message(error)) from error
        if "OperationalError" in kinds and "locked" in str(original):
            return
    elif state is None and kinds & {"OperationalError", "InterfaceError", "PendingRollbackError"}:
        return  # no connection, or none any more
    elif state is not None and state.startswith(_PASSING):
        return
    if isinstance(error, SQLAlchemyError) or "DatabaseError" in kinds:
        raise DatabaseError(f"{shown(engine)}: {_message(error)}") from error
    raise error


def _message(error: Exception) -> str:
    """Return what the driver said, in one line, without the statement and its values."""
    original = error.orig if isinstance(error, DBAPIError) and error.orig else error
    return " ".join(str(original).split()) or type(original).__name__
