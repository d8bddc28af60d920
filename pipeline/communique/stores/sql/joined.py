"""Which people and organizations of a release ``communique resolve`` has joined with others."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, select

from communique.records.model import Record
from communique.stores.sql import schema
from communique.stores.sql.reading import CHUNK, records_of, releases_by_chunks


@dataclass(frozen=True)
class Entity:
    """An entity, and the name that most releases use."""

    id: str
    name: str


#: The entities of a release's people and organizations by their ids in it, where they have one.
Joined = Mapping[str, Entity]


def is_resolved(connection: Connection) -> bool:
    """Whether anything of different releases has been joined."""
    return connection.scalar(select(schema.entities.c.entity).limit(1)) is not None


def joined_records(connection: Connection, chunk: int = CHUNK) -> Iterator[tuple[Record, Joined]]:
    """Yield every record in the order of its release, each with what of it is joined."""
    for found in releases_by_chunks(connection, chunk):
        joined = _joined(connection, found)
        for release, record in records_of(connection, found).items():
            yield record, joined[release]


def _joined(connection: Connection, releases: Sequence[int]) -> Mapping[int, dict[str, Entity]]:
    found: defaultdict[int, dict[str, Entity]] = defaultdict(dict)
    entities = schema.entities.c
    for members in (schema.entity_people, schema.entity_organizations):
        release, own = members.primary_key
        query = (
            select(release, own, entities.entity, entities.name)
            .join_from(members, schema.entities, entities.entity == members.c.entity)
            .where(release.in_(releases))
        )
        for number, local, entity, name in connection.execute(query):
            found[number][local] = Entity(entity, name)
    return found
