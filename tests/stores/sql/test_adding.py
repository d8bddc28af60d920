"""In which order batches of new records are written, and who else can write meanwhile."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any, cast

import pytest
from sqlalchemy import Engine, text

from communique.stores.sql import adding
from communique.stores.sql.adding import added
from communique.stores.sql.ahead import Ahead
from communique.stores.sql.direct import LOCK
from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import load
from communique.stores.sql.parsing import Said, digest_of, parse

from .samples import values

#: What happened, in order: what a batch was asked, or that it was yielded.
Events = list[tuple[str, str]]


class Batch:
    """A batch that no process writes; it notes what it is asked."""

    def __init__(self, name: str, events: Events, *, wrote: bool = True, of: str = "") -> None:
        self.name = name
        self.said: list[Said] = parse([json.dumps(values(of or name)).encode()], (), 1).said
        self.written: bool | None = None
        self._events = events
        self._wrote = wrote

    def write(self, _holder: int | None, _start: int | None) -> bool:
        self._events.append(("write", self.name))
        return True

    def wait(self) -> bool:
        if self.written is None:
            self._events.append(("wait", self.name))
            self.written = self._wrote
        return self.written


@pytest.fixture
def engine(db: str) -> Iterator[Engine]:
    """An engine for a database that has the tables."""
    load([], db)
    engine = open_engine(db, writing=True)
    yield engine
    engine.dispose()


def is_free(engine: Engine) -> bool:
    """Whether another loader could write now."""
    if engine.dialect.name == "sqlite":
        return True
    with engine.begin() as connection:
        return bool(connection.scalar(text(f"SELECT pg_try_advisory_xact_lock({LOCK})")))


def run(engine: Engine, batches: list[Batch], events: Events) -> list[tuple[str, bool]]:
    """Return which batches were yielded as what; what is left to write can be written."""
    done = []
    for one, was_added in added(engine, cast("list[Ahead]", batches)):
        batch = cast("Any", one)
        events.append(("yield", batch.name))
        assert was_added or is_free(engine)
        done.append((batch.name, was_added))
    assert is_free(engine)
    return done


def test_postgresql_takes_two_batches_at_once(engine: Engine) -> None:
    events: Events = []
    done = run(engine, [Batch(name, events) for name in "abc"], events)
    assert done == [("a", True), ("b", True), ("c", True)]
    asked = [event for event in events if event[0] != "yield"]
    if engine.dialect.name == "sqlite":
        each = [[("write", name), ("wait", name)] for name in "abc"]
        assert asked == [*each[0], *each[1], *each[2]]
    else:
        assert asked[:4] == [("write", "a"), ("write", "b"), ("wait", "a"), ("write", "c")]


def test_a_batch_that_was_not_written_comes_when_all_others_have_ended(engine: Engine) -> None:
    events: Events = []
    batches = [Batch(name, events, wrote=name != "a") for name in "abcd"]
    done = run(engine, batches, events)
    assert sorted(done) == [("a", False), ("b", True), ("c", True), ("d", True)]
    assert events.index(("yield", "a")) < events.index(("write", "c"))


def test_batches_that_claim_the_same_are_written_one_after_the_other(engine: Engine) -> None:
    events: Events = []
    run(engine, [Batch("a", events), Batch("b", events, of="a")], events)
    assert events.index(("wait", "a")) < events.index(("write", "b"))


@pytest.mark.parametrize("twice", [True, False], ids=["twice the same", "known"])
def test_what_is_not_plainly_new_is_left_when_nothing_is_being_written(
    engine: Engine, twice: bool
) -> None:
    events: Events = []
    other = Batch("b", events)
    content = json.dumps(values("b")).encode()
    known = () if twice else (digest_of(content),)
    other.said = parse([content] * 2, known, 1).said
    done = run(engine, [Batch("a", events), other, Batch("c", events)], events)
    assert done == [("a", True), ("b", False), ("c", True)]
    assert ("write", "b") not in events


def test_a_batch_that_has_ended_meanwhile_comes_once(engine: Engine) -> None:
    events: Events = []
    first, second = Batch("a", events), Batch("b", events)

    def given() -> Iterator[Batch]:
        yield first
        first.wait()
        yield first
        yield second

    assert run(engine, cast("list[Batch]", given()), events) == [("a", True), ("b", True)]


def test_after_its_turn_a_load_lets_others_write(
    engine: Engine, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(adding, "_TURN", 2)
    events: Events = []
    free: list[bool] = []

    def given() -> Iterator[Batch]:
        for name in "abcde":
            free.append(is_free(engine))
            yield Batch(name, events)

    done = run(engine, cast("list[Batch]", given()), events)
    assert [name for name, _ in done] == list("abcde")
    if engine.dialect.name == "postgresql":
        assert free == [True, False, False, False, False]
        assert events.index(("wait", "b")) < events.index(("write", "c"))
