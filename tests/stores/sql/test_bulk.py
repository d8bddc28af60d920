"""Indexes and keys that are made when a first load of many records has come to its end."""

from __future__ import annotations

import signal
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Engine, inspect, text
from sqlalchemy.exc import SQLAlchemyError

from communique.stores.sql import bulk, schema
from communique.stores.sql.bulk import is_unfinished
from communique.stores.sql.engine import DatabaseError, open_engine
from communique.stores.sql.loading import LoadSummary, load
from communique.stores.sql.migrating import check_version

from .samples import content, many, stored, values, write_lines
from .test_interrupted import start
from .test_migrating import found, ours


def assert_whole(db: str, count: int) -> None:
    """Assert that all indexes, keys and the search are there, and hold ``count`` releases."""
    engine = open_engine(db)
    with engine.begin() as connection:
        check_version(connection)
        context = MigrationContext.configure(connection, opts={"include_object": ours})
        assert compare_metadata(context, schema.metadata) == []
        for table in schema.TABLES:
            keys = inspect(connection).get_foreign_keys(table.name)
            assert len(keys) == len(table.foreign_key_constraints), table.name
        assert len(found(connection, "pact")) == count
        if connection.dialect.name == "sqlite":
            assert connection.execute(text("PRAGMA foreign_key_check")).all() == []
            wanted = (
                "INSERT INTO releases_search (releases_search, rank) VALUES ('integrity-check', 1)"
            )
            connection.execute(text(wanted))
    engine.dispose()


def unfinished(db: str) -> bool:
    engine = open_engine(db)
    with engine.begin() as connection:
        found_so = is_unfinished(connection)
    engine.dispose()
    return found_so


def test_a_load_of_many_ends_with_all_indexes_and_keys(db: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(50))
    seen: list[bool] = []
    load([path], db, batch=20, on_progress=lambda _: seen.append(unfinished(db)))
    assert seen == [True, True, True]
    assert_whole(db, 50)


def test_one_connection_makes_all_where_there_is_no_other(
    db: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(_engine: Engine, _tables: object) -> None:
        raise SQLAlchemyError("too many connections")

    monkeypatch.setattr(bulk, "_make_indexes", refused)
    load([write_lines(tmp_path / "records.jsonl", many(20))], db, batch=20)
    assert_whole(db, 20)


def test_a_load_of_few_takes_nothing_away(db: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(10))
    seen: list[bool] = []
    load([path], db, batch=20, on_progress=lambda _: seen.append(unfinished(db)))
    assert seen == [False]
    assert_whole(db, 10)


def test_what_a_killed_load_left_undone_is_said_and_then_done(db: str, tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(60))
    loader = start(db, path, 0.2)
    assert loader.stdout is not None
    assert loader.stdout.readline() == b"20\n"
    loader.send_signal(signal.SIGKILL)
    loader.wait()
    loader.stdout.close()
    engine = open_engine(db)
    with engine.begin() as connection, pytest.raises(DatabaseError, match="broken off"):
        check_version(connection)
    engine.dispose()
    load([], db)
    count = len(stored(db))
    assert count >= 20
    assert_whole(db, count)
    load([path], db)
    assert_whole(db, 60)


def test_without_keys_too_what_goes_takes_its_rows_with_it(db: str, tmp_path: Path) -> None:
    source = {"path": "a.txt", "format": "text", "sha256": "0" * 64, "record": None}
    records = [values(f"Text {number}.", source=source) for number in range(5)]
    path = write_lines(tmp_path / "records.jsonl", [*records, values("Text 4.", title="Pact, two")])
    summary = load([path], db, batch=1)
    assert (summary.new, summary.changed, summary.removed) == (5, 1, 4)
    assert [record.text for record in stored(db)] == ["Text 4."]
    assert {row[0] for row in content(db)["dates"]} == {stored(db)[0].id}
    assert_whole(db, 1)


def test_keys_come_back_as_soon_as_something_changes(db: str, tmp_path: Path) -> None:
    records = [*many(4), {**many(4)[1], "title": "Pact, two"}, *many(6)[4:]]
    path = write_lines(tmp_path / "records.jsonl", records)
    seen: list[bool] = []

    def look(_: LoadSummary) -> None:
        assert unfinished(db)
        engine = open_engine(db)
        with engine.begin() as connection:
            key = inspect(connection).get_pk_constraint("dates")["constrained_columns"]
            seen.append(key == ["release", "position"])
        engine.dispose()

    summary = load([path], db, batch=2, on_progress=look)
    assert (summary.new, summary.changed) == (6, 1)
    before = db.startswith("postgresql")  # SQLite's tables are their keys
    assert (seen[0], seen[-1]) == (not before, True)
    assert seen == sorted(
        seen
    )  # a batch may overtake the one that changes something, once there they stay
    assert_whole(db, 6)
