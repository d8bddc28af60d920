"""``communique export``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.exit_codes import ending
from communique.cli.options import DatabaseOption


class ExportFormat(StrEnum):
    """The forms that a database is written in; a test keeps them equal to those of the exports."""

    CSV = "csv"
    PARQUET = "parquet"
    DUCKDB = "duckdb"
    FTM = "ftm"
    JSONLD = "jsonld"
    GRAPHML = "graphml"


def export(
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the files go.")
    ],
    form: Annotated[ExportFormat, typer.Option("--format", help="In which form.")],
    db: DatabaseOption = "outputs/communique.db",
) -> None:
    """Write what a database holds in another form.

    csv and parquet: a file for each table. duckdb: one with all tables. ftm: entities of FollowTheMoney. jsonld: schema.org.
    graphml: who signed with whom. Prints the files' paths.
    """
    from sqlalchemy.exc import DBAPIError

    from communique.stores.exports.exporting import export as run
    from communique.stores.extras import MissingExtraError
    from communique.stores.sql.engine import DatabaseError

    with ending(DatabaseError, MissingExtraError, OSError, DBAPIError):
        paths = run(db, output, form)
    for path in paths:
        print(path)
