"""Every table of the database in one file of DuckDB."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import JSON, Connection, Date, Float, Integer, Table

from communique.stores.exports.files import new_path
from communique.stores.exports.tables import EXPORTED, arrow_batches
from communique.stores.extras import needed


def export_duckdb(connection: Connection, folder: Path) -> list[Path]:
    """Write all tables, without keys. Raises ``MissingExtraError`` without DuckDB or pyarrow."""
    with needed("duckdb", "an export to DuckDB"):
        import duckdb  # noqa: PLC0415 - an extra
        import pyarrow as pa  # noqa: PLC0415, F401
    path = folder / "communique.duckdb"
    with new_path(path) as partial, duckdb.connect(str(partial)) as target:
        for table in EXPORTED:
            target.execute(f"CREATE TABLE {table.name} ({_columns(table)})")
            for batch in arrow_batches(connection, table):
                target.register("batch", batch)
                target.execute(f"INSERT INTO {table.name} SELECT * FROM batch")  # noqa: S608
                target.unregister("batch")
        target.execute("CHECKPOINT")
    return [path]


def _columns(table: Table) -> str:
    kinds = {Integer: "INTEGER", Float: "DOUBLE", Date: "DATE", JSON: "JSON"}
    return ", ".join(
        f'"{column.name}" {kinds.get(type(column.type), "TEXT")}'
        f"{'' if column.nullable else ' NOT NULL'}"
        for column in table.columns
    )
