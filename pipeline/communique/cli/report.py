"""``communique report``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from communique.records.model import Record
    from communique.reports.site.faults import Failed


def report(
    records: Annotated[
        list[str],
        typer.Argument(
            metavar="RECORDS…", help="Files that communique extract wrote; - for standard input."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", metavar="FOLDER", help="Where the site goes.")
    ] = Path("outputs/report"),
    title: Annotated[
        str, typer.Option("--title", help="What stands above every page.")
    ] = "Press releases",
    overwrite: Annotated[
        bool,
        typer.Option(
            "--overwrite",
            help="Write into a folder that holds other files: those that are named as the site's "
            "are replaced, all others stay.",
        ),
    ] = False,
    quiet: Annotated[
        bool, typer.Option("--quiet", "-q", help="Print nothing but errors that end the run.")
    ] = False,
) -> None:
    """Make a site of records that opens from the disk: FOLDER/index.html.

    Failures that extract listed beside the records are shown too. Exit code 0 when all is well, 3
    when some lines are no records, 1 when nothing could be done.
    """
    from rich.console import Console

    from communique.reports.site.build import build_site

    console = Console(stderr=True, quiet=quiet, highlight=False, soft_wrap=True)
    wrong: list[Failed] = []

    def tell(failure: Failed) -> None:
        wrong.append(failure)
        console.print("failed:", f"{failure.place}: {failure.reason}", style="red", markup=False)

    with ending(OSError), console.status("reading") as status:
        summary = build_site(
            _entries(records, tell),
            output,
            title=title,
            overwrite=overwrite,
            on_progress=lambda done: status.update(f"{done:,} releases"),
        )
    names = ("releases", "agreements", "failures", "warnings")
    console.print(", ".join(f"{name}: {getattr(summary, name):,}" for name in names))
    if not summary.drawn:
        said = "tables stand in place of drawings, which take communique[plots]"
        console.print(said, markup=False)
    print(output / "index.html")
    if wrong:
        raise typer.Exit(exit_codes.SOME_FAILED)


def _entries(paths: list[str], tell: Callable[[Failed], None]) -> Iterator[Record | Failed]:
    """Yield the records and the failures of some files.

    Raises ``OSError`` where not a single line of any of them is a record.
    """
    from communique.records.model import Record
    from communique.reports.site.faults import Failed

    some = False
    first: Failed | None = None
    for path in paths:
        for entry in _of_file(path):
            if isinstance(entry, Failed):
                first = first or entry
                tell(entry)
            some = some or isinstance(entry, Record)
            yield entry
        yield from _listed(path)
    if not some and first is not None:
        raise OSError(f"{first.place}: {first.reason}")


def _of_file(path: str) -> Iterator[Record | Failed]:
    from pydantic import ValidationError

    from communique.records.model import Record
    from communique.reports.site.faults import Failed
    from communique.stores.sql.lines import Unreadable, record_lines

    for line in record_lines(path):
        place = None if line.number is None else f"line {line.number}"
        if isinstance(line, Unreadable):
            yield Failed(path, place, "record", line.reason)
            continue
        try:
            yield Record.model_validate_json(line.content)
        except ValidationError as error:
            told = error.errors(include_url=False)[0]
            field = ".".join(map(str, told["loc"]))
            said = f"{field}: {told['msg']}" if field else told["msg"]
            yield Failed(path, place, "record", f"not a record ({said})")


def _listed(path: str) -> Iterator[Failed]:
    """Yield the failures that a run listed beside a file of records."""
    import json

    from communique.reports.site.faults import Failed
    from communique.stores.outputs import failed_path
    from communique.stores.sql.lines import Line, record_lines

    listed = str(failed_path(Path(path)))
    if path == "-" or not Path(listed).is_file():
        return
    for line in record_lines(listed):
        if not isinstance(line, Line):
            continue
        try:
            told = json.loads(line.content)
            yield Failed(told["path"], told["record"], told["stage"], told["reason"])
        except (ValueError, KeyError, TypeError):
            yield Failed(listed, f"line {line.number}", "record", "not a failure that a run lists")
