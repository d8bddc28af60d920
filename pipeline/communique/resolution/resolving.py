"""Joining the people and bodies of the releases of a database."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TypeVar

from sqlalchemy import Connection, delete, func, select

from communique.resolution.clustering import clusters, unmet
from communique.resolution.pairing import find_pairs, score_pairs
from communique.resolution.profiles import described
from communique.resolution.results import keep, name_entities
from communique.resolution.rules import Rules
from communique.resolution.scratch import Scratch
from communique.resolution.weights import default_threshold
from communique.stores.sql import schema
from communique.stores.sql.engine import DatabaseError, open_engine
from communique.stores.sql.keys import name_key
from communique.stores.sql.migrating import check_version, lock, migrate
from communique.stores.sql.patience import patient
from communique.stores.sql.writing import insert

_ROWS = 5000
_MEMBERS = ((schema.entity_people, "p"), (schema.entity_organizations, "o"))

_T = TypeVar("_T")


@dataclass(frozen=True)
class Resolution:
    """What a resolution did. ``unmet`` are the sides of rules that name nothing."""

    releases: int = 0
    profiles: int = 0
    pairs: int = 0
    entities: int = 0
    members: int = 0
    seconds: float = 0.0
    unmet: list[str] = field(default_factory=list)


def resolve(db: str, rules: Rules | None = None, threshold: float | None = None) -> Resolution:
    """Join what is the same in the releases of a database; what was joined before is done anew.

    An entity that was there keeps its id. The rows of the records stay as they are. Raises
    ``DatabaseError`` where the database cannot be used, or changed meanwhile, and ``RulesError``
    where rules contradict each other.
    """
    start = time.monotonic()
    rules = rules or Rules()
    open_engine(db).dispose()  # nothing is made where there is no database
    engine = open_engine(db, writing=True)
    try:
        patient(engine, migrate, 0)
        with Scratch() as scratch:
            with open_engine(db).begin() as connection:
                check_version(connection)
                state = _state(connection)
                for release in described(connection):
                    scratch.add(release, rules)
                _read_standing(connection, scratch)
            pairs = find_pairs(scratch)
            score_pairs(scratch, default_threshold() if threshold is None else threshold)
            keep(scratch, clusters(scratch, rules), rules)
            name_entities(scratch)

            def write(connection: Connection) -> None:
                lock(connection)
                if _state(connection) != state:
                    raise DatabaseError("records were loaded meanwhile: resolve again")
                _write(connection, scratch)

            patient(engine, write, 0)
            count = scratch.db.execute
            return Resolution(
                count("SELECT count(*) FROM context").fetchone()[0],
                count("SELECT count(*) FROM profile").fetchone()[0],
                pairs,
                count("SELECT count(*) FROM cluster").fetchone()[0],
                count("SELECT count(*) FROM member").fetchone()[0],
                time.monotonic() - start,
                unmet(scratch, rules),
            )
    finally:
        engine.dispose()


def undo(db: str) -> int:
    """Drop what was joined, and return how many entities that were; records stay as they are.

    Raises ``DatabaseError`` where the database cannot be used.
    """
    open_engine(db).dispose()
    engine = open_engine(db, writing=True)

    def drop(connection: Connection) -> int:
        check_version(connection)
        lock(connection)
        count = connection.scalar(select(func.count()).select_from(schema.entities)) or 0
        _clear(connection)
        return count

    try:
        return patient(engine, drop, 0)
    finally:
        engine.dispose()


def _state(connection: Connection) -> str:
    """Return a digest of which records the database holds."""
    digest = hashlib.blake2b()
    table = schema.releases.c
    for row in connection.execute(
        select(table.release, table.digest).order_by(table.release),
        execution_options={"yield_per": _ROWS},
    ):
        digest.update(f"{row[0]} {row[1]}\n".encode())
    return digest.hexdigest()


def _read_standing(connection: Connection, scratch: Scratch) -> None:
    for table, _ in _MEMBERS:
        own = list(table.primary_key)[1]
        rows = connection.execute(
            select(schema.releases.c.id, own, schema.entities.c.entity, schema.entities.c.since)
            .join(table, table.c.release == schema.releases.c.release)
            .join(schema.entities, schema.entities.c.entity == table.c.entity),
            execution_options={"yield_per": _ROWS},
        )
        scratch.db.executemany(
            "INSERT INTO standing VALUES (?, ?, ?)",
            ((f"{release}-{local}", entity, since) for release, local, entity, since in rows),
        )


def _clear(connection: Connection) -> None:
    for table in reversed(schema.RESOLVED):
        connection.execute(delete(table))


def _write(connection: Connection, scratch: Scratch) -> None:
    _clear(connection)
    heads = scratch.db.execute(
        "SELECT c.entity, p.reference, c.name, c.country, c.since FROM cluster c "
        "JOIN profile p ON p.reference = c.first ORDER BY c.entity"
    )
    for some in _batches(iter(heads)):
        rows = [
            (entity, _kind(reference), name, name_key(name), country, since)
            for entity, reference, name, country, since in some
        ]
        insert(connection, schema.entities, rows)
    for table, letter in _MEMBERS:
        members = scratch.db.execute(
            "SELECT p.release, p.reference, c.entity, m.joined_to, m.points, m.reasons "
            "FROM member m JOIN profile p USING (profile) JOIN cluster c USING (cluster) "
            "WHERE p.reference LIKE ? ORDER BY p.release, p.reference",
            (f"%-{letter}%",),
        )
        for some in _batches(iter(members)):
            insert(
                connection,
                table,
                [(row[0], row[1].partition("-")[2], *row[2:]) for row in some],
            )


def _kind(reference: str) -> str:
    return "person" if reference.partition("-")[2].startswith("p") else "organization"


def _batches(rows: Iterator[_T]) -> Iterator[list[_T]]:
    while some := list(islice(rows, _ROWS)):
        yield some
