"""Batches of new records, written by the processes that have their rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import suppress
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine, text
from sqlalchemy.exc import SQLAlchemyError

from communique.stores.sql import schema
from communique.stores.sql.ahead import PROCESSES, Ahead
from communique.stores.sql.direct import Claim, Target, apart, claim_of
from communique.stores.sql.migrating import lock
from communique.stores.sql.writing import next_number

#: After so many batches another loader gets its turn.
_TURN = 10


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


def added(engine: Engine, batches: Iterable[Ahead]) -> Iterator[tuple[Ahead, bool]]:
    """Yield each batch once, and whether the process that parsed it has written it.

    Processes write what is new through and through, without regard to each other and while the next
    batches are parsed; this process keeps other loaders away meanwhile. What was not written,
    whyever, is to be written by ``writing``: nobody else is writing then.
    """
    with _Writing(engine) as writing:
        for batch in batches:
            if batch.written is not None:
                yield from writing.ended(batch)
                continue
            claim = claim_of(batch.said)
            if claim is None or not writing.is_apart(claim) or writing.has_had_its_turn:
                yield from writing.all_ended()
            yield from writing.made_room()
            if claim is None or not writing.is_apart(claim) or not writing.begin(batch, claim):
                yield from writing.all_ended()
                yield batch, False
        yield from writing.all_ended()


class _Writing:
    """Batches that processes are writing, in their order; a context manager.

    In PostgreSQL a transaction of this process holds the lock for all of them.
    """

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self._room = 1 if engine.dialect.name == "sqlite" else PROCESSES
        self._claims: dict[Ahead, Claim] = {}
        self._connection: Connection | None = None
        self._holder: int | None = None
        self._start = 1
        self._begun = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._unlock()

    @property
    def has_had_its_turn(self) -> bool:
        """Whether it is for other loaders to write now."""
        return self._begun >= _TURN

    def is_apart(self, claim: Claim) -> bool:
        """Whether nothing is claimed twice, within it or by what is being written."""
        return apart([*self._claims.values(), claim])

    def begin(self, batch: Ahead, claim: Claim) -> bool:
        """Let the process that parsed a batch write it; False where it can't."""
        try:
            start = self._number(claim)
        except SQLAlchemyError:
            return False
        if not batch.write(self._holder, start):
            return False
        self._claims[batch] = claim
        self._begun += 1
        return True

    def made_room(self) -> Iterator[tuple[Ahead, bool]]:
        """Wait until one more batch can be written; yield those that are written then."""
        while len(self._claims) >= self._room:
            yield from self.ended(next(iter(self._claims)))

    def ended(self, batch: Ahead) -> Iterator[tuple[Ahead, bool]]:
        """Yield a batch that is written, or else all of them when they have come to an end."""
        if not batch.wait():
            yield from self.all_ended()
        elif self._claims.pop(batch, None):
            yield batch, True

    def all_ended(self) -> Iterator[tuple[Ahead, bool]]:
        """Wait until nothing is being written any more, and give the lock up."""
        done = [(batch, batch.wait()) for batch in self._claims]
        self._claims.clear()
        self._unlock()
        yield from sorted(done, key=lambda one: not one[1])

    def _number(self, claim: Claim) -> int | None:
        """Return the first number that the releases of a claim may get, under the lock."""
        if self._engine.dialect.name == "sqlite":
            return None
        if self._connection is None:
            self._connection = self._engine.connect()
            self._connection.begin()
            lock(self._connection)
            self._holder = self._connection.scalar(text("SELECT pg_backend_pid()"))
            self._start = next_number(self._connection)
        start, self._start = self._start, claim.following(self._start)
        return start

    def _unlock(self) -> None:
        connection, self._connection, self._begun = self._connection, None, 0
        if connection is not None:
            with suppress(SQLAlchemyError):
                connection.close()
