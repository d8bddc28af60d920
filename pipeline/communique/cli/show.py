"""``communique show``."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.exit_codes import ending
from communique.cli.options import (
    EncodingOption,
    FormatOption,
    LexiconOption,
    ModelOption,
    PublishDateOption,
    check_format,
    reader_options,
    user_lexicon,
)
from communique.cli.releases import is_of_records, one_release

if TYPE_CHECKING:
    from communique.pipeline import UserLexicon
    from communique.readers.options import ReaderOptions
    from communique.records.model import Record


def show(
    file: Annotated[
        str,
        typer.Argument(
            metavar="FILE", help="A release, or records that communique extract wrote; - for stdin."
        ),
    ],
    number: Annotated[
        int, typer.Option("--record", "-n", min=1, help="Which one, where FILE holds several.")
    ] = 1,
    fmt: FormatOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    publish_date: PublishDateOption = None,
    encoding: EncodingOption = None,
    save: Annotated[
        Path | None,
        typer.Option(
            "--save",
            metavar="PICTURE",
            help="Write what is shown to a .svg, .html or .txt file too.",
            show_default=False,
        ),
    ] = None,
    width: Annotated[
        int | None,
        typer.Option(
            "--width",
            min=40,
            help="Columns.  [default: those of the terminal]",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Show one release's record for a person to read."""
    check_format(fmt)
    reading = reader_options(publish_date=publish_date, encoding=encoding)
    if save is not None and save.suffix not in {".svg", ".html", ".txt"}:
        raise typer.BadParameter("--save takes a file that ends in .svg, .html or .txt")
    with ending(OSError, ValueError):
        record = _find(file, number, fmt, model, user_lexicon(lexicon), reading)
    _print(record, save, width)


def _find(
    file: str,
    number: int,
    fmt: str | None,
    model: str | None,
    lexicon: UserLexicon | None,
    reading: ReaderOptions,
) -> Record:
    """Return the record: read back where the file holds records, made where it holds releases.

    Raises ``OSError`` or ``ValueError`` with a message that names the file.
    """
    from itertools import islice

    from communique.pipeline import load
    from communique.runs.analysis import analyse
    from communique.stores.records import read_records

    if is_of_records(file):
        record = next(islice(read_records(file), number - 1, None), None)
        if record is None:
            raise ValueError(f"{file}: there is no record {number}")
        return record
    return analyse(load(model, lexicon=lexicon), one_release(file, number, fmt, reading))


def _print(record: Record, save: Path | None, width: int | None) -> None:
    import re

    from rich._export_format import CONSOLE_SVG_FORMAT
    from rich.console import Console

    from communique.reports.terminal import render

    console = Console(width=width, highlight=False, record=save is not None)
    console.print(render(record))
    if save is None:
        return
    save.parent.mkdir(parents=True, exist_ok=True)
    if save.suffix == ".svg":
        # without the fonts that Rich would have the viewer fetch from the network
        code_format = re.sub(r"@font-face \{\{.*?\}\}\s*", "", CONSOLE_SVG_FORMAT, flags=re.DOTALL)
        console.save_svg(str(save), title="communique show", code_format=code_format)
    elif save.suffix == ".html":
        console.save_html(str(save))
    else:
        console.save_text(str(save))
