"""The command ``communique``.

Commands import what they need when they run, so that help and usage errors come at once.
"""

from __future__ import annotations

import sys
from typing import Annotated

import typer

from communique.cli import (
    agreement,
    annotate,
    browse,
    check,
    convert,
    evaluate,
    explain,
    export,
    extract,
    formats,
    lexicon,
    load,
    query,
    report,
    resolve,
    schema,
    show,
    train,
    version,
)

app = typer.Typer(
    name="communique",
    help="Press releases in, normalized records out: people and their titles, organizations, "
    "agreements and dates.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode="markdown",  # paragraphs are wrapped as wide as the terminal
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.callback(invoke_without_command=True)
def root(
    show_version: Annotated[
        bool, typer.Option("--version", help="Print the version and exit.", is_eager=True)
    ] = False,
) -> None:
    """Take the options that stand before a command."""
    if show_version:
        version.print_version()
        raise typer.Exit


app.command(name="extract")(extract.extract)
app.command(name="show")(show.show)
app.command(name="explain")(explain.explain)
app.command(name="evaluate")(evaluate.evaluate)
app.command(name="formats")(formats.formats)
app.command(name="lexicon")(lexicon.lexicon)
app.command(name="load")(load.load)
app.command(name="query")(query.query)
app.command(name="browse")(browse.browse)
app.command(name="resolve")(resolve.resolve)
app.command(name="export")(export.export)
app.command(name="check")(check.check)
app.command(name="convert")(convert.convert)
app.command(name="annotate")(annotate.annotate)
app.command(name="agreement")(agreement.agreement)
app.command(name="report")(report.report)
app.command(name="schema")(schema.schema)
app.command(name="train")(train.train)
app.command(name="version")(version.version)


def main() -> None:
    """Run the command line; the process ends with the command's exit code."""
    for stream in (sys.stdout, sys.stderr):
        # names of the world on a terminal that cannot show them all: replaced, not a crash
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="replace")
    app()
