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
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--texts",
            help="Raw releases (.txt, .jsonl, .jsonl.gz) for word vectors, without --vectors; may be repeated.",
            show_default=False,
        ),
    ] = None,
    package: Annotated[
        Path | None,
        typer.Option(
            "--package", help="Folder to write the whole pipeline to.", show_default=False
        ),
    ] = None,
    seed: Annotated[int, typer.Option("--seed", help="Of all that is drawn by chance.")] = 0,
    max_steps: Annotated[
        int, typer.Option("--max-steps", min=1, help="Of the final training.")
    ] = 6000,
) -> None:
    """Train the recogniser of names, score it and package it with all components."""
    import logging

    import spacy

    from communique import __version__
    from communique.training.evaluate import score_corpora
    from communique.training.package import PackageMeta
    from communique.training.package import package as write_package
    from communique.training.train import TrainingSources
    from communique.training.train import train as run
    from communique.training.vectors import read_texts, train_vectors

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    try:
        if vectors is None and texts:
            vectors = train_vectors(read_texts(texts), output)
        best = run(TrainingSources(corpora, gold, vectors), output, seed=seed, max_steps=max_steps)
        scores = score_corpora(spacy.load(best), corpora)
        for name, by_label in scores.items():
            for label, score in by_label.items():
                print(f"{name:24}{label:8}{score['p']:8.3f}{score['r']:8.3f}{score['f']:8.3f}")
        if package is not None:
            meta = PackageMeta(
                "communique_sm",
                __version__,
                "People, titles, organizations, agreements and dates in press releases.",
            )
            best = write_package(best, package, meta, scores)
    except (OSError, ValueError) as error:
        typer.echo(f"communique: {error}", err=True)
        raise typer.Exit(exit_codes.NOTHING_DONE) from None
    print(best)
