"""``communique load``."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending
from communique.cli.options import DatabaseOption

if TYPE_CHECKING:
    from rich.console import Console

    from communique.stores.sql.loading import LoadFailure, LoadSummary


def load(
    records: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[RECORDS…]",
            help="Files that communique extract wrote; - for standard input. Without any, the "
            "tables are made, or brought up to date.",
            show_default=False,
        ),
    ] = None,
    db: DatabaseOption = "outputs/communique.db",
    wait: Annotated[
        float,
        typer.Option("--wait", min=0, help="Seconds to wait for a server that has gone away."),
    ] = 60,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors that end the run.")
    ] = False,
) -> None:
    """Put records into a database.

    Loading the same records again changes nothing; a record that changed replaces its own rows.
    Exit code 0 when all is well, 3 when some lines are no records, 1 when nothing could be done.
    """
    from rich.console import Console

    from communique.stores.sql.engine import DatabaseError
    from communique.stores.sql.loading import load as run

    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)

    def tell(failure: LoadFailure) -> None:
        console.print("failed:", str(failure), style="red", markup=False)

    with ending(DatabaseError), console.status("loading") as status:
        summary = run(
            records or [],
            db,
            wait=wait,
            on_failure=tell,
            on_progress=lambda done: status.update(f"{done.records:,} records"),
        )
    _print_summary(console, summary)
    if summary.failed:
        done = summary.records > 0
        raise typer.Exit(exit_codes.SOME_FAILED if done else exit_codes.NOTHING_DONE)


def _print_summary(console: Console, summary: LoadSummary) -> None:
    from rich import box
    from rich.table import Table

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    names = ("new", "changed", "unchanged", "removed", "failed")
    for name in (*names, "seconds"):
        table.add_column(name, justify="right")
    counts = (f"{getattr(summary, name):,}" for name in names)
    table.add_row(*counts, f"{summary.seconds:.1f}")
    console.print(table)
