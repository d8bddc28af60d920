"""Every table of the database as CSV or Parquet."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Column, Connection, Date, Float, Integer, Table, select

from communique.stores.cells import write_csv
from communique.stores.exports.files import new_file
from communique.stores.extras import needed
from communique.stores.sql import schema

if TYPE_CHECKING:
    import pyarrow as pa

#: The tables of the records, and those of what is joined across them.
EXPORTED = (*schema.TABLES, *schema.RESOLVED)
#: Rows that are held in memory at once.
_CHUNK = 10_000


def export_csv(connection: Connection, folder: Path) -> list[Path]:
    """Write each table to a file of its own, with cells that no spreadsheet calculates."""
    paths = []
    for table in EXPORTED:
        paths.append(folder / f"{table.name}.csv")
        with (
            new_file(paths[-1]) as stream,
            io.TextIOWrapper(stream, encoding="utf-8", newline="") as text,
        ):
            rows = (row for chunk in _chunks(connection, table) for row in chunk)
            write_csv(text, table.columns.keys(), rows)
    return paths


def export_parquet(connection: Connection, folder: Path) -> list[Path]:
    """Write each table to a file of its own. Raises ``MissingExtraError`` without pyarrow."""
    with needed("parquet", "an export to Parquet"):
        import pyarrow.parquet as pq  # noqa: PLC0415 - an extra
    paths = []
    for table in EXPORTED:
        columns = arrow_columns(table)
        paths.append(folder / f"{table.name}.parquet")
        with (
            new_file(paths[-1]) as stream,
            pq.ParquetWriter(stream, columns, compression="zstd") as writer,
        ):
            for batch in arrow_batches(connection, table):
                writer.write_batch(batch)
    return paths


def arrow_batches(connection: Connection, table: Table) -> Iterator[pa.RecordBatch]:
    """Yield the rows of a table for Arrow, a few thousand at once."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    columns = arrow_columns(table)
    for chunk in _chunks(connection, table):
        cells = [
            pa.array(values, field.type)
            for values, field in zip(zip(*chunk, strict=True), columns, strict=True)
        ]
        yield pa.record_batch(cells, schema=columns)


def _chunks(connection: Connection, table: Table) -> Iterator[list[tuple[Any, ...]]]:
    """Yield the rows of a table, in order of its key; ``details`` as JSON."""
    result = connection.execution_options(yield_per=_CHUNK).execute(
        select(table).order_by(*table.primary_key)
    )
    for part in result.partitions():
        yield [tuple(map(_cell, row)) for row in part]


def _cell(value: object) -> object:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return value


def arrow_columns(table: Table) -> pa.Schema:
    """Return the columns of a table for Arrow."""
    import pyarrow as pa  # noqa: PLC0415 - an extra

    def kind(column: Column[Any]) -> pa.DataType:
        if isinstance(column.type, Integer):
            return pa.int64()
        if isinstance(column.type, Float):
            return pa.float64()
        return pa.date32() if isinstance(column.type, Date) else pa.string()

    return pa.schema(
        [pa.field(column.name, kind(column), column.nullable) for column in table.columns]
    )
