"""Writing what a database holds in other forms."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Connection

from communique.stores.exports.duckdb_file import export_duckdb
from communique.stores.exports.ftm import export_ftm
from communique.stores.exports.graphml import export_graphml
from communique.stores.exports.jsonld import export_jsonld
from communique.stores.exports.tables import export_csv, export_parquet
from communique.stores.sql.engine import open_engine
from communique.stores.sql.joined import is_resolved, joined_records
from communique.stores.sql.migrating import check_version


def export(db: str, folder: Path, form: str) -> list[Path]:
    """Write the whole database to a folder in one of ``FORMS``; return the files.

    What ``communique resolve`` has joined is one in those forms that have entities or nodes. All is
    read in one transaction, and streamed. Raises ``DatabaseError`` where the database cannot
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


def _graphml(connection: Connection, folder: Path) -> list[Path]:
    by_name = not is_resolved(connection)
    return export_graphml(joined_records(connection), folder, by_name=by_name)


#: What writes each form.
FORMS: dict[str, Callable[[Connection, Path], list[Path]]] = {
    "csv": export_csv,
    "parquet": export_parquet,
    "duckdb": export_duckdb,
    "ftm": lambda connection, folder: export_ftm(joined_records(connection), folder),
    "jsonld": lambda connection, folder: export_jsonld(joined_records(connection), folder),
    "graphml": _graphml,
}
