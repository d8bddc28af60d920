"""Bringing a database to the tables of this version."""

from __future__ import annotations

from importlib.resources import as_file, files

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect, text

from communique.stores.sql.direct import HELPERS_LOCK, LOCK
from communique.stores.sql.engine import DatabaseError
from communique.stores.sql.views import drop_views, make_views

#: The table with what a load of many records leaves to its end: see ``bulk``.
UNFINISHED = "unfinished_load"


def lock(connection: Connection) -> None:
    """Wait until no other loader is in a transaction; SQLite's transactions do so themselves.

    Nor is then a process that wrote for a loader that died: see ``direct``.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text(f"SELECT pg_advisory_xact_lock({LOCK})"))
        helpers = f"pg_advisory_lock({HELPERS_LOCK}), pg_advisory_unlock({HELPERS_LOCK})"
        connection.execute(text(f"SELECT {helpers}"))


def migrate(connection: Connection, revision: str = "head") -> None:
    """Make the tables, or bring those of an earlier version up to date, within the transaction.

    What they hold stays. Raises ``DatabaseError`` for a database of a later version.
    """
    lock(connection)
    with as_file(files("communique.stores.sql") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        config.attributes["connection"] = connection
        if standing(connection) != _head(config):
            _check(connection, config)
            drop_views(connection)
            command.upgrade(config, revision)
        if standing(connection) == _head(config):
            make_views(connection)


def check_version(connection: Connection) -> None:
    """Raise ``DatabaseError`` unless the tables are those of this version, with their indexes."""
    with as_file(files("communique.stores.sql") / "migrations") as folder:
        config = Config()
        config.set_main_option("script_location", str(folder).replace("%", "%%"))
        revision = standing(connection)
        if revision is None:
            raise DatabaseError("the database holds no records: communique load puts them in")
        _check(connection, config)
        if revision != _head(config):
            raise DatabaseError(
                "the database was made by an earlier version: communique load --db … without "
                "records brings it up to date"
            )
    if inspect(connection).has_table(UNFINISHED):
        raise DatabaseError(
            "a first load of many records is going on, or was broken off: communique load --db … "
            "without records completes it"
        )


def standing(connection: Connection) -> str | None:
    """Return the revision of the tables, or None where there are none."""
    return MigrationContext.configure(connection).get_current_revision()


def _head(config: Config) -> str | None:
    return ScriptDirectory.from_config(config).get_current_head()


def _check(connection: Connection, config: Config) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(config).walk_revisions()}
    revision = standing(connection)
    if revision is not None and revision not in known:
        raise DatabaseError(
            f"the database was made by a later version of communique (revision {revision})"
        )
