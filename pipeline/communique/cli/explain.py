"""``communique explain``."""

from __future__ import annotations

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
    from communique.records.explanation import Explanation


def explain(
    file: Annotated[str, typer.Argument(metavar="FILE", help="A release; - for stdin.")],
    number: Annotated[
        int, typer.Option("--record", "-n", min=1, help="Which one, where FILE holds several.")
    ] = 1,
    as_json: Annotated[
        bool, typer.Option("--json", help="Print one JSON object, for other programs.")
    ] = False,
    fmt: FormatOption = None,
    model: ModelOption = None,
    lexicon: LexiconOption = None,
    publish_date: PublishDateOption = None,
    encoding: EncodingOption = None,
) -> None:
    """Show which rule made each title, alias and agreement, and the words that it rests on."""
    check_format(fmt)
    reading = reader_options(publish_date=publish_date, encoding=encoding)
    with ending(OSError, ValueError):
        explanation = _explain(file, number, fmt, model, user_lexicon(lexicon), reading)
    if as_json:
        print(explanation.model_dump_json(indent=2))
        return
    from rich.console import Console

    from communique.reports.explanation import render_explanation

    Console(highlight=False, soft_wrap=True).print(render_explanation(explanation))


def _explain(
    file: str,
    number: int,
    fmt: str | None,
    model: str | None,
    lexicon: UserLexicon | None,
    reading: ReaderOptions,
) -> Explanation:
    """Return the explanation of one release.

    Raises ``OSError`` or ``ValueError`` with a message that names the file.
    """
    from communique.pipeline import load
    from communique.runs.analysis import explain as explain_release

    if is_of_records(file):
        raise ValueError(f"{file}: records don't say what they rest on; name the release")
    nlp = load(model, lexicon=lexicon)
    return explain_release(nlp, one_release(file, number, fmt, reading))
