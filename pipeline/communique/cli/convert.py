"""``communique convert``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.exit_codes import ending

if TYPE_CHECKING:
    from collections import Counter


class AnnotationFormat(StrEnum):
    """The annotation formats; a test keeps them equal to those of the exchange."""

    GOLD = "gold"
    RECORDS = "records"
    PRODIGY = "prodigy"
    LABELSTUDIO = "labelstudio"
    DOCCANO = "doccano"
    BRAT = "brat"
    CONLL = "conll"
    DOCBIN = "docbin"


def convert(
    source: Annotated[Path, typer.Argument(metavar="IN", help="A file or a folder.")],
    target: Annotated[Path, typer.Argument(metavar="OUT", help="A file, or a new folder.")],
    from_: Annotated[
        AnnotationFormat | None,
        typer.Option("--from", help="Format of IN.  [default: told]", show_default=False),
    ] = None,
    to: Annotated[
        AnnotationFormat | None,
        typer.Option("--to", help="Format of OUT.  [default: by its name]", show_default=False),
    ] = None,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Don't tell what was left out.")
    ] = False,
) -> None:
    """Bring annotations from one tool's format into another's, records and gold among them.

    What the other format has no place for is told on standard error.
    """
    from communique.exchange.converting import convert as run
    from communique.exchange.formats import FORMATS, format_for, format_of

    with ending(OSError, ValueError):
        reading = FORMATS[from_] if from_ else format_of(source)
        try:
            writing = FORMATS[to] if to else format_for(target)
        except ValueError as error:
            raise typer.BadParameter(str(error)) from None
        count, losses = run(source, target, reading, writing)
    if not quiet:
        print_losses(losses)
        typer.echo(f"{count} texts from {reading.name} to {writing.name}", err=True)


def print_losses(losses: Counter[str]) -> None:
    """Tell on standard error what was left out, and how often."""
    for what, count in losses.items():
        typer.echo(f"warning: {count} {what}", err=True)
