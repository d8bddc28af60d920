from __future__ import annotations

from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, inspect, text

from communique.stores.sql import schema
from communique.stores.sql.engine import DatabaseError, open_engine
from communique.stores.sql.loading import load
from communique.stores.sql.migrating import check_version, migrate, standing
from communique.stores.sql.views import VIEWS, drop_views
from communique.stores.sql.writing import insert

from .samples import dump, many, write_lines


def ours(_object: object, name: str | None, _type: str, reflected: bool, _other: object) -> bool:
    """Leave out what stands in migrations alone: the search, which SQLAlchemy has no words for."""
    return not (reflected and (name or "").startswith(("releases_search", "search")))


def test_the_migrations_make_the_tables_of_the_models(db: str) -> None:
    engine = open_engine(db, writing=True)
    with engine.begin() as connection:
        migrate(connection)
        context = MigrationContext.configure(
            connection, opts={"include_object": ours, "compare_server_default": True}
        )
        assert compare_metadata(context, schema.metadata) == []
        for table in schema.TABLES:
            keys = inspect(connection).get_foreign_keys(table.name)
            assert len(keys) == len(table.foreign_key_constraints), table.name
    engine.dispose()


def test_an_earlier_version_is_brought_up_to_date_with_its_rows(db: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(5))
    engine = open_engine(db, writing=True)
    with engine.begin() as connection:
        migrate(connection, "0001")
        assert standing(connection) == "0001"
        insert(connection, schema.releases, [release(number) for number in (1, 2)])
    with engine.begin() as connection, pytest.raises(DatabaseError, match="earlier version"):
        check_version(connection)
    load([path], db)
    with engine.begin() as connection:
        check_version(connection)
        assert found(connection, "lighthouse") == [1, 2]
        assert len(found(connection, "pact")) == 5
    engine.dispose()
    assert [row[:2] for row in dump(db)["releases"]][:2] == [(1, "id1"), (2, "id2")]


def test_the_views_are_made_with_the_tables_and_again_where_they_lack(db: str) -> None:
    load([], db)
    engine = open_engine(db, writing=True)
    with engine.begin() as connection:
        assert set(inspect(connection).get_view_names()) == set(VIEWS)
        drop_views(connection)
    load([], db)
    with engine.begin() as connection:
        for name, query in VIEWS.items():
            assert (
                connection.execute(text(f"SELECT * FROM {name}")).keys()
                == query.selected_columns.keys()
            )
    engine.dispose()


def release(number: int) -> tuple[object, ...]:
    head = (number, f"id{number}", 1, None, "Of lighthouses", *[None] * 6)
    return (*head, "communique", "1", "none", None, "")


def found(connection: Connection, word: str) -> list[int]:
    if connection.dialect.name == "sqlite":
        query = "SELECT rowid FROM releases_search WHERE releases_search MATCH :word ORDER BY 1"
    else:
        query = (
            "SELECT release FROM releases WHERE search @@ to_tsquery('english', :word) ORDER BY 1"
        )
    return list(connection.scalars(text(query), {"word": word}))


def test_a_later_version_is_left_alone(db: str) -> None:
    load([], db)
    engine = open_engine(db, writing=True)
    with engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseError, match="later version"):
        load([], db)
    with engine.begin() as connection, pytest.raises(DatabaseError, match="later version"):
        check_version(connection)
    engine.dispose()


def test_an_empty_database_says_that_it_is(db: str) -> None:
    engine = open_engine(db, writing=True)
    with engine.begin() as connection, pytest.raises(DatabaseError, match="holds no records"):
        check_version(connection)
    engine.dispose()
