"""How fast records go into a database, beside the plainest way for the same rows.

``python -m communique.evaluation.databases RECORDS [--count N] [--postgresql URL]``

Loading reads, checks and writes records with their keys, indexes and search; the plainest way is
given rows that are made already, for tables without keys or indexes: ``insert_all`` of sqlite-utils,
and PostgreSQL's COPY (once more into the tables as they are). Each batch is one transaction in both. The records of RECORDS are repeated,
under other ids, up to the count. URL is that of a database for nothing else: it is emptied.
"""

from __future__ import annotations

import argparse
import json
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import cycle, islice
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, text

from communique.records.model import Record
from communique.stores.records import read_records
from communique.stores.sql import schema
from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import BATCH, LoadSummary, load
from communique.stores.sql.migrating import migrate
from communique.stores.sql.rows import Row, part_rows, release_row, source_row
from communique.stores.sql.writing import insert

_Batch = dict[str, list[Row]]


def write_repeated(source: str, count: int, target: Path) -> None:
    """Write ``count`` records, those of a file over and over, each with an id and path of its own."""
    lines = [record.model_dump(mode="json") for record in read_records(source)]
    with target.open("w", encoding="utf-8") as stream:
        for number, record in enumerate(islice(cycle(lines), count)):
            place = {**record["source"], "path": f"{number}.txt", "record": None}
            line = {**record, "id": f"{number:016x}", "source": place}
            stream.write(json.dumps(line, ensure_ascii=False) + "\n")


def timed_load(path: Path, db: str) -> tuple[LoadSummary, list[float]]:
    """Load a file; return what was done, and the memory in use (MiB) after each batch."""
    memory: list[float] = []
    summary = load([str(path)], db, on_progress=lambda _: memory.append(_memory()))
    return summary, memory


def timed_rows(path: Path, write: Callable[[_Batch], None]) -> tuple[float, int]:
    """Give ``write`` the rows of a file batch by batch; return its seconds alone, and the rows."""
    seconds, rows = 0.0, 0
    for batch in _row_batches(path):
        start = time.perf_counter()
        write(batch)
        seconds += time.perf_counter() - start
        rows += sum(map(len, batch.values()))
    return seconds, rows


def _row_batches(path: Path) -> Iterator[_Batch]:
    records = enumerate(read_records(path))
    while some := list(islice(records, BATCH)):
        batch: _Batch = {table.name: [] for table in schema.TABLES}
        for number, record in some:
            _add(record, number, batch)
        yield batch


def _add(record: Record, number: int, batch: _Batch) -> None:
    batch["releases"].append(release_row(record, number, ""))
    batch["sources"].append(source_row(record.source, number))
    part_rows(record, number, lambda table, row: batch[table].append(row))


def _sqlite_utils(path: Path, db: Path) -> tuple[float, int]:
    import sqlite_utils  # noqa: PLC0415 - of the dependency group "benchmark"

    database = sqlite_utils.Database(db)
    columns = {table.name: table.columns.keys() for table in schema.TABLES}

    def write(batch: _Batch) -> None:
        with database.conn:
            for name, rows in batch.items():
                dicts = (dict(zip(columns[name], row, strict=True)) for row in rows)
                database.table(name).insert_all(dicts, batch_size=1000)

    return timed_rows(path, write)


def _copy(path: Path, db: str, *, bare: bool) -> tuple[float, int]:
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

    def write(batch: _Batch) -> None:
        with engine.begin() as connection:
            for table in schema.TABLES:
                insert(connection, table, batch[table.name])

    done = timed_rows(path, write)
    engine.dispose()
    return done


def _empty(connection: Connection) -> None:
    connection.execute(text("DROP SCHEMA public CASCADE"))
    connection.execute(text("CREATE SCHEMA public"))


def _memory() -> float:
    """Return the memory that this process has in use, in MiB; 0 where the system doesn't say."""
    with suppress(OSError):
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
        return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
    return 0.0


def _report(name: str, done: tuple[LoadSummary, list[float]], plain: tuple[float, int]) -> str:
    summary, memory = done
    seconds, rows = plain
    early = memory[len(memory) // 10]
    return (
        f"| {name} | {summary.records / summary.seconds:,.0f} | {rows / summary.seconds:,.0f} "
        f"| {summary.records / seconds:,.0f} | {seconds / summary.seconds:.2f} "
        f"| {early:.0f} → {memory[-1]:.0f} |"
    )


def main(arguments: list[str] | None = None) -> None:
    """Measure, and print a table for ``docs/benchmarks.md``."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument("records")
    parser.add_argument("--count", type=int, default=5000)
    parser.add_argument("--postgresql", metavar="URL")
    asked = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "records.jsonl"
        write_repeated(asked.records, asked.count, path)
        lines: list[str] = []
        _measure(lines, path, folder, asked.postgresql)
        size = path.stat().st_size / asked.count
        load_average = ", ".join(f"{value:.1f}" for value in os.getloadavg())
        print(f"{asked.count:,} records of {size:,.0f} bytes; load {load_average}")  # noqa: T201
    print("| | records/s | rows/s | plain: records/s | ratio | MiB at 10 %, 100 % |")  # noqa: T201
    print("|---|--:|--:|--:|--:|--:|", *lines, sep="\n")  # noqa: T201


def _measure(lines: list[str], path: Path, folder: Path, postgresql: str | None) -> None:
    done: Any = timed_load(path, str(folder / "load.db"))
    lines.append(_report("SQLite, sqlite-utils", done, _sqlite_utils(path, folder / "plain.db")))
    if postgresql is not None:
        engine = open_engine(postgresql, writing=True)
        with engine.begin() as connection:
            _empty(connection)
        engine.dispose()
        done = timed_load(path, postgresql)
        bare = _copy(path, postgresql, bare=True)
        lines.append(_report("PostgreSQL, COPY into bare tables", done, bare))
        same = _copy(path, postgresql, bare=False)
        lines.append(_report("PostgreSQL, COPY into the same tables", done, same))


if __name__ == "__main__":
    main()
