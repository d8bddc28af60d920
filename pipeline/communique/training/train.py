"""Training of the shipped recogniser, in four resumable stages.

1. ``prepare``: read the corpora, hold out a tenth of the gold releases, write DocBins.
2. ``first``: a short training on the corpora that mark places, without the gold releases.
3. ``complete``: the first model adds the places to the gold releases, which do not mark them.
4. ``final``: the training that counts, on the completed texts.

A stage whose output stands in the work folder is not run again, so that a stopped training goes
on at the stage where it stopped. The same seed, data and library versions give the same model.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import spacy
from spacy.language import Language
from spacy.tokens import DocBin
from spacy.training.initialize import init_nlp
from spacy.training.loop import train as train_loop
from spacy.util import load_config

import communique.components.tokenizer  # noqa: F401  (registers the tokenizer)
from communique.training.corpora import (
    AnnotatedText,
    complete,
    pieces,
    read_gold_folder,
    read_ner_corpus,
    to_doc,
)

logger = logging.getLogger(__name__)

CONFIG = Path(__file__).with_name("ner.cfg")


@dataclass(frozen=True)
class TrainingSources:
    """Where the annotations lie.

    ``ner_corpora`` holds ``NAME.train.jsonl`` files (``NAME.dev.jsonl`` stands in where a source
    has no train file); ``gold`` is a folder of annotated releases or None; ``vectors`` a folder
    written by ``spacy init vectors`` or None.
    """

    ner_corpora: Path
    gold: Path | None
    vectors: Path | None


def _is_tenth(text: AnnotatedText) -> bool:
    return hashlib.md5(text.id.encode()).digest()[0] % 10 == 0


def is_held_out(text: AnnotatedText) -> bool:
    """Whether a gold release is kept for choosing the best step (a tenth, by its id)."""
    return text.source == "gold" and _is_tenth(text)


def read_sources(sources: TrainingSources) -> list[AnnotatedText]:
    """Read every training text. Raises ``FileNotFoundError`` when no corpus file is there."""
    names = {p.name.split(".")[0] for p in sources.ner_corpora.glob("*.jsonl")}
    if not names:
        raise FileNotFoundError(f"{sources.ner_corpora}: no corpus files (*.jsonl)")
    texts: list[AnnotatedText] = []
    for name in sorted(names):
        train = sources.ner_corpora / f"{name}.train.jsonl"
        dev = sources.ner_corpora / f"{name}.dev.jsonl"
        file = train if train.exists() else dev
        if file.exists():
            texts += read_ner_corpus(file)
    if sources.gold is not None:
        texts += read_gold_folder(sources.gold)
    return texts


def write_docbin(texts: Iterable[AnnotatedText], nlp: Language, path: Path) -> dict[str, int]:
    """Write the texts as a DocBin of gold docs and return counts of docs, spans and misfits."""
    docbin = DocBin()
    counts = {"docs": 0, "spans": 0, "misaligned": 0}
    for text in texts:
        doc, misaligned = to_doc(text, nlp)
        docbin.add(doc)
        counts["docs"] += 1
        counts["spans"] += len(doc.ents)
        counts["misaligned"] += misaligned
    partial = path.with_suffix(".partial")
    docbin.to_disk(partial)
    partial.replace(path)
    return counts


def run_stage(output: Path, train: Path, dev: Path, overrides: dict[str, Any]) -> Path:
    """Train from ``ner.cfg`` with ``overrides`` and return the folder of the best model."""
    best = output / "model-best"
    if (output / "done").exists():
        logger.info("%s: already trained", output)
        return best
    config = load_config(
        CONFIG,
        overrides={"paths.train": str(train), "paths.dev": str(dev), **overrides},
        interpolate=True,
    )
    output.mkdir(parents=True, exist_ok=True)
    nlp = init_nlp(config)
    train_loop(nlp, output)
    (output / "done").touch()
    return best


def train(
    sources: TrainingSources,
    work: Path,
    *,
    seed: int = 0,
    max_steps: int = 6000,
    first_steps: int = 2400,
    gold_weight: int = 2,
) -> Path:
    """Run all stages in the folder ``work`` and return the folder of the trained pipeline.

    ``gold_weight``: how often the gold releases stand in the training set, beside the other
    corpora once: they are the genre that the model is for.
    """
    work.mkdir(parents=True, exist_ok=True)
    blank = spacy.blank(
        "en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}}
    )
    texts = [piece for text in read_sources(sources) for piece in pieces(text)]
    training = [t for t in texts if not is_held_out(t)]
    held_out = [t for t in texts if is_held_out(t)]
    vectors: dict[str, Any] = {"system.seed": seed}
    if sources.vectors is None:
        vectors["components.tok2vec.model.embed.include_static_vectors"] = False
    else:
        vectors["paths.vectors"] = str(sources.vectors)

    corpora = [t for t in texts if t.source != "gold"]
    first = work / "first.spacy", work / "first-held-out.spacy"
    if not all(p.exists() for p in first):
        parts = [t for t in corpora if not _is_tenth(t)], [t for t in corpora if _is_tenth(t)]
        for path, part in zip(first, parts, strict=True):
            write_docbin(part, blank, path)
    model = run_stage(work / "first", *first, {**vectors, "training.max_steps": first_steps})

    final = work / "final.spacy", work / "held-out.spacy"
    if not all(p.exists() for p in final):
        completing = spacy.load(model)
        completed = list(complete(training, completing))
        gold_again = [t for t in completed if t.source == "gold"] * (gold_weight - 1)
        parts = [*completed, *gold_again], list(complete(held_out, completing))
        counts = {
            path.stem: write_docbin(part, blank, path)
            for path, part in zip(final, parts, strict=True)
        }
        (work / "counts.json").write_text(json.dumps(counts, indent=1), encoding="utf-8")
    return run_stage(work / "final", *final, {**vectors, "training.max_steps": max_steps})
