"""``communique evaluate``."""

from __future__ import annotations

import os
from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli import exit_codes
from communique.cli.exit_codes import ending
from communique.cli.options import ModelOption

if TYPE_CHECKING:
    from communique.evaluation.cases import Case
    from communique.evaluation.reporting.sections import Section

DRAWS = "Intervals and the test"

#: A table that goes to no terminal is so wide.
_WIDE = 160

#: The names of the embedded pipeline, and of plain patterns around its names, beside files of
#: records and models.
_EMBEDDED = "embedded"
_BASELINE = "baseline"


class Form(StrEnum):
    """How an evaluation is written."""

    TABLE = "table"
    JSON = "json"
    MARKDOWN = "markdown"
    HTML = "html"


def evaluate(
    gold: Annotated[
        Path, typer.Argument(help="Folder of NAME.gold.json with docs/NAME.txt or .html.")
    ],
    records: Annotated[
        Path | None,
        typer.Argument(help="Records of its releases; without, they are made.", show_default=False),
    ] = None,
    model: ModelOption = None,
    compare: Annotated[
        tuple[str, str] | None,
        typer.Option(
            "--compare",
            metavar="A B",
            help="Two systems against each other: each a file of records, a model, 'embedded' or 'baseline'.",
            show_default=False,
        ),
    ] = None,
    by: Annotated[
        list[str] | None,
        typer.Option(
            "--by",
            metavar="FIELD",
            help="Figures of each group of releases too: genre, source, region; may be repeated.",
            show_default=False,
        ),
    ] = None,
    metadata: Annotated[
        Path | None,
        typer.Option(
            "--metadata",
            help="Table (.tsv), .json or .jsonl with id and fields.  [default: beside the gold]",
            show_default=False,
        ),
    ] = None,
    errors: Annotated[bool, typer.Option("--errors", help="Errors by cause too.")] = False,
    listed: Annotated[bool, typer.Option("--list", help="… and each of them.")] = False,
    without_gold_errors: Annotated[
        bool,
        typer.Option(
            "--without-gold-errors", help="Leave out what errors.tsv beside the gold names."
        ),
    ] = False,
    floors: Annotated[
        Path | None,
        typer.Option(
            "--floors",
            help="File of the lowest F1 of each figure; exit code 3 where one is broken.",
            show_default=False,
        ),
    ] = None,
    pin: Annotated[
        bool, typer.Option("--pin", help="Set the floors to what is reached, where that is higher.")
    ] = False,
    lower: Annotated[bool, typer.Option("--lower", help="… and where it is lower, too.")] = False,
    form: Annotated[Form, typer.Option("--format", help="How it is written.")] = Form.TABLE,
    output: Annotated[
        Path | None,
        typer.Option("--output", "-o", help="Write to a file.", show_default=False),
    ] = None,
    draws: Annotated[
        int, typer.Option("--draws", min=100, help="How many.", rich_help_panel=DRAWS)
    ] = 1000,
    seed: Annotated[
        int, typer.Option("--seed", min=0, help="What they start from.", rich_help_panel=DRAWS)
    ] = 0,
    confidence: Annotated[
        float,
        typer.Option(
            "--confidence", min=0.5, max=0.999, help="Of intervals.", rich_help_panel=DRAWS
        ),
    ] = 0.95,
) -> None:
    """Score records, or the records that a model makes, against gold.

    With --floors, ends with exit code 3 where a figure is under its floor or the gold has changed.
    """
    if compare is not None and (records is not None or model is not None or floors):
        raise typer.BadParameter("--compare names both systems: no RECORDS, --model or --floors")
    if records is not None and model is not None:
        raise typer.BadParameter("RECORDS were made already: they take no --model")
    if (pin and floors is None) or (lower and not pin):
        raise typer.BadParameter("--pin needs --floors, and --lower needs --pin")
    from communique.evaluation.evaluation import Asked, read_gold_folder
    from communique.evaluation.groups import read_metadata
    from communique.evaluation.resampling import Resampling

    with ending(OSError, ValueError):
        told = read_metadata(gold, metadata) if by or metadata else {}
        asked = Asked(Resampling(draws, seed, confidence), by or (), told, errors or listed)
        judge = read_gold_folder(gold, without_errors=without_gold_errors)
        if compare is not None:
            from communique.evaluation.contest import contest
            from communique.evaluation.reporting.as_json import contest_json
            from communique.evaluation.reporting.sections import contest_sections

            sides = [_cases(gold, system) for system in compare]
            both = contest(sides[0], sides[1], judge, compare, asked)
            _write(form, output, contest_json(both), contest_sections(both))
            return
        from communique.evaluation.evaluation import evaluate as evaluate_cases
        from communique.evaluation.reporting.as_json import evaluation_json
        from communique.evaluation.reporting.sections import evaluation_sections

        system = str(records or model or _EMBEDDED)
        cases = _cases(gold, system)
        found = evaluate_cases(cases, judge, system, asked)
        _write(form, output, evaluation_json(found), evaluation_sections(found, listed=listed))
        faults = _floors(cases, gold, floors, pin=pin, lower=lower) if floors else []
    for fault in faults:
        typer.echo(f"floors: {fault}", err=True)
    if faults:
        raise typer.Exit(exit_codes.SOME_FAILED)


def _cases(gold: Path, system: str) -> list[Case]:
    """Return the cases of a system: read back, or made."""
    from communique.evaluation.cases import analysed, recorded
    from communique.stores.records import holds_records

    path = Path(system)
    if path.is_file():
        if not holds_records(path):
            raise ValueError(f"{path}: holds no records")
        return recorded(gold, path)
    from communique.evaluation.baseline import baseline_record
    from communique.pipeline import load
    from communique.runs.analysis import analyse

    nlp = load(None if system in {_EMBEDDED, _BASELINE} else system)
    return list(analysed(gold, nlp, baseline_record if system == _BASELINE else analyse))


def _floors(cases: Sequence[Case], gold: Path, file: Path, *, pin: bool, lower: bool) -> list[str]:
    """Pin the floors of a folder of gold, or return what breaks them."""
    from communique.evaluation import floors
    from communique.evaluation.gold import fingerprint

    name, scores, now = floors.part_name(file, gold), floors.scores_of(cases), fingerprint(gold)
    parts = floors.read_floors(file) if file.exists() or not pin else {}
    if pin:
        old = parts.get(name, floors.Floors(now, {}))
        floors.write_floors(file, {**parts, name: floors.pin(old, now, scores, lower=lower)})
        return []
    if name not in parts:
        raise ValueError(f"{file}: has no floors of {name}")
    return floors.broken(parts[name], now, scores)


def _write(form: Form, output: Path | None, as_json: str, sections: Sequence[Section]) -> None:
    if form is Form.JSON:
        text = as_json
    elif form is Form.MARKDOWN:
        from communique.evaluation.reporting import markdown

        text = markdown.render(sections)
    elif form is Form.HTML:
        from communique.evaluation.reporting import page

        text = page.render("Evaluation", sections)
    else:
        _print_table(sections, output)
        return
    if output is None:
        print(text, end="")
    else:
        _replace(output, text)


def _print_table(sections: Sequence[Section], output: Path | None) -> None:
    import io

    from rich.console import Console

    from communique.evaluation.reporting import terminal

    if output is not None:
        console = Console(file=io.StringIO(), width=_WIDE, highlight=False)
        console.print(terminal.render(sections))
        _replace(output, console.file.getvalue())  # type: ignore[attr-defined]
        return
    console = Console(highlight=False)
    if not console.is_terminal and "COLUMNS" not in os.environ:
        console.width = _WIDE
    console.print(terminal.render(sections))


def _replace(path: Path, text: str) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = path.with_name(f".{path.name}.tmp")
    whole.write_text(text, encoding="utf-8")
    whole.replace(path)
