"""Why people and bodies are joined, or are not."""

from __future__ import annotations

import re
from dataclasses import dataclass

from sqlalchemy import Connection, and_, select

from communique.resolution.pairing import pair_score
from communique.resolution.profiles import describe
from communique.resolution.scores import Score, Seen
from communique.resolution.scratch import grouped
from communique.stores.sql import schema
from communique.stores.sql.engine import DatabaseError

_REFERENCE = re.compile(r"(.+?)-([po]\d+)(?:\.\d+)?")


@dataclass(frozen=True)
class Member:
    """A person or body of a release that belongs to an entity, and why it does.

    The first of an entity was joined to nothing; one that a release has in the same words as another
    one, or that a rule joined, has no points.
    """

    reference: str
    name: str
    published: str | None
    title: str | None
    joined_to: str | None
    points: float | None
    reasons: str | None


@dataclass(frozen=True)
class Entity:
    """An entity and its members, by the day of their releases."""

    id: str
    kind: str
    name: str
    country: str | None
    members: list[Member]


def entity_of(connection: Connection, wanted: str) -> Entity:
    """Return the entity of an id, or of the reference of one of its members.

    Raises ``DatabaseError`` where there is none.
    """
    found = connection.execute(
        select(schema.entities).where(schema.entities.c.entity == wanted)
    ).first()
    if found is None:
        found = connection.execute(
            select(schema.entities).where(schema.entities.c.entity == _entity(connection, wanted))
        ).first()
    if found is None:
        raise DatabaseError(f"{wanted} is joined with nothing")
    is_person = found.kind == "person"
    table, members = (
        (schema.people, schema.entity_people)
        if is_person
        else (schema.organizations, schema.entity_organizations)
    )
    own = list(table.primary_key)[1]
    local = list(members.primary_key)[1]
    heads = schema.releases.c
    rows = connection.execute(
        select(
            heads.id,
            own,
            table.c.name,
            heads.publish_date,
            heads.title,
            members.c.joined_to,
            members.c.score,
            members.c.reasons,
        )
        .join_from(members, schema.releases, heads.release == members.c.release)
        .join(table, and_(table.c.release == members.c.release, own == local))
        .where(members.c.entity == found.entity)
        .order_by(heads.publish_date.is_(None), heads.publish_date, heads.id, own)
    )
    return Entity(
        found.entity,
        found.kind,
        found.name,
        found.country,
        [
            Member(f"{row[0]}-{row[1]}", row[2], row[3].isoformat() if row[3] else None, *row[4:])
            for row in rows
        ],
    )


def why(connection: Connection, one: str, other: str) -> Score:
    """Return the features of a pair by their references, whether joined or not.

    Raises ``DatabaseError`` where the database has no such person or body.
    """
    return pair_score(_seen(connection, one), _seen(connection, other))


def _seen(connection: Connection, reference: str) -> Seen:
    release, local = _parted(connection, reference)
    for found in describe(connection, [release]):
        if local in found.profiles:
            return Seen(grouped(found.profiles[local]), found.context)
    raise DatabaseError(f"{reference} is nothing that the database holds")


def _entity(connection: Connection, reference: str) -> str | None:
    release, local = _parted(connection, reference)
    members = schema.entity_people if local.startswith("p") else schema.entity_organizations
    own = list(members.primary_key)[1]
    return connection.scalar(
        select(members.c.entity).where(members.c.release == release, own == local)
    )


def _parted(connection: Connection, reference: str) -> tuple[int, str]:
    """Return the number of the release and the id in it. Raises ``DatabaseError``."""
    match = _REFERENCE.fullmatch(reference)
    release = match and connection.scalar(
        select(schema.releases.c.release).where(schema.releases.c.id == match[1])
    )
    if match is None or release is None:
        raise DatabaseError(f"{reference} is nothing that the database holds")
    return release, match[2]
