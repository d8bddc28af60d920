"""``communique train``."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from communique.cli.exit_codes import ending

#: What the model of the package is called by.
_EMBEDDED = "embedded"


class Size(StrEnum):
    """The models that can be trained."""

    SMALL = "sm"
    LARGE = "lg"


def train(
    output: Annotated[
        Path, typer.Option("--output", "-o", help="Work folder; a stopped training goes on in it.")
    ],
    corpora: Annotated[
        Path | None,
        typer.Option(
            "--corpora",
            help="Folder of NAME.train.jsonl files: texts with spans of names. Only --start does without.",
            show_default=False,
        ),
    ] = None,
    gold: Annotated[
        Path | None,
        typer.Option(
            "--gold",
            help="Folder of annotated releases, as corpus/releases; a tenth of them chooses the best step.",
            show_default=False,
        ),
    ] = None,
    marked: Annotated[
        Path | None,
        typer.Option(
            "--marked",
            help="Folder of releases with the names marked up, as corpus/training; likewise.",
            show_default=False,
        ),
    ] = None,
    start: Annotated[
        str | None,
        typer.Option(
            "--start",
            metavar="PATH|embedded",
            help="Train this small model on, or the embedded one, instead of a new one.",
            show_default=False,
        ),
    ] = None,
    vectors: Annotated[
        Path | None,
        typer.Option("--vectors", help="Folder written by spacy init vectors.", show_default=False),
    ] = None,
    texts: Annotated[
        list[Path] | None,
        typer.Option(
            "--texts",
            help="Raw releases (.txt, .jsonl, .jsonl.gz), for word vectors, pretraining and the teacher; may be repeated.",
            show_default=False,
        ),
    ] = None,
    package: Annotated[
        Path | None,
        typer.Option(
            "--package", help="Folder to write the whole pipeline to.", show_default=False
        ),
    ] = None,
    size: Annotated[
        Size, typer.Option("--size", help="sm: a small fast model; lg: a transformer.")
    ] = Size.SMALL,
    teacher: Annotated[
        bool,
        typer.Option(
            "--teacher/--no-teacher", help="Let a transformer label raw releases for the small one."
        ),
    ] = False,
    teacher_epochs: Annotated[
        int, typer.Option("--teacher-epochs", min=1, help="Passes of the transformer's training.")
    ] = 3,
    teachers: Annotated[
        int,
        typer.Option(
            "--teachers", min=1, help="Transformers from as many seeds, of which the mean counts."
        ),
    ] = 1,
    adapt_epochs: Annotated[
        int,
        typer.Option(
            "--adapt-epochs",
            min=0,
            help="Passes over the words of --texts in which the transformer guesses hidden ones, first. For a GPU.",
        ),
    ] = 0,
    silver_words: Annotated[
        int, typer.Option("--silver-words", min=1, help="How many words the teacher labels.")
    ] = 5_200_000,
    pretrain_epochs: Annotated[
        int, typer.Option("--pretrain-epochs", min=0, help="Passes of pretraining over as many.")
    ] = 0,
    seed: Annotated[int, typer.Option("--seed", help="Of all that is drawn by chance.")] = 0,
    max_steps: Annotated[
        int, typer.Option("--max-steps", min=1, help="Of the student's training.")
    ] = 8_000,
    anneal_steps: Annotated[
        int, typer.Option("--anneal-steps", min=1, help="More, at half the learning rate.")
    ] = 4_500,
) -> None:
    """Train the recognisers of names and phrases, score and package them with all components."""
    if start is None and corpora is None:
        raise typer.BadParameter("--corpora must be given where no model is trained on by --start")
    if start is not None and (teacher or size is Size.LARGE or pretrain_epochs):
        raise typer.BadParameter("--start goes with neither --teacher, --size lg nor pretraining")
    import logging

    import spacy

    from communique import __version__
    from communique.pipeline import default_model_path
    from communique.training.evaluate import score_corpora
    from communique.training.options import TrainingOptions
    from communique.training.package import PackageMeta
    from communique.training.package import package as write_package
    from communique.training.sources import TrainingSources
    from communique.training.train import train as train_small
    from communique.training.train import train_large, train_on
    from communique.training.vectors import read_texts, train_vectors

    logging.basicConfig(level=logging.INFO, format="%(message)s")
    options = TrainingOptions(
        seed=seed,
        teacher=teacher,
        teachers=teachers,
        adapt_epochs=adapt_epochs,
        teacher_epochs=teacher_epochs,
        silver_words=silver_words,
        pretrain_epochs=pretrain_epochs,
        max_steps=max_steps,
        anneal_steps=anneal_steps,
    )
    raw = (lambda: read_texts(texts)) if texts else None
    with ending(ImportError, OSError, ValueError):
        if start is not None:
            model = default_model_path() if start == _EMBEDDED else Path(start)
            best = train_on(model, TrainingSources(corpora, gold, marked), output, options)
        elif size is Size.LARGE:
            sources = TrainingSources(corpora, gold, marked)
            best = train_large(sources, output, options, raw)
        else:
            if vectors is None and texts:
                vectors = train_vectors(read_texts(texts), output)
            sources = TrainingSources(corpora, gold, marked, vectors)
            best = train_small(sources, output, options, raw)
        scores = score_corpora(spacy.load(best), corpora) if corpora is not None else {}
        for name, by_label in scores.items():
            for label, score in by_label.items():
                print(f"{name:24}{label:10}{score['p']:8.3f}{score['r']:8.3f}{score['f']:8.3f}")
        if package is not None:
            meta = PackageMeta(
                f"communique_{size.value}",
                __version__,
                "People, titles, organizations, agreements and dates in press releases.",
            )
            best = write_package(best, package, meta, scores)
    print(best)
