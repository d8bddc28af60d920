"""``communique resolve``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending
from communique.cli.options import DatabaseOption

if TYPE_CHECKING:
    from rich.console import Console

    from communique.resolution.resolving import Resolution


def resolve(
    db: DatabaseOption = "outputs/communique.db",
    rules: Annotated[
        Path | None,
        typer.Option(
            "--rules",
            metavar="FILE",
            help="What to join and what to keep apart: TSV, or CSV where the name ends so.",
            show_default=False,
        ),
    ] = None,
    threshold: Annotated[
        float | None,
        typer.Option(
            "--threshold",
            metavar="POINTS",
            help="The points from which two are the same.  [default: 7]",
            show_default=False,
        ),
    ] = None,
    undo: Annotated[bool, typer.Option("--undo", help="Drop all that was joined.")] = False,
    explain: Annotated[
        str | None,
        typer.Option(
            "--explain",
            metavar="ID",
            help="Show an entity: its members, and why each belongs to it.",
            show_default=False,
        ),
    ] = None,
    why: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--why",
            metavar="ID ID",
            help="Show what says, and what speaks against it, that two are the same.",
            show_default=False,
        ),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors that end the run.")
    ] = False,
) -> None:
    """Join the people and organizations of different releases that are the same.

    The rows of the records stay as they are; what was joined before is done anew, and an entity keeps
    its id. Exit code 0 when all is well, 3 when rules name what the database does not hold, 1 when
    nothing could be done.
    """
    from sqlalchemy.exc import DBAPIError

    from communique.resolution.rules import RulesError
    from communique.stores.sql.engine import DatabaseError

    if (
        sum(
            (rules is not None or threshold is not None, undo, explain is not None, why is not None)
        )
        > 1
    ):
        raise typer.BadParameter(
            "--undo, --explain and --why go with no other of them, nor with --rules"
        )
    with ending(DatabaseError, DBAPIError, RulesError, OSError):
        if undo:
            _undo(db, quiet)
        elif explain is not None:
            _explain(db, explain)
        elif why is not None:
            _why(db, *why)
        else:
            _resolve(db, rules, threshold, quiet)


def _resolve(db: str, rules: Path | None, threshold: float | None, quiet: bool) -> None:
    from rich.console import Console

    from communique.resolution.resolving import resolve as run
    from communique.resolution.rules import read_rules

    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    with console.status("resolving"):
        done = run(db, read_rules(rules) if rules is not None else None, threshold)
    for said in done.unmet:
        console.print(said, style="red", markup=False)
    _print_summary(console, done)
    if done.unmet:
        raise typer.Exit(exit_codes.SOME_FAILED)


def _undo(db: str, quiet: bool) -> None:
    from communique.resolution.resolving import undo

    dropped = undo(db)
    if not quiet:
        typer.echo(f"{dropped:,} entities dropped", err=True)


def _explain(db: str, wanted: str) -> None:
    from communique.resolution.explaining import entity_of
    from communique.stores.sql.engine import open_engine
    from communique.stores.sql.migrating import check_version

    with open_engine(db).begin() as connection:
        check_version(connection)
        entity = entity_of(connection, wanted)
    print(_plain(f"{entity.id}  {entity.kind}  {entity.name}"))
    for member in entity.members:
        print(_plain(f"  {member.reference}  {member.published or '-'}  {member.name}"))
        if member.joined_to is not None:
            points = "" if member.points is None else f"  {member.points:g}"
            print(_plain(f"    joined to {member.joined_to}{points}: {member.reasons}"))


def _why(db: str, one: str, other: str) -> None:
    from communique.resolution.explaining import why
    from communique.resolution.weights import default_threshold
    from communique.stores.sql.engine import open_engine
    from communique.stores.sql.migrating import check_version

    with open_engine(db).begin() as connection:
        check_version(connection)
        score = why(connection, one, other)
    for feature in score.features:
        print(_plain(f"{feature.points:+6.2f}  {feature.name}  {feature.words}".rstrip()))
    print(f"{score.points:+6.2f}  of {default_threshold():g}")
    if score.contradiction is not None:
        print(_plain(f"contradiction: {score.contradiction}"))


def _plain(text: str) -> str:
    """Return a line without signs that steer a terminal."""
    return "".join(sign if sign.isprintable() else "\N{REPLACEMENT CHARACTER}" for sign in text)


def _print_summary(console: Console, done: Resolution) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in ("releases", "people and bodies", "pairs", "entities", "members", "seconds"):
        table.add_column(name, justify="right")
    counts = (done.releases, done.profiles, done.pairs, done.entities, done.members)
    table.add_row(*(f"{count:,}" for count in counts), f"{done.seconds:.1f}")
    console.print(table)
