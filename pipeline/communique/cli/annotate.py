"""``communique annotate``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.convert import print_losses
from communique.cli.exit_codes import ending


class Tool(StrEnum):
    """The tools that tasks are written for; a test keeps them equal to those of the exchange."""

    LABELSTUDIO = "labelstudio"
    PRODIGY = "prodigy"


def annotate(
    records: Annotated[
        Path, typer.Argument(metavar="RECORDS", help="Records that communique extract wrote.")
    ],
    tool: Annotated[Tool, typer.Option("--to", help="For which tool.")],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="A new folder for the tasks.")
    ],
) -> None:
    """Write pre-annotated tasks for people to correct, with what the tool needs to know of labels.

    Prints the files' paths. Finished work becomes gold by communique convert.
    """
    from communique.exchange.tasks import write_tasks

    with ending(OSError, ValueError):
        _, paths, losses = write_tasks(records, output, tool)
    print_losses(losses)
    for path in paths:
        print(path)
