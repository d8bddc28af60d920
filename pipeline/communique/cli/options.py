"""Arguments and options that several commands share, and what their values must be."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

if TYPE_CHECKING:
    from communique.pipeline import UserLexicon
    from communique.readers.options import ReaderOptions

FIELDS = "Fields of JSON, columns of CSV"


FormatOption = Annotated[
    str | None,
    typer.Option(
        "--format",
        metavar="FORMAT",
        help="Read every input in this format, instead of telling by name and content: "
        "one of those that communique formats lists.",
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
LexiconOption = Annotated[
    str | None,
    typer.Option(
        "--lexicon",
        metavar="DIR",
        help="Folder of files that add to the lexicon; communique lexicon tells which.",
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
DatabaseOption = Annotated[
    str,
    typer.Option(
        "--db",
        metavar="URL|FILE",
        envvar="COMMUNIQUE_DB",
        help="An SQLite file, or the URL of a PostgreSQL database.",
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
AuthorField = Annotated[
    str, typer.Option("--author-field", help="The author.", rich_help_panel=FIELDS)
]
RightsField = Annotated[
    str, typer.Option("--rights-field", help="Copyright or licence.", rich_help_panel=FIELDS)
]
UrlField = Annotated[str, typer.Option("--url-field", help="The address.", rich_help_panel=FIELDS)]
ItemsField = Annotated[
    str | None,
    typer.Option(
        "--items-field",
        metavar="FIELD",
        help="The list of releases in a JSON object; dots lead into objects.  [default: found]",
        rich_help_panel=FIELDS,
        show_default=False,
    ),
]
DateFormat = Annotated[
    str | None,
    typer.Option(
        "--date-format",
        metavar="CODES",
        help='How days are written, as "%d/%m/%Y".  [default: YYYY-MM-DD]',
        rich_help_panel=FIELDS,
        show_default=False,
    ),
]
Delimiter = Annotated[
    str | None,
    typer.Option(
        "--delimiter",
        metavar="CHARACTER",
        help="What parts the columns of CSV.  [default: found]",
        rich_help_panel=FIELDS,
        show_default=False,
    ),
]


def user_lexicon(folder: str | None) -> UserLexicon | None:
    """Return the user's lexicon; a line that is wrong in it is a usage error."""
    if folder is None:
        return None
    from communique.pipeline import LexiconError, read_lexicon

    try:
        return read_lexicon(folder)
    except LexiconError as error:
        raise typer.BadParameter(str(error), param_hint="--lexicon") from None


def reader_options(**values: str | None) -> ReaderOptions:
    """Return the readers' options; a value they refuse is a usage error."""
    from communique.readers.options import ReaderOptions

    try:
        return ReaderOptions(**values)  # type: ignore[arg-type]
    except ValueError as error:
        raise typer.BadParameter(str(error).replace("publish_date", "--publish-date")) from None


def check_format(fmt: str | None) -> None:
    """Refuse, as a usage error, a format that nobody registered."""
    from communique.readers.formats import formats

    if fmt is not None and fmt not in formats():
        known = ", ".join(formats())
        raise typer.BadParameter(f"--format {fmt!r} is not known; known are {known}")
