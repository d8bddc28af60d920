"""The usual questions to a database of records."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Connection,
    Select,
    Subquery,
    and_,
    func,
    literal,
    or_,
    select,
    text,
    union_all,
)

from communique.stores.sql import canonical, schema
from communique.stores.sql.keys import name_key

_R = schema.releases.c
_P = schema.people.c
_O = schema.organizations.c
_T = schema.titles.c
_A = schema.agreements.c


@dataclass(frozen=True)
class Answer:
    """A table; a cell is a text, a number, a day or None."""

    columns: tuple[str, ...]
    rows: Sequence[tuple[Any, ...]]


@dataclass(frozen=True)
class Asked:
    """What is asked for: a name or words, and a stretch of days, ends included."""

    name: str | None = None
    since: dt.date | None = None
    until: dt.date | None = None
    limit: int | None = None


def ask(connection: Connection, question: str, asked: Asked) -> Answer:
    """Return the answer to one of ``QUESTIONS``.

    A name is sought as whole words within names (and within aliases of organizations), without
    case and accents.
    """
    if question == "search":
        return _search(connection, asked)
    query = QUESTIONS[question](asked).limit(asked.limit)
    result = connection.execute(query)
    return Answer(tuple(result.keys()), [tuple(row) for row in result])


def _signed_with(asked: Asked) -> Select[Any]:
    """Return who is party to an agreement with whom; each pair once, unless a name is given."""
    parties = _parties()
    own, other = parties.alias("own"), parties.alias("other")
    query = (
        select(
            own.c.name.label("name"),
            other.c.name.label("with"),
            _A.name.label("agreement"),
            _A.type,
            _A.status,
            _A.date,
            _R.publish_date.label("published"),
            _R.id.label("release"),
        )
        .join_from(own, other, and_(_same(own, other), own.c.position != other.c.position))
        .join(schema.agreements, _same(own, schema.agreements))
        .join(schema.releases, _R.release == own.c.release)
        .where(*_between(asked))
        .order_by(_day(), _R.id, _A.agreement, own.c.position, other.c.position)
    )
    if asked.name is None:
        return query.where(own.c.position < other.c.position)
    return query.where(_named(own.c.release, own.c.organization, own.c.person, asked.name))


def _offices(asked: Asked) -> Select[Any]:
    """Return the offices of people, with the first and the last day on which a release says so."""
    people, bodies = canonical.people(), canonical.organizations()
    name, body = people.name, func.coalesce(bodies.name, _T.organization_name)
    first = func.min(_R.publish_date)
    query = (
        select(
            name.label("name"),
            _T.title,
            body.label("organization"),
            _T.held.label("when"),
            first.label("first_said"),
            func.max(_R.publish_date).label("last_said"),
            func.count(_R.release.distinct()).label("releases"),
        )
        .select_from(schema.titles)
        .join(schema.people, and_(_P.release == _T.release, _P.person == _T.person))
        .join(schema.releases, _R.release == _T.release)
        .outerjoin(
            schema.organizations,
            and_(_O.release == _T.release, _O.organization == _T.organization),
        )
        .group_by(people.id, name, _T.title, body, _T.held)
        .order_by(first.is_(None), first, name, _T.title, body, _T.held)
    )
    query = bodies.join(people.join(query))
    if asked.name is not None:
        query = query.where(_person_named(_T.release, _T.person, asked.name))
    if asked.since is not None:
        query = query.where(_R.publish_date >= asked.since)
    if asked.until is not None:
        query = query.where(_R.publish_date <= asked.until)
    return query


def _agreements(asked: Asked) -> Select[Any]:
    """Return the agreements of an organization or a person, with all their parties."""
    parties = _parties()
    names = (
        select(_joined(parties.c.name, parties.c.position))
        .where(_same(parties, schema.agreements))
        .limit(1)
        .correlate(schema.agreements)
        .scalar_subquery()
    )
    query = (
        select(
            _A.name.label("agreement"),
            _A.type,
            _A.status,
            _A.date,
            _A.place,
            names.label("parties"),
            _R.publish_date.label("published"),
            _R.id.label("release"),
        )
        .join_from(schema.agreements, schema.releases, _R.release == _A.release)
        .where(*_between(asked))
        .order_by(_day(), _R.id, _A.agreement)
    )
    if asked.name is not None:
        own = schema.agreement_parties.c
        query = query.where(
            select(own.position)
            .where(
                _same(schema.agreement_parties, schema.agreements),
                _named(own.release, own.organization, own.person, asked.name),
            )
            .correlate(schema.agreements)
            .exists()
        )
    return query


def _search(connection: Connection, asked: Asked) -> Answer:
    """Return the releases that hold all words, the best first."""
    if connection.dialect.name == "sqlite":
        words = " ".join(f'"{word}"' for word in (asked.name or "").replace('"', " ").split())
        statement = (
            "SELECT r.id AS release, r.publish_date AS published, r.title, "
            "snippet(releases_search, 1, '[', ']', '…', 16) AS found "
            "FROM releases_search s JOIN releases r ON r.release = s.rowid "
            "WHERE releases_search MATCH :words AND (:since IS NULL OR r.publish_date >= :since) "
            "AND (:until IS NULL OR r.publish_date <= :until) ORDER BY s.rank, r.id LIMIT :limit"
        )
        limit: int | None = -1 if asked.limit is None else asked.limit
    else:
        words = asked.name or ""
        statement = (
            "SELECT id AS release, CAST(publish_date AS text) AS published, title, "
            "ts_headline('english', coalesce(text, ''), query, "
            "'StartSel=[, StopSel=], MaxFragments=1, MaxWords=16, MinWords=8') AS found "
            "FROM releases, plainto_tsquery('english', :words) query WHERE search @@ query "
            "AND (CAST(:since AS date) IS NULL OR publish_date >= CAST(:since AS date)) "
            "AND (CAST(:until AS date) IS NULL OR publish_date <= CAST(:until AS date)) "
            "ORDER BY ts_rank(search, query) DESC, id LIMIT :limit"
        )
        limit = asked.limit
    values = {
        "words": words,
        "since": asked.since.isoformat() if asked.since else None,
        "until": asked.until.isoformat() if asked.until else None,
        "limit": limit,
    }
    if not words.strip():
        return Answer(("release", "published", "title", "found"), [])
    result = connection.execute(text(statement), values)
    return Answer(tuple(result.keys()), [tuple(row) for row in result])


#: Each question that is answered by one query.
QUESTIONS: dict[str, Callable[[Asked], Select[Any]]] = {
    "signed-with": _signed_with,
    "offices": _offices,
    "agreements": _agreements,
}


def _parties() -> Subquery:
    """Return the parties of all agreements with their names, be they bodies or people."""
    party = schema.agreement_parties.c
    columns = (party.release, party.agreement, party.position, party.organization, party.person)
    organizations, people = canonical.organizations(), canonical.people()
    bodies = select(*columns, organizations.name.label("name")).join_from(
        schema.agreement_parties,
        schema.organizations,
        and_(_O.release == party.release, _O.organization == party.organization),
    )
    humans = select(*columns, people.name.label("name")).join_from(
        schema.agreement_parties,
        schema.people,
        and_(_P.release == party.release, _P.person == party.person),
    )
    return union_all(organizations.join(bodies), people.join(humans)).subquery("parties")


def _named(release: Any, organization: Any, person: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401
    """Return whether a party, or one that is the same, has a name or an alias with these words."""
    alias = schema.organization_aliases.c
    bodies = select(_O.organization).where(
        _O.release == release, _O.organization == organization, _words(_O.name_key, name)
    )
    aliases = select(alias.organization).where(
        alias.release == release, alias.organization == organization, _words(alias.alias_key, name)
    )
    same, named = canonical.others_named(
        schema.organizations, schema.entity_organizations, release, organization
    )
    return or_(
        bodies.exists(),
        aliases.exists(),
        same.where(_words(named.c.name_key, name)).exists(),
        _person_named(release, person, name),
    )


def _person_named(release: Any, person: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401
    """Return whether a person, or one who is the same, has a name with these words."""
    people = schema.people.alias()
    own = select(people.c.person).where(
        people.c.release == release, people.c.person == person, _words(people.c.name_key, name)
    )
    same, named = canonical.others_named(schema.people, schema.entity_people, release, person)
    return or_(own.exists(), same.where(_words(named.c.name_key, name)).exists())


def _words(column: Any, name: str) -> ColumnElement[bool]:  # noqa: ANN401
    found: ColumnElement[bool] = (literal(" ") + column + " ").like(f"% {name_key(name)} %")
    return found


def _joined(column: ColumnElement[str], position: ColumnElement[int]) -> ColumnElement[str]:
    """Return all names in their order; each row of the group has the same."""
    return func.aggregate_strings(column, "; ").over(order_by=position, rows=(None, None))


def _same(one: Any, other: Any) -> ColumnElement[bool]:  # noqa: ANN401
    return and_(one.c.release == other.c.release, one.c.agreement == other.c.agreement)


def _day() -> ColumnElement[Any]:
    """Return the day of an agreement: its first, or that of the release."""
    return func.coalesce(_A.first_day, _R.publish_date)


def _between(asked: Asked) -> list[ColumnElement[bool]]:
    """Return the conditions that an agreement's days lie, at least partly, between two others."""
    conditions: list[ColumnElement[bool]] = []
    if asked.since is not None:
        last = func.coalesce(_A.last_day, _A.first_day, _R.publish_date)
        conditions.append(last >= asked.since)
    if asked.until is not None:
        conditions.append(_day() <= asked.until)
    return conditions
