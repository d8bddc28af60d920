"""A database of records in the browser, by Datasette: for this machine alone, and to read alone."""

from __future__ import annotations

import socket
import tomllib
from importlib.resources import files
from pathlib import Path
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection

from communique.stores.extras import needed
from communique.stores.sql.engine import DatabaseError, database_url, open_engine
from communique.stores.sql.migrating import check_version

if TYPE_CHECKING:
    from datasette.app import Datasette

#: Who may look: programs of the machine that runs it.
HOST = "127.0.0.1"

#: Facets over many releases take more than the fifth of a second that Datasette gives them.
_SETTINGS = {
    "facet_time_limit_ms": 3000,
    "sql_time_limit_ms": 10_000,
    "default_facet_size": 20,
    "default_page_size": 50,
    "truncate_cells_html": 300,
}


def application(db: str) -> Datasette:
    """Return Datasette for an SQLite database of records.

    Raises ``DatabaseError`` for another database, or one that is not of this version, and
    ``MissingExtraError`` where Datasette is lacking.
    """
    with needed("browse", "browsing a database"):
        from datasette.app import Datasette  # noqa: PLC0415 - an extra
    url = database_url(db)
    if url.drivername != "sqlite" or not url.database:
        raise DatabaseError(f"only SQLite databases can be browsed, not {url.drivername}")
    engine = open_engine(db)
    try:
        with engine.begin() as connection:
            check_version(connection)
            told = metadata(connection, Path(url.database).stem)
    finally:
        engine.dispose()
    return Datasette([url.database], metadata=told, settings=_SETTINGS)


def metadata(connection: Connection, name: str) -> dict[str, Any]:
    """Return what is told of the database, in the form of Datasette's metadata."""
    told = tomllib.loads(
        (files("communique.stores.sql") / "browse.toml").read_text(encoding="utf-8")
    )
    common, tables = told.pop("columns"), told.pop("tables")
    rows = connection.exec_driver_sql(
        "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
        "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE 'releases_search%'"
    )
    for table, column in rows.all():
        columns = tables.setdefault(table, {"hidden": True}).setdefault("columns", {})
        if column in common:
            columns.setdefault(column, common[column])
    database = {"tables": tables, "queries": told.pop("queries")}
    return {**told, "databases": {name: database}}


def listen(port: int) -> socket.socket:
    """Return a socket of this machine alone; 0 is a free port. Raises ``OSError``."""
    listening = socket.socket()
    listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        listening.bind((HOST, port))
    except OSError:
        listening.close()
        raise
    return listening


def serve(found: Datasette, listening: socket.socket) -> None:
    """Answer until the program is stopped."""
    import uvicorn  # noqa: PLC0415 - comes with Datasette

    config = uvicorn.Config(found.app(), log_level="warning", lifespan="on")
    uvicorn.Server(config).run(sockets=[listening])
