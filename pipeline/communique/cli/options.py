"""Arguments and options that several commands share, and what their values must be."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from communique.readers.options import ReaderOptions

FIELDS = "Fields of JSONL input"


class Format(StrEnum):
    """The formats of releases; a test keeps them equal to the registered readers."""

    TEXT = "text"
    HTML = "html"
    JSONL = "jsonl"


FormatOption = Annotated[
    Format | None,
    typer.Option(
        "--format",
        help="Read every input in this format, instead of telling by name and content.",
        show_default=False,
    ),
]
ModelOption = Annotated[
    str | None,
    typer.Option(
        "--model",
        metavar="PATH|NAME",
        help="Folder of a spaCy pipeline, or the name of an installed one.  [default: embedded]",
        show_default=False,
    ),
]
PublishDateOption = Annotated[
    str | None,
    typer.Option(
        "--publish-date",
        metavar="YYYY-MM-DD",
        help="Day of publication of all inputs, over what they say themselves.",
        show_default=False,
    ),
]
EncodingOption = Annotated[
    str | None,
    typer.Option(
        "--encoding",
        metavar="NAME",
        help="Encoding of all inputs, instead of detecting it.",
        show_default=False,
    ),
]
TextField = Annotated[str, typer.Option("--text-field", help="The text.", rich_help_panel=FIELDS)]
TitleField = Annotated[
    str, typer.Option("--title-field", help="The title.", rich_help_panel=FIELDS)
]
DateField = Annotated[
    str, typer.Option("--date-field", help="The day of publication.", rich_help_panel=FIELDS)
]
LanguageField = Annotated[
    str, typer.Option("--language-field", help="The language.", rich_help_panel=FIELDS)
]


def reader_options(**values: str | None) -> ReaderOptions:
    """Return the readers' options; a value they refuse is a usage error."""
    from communique.readers.options import ReaderOptions

    try:
        return ReaderOptions(**values)  # type: ignore[arg-type]
    except ValueError as error:
        raise typer.BadParameter(str(error).replace("publish_date", "--publish-date")) from None
