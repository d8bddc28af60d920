"""Views: what is asked for most, joined already.

They hold nothing, so no migration carries them: they go before one and are made anew behind it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Select, and_, extract, func, inspect, select, text

from communique.stores.sql import schema

_R = schema.releases.c
_A = schema.agreements.c
_T = schema.titles.c


def drop_views(connection: Connection) -> None:
    """Take the views away, where there are any."""
    for name in VIEWS:
        connection.execute(text(f"DROP VIEW IF EXISTS {name}"))


def make_views(connection: Connection) -> None:
    """Make those views that are not there."""
    there = inspect(connection).get_view_names()
    for name, query in VIEWS.items():
        if name not in there:
            said = query.compile(connection, compile_kwargs={"literal_binds": True})
            connection.exec_driver_sql(f"CREATE VIEW {name} AS {said}".replace("%%", "%"))


def _parties() -> Select[Any]:
    """Return a row for each party of each agreement."""
    party, body, human = schema.agreement_parties, schema.organizations, schema.people
    day = func.coalesce(_A.first_day, _R.publish_date)
    return (
        select(
            _A.release,
            _A.agreement,
            party.c.position,
            func.coalesce(body.c.name, human.c.name).label("party"),
            func.coalesce(body.c.name_key, human.c.name_key).label("party_key"),
            func.coalesce(body.c.type, "person").label("party_type"),
            _A.name,
            _A.type,
            _A.status,
            _A.date,
            day.label("day"),
            extract("year", day).label("year"),
            _A.place,
            _R.publish_date,
            _R.title.label("release_title"),
        )
        .select_from(schema.agreements)
        .join(schema.releases, _R.release == _A.release)
        .join(party, and_(party.c.release == _A.release, party.c.agreement == _A.agreement))
        .outerjoin(
            body,
            and_(body.c.release == party.c.release, body.c.organization == party.c.organization),
        )
        .outerjoin(
            human, and_(human.c.release == party.c.release, human.c.person == party.c.person)
        )
    )


def _offices() -> Select[Any]:
    """Return a row for each title that a release gives a person."""
    body, human = schema.organizations, schema.people
    return (
        select(
            _T.release,
            _T.person,
            _T.position,
            human.c.name,
            human.c.name_key,
            _T.title,
            func.coalesce(body.c.name, _T.organization_name).label("organization"),
            body.c.type.label("organization_type"),
            _T.held,
            _R.publish_date,
            extract("year", _R.publish_date).label("year"),
            _R.title.label("release_title"),
        )
        .select_from(schema.titles)
        .join(schema.releases, _R.release == _T.release)
        .join(human, and_(human.c.release == _T.release, human.c.person == _T.person))
        .outerjoin(body, and_(body.c.release == _T.release, body.c.organization == _T.organization))
    )


VIEWS: dict[str, Select[Any]] = {"parties": _parties(), "offices": _offices()}
