"""What a model is trained on, and what is held out of it."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.training.corpora import AnnotatedText, read_gold_folder, read_ner_corpus
from communique.training.marked import read_marked


@dataclass(frozen=True)
class TrainingSources:
    """Where the annotations lie.

    ``ner_corpora`` holds ``NAME.train.jsonl`` files (``NAME.dev.jsonl`` stands in where a source
    has no train file), or is None; ``gold`` is a folder of annotated releases or None; ``marked`` a folder of
    releases with the names marked up (``*.txt``) or None; ``vectors`` a folder written by
    ``spacy init vectors`` or None.
    """

    ner_corpora: Path | None
    gold: Path | None = None
    marked: Path | None = None
    vectors: Path | None = None


@dataclass(frozen=True)
class TrainingTexts:
    """Annotated texts: to learn from, and held out for choosing the best step."""

    training: tuple[AnnotatedText, ...]
    held_out: tuple[AnnotatedText, ...]


#: The sources that a tenth is held out of: releases, the genre that the model is for.
RELEASES = ("gold", "marked")


def is_held_out(text: AnnotatedText) -> bool:
    """Whether a text is one of the tenth of releases, by the MD5 of its id, that is held out."""
    return text.source in RELEASES and hashlib.md5(text.id.encode()).digest()[0] % 10 == 0


def read_sources(sources: TrainingSources) -> list[AnnotatedText]:
    """Read every training text whole.

    Raises ``FileNotFoundError`` when the folder of corpora holds none, and ``ValueError`` naming the
    file when one is malformed.
    """
    texts = list(_corpora(sources.ner_corpora)) if sources.ner_corpora is not None else []
    if sources.gold is not None:
        texts += read_gold_folder(sources.gold)
    if sources.marked is not None:
        for file in sorted(sources.marked.glob("*.txt")):
            texts += read_marked(file)
    return texts


def _corpora(folder: Path) -> Iterator[AnnotatedText]:
    names = {p.name.split(".")[0] for p in folder.glob("*.jsonl")}
    if not names:
        raise FileNotFoundError(f"{folder}: no corpus files (*.jsonl)")
    for name in sorted(names):
        train = folder / f"{name}.train.jsonl"
        dev = folder / f"{name}.dev.jsonl"
        file = train if train.exists() else dev
        if file.exists():
            yield from read_ner_corpus(file)


def split_sources(sources: TrainingSources) -> TrainingTexts:
    """Return all training texts, the held out ones apart."""
    texts = read_sources(sources)
    return TrainingTexts(
        training=tuple(t for t in texts if not is_held_out(t)),
        held_out=tuple(t for t in texts if is_held_out(t)),
    )
