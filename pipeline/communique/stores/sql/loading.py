"""Loading files of records into a database, batch by batch."""

from __future__ import annotations

import gc
import re
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from sqlalchemy import Engine

from communique.stores.sql.adding import added, target_of
from communique.stores.sql.ahead import Ahead, parsed_ahead
from communique.stores.sql.bulk import begin, finish
from communique.stores.sql.engine import open_engine
from communique.stores.sql.lines import Line, Unreadable, record_lines
from communique.stores.sql.migrating import migrate
from communique.stores.sql.parser_process import Lines
from communique.stores.sql.parsing import Batch, Item
from communique.stores.sql.patience import UnfitDataError, patient
from communique.stores.sql.writing import Written, next_number, standing, write

#: A batch, which is one transaction, ends at so many records, or so many bytes of them.
BATCH = 500
BATCH_BYTES = 16_000_000
#: After so many batches cycles of objects are looked for.
_BATCHES_COLLECTED = 20
#: How long a database that has gone away is waited for, in seconds.
WAIT = 60.0

#: The id of a record where it stands in most lines; seeking it wrongly costs time alone.
_ID = re.compile(rb'"id": ?"(\w+)"')

_T = TypeVar("_T")


@dataclass(frozen=True)
class LoadFailure:
    """A line, or a file, that could not be loaded."""

    path: str
    line: int | None
    reason: str

    def __str__(self) -> str:
        place = self.path if self.line is None else f"{self.path}, line {self.line}"
        return f"{place}: {self.reason}"


@dataclass(frozen=True)
class LoadSummary:
    """What a load did so far. ``removed`` are releases that are at no source any more."""

    new: int = 0
    changed: int = 0
    unchanged: int = 0
    removed: int = 0
    failed: int = 0
    seconds: float = 0.0

    @property
    def records(self) -> int:
        """Records that the database now holds as the files have them."""
        return self.new + self.changed + self.unchanged


def load(
    paths: Sequence[str],
    db: str,
    *,
    wait: float = WAIT,
    batch: int = BATCH,
    on_failure: Callable[[LoadFailure], None] | None = None,
    on_progress: Callable[[LoadSummary], None] | None = None,
) -> LoadSummary:
    """Load JSONL files of records (``-``: standard input) and return what was done.

    Each batch is one transaction: a load that is stopped, however, leaves whole records, and done
    again it goes on. A database that goes away is waited for. Memory does not grow with the files.
    A line that is no record goes to ``on_failure``, and the rest is loaded.

    Raises ``DatabaseError`` where the database cannot be used, or does not come back.
    """
    engine = reader = open_engine(db, writing=True)
    start = time.monotonic()
    summary = LoadSummary()
    failed = 0

    def fail(failure: LoadFailure) -> None:
        nonlocal failed
        failed += 1
        if on_failure is not None:
            on_failure(failure)

    try:
        patient(engine, lambda connection: connection.dialect, 0)  # is it there at all?
        patient(engine, migrate, wait)
        first = patient(engine, next_number, wait)

        def known(lines: Lines) -> Collection[str]:
            return _known(reader, lines, wait) if first > 1 else ()

        target = target_of(engine)
        if target is not None:
            reader = open_engine(db)  # which waits for nobody who writes
        ahead = parsed_ahead(_batches(paths, batch), known, size=batch, first=first, target=target)
        for one, was_added in uncollected(added(engine, ahead)):
            if len(one.lines) >= batch and summary.seconds == 0:
                patient(engine, begin, wait)
            items = _items(one, fail)
            if was_added:
                written = Written(new=len(items))
            else:
                written = _write(engine, Batch(items, one.parsed().rows), wait, fail)
            summary = replace(
                summary,
                new=summary.new + written.new,
                changed=summary.changed + written.changed,
                unchanged=summary.unchanged + written.unchanged,
                removed=summary.removed + written.removed,
                failed=failed,
                seconds=time.monotonic() - start,
            )
            if on_progress is not None:
                on_progress(summary)
        patient(engine, finish, wait)
        return replace(summary, failed=failed, seconds=time.monotonic() - start)
    finally:
        engine.dispose()
        reader.dispose()


def uncollected(batches: Iterator[_T]) -> Iterator[_T]:
    """Yield what is given with Python's search for cycles switched off, but for one now and then.

    Records have no cycles and go when nothing refers to them; searching their many parts for some
    took up to half the time of loading.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        for number, batch in enumerate(batches, 1):
            yield batch
            if number % _BATCHES_COLLECTED == 0:
                gc.collect()
    finally:
        if was_enabled:
            gc.enable()


def _batches(paths: Iterable[str], size: int) -> Iterator[Lines]:
    lines: list[Line | Unreadable] = []
    length = 0
    for path in paths:
        for line in record_lines(path):
            lines.append(line)
            length += len(line.content) if isinstance(line, Line) else 0
            if len(lines) >= size or length >= BATCH_BYTES:
                yield lines
                lines, length = [], 0
    if lines:
        yield lines


def _known(engine: Engine, lines: Lines, wait: float) -> set[str]:
    """Return the digests of releases that were loaded from the same lines, as far as it is seen."""
    found = (_ID.search(line.content) for line in lines if isinstance(line, Line))
    ids = {match[1].decode() for match in found if match}
    there = patient(engine, lambda connection: standing(connection, ids), wait)
    return {digest for _, digest in there.values()}


def _items(batch: Ahead, fail: Callable[[LoadFailure], None]) -> list[Item]:
    """Return the records of a batch, and tell of what is none."""
    items: list[Item] = []
    for line, said in zip(batch.lines, batch.said, strict=True):
        if isinstance(said, str):
            fail(LoadFailure(line.path, line.number, said))
        elif isinstance(line, Line):
            items.append(Item(line, *said))
    return items


def _write(
    engine: Engine, batch: Batch, wait: float, fail: Callable[[LoadFailure], None]
) -> Written:
    """Write a batch; where something in it does not fit, its records one by one."""
    if not batch.items:
        return Written()
    try:
        return patient(engine, lambda connection: write(connection, batch), wait)
    except UnfitDataError as error:
        if len(batch.items) == 1:
            line = batch.items[0].line
            fail(LoadFailure(line.path, line.number, str(error)))
            return Written()
    total = Written()
    for single in batch.single():
        total = total.plus(_write(engine, single, wait, fail))
    return total
