"""``communique check``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending


def check(
    folders: Annotated[
        list[Path],
        typer.Argument(metavar="GOLD...", help="Folders of annotated releases.", exists=True),
    ],
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but the faults.")
    ] = False,
) -> None:
    """Check gold annotations: their form, and that what they name stands in the text and resolves.

    Prints each fault with its file, line and place.
    """
    from communique.evaluation.checking import check_folder
    from communique.evaluation.gold import annotation_files

    count = faults = 0
    for folder in folders:
        with ending(OSError):
            for fault in check_folder(folder):
                print(fault)
                faults += 1
        count += len(annotation_files(folder))
    if not quiet:
        typer.echo(f"{count} annotations, {faults} faults", err=True)
    if faults:
        raise typer.Exit(exit_codes.SOME_FAILED)
