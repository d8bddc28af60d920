"""Writing what a database holds in other forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from communique.stores.exports.duckdb_file import export_duckdb
from communique.stores.exports.files import write_json_lines
from communique.stores.exports.ftm import entities
from communique.stores.exports.graphml import export_graphml
from communique.stores.exports.jsonld import export_jsonld
from communique.stores.exports.tables import export_csv, export_parquet
from communique.stores.sql.engine import open_engine
from communique.stores.sql.migrating import check_version
from communique.stores.sql.reading import stored_records


def export(db: str, folder: Path, form: str) -> list[Path]:
    """Write the whole database to a folder in one of ``FORMS``; return the files.

    All is read in one transaction, and streamed. Raises ``DatabaseError`` where the database cannot
    be used, ``MissingExtraError`` where a library is lacking, and ``OSError``.
    """
    engine = open_engine(db)
    try:
        if engine.dialect.name == "postgresql":
            engine = engine.execution_options(isolation_level="REPEATABLE READ")
        with engine.begin() as connection:
            check_version(connection)
            folder.mkdir(parents=True, exist_ok=True)
            return FORMS[form](connection, folder)
    finally:
        engine.dispose()


def _ftm(connection: Connection, folder: Path) -> list[Path]:
    path = folder / "entities.ftm.json"
    found = (entity for record in stored_records(connection) for entity in entities(record))
    write_json_lines(path, found)
    return [path]


#: What writes each form.
FORMS: dict[str, Callable[[Connection, Path], list[Path]]] = {
    "csv": export_csv,
    "parquet": export_parquet,
    "duckdb": export_duckdb,
    "ftm": _ftm,
    "jsonld": lambda connection, folder: export_jsonld(stored_records(connection), folder),
    "graphml": lambda connection, folder: export_graphml(stored_records(connection), folder),
}
