"""How the command's process ends; with 2, by Typer itself, where it was called wrongly."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import typer

#: All inputs made their records.
OK = 0
#: Nothing could be done: no input, no model, no place to write.
NOTHING_DONE = 1
#: The run went to its end, and some inputs failed, or a floor doesn't hold.
SOME_FAILED = 3
#: The run was stopped at the keyboard; called again it goes on where it was.
STOPPED = 130


@contextmanager
def ending(*faults: type[Exception]) -> Iterator[None]:
    """End the command with ``NOTHING_DONE`` at one of some faults, and print what it says."""
    try:
        yield
    except faults as error:
        said = getattr(error, "orig", error)  # SQLAlchemy's: what the driver of the database says
        typer.echo(f"communique: {said}", err=True)
        raise typer.Exit(NOTHING_DONE) from None
