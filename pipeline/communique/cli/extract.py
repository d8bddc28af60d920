"""``communique extract``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import exit_codes
from communique.cli.options import (
    AuthorField,
    DateField,
    DateFormat,
    Delimiter,
    EncodingOption,
    FormatOption,
    ItemsField,
    LanguageField,
    LexiconOption,
    ModelOption,
    PublishDateOption,
    RightsField,
    TextField,
    TitleField,
    UrlField,
    check_format,
    reader_options,
    user_lexicon,
)

if TYPE_CHECKING:
    from rich.console import Console

    from communique.runs.failure import Failure
    from communique.runs.summary import RunSummary

#: Where records go when no ``-o`` is given.
DEFAULT_OUTPUT = "outputs/records.jsonl"
LARGE = "Large runs"


class Engine(StrEnum):
    """What does the work of a run."""

    LOCAL = "local"
    RAY = "ray"


def extract(
    paths: Annotated[
        list[str],
        typer.Argument(
            metavar="PATH…", help="Files, folders, patterns in quotes, or - for standard input."
        ),
    ],
    output: Annotated[
        str,
        typer.Option(
            "--output",
            "-o",
            metavar="OUT.jsonl",
            help="The records; - for standard output. Also .jsonl.gz, .jsonl.zst, .parquet.",
        ),
    ] = DEFAULT_OUTPUT,
    fmt: FormatOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    publish_date: PublishDateOption = None,
    encoding: EncodingOption = None,
    jobs: Annotated[
        int, typer.Option("--jobs", "-j", min=0, help="Processes; 0 for one on each core.")
    ] = 1,
    no_text: Annotated[
        bool, typer.Option("--no-text", help="Leave the text out of the records.")
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors that end the run.")
    ] = False,
    timeout: Annotated[
        float | None,
        typer.Option(
            "--timeout",
            metavar="SECONDS",
            min=0.001,
            help="Fail a document that takes longer.",
            rich_help_panel=LARGE,
        ),
    ] = None,
    shards: Annotated[
        int,
        typer.Option(
            "--shards", min=1, help="Files that share the records.", rich_help_panel=LARGE
        ),
    ] = 1,
    near_duplicates: Annotated[
        bool,
        typer.Option(
            "--near-duplicates",
            help="Tell releases with nearly the same text, too.",
            rich_help_panel=LARGE,
        ),
    ] = False,
    update: Annotated[
        bool,
        typer.Option(
            "--update",
            help="Keep the journal, and take the records of unchanged inputs from it.",
            rich_help_panel=LARGE,
        ),
    ] = False,
    refresh: Annotated[
        bool,
        typer.Option(
            "--refresh", help="Analyse everything, whatever was done before.", rich_help_panel=LARGE
        ),
    ] = False,
    no_journal: Annotated[
        bool,
        typer.Option(
            "--no-journal",
            help="Keep no journal: a run that is stopped starts again from nothing.",
            rich_help_panel=LARGE,
        ),
    ] = False,
    engine: Annotated[
        Engine,
        typer.Option(
            "--engine",
            help="What does the work: this machine, or a Ray cluster.",
            rich_help_panel=LARGE,
        ),
    ] = Engine.LOCAL,
    ray_address: Annotated[
        str | None,
        typer.Option(
            "--ray-address",
            metavar="ADDRESS",
            envvar="RAY_ADDRESS",
            help="The Ray cluster; without it, one is started on this machine.",
            rich_help_panel=LARGE,
        ),
    ] = None,
    text_field: TextField = "text",
    title_field: TitleField = "title",
    date_field: DateField = "date",
    language_field: LanguageField = "language",
    author_field: AuthorField = "author",
    rights_field: RightsField = "rights",
    url_field: UrlField = "url",
    items_field: ItemsField = None,
    date_format: DateFormat = None,
    delimiter: Delimiter = None,
) -> None:
    """Write a record for each release.

    The records appear in OUT.jsonl when the run has ended; a run that was stopped goes on where it
    was when it is called again. Inputs that failed are listed in OUT.failed.jsonl with path, stage
    and reason, releases with the same text in OUT.duplicates.jsonl. Exit code 0 when all is well, 3 when some inputs
    failed, 1 when nothing could be done, 2 for a wrong call.
    """
    from communique.runs.threads import use_one_thread

    use_one_thread()  # before numpy is imported
    check_format(fmt)
    reading = reader_options(
        publish_date=publish_date,
        encoding=encoding,
        text_field=text_field,
        title_field=title_field,
        date_field=date_field,
        language_field=language_field,
        author_field=author_field,
        rights_field=rights_field,
        url_field=url_field,
        items_field=items_field,
        date_format=date_format,
        delimiter={"\\t": "\t", "tab": "\t"}.get(delimiter or "", delimiter),
    )
    if no_journal and (update or refresh):
        raise typer.BadParameter("--no-journal leaves nothing to --update or --refresh")
    if engine is Engine.RAY and (update or no_journal):
        raise typer.BadParameter("--engine ray offers neither --update nor --no-journal")
    import os
    from functools import partial

    from rich.console import Console

    from communique.cli.progress import RunProgress
    from communique.runs.analysis import ExtractOptions
    from communique.runs.extract import Manner, RunError
    from communique.runs.extract import extract as on_this_machine
    from communique.runs.ray.engine import extract_on_ray

    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    errors = Console(stderr=True, highlight=False, soft_wrap=True)

    def tell(failure: Failure) -> None:
        console.print("failed:", str(failure), style="red", markup=False)

    options = ExtractOptions(
        model=model,
        lexicon=user_lexicon(lexicon),
        format=fmt,
        reading=reading,
        keep_text=not no_text,
        near_duplicates=near_duplicates,
    )
    run = on_this_machine
    if engine is Engine.RAY:
        run = partial(extract_on_ray, address=ray_address)
    elif not jobs:
        jobs = os.cpu_count() or 1
    manner = Manner(
        jobs=jobs,
        timeout=timeout,
        shards=shards,
        journal=not no_journal,
        update=update,
        refresh=refresh,
    )
    try:
        with RunProgress(console) as progress:
            summary = run(
                paths,
                output,
                options,
                manner,
                on_progress=progress.update if progress.shown else None,
                on_failure=tell,
            )
    except RunError as error:
        errors.print(f"communique: {error}", style="red", markup=False)
        raise typer.Exit(exit_codes.NOTHING_DONE) from None
    except KeyboardInterrupt:
        errors.print("communique: stopped")
        raise typer.Exit(exit_codes.STOPPED) from None
    _print_summary(console, summary, output)
    raise typer.Exit(exit_codes.SOME_FAILED if summary.failed else exit_codes.OK)


def _print_summary(console: Console, summary: RunSummary, output: str) -> None:
    from rich import box
    from rich.table import Table

    from communique.stores.outputs import duplicates_path, failed_path
    from communique.stores.whole import STDOUT

    table = Table(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for name in ("documents", "failed", "people", "organizations", "agreements", "dates"):
        table.add_column(name, justify="right")
    table.add_column("seconds", justify="right")
    table.add_column("docs/s", justify="right")
    table.add_row(
        *(
            f"{count:,}"
            for count in (
                summary.documents,
                summary.failed,
                summary.people,
                summary.organizations,
                summary.agreements,
                summary.dates,
            )
        ),
        f"{summary.seconds:.1f}",
        f"{summary.documents_per_second:.1f}",
    )
    console.print(table)
    if summary.passed_over:
        console.print(f"{summary.passed_over:,} files of other kinds were passed over")
    if summary.taken:
        console.print(f"{summary.taken:,} documents were done before")
    if summary.older:
        console.print(
            f"{summary.older:,} of them by another version or model; --refresh analyses all again"
        )
    if output != STDOUT:
        console.print(f"records: {output}", markup=False)
        if summary.duplicates:
            console.print(f"duplicates: {duplicates_path(Path(output))}", markup=False)
        if summary.failed:
            console.print(f"failed: {failed_path(Path(output))}", markup=False)
