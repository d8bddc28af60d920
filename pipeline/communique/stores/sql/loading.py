"""Loading files of records into a database, batch by batch."""

from __future__ import annotations

import gc
import hashlib
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from pydantic import ValidationError
from sqlalchemy import Engine

from communique.records.model import Record
from communique.stores.sql.engine import open_engine
from communique.stores.sql.lines import Line, Unreadable, record_lines
from communique.stores.sql.migrating import migrate
from communique.stores.sql.patience import UnfitDataError, patient
from communique.stores.sql.rows import UnfitRecordError, check
from communique.stores.sql.writing import Item, Written, write

#: A batch, which is one transaction, ends at so many records, or so many bytes of them.
BATCH = 500
BATCH_BYTES = 16_000_000
#: After so many batches cycles of objects are looked for.
_BATCHES_COLLECTED = 20
#: How long a database that has gone away is waited for, in seconds.
WAIT = 60.0

#: Counts up when the rows of a record are made in another way, so that records are loaded anew.
_ROWS = b"1"

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
    engine = open_engine(db, writing=True)
    start = time.monotonic()
    summary = LoadSummary()
    failed = 0

    def fail(failure: LoadFailure) -> None:
        nonlocal failed
        failed += 1
        if on_failure is not None:
            on_failure(failure)

    try:
        patient(engine, migrate, 0)
        for items in uncollected(_batches(paths, batch, fail)):
            written = _write(engine, items, wait, fail)
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
        return replace(summary, failed=failed, seconds=time.monotonic() - start)
    finally:
        engine.dispose()


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


def _batches(
    paths: Sequence[str], size: int, fail: Callable[[LoadFailure], None]
) -> Iterator[list[tuple[Line, Item]]]:
    items: list[tuple[Line, Item]] = []
    length = 0
    for path in paths:
        for line in record_lines(path):
            if isinstance(line, Unreadable):
                fail(LoadFailure(line.path, line.number, line.reason))
            elif (item := _item(line, fail)) is not None:
                items.append((line, item))
                length += len(line.content)
                if len(items) >= size or length >= BATCH_BYTES:
                    yield items
                    items, length = [], 0
    if items:
        yield items


def _item(line: Line, fail: Callable[[LoadFailure], None]) -> Item | None:
    try:
        record = Record.model_validate_json(line.content)
        check(record)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        place = ".".join(map(str, first["loc"]))
        said = f"{place}: {first['msg']}" if place else first["msg"]
        fail(LoadFailure(line.path, line.number, f"not a record ({said})"))
    except UnfitRecordError as error:
        fail(LoadFailure(line.path, line.number, str(error)))
    else:
        digest = hashlib.blake2b(line.content, digest_size=16, person=_ROWS).hexdigest()
        return Item(record, digest)
    return None


def _write(
    engine: Engine,
    items: Sequence[tuple[Line, Item]],
    wait: float,
    fail: Callable[[LoadFailure], None],
) -> Written:
    """Write a batch; where something in it does not fit, its records one by one."""
    try:
        return patient(engine, lambda connection: write(connection, [i for _, i in items]), wait)
    except UnfitDataError as error:
        if len(items) == 1:
            line = items[0][0]
            fail(LoadFailure(line.path, line.number, str(error)))
            return Written()
    total = Written()
    for item in items:
        total = total.plus(_write(engine, [item], wait, fail))
    return total
