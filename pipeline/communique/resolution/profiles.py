"""What a release says of a person or a body, as far as others can be told from it by it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Literal

from sqlalchemy import Connection, RowMapping, Table, select

from communique.resolution.body_names import body_name, named_otherwise, national_words
from communique.resolution.countries import country_of, spoken_of
from communique.resolution.person_names import person_name
from communique.resolution.titles import is_of_state, title_words
from communique.stores.sql import schema
from communique.stores.sql.reading import releases_by_chunks

Kind = Literal["person", "organization"]

#: Releases that are read at once.
CHUNK = 200
#: What is kept of a release, and of one of its people or bodies, at most.
_MOST_BODIES = 40
_MOST_PEOPLE = 40
_MOST_TITLES = 6
_MOST_ALIASES = 6


@dataclass(frozen=True)
class Profile:
    """A person or a body as one release has it; ``names`` begin with its own, aliases follow.

    ``titles`` are those of a person, each with its body and the body's type; ``home`` the countries
    that the release speaks of, with their shares; ``whole`` what the body is a part of.
    """

    kind: Kind
    names: tuple[str, ...]
    type: str = ""
    country: str | None = None
    home: tuple[tuple[str, float], ...] = ()
    titles: tuple[tuple[str, str, str], ...] = ()
    whole: str | None = None
    place: str | None = None

    def as_json(self) -> str:
        """Return the profile as a string; equal profiles have the same."""
        return json.dumps(vars(self), ensure_ascii=False, separators=(",", ":"))

    @classmethod
    def of_json(cls, text: str) -> Profile:
        """Return the profile of a string that ``as_json`` made."""
        found = json.loads(text)
        for name in ("names", "home", "titles"):
            found[name] = tuple(
                tuple(item) if isinstance(item, list) else item for item in found[name]
            )
        return cls(**found)


@dataclass(frozen=True)
class Context:
    """The other people and bodies of a release, and who holds a title at which body, as keys."""

    people: frozenset[str] = frozenset()
    bodies: frozenset[str] = frozenset()
    holders: frozenset[tuple[str, str]] = frozenset()

    def as_json(self) -> str:
        """Return the context as a string."""
        return json.dumps([sorted(self.people), sorted(self.bodies), sorted(self.holders)])

    @classmethod
    def of_json(cls, text: str) -> Context:
        """Return the context of a string that ``as_json`` made."""
        people, bodies, holders = json.loads(text)
        return cls(frozenset(people), frozenset(bodies), frozenset(map(tuple, holders)))


@dataclass(frozen=True)
class Described:
    """A release: its number, id and day, its people and bodies by their ids in it, its context."""

    release: int
    id: str
    day: str
    context: Context
    profiles: Mapping[str, Profile] = field(default_factory=dict)


def described(connection: Connection, chunk: int = CHUNK) -> Iterator[Described]:
    """Yield every release of a database; only some are held in memory at once."""
    for found in releases_by_chunks(connection, chunk):
        yield from describe(connection, found)


def describe(connection: Connection, releases: Sequence[int]) -> Iterator[Described]:
    """Yield some releases by their numbers."""
    heads = connection.execute(
        select(schema.releases)
        .where(schema.releases.c.release.in_(releases))
        .order_by(schema.releases.c.release)
    ).mappings()
    parts = {
        table.name: _by_release(connection, table, releases)
        for table in (
            schema.people,
            schema.titles,
            schema.organizations,
            schema.organization_aliases,
        )
    }
    for head in heads.all():
        yield _described(
            head, {name: rows.get(head["release"], []) for name, rows in parts.items()}
        )


def person_key(name: str) -> str:
    """Return the key by which a person of one context is found in another."""
    return " ".join(sorted(person_name(name).words))


def body_key(name: str, kind: str, country: str | None = None) -> str:
    """Return the key by which a body of one context is found in another; empty for one in many."""
    parsed = body_name(name, kind)
    if parsed.scope == "own":
        return parsed.key
    of = parsed.country or country
    if parsed.scope == "national" and of:
        return f"{parsed.key} ({of})"
    return ""


def _by_release(
    connection: Connection, table: Table, releases: Sequence[int]
) -> dict[int, list[RowMapping]]:
    rows: dict[int, list[RowMapping]] = {}
    for row in connection.execute(
        select(table).where(table.c.release.in_(releases)).order_by(*table.primary_key)
    ).mappings():
        rows.setdefault(row["release"], []).append(row)
    return rows


def _described(head: RowMapping, rows: Mapping[str, list[RowMapping]]) -> Described:
    bodies = {row["organization"]: row for row in rows["organizations"]}
    home = spoken_of(head["text"] or _said(head, rows))
    profiles: dict[str, Profile] = {}
    aliases: dict[str, list[str]] = {}
    for row in rows["organization_aliases"]:
        aliases.setdefault(row["organization"], []).append(row["alias"])
    titles = _titles(rows["titles"], bodies, home)
    countries = {own: _country(row) for own, row in bodies.items()}
    ministers = list(_ministers(titles))
    for own in (own for own, country in countries.items() if country is None):
        countries[own] = _of_minister(bodies[own], ministers)
    for own, row in bodies.items():
        whole = bodies.get(row["part_of"])
        names = named_otherwise(row["name"], aliases.get(own, ()), row["type"])
        profiles[own] = Profile(
            "organization",
            (row["name"], *sorted(dict.fromkeys(names))[:_MOST_ALIASES]),
            row["type"],
            countries[own] or (countries.get(row["part_of"]) if whole is not None else None),
            tuple(home.items()),
            whole=whole["name"] if whole is not None else None,
            place=head["dateline_place"],
        )
    for row in rows["people"]:
        profiles[row["person"]] = Profile(
            "person",
            (row["name"],),
            home=tuple(home.items()),
            titles=tuple(sorted(set(titles.get(row["person"], ())))[:_MOST_TITLES]),
        )
    day = head["publish_date"]
    context = _context(rows, bodies, countries)
    return Described(head["release"], head["id"], day.isoformat() if day else "", context, profiles)


def _country(row: RowMapping) -> str | None:
    """Return the country of a body: what its name says, or else what the record says."""
    said = (row["details"] or {}).get("country")
    return body_name(row["name"], row["type"]).country or country_of(said)


def _ministers(
    titles: Mapping[str, list[tuple[str, str, str]]],
) -> Iterator[tuple[frozenset[str], str]]:
    """Yield the words of offices held for a country, and the country."""
    for held in titles.values():
        for title, body, kind in held:
            country = body_name(body, kind).country if body else None
            if country is not None and is_of_state(title):
                yield frozenset(title_words(title)), country


def _of_minister(row: RowMapping, ministers: list[tuple[frozenset[str], str]]) -> str | None:
    """Return the country of a ministry by its minister: "Minister for Law" of which country."""
    parsed = body_name(row["name"], row["type"])
    if parsed.scope != "national" or row["type"] != "government":
        return None
    fields = {word for word in parsed.core if word not in national_words()}
    found = {country for words, country in ministers if fields and fields <= words}
    return next(iter(found)) if len(found) == 1 else None


def _titles(
    rows: Sequence[RowMapping], bodies: Mapping[str, RowMapping], home: Mapping[str, float]
) -> dict[str, list[tuple[str, str, str]]]:
    """Return the titles of each person; an office of a state that names none is the home's."""
    first = next((name for name, share in home.items() if share > 0.5), "")
    titles: dict[str, list[tuple[str, str, str]]] = {}
    for row in rows:
        body = bodies.get(row["organization"])
        if body is not None:
            held = (row["title"], body["name"], body["type"])
        elif row["organization_name"]:
            held = (row["title"], row["organization_name"], "government")
        elif first and is_of_state(row["title"]):
            held = (row["title"], first, "place")
        else:
            held = (row["title"], "", "")
        titles.setdefault(row["person"], []).append(held)
    return titles


def _context(
    rows: Mapping[str, list[RowMapping]],
    bodies: Mapping[str, RowMapping],
    countries: Mapping[str, str | None],
) -> Context:
    names = {row["person"]: person_key(row["name"]) for row in rows["people"]}
    keys = {own: body_key(row["name"], row["type"], countries[own]) for own, row in bodies.items()}
    others = [
        body_key(row["alias"], bodies[row["organization"]]["type"])
        for row in rows["organization_aliases"]
        if row["organization"] in bodies
    ]
    people = [key for key in names.values() if " " in key]
    holders = {
        (names[row["person"]], bodies[row["organization"]]["name_key"])
        for row in rows["titles"]
        if row["organization"] in bodies
    }
    return Context(
        frozenset(sorted(people)[:_MOST_PEOPLE]),
        frozenset(sorted({*filter(None, (*keys.values(), *others))})[:_MOST_BODIES]),
        frozenset(sorted(holders)[:_MOST_PEOPLE]),
    )


def _said(head: RowMapping, rows: Mapping[str, list[RowMapping]]) -> str:
    """Return the names of a release whose text the database lacks."""
    names: list[Any] = [head["title"], head["dateline_place"]]
    names += [row["name"] for row in rows["organizations"]]
    names += [row["organization_name"] for row in rows["titles"]]
    return "; ".join(filter(None, names))
