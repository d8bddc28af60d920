"""``communique agreement``."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from communique.cli.convert import AnnotationFormat, print_losses
from communique.cli.exit_codes import ending

if TYPE_CHECKING:
    from communique.evaluation.annotators import Agreement, Chance


def agreement(
    first: Annotated[
        Path, typer.Argument(metavar="A", help="A folder of gold, or what a tool exported.")
    ],
    second: Annotated[Path, typer.Argument(metavar="B", help="Other annotations of the same.")],
    from_: Annotated[
        AnnotationFormat | None,
        typer.Option("--from", help="Format of both.  [default: told]", show_default=False),
    ] = None,
    as_json: Annotated[
        bool, typer.Option("--json", help="One JSON object, for other programs.")
    ] = False,
) -> None:
    """Say how far two annotators of the same releases agree.

    F1 of the second against the first, by figure; Cohen's kappa and Krippendorff's alpha of the words
    that they marked, by kind, and of the types and statuses of what both found.
    """
    from communique.evaluation.annotators import compare_annotators
    from communique.exchange.annotated import Losses
    from communique.exchange.annotators import read_pairs
    from communique.exchange.formats import FORMATS

    losses = Losses()
    with ending(OSError, ValueError):
        found = compare_annotators(
            read_pairs(first, second, FORMATS[from_] if from_ else None, losses)
        )
    print_losses(+losses)
    print(json.dumps(_plain(found), indent=2) if as_json else _table(found))


def _plain(found: Agreement) -> dict[str, object]:
    return {
        "releases": found.releases,
        "scores": {
            figure: {
                "precision": score.precision,
                "recall": score.recall,
                "f1": score.f1,
                "both": score.right,
                "second": score.found,
                "first": score.gold,
            }
            for figure, score in found.scores.items()
        },
        "words": {kind: _plain_chance(chance) for kind, chance in found.words.items()},
        "values": {figure: _plain_chance(chance) for figure, chance in found.values.items()},
    }


def _plain_chance(chance: Chance) -> dict[str, object]:
    return {"items": chance.items, "kappa": chance.kappa, "alpha": chance.alpha}


def _table(found: Agreement) -> str:
    lines = [
        f"{f'{found.releases} releases':24}{'P':>8}{'R':>8}{'F1':>8}{'both':>7}{'second':>8}{'first':>7}"
    ]
    lines += [
        f"{figure:24}{score.precision:8.3f}{score.recall:8.3f}{score.f1:8.3f}"
        f"{score.right:7}{score.found:8}{score.gold:7}"
        for figure, score in found.scores.items()
    ]
    for what, chances in (("words", found.words), ("values", found.values)):
        lines += ["", f"{what:24}{'kappa':>8}{'alpha':>8}{'items':>8}"]
        lines += [
            f"{name:24}{chance.kappa:8.3f}{chance.alpha:8.3f}{chance.items:8}"
            for name, chance in chances.items()
        ]
    return "\n".join(lines)
