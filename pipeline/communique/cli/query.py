"""``communique query``."""

from __future__ import annotations

import datetime as dt
import json
import os
import sys
from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.exit_codes import ending
from communique.cli.options import DatabaseOption

if TYPE_CHECKING:
    from communique.stores.sql.questions import Answer


#: Cells up to so many signs are not broken; a table that goes to no terminal is so wide.
_SHORT = 16
_WIDE = 160


class Question(StrEnum):
    """What can be asked."""

    SIGNED_WITH = "signed-with"
    OFFICES = "offices"
    AGREEMENTS = "agreements"
    SEARCH = "search"


class Form(StrEnum):
    """How an answer is written."""

    TABLE = "table"
    JSON = "json"
    CSV = "csv"


def query(
    question: Annotated[Question, typer.Argument(help="What is asked.", show_default=False)],
    name: Annotated[
        str | None,
        typer.Argument(
            help="A person or an organization; of search, the words.", show_default=False
        ),
    ] = None,
    db: DatabaseOption = "outputs/communique.db",
    since: Annotated[
        dt.datetime | None,
        typer.Option(
            "--since",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The first day that counts.",
            show_default=False,
        ),
    ] = None,
    until: Annotated[
        dt.datetime | None,
        typer.Option(
            "--until",
            metavar="YYYY-MM-DD",
            formats=["%Y-%m-%d"],
            help="The last day that counts.",
            show_default=False,
        ),
    ] = None,
    limit: Annotated[
        int | None,
        typer.Option("--limit", min=1, help="So many rows at most.", show_default=False),
    ] = None,
    form: Annotated[Form, typer.Option("--format", help="How the answer is written.")] = Form.TABLE,
) -> None:
    """Answer the usual questions from a database of records.

    - signed-with: who is party to an agreement with NAME, or with whom at all
    - offices: the offices of NAME over time
    - agreements: those of NAME between two days
    - search: releases that hold the words of NAME
    """
    from sqlalchemy.exc import DBAPIError

    from communique.stores.sql.engine import DatabaseError, open_engine
    from communique.stores.sql.migrating import check_version
    from communique.stores.sql.questions import Asked, ask

    if question is Question.SEARCH and name is None:
        raise typer.BadParameter("search needs words")
    asked = Asked(name, since and since.date(), until and until.date(), limit)
    with ending(DatabaseError, DBAPIError), open_engine(db).begin() as connection:
        check_version(connection)
        answer = ask(connection, question, asked)
    _print(answer, form)


def _print(answer: Answer, form: Form) -> None:
    if form is Form.JSON:
        rows = [dict(zip(answer.columns, map(_plain, row), strict=True)) for row in answer.rows]
        print(json.dumps(rows, ensure_ascii=False, indent=2))
    elif form is Form.CSV:
        from communique.stores.cells import write_csv

        write_csv(sys.stdout, answer.columns, answer.rows)
    else:
        _print_table(answer)


def _print_table(answer: Answer) -> None:
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    rows = [[_shown(value) for value in row] for row in answer.rows]
    for number, column in enumerate(answer.columns):
        short = all(len(row[number]) <= _SHORT for row in rows)
        table.add_column(column.replace("_", " "), overflow="fold", no_wrap=short)
    for row in rows:
        table.add_row(*map(Text, row))
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    console.print(table)


def _plain(value: object) -> object:
    return value.isoformat() if isinstance(value, dt.date) else value


def _shown(value: object) -> str:
    """Return a cell for a terminal, on one line and without signs that steer it."""
    text = " ".join(str("" if value is None else value).split())
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)
