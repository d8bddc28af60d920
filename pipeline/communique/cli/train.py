"""``communique train``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from communique.cli import exit_codes


def train(
    corpora: Annotated[
        Path,
        typer.Option(
            "--corpora", help="Folder of NAME.train.jsonl files: texts with spans of names."
        ),
    ],
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Work folder; a stopped training goes on in it.")
    ],
    gold: Annotated[
        Path | None,
        typer.Option("--gold", help="Folder of annotated releases.", show_default=False),
    ] = None,
    vectors: Annotated[
        Path | None,
        typer.Option("--vectors", help="Folder written by spacy init vectors.", show_default=False),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Of all that is drawn by chance.")] = 0,
    max_steps: Annotated[
        int, typer.Option("--max-steps", min=1, help="Of the final training.")
    ] = 8000,
) -> None:
    """Train the recogniser of names and print the folder of the best pipeline."""
    import logging

    from communique.training.train import TrainingSources
    from communique.training.train import train as run

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    sources = TrainingSources(ner_corpora=corpora, gold=gold, vectors=vectors)
    try:
        best = run(sources, output, seed=seed, max_steps=max_steps)
    except OSError as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(exit_codes.NOTHING_DONE) from None
    print(best)
