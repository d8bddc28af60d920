"""New records that are written by the process that parsed them."""

from __future__ import annotations

import json
import os
import select
import threading
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import Engine, text

from communique.stores.sql import loading
from communique.stores.sql.adding import added, target_of
from communique.stores.sql.ahead import Ahead
from communique.stores.sql.direct import HELPERS_LOCK, DirectWriter, apart, claim_of
from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import load
from communique.stores.sql.migrating import lock
from communique.stores.sql.parser_process import ParserProcess
from communique.stores.sql.parsing import Parsed, parse
from communique.stores.sql.writing import next_number

from .samples import content, dump, many, values, write_lines
from .test_bulk import assert_whole

A, B = ({"path": path, "format": "text", "sha256": "0" * 64, "record": None} for path in "ab")


def parsed(*records: dict[str, Any], first: int = 1, known: Sequence[str] = ()) -> Parsed:
    return parse([json.dumps(record).encode() for record in records], known, first)


@pytest.fixture
def engine(db: str) -> Iterator[Engine]:
    """An engine for a database that has the tables."""
    load([], db)
    engine = open_engine(db, writing=True)
    yield engine
    engine.dispose()


def add_to(engine: Engine, writer: DirectWriter, batch: Parsed) -> bool:
    """Let a writer add a batch while this process has the lock that it asks for."""
    if engine.dialect.name == "sqlite":
        return writer.add(batch, None, None)
    with engine.begin() as connection:
        lock(connection)
        holder = connection.scalar(text("SELECT pg_backend_pid()"))
        return writer.add(batch, holder, next_number(connection))


def writer_for(engine: Engine) -> DirectWriter:
    target = target_of(engine)
    assert target is not None
    return DirectWriter(target)


def test_it_writes_the_rows_that_loading_writes(engine: Engine, db: str, tmp_path: Path) -> None:
    records = many(30)
    other = str(tmp_path / "other.db")
    load([write_lines(tmp_path / "records.jsonl", records)], other)
    writer = writer_for(engine)
    assert add_to(engine, writer, parsed(*records[:20]))
    assert add_to(engine, writer, parsed(*records[20:25], first=31))
    assert add_to(engine, writer, parsed(*records[25:], first=3))  # as if others had come before
    assert [row[0] for row in dump(db)["releases"]] == [*range(1, 21), *range(31, 41)]
    assert content(db) == content(other)
    assert_whole(db, 30)
    load([write_lines(tmp_path / "one.jsonl", [values("One more.")])], db)
    assert_whole(db, 31)  # what comes otherwise is sought for too


@pytest.mark.parametrize(
    "record", [values("One."), values("Three.", source=A)], ids=["id", "place"]
)
def test_what_is_not_new_it_leaves_with_all_that_comes_with_it(
    engine: Engine, db: str, record: dict[str, Any]
) -> None:
    writer = writer_for(engine)
    assert add_to(engine, writer, parsed(values("One.", source=A), values("Two.")))
    before = dump(db)
    batch = parsed(record, values("Four.", source=B), first=8)
    assert not add_to(engine, writer, batch)
    assert dump(db) == before


def test_what_the_database_refuses_ends_nothing(engine: Engine, db: str) -> None:
    huge = values("Huge.")
    huge["people"][0]["mentions"][0]["end"] = 10**30
    writer = writer_for(engine)
    before = dump(db)
    assert not add_to(engine, writer, parsed(huge))
    assert dump(db) == before
    assert add_to(engine, writer, parsed(values("One.")))


def test_postgresql_takes_nothing_when_who_asked_has_no_lock_any_more(
    engine: Engine, db: str
) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    with engine.begin() as connection:
        holder = connection.scalar(text("SELECT pg_backend_pid()"))
        assert not writer_for(engine).add(parsed(values()), holder, 1)
    assert not any(dump(db).values())


def test_another_loader_waits_for_a_process_whose_own_has_died(engine: Engine) -> None:
    if engine.dialect.name == "sqlite":
        pytest.skip("SQLite has one writer at a time")
    waited = threading.Event()

    def other() -> None:
        with engine.begin() as connection:
            lock(connection)
            waited.set()

    thread = threading.Thread(target=other)
    with engine.begin() as connection:
        connection.execute(text(f"SELECT pg_advisory_xact_lock_shared({HELPERS_LOCK})"))
        thread.start()
        assert not waited.wait(0.3)
    thread.join(10)
    assert waited.is_set()


def test_claims_are_of_new_records_alone() -> None:
    one, two = values("One.", source=A), values("Two.", source=B)
    found = claim_of(parsed(one, two, first=3).said)
    assert found is not None
    assert (found.places, found.first, found.last) == ([("a", ""), ("b", "")], 3, 4)
    assert claim_of(["no record"]) is None
    said = parsed(one).said[0]
    assert not isinstance(said, str)
    assert claim_of(parsed(two, one, known={said[1]}).said) is None


@pytest.mark.parametrize(
    ("records", "free"),
    [
        ([values("One.", source=A), values("Two.", source=B)], True),
        (
            [values("One.", source={**A, "path": "-"}), values("Two.", source={**A, "path": "-"})],
            True,
        ),
        ([values("One.", source=A), values("Two.", source=A)], False),
        ([values("One.", source=A), values("One.", source=B)], False),
    ],
)
def test_nothing_is_claimed_twice(records: list[dict[str, Any]], free: bool) -> None:
    together = claim_of(parsed(*records).said)
    each = [claim_of(parsed(record).said) for record in records]
    assert together is not None
    assert apart([together]) is free
    assert apart([claim for claim in each if claim is not None]) is free


@pytest.fixture
def aside(monkeypatch: pytest.MonkeyPatch) -> dict[int, bool]:
    """Which batches of a load, by their first lines, other processes wrote; these are waited for."""
    found: dict[int, bool] = {}
    waiting = select.select

    def noted(engine: Engine, batches: Iterable[Ahead]) -> Iterator[tuple[Ahead, bool]]:
        for batch, was_added in added(engine, batches):
            found[batch.lines[0].number or 0] = was_added
            yield batch, was_added

    monkeypatch.setattr(loading, "added", noted)
    monkeypatch.setattr(os, "cpu_count", lambda: 2)
    monkeypatch.setattr(select, "select", lambda *streams: waiting(*streams[:3]))
    return found


def test_a_load_lets_other_processes_write_what_is_new(
    db: str, tmp_path: Path, aside: dict[int, bool]
) -> None:
    records = many(100)
    records[50:50] = [values("Release number 9.", title="Pact, changed")]
    records.append(values("Release number 8.", title="Pact, changed too"))
    path = write_lines(tmp_path / "records.jsonl", records)
    summary = load([path], db, batch=10)
    assert (summary.new, summary.changed) == (100, 2)
    assert len(aside) == 11
    assert aside[1] is False  # done here, before the others are started
    assert [*aside.values()].count(True) >= 6
    assert not aside[51]
    assert_whole(db, 100)
    aside.clear()
    assert load([path], db, batch=10).changed == 4
    assert not any(aside.values())


def test_what_a_process_cannot_write_is_written_here(
    db: str, tmp_path: Path, aside: dict[int, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    write = ParserProcess.write

    def deadly(process: ParserProcess, holder: int | None, start: int | None) -> bool:
        if process._process is not None:
            process._process.kill()
            process._process.wait()
        return write(process, holder, start)

    monkeypatch.setattr(ParserProcess, "write", deadly)
    summary = load([write_lines(tmp_path / "records.jsonl", many(60))], db, batch=10)
    assert (summary.new, summary.failed) == (60, 0)
    assert not any(aside.values())
    assert_whole(db, 60)


def test_where_pipes_cannot_be_waited_for_it_comes_to_the_same(
    db: str, tmp_path: Path, aside: dict[int, bool], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object) -> None:
        raise OSError("no sockets")

    monkeypatch.setattr(select, "select", refused)
    records = many(60)
    records[25:25] = [values("Release number 9.", title="Pact, changed")]
    summary = load([write_lines(tmp_path / "records.jsonl", records)], db, batch=10)
    assert (summary.new, summary.changed, sum(aside.values())) == (60, 1, 5)
    assert_whole(db, 60)
