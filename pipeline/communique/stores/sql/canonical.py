"""People and bodies under the name of their entity, where communique resolve has joined them."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, FromClause, Select, Table, and_, func, select

from communique.stores.sql import schema


class Canonical:
    """A table of people or organizations in a query, and what its rows are joined to."""

    def __init__(self, table: Table, members: Table) -> None:
        self._table = table
        self._members = members
        self._own = list(table.primary_key)[1].name
        self._member = members.alias()
        self._entity = schema.entities.alias()

    @property
    def name(self) -> ColumnElement[Any]:
        """The name of the entity, or a row's own where it has none."""
        return func.coalesce(self._entity.c.name, self._table.c.name)

    @property
    def id(self) -> ColumnElement[Any]:
        """What the rows of one entity share; a row without one has its name."""
        return func.coalesce(self._entity.c.entity, self._table.c.name)

    def join(self, query: Select[Any]) -> Select[Any]:
        """Return a query over the table with the entities beside it."""
        return query.outerjoin(
            self._member,
            and_(
                self._member.c.release == self._table.c.release,
                self._member.c[self._own] == self._table.c[self._own],
            ),
        ).outerjoin(self._entity, self._entity.c.entity == self._member.c.entity)


def people() -> Canonical:
    """Return the people of a query."""
    return Canonical(schema.people, schema.entity_people)


def organizations() -> Canonical:
    """Return the organizations of a query."""
    return Canonical(schema.organizations, schema.entity_organizations)


def others_named(
    table: Table,
    members: Table,
    release: ColumnElement[int],
    local: ColumnElement[str],
) -> tuple[Select[Any], FromClause]:
    """Return a query of the rows that are one entity with a row, and the table to name them in."""
    own = list(table.primary_key)[1].name
    mine, others, named = members.alias(), members.alias(), table.alias()
    query = (
        select(named.c.release)
        .join_from(mine, others, others.c.entity == mine.c.entity)
        .join(named, and_(named.c.release == others.c.release, named.c[own] == others.c[own]))
        .where(mine.c.release == release, mine.c[own] == local)
    )
    return query, named
