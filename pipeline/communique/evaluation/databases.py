"""How fast records go into a database, beside the plainest way for the same rows.

``python -m communique.evaluation.databases RECORDS [--count N] [--plain N] [--postgresql URL]``

Loading reads, checks and writes records with their keys, indexes and search; the plainest ways are
given rows that are made already, for tables without keys or indexes: ``insert_all`` of sqlite-utils,
``executemany`` of Python's sqlite3, and PostgreSQL's COPY (once more into the tables as they are).
Each batch is one transaction in all. With ``--plain`` they get only the first so many records. The
records of RECORDS are repeated up to the count, each time under another id, with other words in its
names and its text. URL is that of a database for nothing else: it is emptied.

Where other programs run beside it, processor time tells more than the clock: it is that of all
processes together, with the server's where that is on the same machine.
"""

from __future__ import annotations

import argparse
import json
import os
import sqlite3
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any, NamedTuple

from sqlalchemy import Connection, text

from communique.evaluation.processor import served, server_of, used
from communique.stores.records import read_records
from communique.stores.sql import schema
from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import BATCH, LoadSummary, load
from communique.stores.sql.migrating import migrate
from communique.stores.sql.parsing import add_rows, no_rows
from communique.stores.sql.plain import plain_record
from communique.stores.sql.rows import Rows, source_row
from communique.stores.sql.writing import insert

#: For processes of a server that has been left to end, in seconds.
_PAUSE = 0.5


class _Load(NamedTuple):
    """What was loaded, the memory in use after each batch, how busy the machine was."""

    summary: LoadSummary
    memory: list[float]
    processor: float
    busy: float


class _Plain(NamedTuple):
    """The seconds that rows took to write, those of the processor, and how many they were."""

    seconds: float
    processor: float
    rows: int


_SYLLABLES = ("ba", "do", "fe", "gu", "hi", "ka", "lo", "me", "nu", "pi", "ra", "so", "te", "vu")


def write_repeated(source: str, count: int, target: Path) -> None:
    """Write ``count`` records, those of a file over and over, each with an id and path of its own.

    Names of people, organizations and agreements, where they are named, and the text get a word
    made from the record's number, so that no two records name the same.
    """
    lines = [record.model_dump(mode="json") for record in read_records(source)]
    with target.open("w", encoding="utf-8") as stream:
        for number, record in enumerate(islice(cycle(lines), count)):
            place = {**record["source"], "path": f"{number}.txt", "record": None}
            line = {**_named(record, _word(number)), "id": f"{number:016x}", "source": place}
            stream.write(json.dumps(line, ensure_ascii=False, separators=(",", ":")) + "\n")


def _named(record: dict[str, Any], word: str) -> dict[str, Any]:
    varied = {
        kind: [
            {
                **part,
                "name": f"{part['name']} {word}",
                "mentions": [{**m, "text": f"{m['text']} {word}"} for m in part["mentions"]],
            }
            for part in record[kind]
        ]
        for kind in ("people", "organizations", "agreements")
    }
    return {**record, **varied, "text": f"{record['text'] or ''}\n{word.capitalize()}."}


def _word(number: int) -> str:
    word = ""
    while number or not word:
        number, rest = divmod(number, len(_SYLLABLES))
        word += _SYLLABLES[rest]
    return word


def timed_load(path: Path, db: str) -> tuple[LoadSummary, list[float]]:
    """Load a file; return what was done, and the memory in use (MiB) after each batch."""
    memory: list[float] = []
    summary = load([str(path)], db, on_progress=lambda _: memory.append(_memory()))
    return summary, memory


def timed_rows(path: Path, write: Callable[[Rows], None]) -> _Plain:
    """Give ``write`` the rows of a file batch by batch; return its time alone, and the rows."""
    seconds, processor, rows = 0.0, 0.0, 0
    for batch in _row_batches(path):
        start, begun = time.perf_counter(), time.process_time()
        write(batch)
        seconds += time.perf_counter() - start
        processor += time.process_time() - begun
        rows += sum(map(len, batch.values()))
    return _Plain(seconds, processor, rows)


def _row_batches(path: Path) -> Iterator[Rows]:
    with path.open("rb") as stream:
        lines = enumerate(stream)
        while some := list(islice(lines, BATCH)):
            batch = no_rows()
            for number, line in some:
                record = plain_record(line)
                add_rows(record, number, "", batch)
                batch["sources"].append(source_row(record["source"], number))
            yield batch


def _sqlite3(path: Path, db: Path) -> _Plain:
    with closing(sqlite3.connect(db, isolation_level=None)) as connection:
        for pragma in ("journal_mode = WAL", "synchronous = NORMAL", "cache_size = -65536"):
            connection.execute(f"PRAGMA {pragma}")
        for table in schema.TABLES:
            connection.execute(f"CREATE TABLE {table.name} ({', '.join(table.columns.keys())})")

        def write(batch: Rows) -> None:
            connection.execute("BEGIN")
            for table in schema.TABLES:
                marks = ", ".join("?" * len(table.columns))
                statement = f"INSERT INTO {table.name} VALUES ({marks})"  # noqa: S608 - our names
                connection.executemany(statement, batch[table.name])
            connection.execute("COMMIT")

        return timed_rows(path, write)


def _sqlite_utils(path: Path, db: Path) -> _Plain:
    import sqlite_utils  # noqa: PLC0415 - of the dependency group "benchmark"

    database = sqlite_utils.Database(db)
    columns = {table.name: table.columns.keys() for table in schema.TABLES}

    def write(batch: Rows) -> None:
        with database.conn:
            for name, rows in batch.items():
                dicts = (dict(zip(columns[name], row, strict=True)) for row in rows)
                database.table(name).insert_all(dicts, batch_size=1000)

    return timed_rows(path, write)


def _copy(path: Path, db: str, *, bare: bool) -> _Plain:
    server = server_of(db)
    before = served(server)
    engine = open_engine(db, writing=True)
    with engine.begin() as connection:
        _empty(connection)
        if not bare:
            migrate(connection)
        for table in schema.TABLES if bare else ():
            kinds = ", ".join(
                f"{column.name} {column.type.compile(engine.dialect)}" for column in table.columns
            )
            connection.execute(text(f"CREATE TABLE {table.name} ({kinds})"))

    def write(batch: Rows) -> None:
        with engine.begin() as connection:
            for table in schema.TABLES:
                insert(connection, table, batch[table.name])

    done = timed_rows(path, write)
    engine.dispose()
    time.sleep(_PAUSE)
    return done._replace(processor=done.processor + served(server) - before)


def _empty(connection: Connection) -> None:
    connection.execute(text("DROP SCHEMA public CASCADE"))
    connection.execute(text("CREATE SCHEMA public"))


def _memory() -> float:
    """Return the memory in use by this process and its own, in MiB; 0 where nothing says it."""
    pages = 0
    with suppress(OSError):
        children = Path(f"/proc/self/task/{threading.main_thread().native_id}/children")
        for pid in (str(os.getpid()), *children.read_text(encoding="ascii").split()):
            pages += int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20


def _loaded(path: Path, db: str, server: int | None = None) -> _Load:
    before = used() + served(server)
    summary, memory = timed_load(path, db)
    if server is not None:
        time.sleep(_PAUSE)
    return _Load(summary, memory, used() + served(server) - before, os.getloadavg()[0])


def _report(name: str, done: _Load, plain: _Plain, count: int) -> str:
    """Return a line of the table; ``count`` records went the plain way, as so many rows."""
    records = done.summary.records
    loaded, inserted = records / done.summary.seconds, count / plain.seconds
    cost, least = 1000 * done.processor / records, 1000 * plain.processor / count
    memory = done.memory
    said = " → ".join(f"{memory[(len(memory) - 1) * part // 10]:.0f}" for part in (1, 5, 10))
    return (
        f"| {name} | {loaded:,.0f} | {loaded * plain.rows / count:,.0f} | {inserted:,.0f} "
        f"| {loaded / inserted:.2f} | {cost:.2f} | {least:.2f} | {said} | {done.busy:.1f} |"
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure, and print a table for ``docs/benchmarks.md``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--plain", type=int, metavar="COUNT")
    parser.add_argument("--postgresql", metavar="URL")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "records.jsonl"
        write_repeated(asked.records, asked.count, path)
        size = path.stat().st_size / asked.count
        _say(f"{asked.count:,} records of {size:,.0f} bytes")
        _say(
            "| | records/s | rows/s | plain: records/s | ratio | processor: ms a record | plain "
            "| MiB at 10, 50, 100 % | load average |"
        )
        _say("|---|--:|--:|--:|--:|--:|--:|--:|--:|")
        few, count = path, asked.count
        if asked.plain is not None and asked.plain < count:
            few, count = folder / "few.jsonl", asked.plain
            write_repeated(asked.records, count, few)
        for line in _measured(path, few, count, folder, asked.postgresql):
            _say(line)


def _measured(
    path: Path, few: Path, count: int, folder: Path, postgresql: str | None
) -> Iterator[str]:
    done = _loaded(path, str(folder / "load.db"))
    ways = {"sqlite-utils": _sqlite_utils, "bare executemany": _sqlite3}
    for name, way in ways.items():
        yield _report(f"SQLite, {name}", done, way(few, folder / f"{name}.db"), count)
    if postgresql is not None:
        engine = open_engine(postgresql, writing=True)
        with engine.begin() as connection:
            _empty(connection)
        engine.dispose()
        done = _loaded(path, postgresql, server_of(postgresql))
        bare = _copy(few, postgresql, bare=True)
        yield _report("PostgreSQL, COPY into bare tables", done, bare, count)
        same = _copy(few, postgresql, bare=False)
        yield _report("PostgreSQL, COPY into the same tables", done, same, count)


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201


if __name__ == "__main__":
    main()
