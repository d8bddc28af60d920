"""The tables of a database of records.

A release has a number of its own, ``release``; what belongs to it has that number and the id that it
has in the record (``p1``, ``o1``, ``a1``), or its place in the record's list (``position``, from 0).
So ``JOIN people USING (release, person)`` joins a mention with its person. Offsets (``start_char``,
``end_char``) are the record's. Names have a second column, ``…_key``, in which they are sought.
Fields of the record that no column holds stand in ``details``.

Changes to the tables need a migration (``migrations/versions``); a test compares the two.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    JSON,
    CheckConstraint,
    Column,
    Date,
    Float,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.schema import SchemaItem

metadata = MetaData(
    naming_convention={
        "pk": "%(table_name)s_pkey",
        "fk": "%(table_name)s_%(column_0_N_name)s_fkey",
        "ix": "%(table_name)s_%(column_0_N_name)s_idx",
        "uq": "%(table_name)s_%(column_0_N_name)s_key",
        "ck": "%(table_name)s_%(constraint_name)s_check",
    }
)


def _text(name: str, *, null: bool = False) -> Column[str]:
    return Column(name, Text, nullable=null)


def _id(name: str) -> Column[str]:
    return Column(name, Text, primary_key=True)


def _position(*, key: bool = False) -> Column[int]:
    return Column("position", Integer, primary_key=key, nullable=False)


def _details() -> Column[Any]:
    return Column("details", JSON().with_variant(JSONB(), "postgresql"))


def _offsets() -> list[Column[int]]:
    return [
        Column("start_char", Integer, nullable=False),
        Column("end_char", Integer, nullable=False),
    ]


def _days() -> list[Column[Any]]:
    return [Column("first_day", Date), Column("last_day", Date)]


def _of(table: str, column: str, named: str | None = None) -> ForeignKeyConstraint:
    """Return the key of a row that belongs to one of ``table`` in the same release."""
    return _key(["release", named or column], [f"{table}.release", f"{table}.{column}"])


def _key(columns: list[str], others: list[str]) -> ForeignKeyConstraint:
    return ForeignKeyConstraint(
        columns, others, ondelete="CASCADE", deferrable=True, initially="DEFERRED"
    )


def _table(name: str, *items: SchemaItem) -> Table:
    """Return a table of what belongs to releases, or to a part of one, laid out by release."""
    release: Column[int] = Column("release", Integer, primary_key=True, autoincrement=False)
    if not any(isinstance(item, ForeignKeyConstraint) for item in items):
        items = (*items, _key(["release"], ["releases.release"]))
    return Table(name, metadata, release, *items, sqlite_with_rowid=False)


def _spans(name: str, of: str, column: str) -> Table:
    return _table(
        name,
        _id(column),
        _position(key=True),
        *_offsets(),
        _text("text"),
        _of(of, column),
    )


releases = Table(
    "releases",
    metadata,
    Column("release", Integer, primary_key=True, autoincrement=False),
    Column("id", Text, nullable=False, unique=True),
    Column("schema_version", Integer, nullable=False),
    _text("language", null=True),
    _text("title", null=True),
    Column("publish_date", Date, index=True),
    _text("author", null=True),
    _text("rights", null=True),
    _text("dateline_place", null=True),
    Column("dateline_date", Date),
    _text("text", null=True),
    _text("pipeline_name"),
    _text("pipeline_version"),
    _text("pipeline_model"),
    _details(),
    _text("digest"),
)
sources = _table(
    "sources",
    _id("path"),
    _id("record"),
    _text("format"),
    _text("sha256"),
    _text("url", null=True),
    _details(),
    Index(None, "path", "record"),
)
warnings = _table("warnings", _position(key=True), _text("warning"))
people = _table(
    "people",
    _id("person"),
    _position(),
    _text("name"),
    Column("name_key", Text, nullable=False, index=True),
    _text("given", null=True),
    _text("family", null=True),
    _details(),
)
person_mentions = _spans("person_mentions", "people", "person")
organizations = _table(
    "organizations",
    _id("organization"),
    _position(),
    _text("name"),
    Column("name_key", Text, nullable=False, index=True),
    _text("type"),
    _text("part_of", null=True),
    _details(),
    _key(["release"], ["releases.release"]),
    _of("organizations", "organization", "part_of"),
)
organization_aliases = _table(
    "organization_aliases",
    _id("organization"),
    _position(key=True),
    _text("alias"),
    Column("alias_key", Text, nullable=False, index=True),
    _of("organizations", "organization"),
)
organization_mentions = _spans("organization_mentions", "organizations", "organization")
titles = _table(
    "titles",
    _id("person"),
    _position(key=True),
    _text("title"),
    Column("title_key", Text, nullable=False, index=True),
    _text("organization", null=True),
    _text("organization_name", null=True),
    _text("organization_source", null=True),
    _text("held"),
    *_offsets(),
    _details(),
    _of("people", "person"),
    _of("organizations", "organization"),
)
agreements = _table(
    "agreements",
    _id("agreement"),
    _position(),
    _text("name"),
    Column("name_key", Text, nullable=False, index=True),
    _text("type"),
    _text("status"),
    _text("date", null=True),
    *[Column(f"date_{offset.name}", Integer) for offset in _offsets()],
    *_days(),
    _text("place", null=True),
    _text("term", null=True),
    *[Column(f"term_{offset.name}", Integer) for offset in _offsets()],
    _details(),
    Index(None, "first_day"),
)
agreement_parties = _table(
    "agreement_parties",
    _id("agreement"),
    _position(key=True),
    _text("organization", null=True),
    _text("person", null=True),
    _of("agreements", "agreement"),
    _of("organizations", "organization"),
    _of("people", "person"),
    CheckConstraint("(organization IS NULL) <> (person IS NULL)", name="one_party"),
)
agreement_signatories = _table(
    "agreement_signatories",
    _id("agreement"),
    _position(key=True),
    _text("person"),
    _text("on_behalf_of", null=True),
    _of("agreements", "agreement"),
    _of("people", "person"),
    _of("organizations", "organization", "on_behalf_of"),
)
agreement_witnesses = _table(
    "agreement_witnesses",
    _id("agreement"),
    _position(key=True),
    _text("person"),
    _of("agreements", "agreement"),
    _of("people", "person"),
)
agreement_amounts = _spans("agreement_amounts", "agreements", "agreement")
agreement_mentions = _spans("agreement_mentions", "agreements", "agreement")
agreement_evidence = _table(
    "agreement_evidence",
    _id("agreement"),
    _position(key=True),
    *_offsets(),
    _of("agreements", "agreement"),
)
dates = _table(
    "dates",
    _position(key=True),
    *_offsets(),
    _text("text"),
    _text("value", null=True),
    _text("kind"),
    _text("precision", null=True),
    _text("anchor", null=True),
    _text("role", null=True),
    *_days(),
    _details(),
    Index(None, "first_day"),
)

#: People and organizations of different releases that are the same: ``communique resolve`` joins
#: them, and nothing else writes here. ``since`` counts the resolutions; the first is 1.
entities = Table(
    "entities",
    metadata,
    Column("entity", Text, primary_key=True),
    _text("kind"),
    _text("name"),
    Column("name_key", Text, nullable=False, index=True),
    _text("country", null=True),
    Column("since", Integer, nullable=False),
)


def _members(of: str, column: str) -> Table:
    """Return the table that says to which entity a row of ``of`` belongs, and why."""
    return _table(
        f"entity_{of}",
        _id(column),
        Column("entity", Text, nullable=False, index=True),
        _text("joined_to", null=True),
        Column("score", Float),
        _text("reasons", null=True),
        _of(of, column),
        _key(["entity"], ["entities.entity"]),
    )


entity_people = _members("people", "person")
entity_organizations = _members("organizations", "organization")

#: Every table but ``releases`` and ``sources``, each after those that it refers to.
PARTS: tuple[Table, ...] = (
    warnings,
    people,
    person_mentions,
    organizations,
    organization_aliases,
    organization_mentions,
    titles,
    agreements,
    agreement_parties,
    agreement_signatories,
    agreement_witnesses,
    agreement_amounts,
    agreement_mentions,
    agreement_evidence,
    dates,
)
TABLES: tuple[Table, ...] = (releases, sources, *PARTS)
#: What a resolution writes.
RESOLVED: tuple[Table, ...] = (entities, entity_people, entity_organizations)
