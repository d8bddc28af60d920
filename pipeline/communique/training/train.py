"""Training of the shipped recognisers, in resumable stages.

1. ``vectors`` (where there are raw texts): word vectors of them.
2. ``teacher`` (asked for): a transformer is adapted to raw texts (asked for), then fine-tuned, on
   the open corpora first, then on the releases.
3. ``silver``: the teacher says of each word of raw texts how likely it holds each tag, and of the
   annotated texts what their sources leave out.
4. ``student``: the small model is trained on all of it.
5. ``annealed``: the same from its best step on, at half the learning rate, with the releases in the
   foreground: the annotated and the marked ones twice as often, silver data half as often.

The large model is the teacher itself. Another way, for few releases, is to train a model on that is
there (``train_on``).

A stage whose output stands in the work folder is not run again, and the long ones go on where
they stopped. A tenth of the releases takes part in none of the stages but the choice of the best
step. The same seed, data, machine and library versions give the same model.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from communique.components.tagger.component import TransformerTagger
from communique.training.corpora import (
    AnnotatedText,
    Labeller,
    read_ner_corpus,
    repeated,
    softened,
    write_texts,
)
from communique.training.options import TrainingOptions
from communique.training.silver import read_silver, sample, write_silver
from communique.training.sources import RELEASES, TrainingSources, TrainingTexts, split_sources
from communique.training.student import blank, pretrain, train_student

logger = logging.getLogger(__name__)

_STEPS_BETWEEN_SCORES = 500
_SCORES_OF_A_SHORT_TRAINING = 10

#: Yields the raw texts anew each time it is called.
RawTexts = Callable[[], Iterable[str]]


def teachers_label(
    texts: TrainingTexts, work: Path, options: TrainingOptions, raw: Sequence[str]
) -> Labeller:
    """Train the teachers, or go on with the checkpoints in ``work``; return how they label texts."""
    from communique.training.teaching import train_teachers  # noqa: PLC0415  (an extra)

    return train_teachers(texts, work, options, raw).label


def train(
    sources: TrainingSources,
    work: Path,
    options: TrainingOptions | None = None,
    raw_texts: RawTexts | None = None,
) -> Path:
    """Run all stages in the folder ``work`` and return the folder of the trained pipeline.

    Raises ``ValueError`` when ``options`` ask for what needs raw texts and there are none.
    """
    options = options or TrainingOptions()
    needs_raw = options.teacher or options.pretrain_epochs > 0
    if raw_texts is None and needs_raw:
        raise ValueError("a teacher and pretraining need raw texts")
    work.mkdir(parents=True, exist_ok=True)
    texts = split_sources(sources)
    drawn = sample(raw_texts(), options.silver_words) if raw_texts and needs_raw else []
    train_set, dev_set = work / "train.jsonl", work / "held-out.jsonl"
    if not (train_set.exists() and dev_set.exists()):
        training: Iterable[AnnotatedText] = texts.training
        silver: Iterator[AnnotatedText] = iter(())
        if options.teacher:
            label = teachers_label(texts, work, options, drawn)
            silver = map(_only_soft, read_silver(write_silver(label, drawn, work / "silver.jsonl")))
            training = softened(texts.training, label)
        counts = {
            "held-out": write_texts(texts.held_out, dev_set),
            "train": write_texts(
                itertools.chain(repeated(list(training), options.gold_weight), silver), train_set
            ),
        }
        (work / "counts.json").write_text(json.dumps(counts, indent=1), encoding="utf-8")
    overrides = _overrides(sources)
    if options.pretrain_epochs:
        weights = pretrain(work / "pretrained", drawn, overrides, options.pretrain_epochs)
        overrides["paths.pretrained"] = str(weights)
    overrides["system.seed"] = options.seed
    student = train_student(
        work / "student", train_set, dev_set, overrides | _steps(options.max_steps)
    )
    anneal_set = work / "anneal.jsonl"
    if not anneal_set.exists():
        write_texts(_foreground(read_ner_corpus(train_set)), anneal_set)
    return train_student(
        work / "annealed",
        anneal_set,
        dev_set,
        overrides | _steps(options.anneal_steps),
        start=student,
    )


def train_on(start: Path, sources: TrainingSources, work: Path, options: TrainingOptions) -> Path:
    """Train the recogniser of the pipeline in ``start`` on, and return the folder of the best step.

    One stage in the folder ``work``, of ``options.max_steps`` at half the learning rate: for few
    releases of one's own, where a model is there that knows names already. A model with a
    recogniser of another kind than ``communique_recognizer`` cannot be trained on so.

    Raises ``ValueError`` where no release is held out, so that nothing could choose the best step.
    """
    work.mkdir(parents=True, exist_ok=True)
    texts = split_sources(sources)
    if not texts.held_out:
        raise ValueError(
            "too few releases: none of them is of the tenth that chooses the best step"
        )
    train_set, dev_set = work / "train.jsonl", work / "held-out.jsonl"
    write_texts(texts.held_out, dev_set)
    write_texts(repeated(texts.training, options.gold_weight), train_set)
    overrides = {
        "paths.vectors": str(start),
        "system.seed": options.seed,
        "training.max_steps": options.max_steps,
        "training.eval_frequency": max(1, options.max_steps // _SCORES_OF_A_SHORT_TRAINING),
    }
    return train_student(work / "trained-on", train_set, dev_set, overrides, start=start)


def _foreground(texts: Iterable[AnnotatedText]) -> Iterator[AnnotatedText]:
    """Yield releases twice, every other text of the silver data, and the rest once."""
    silver = 0
    for text in texts:
        if text.source == "silver":
            silver += 1
            if silver % 2:
                continue
        yield text
        if text.source in RELEASES:
            yield text


def _only_soft(text: AnnotatedText) -> AnnotatedText:
    """Return the text without spans: how sure the teacher is says more than what it decides."""
    return replace(text, spans=(), labelled=frozenset())


def train_large(
    sources: TrainingSources,
    work: Path,
    options: TrainingOptions,
    raw_texts: RawTexts | None = None,
) -> Path:
    """Train the teacher and return the folder of a pipeline that has it for a recogniser.

    One teacher is trained, whatever ``options.teachers`` says: the mean of several teachers' weights
    finds no more names than each of them.

    Raises ``ValueError`` when ``options`` ask for an adaptation and there are no raw texts.
    """
    output = work / "large"
    if options.adapt_epochs and raw_texts is None:
        raise ValueError("an adaptation needs raw texts")
    if not (output / "config.cfg").exists():
        from communique.training.teaching import train_teachers  # noqa: PLC0415  (an extra)

        work.mkdir(parents=True, exist_ok=True)
        nlp = blank()
        adapts = options.adapt_epochs > 0
        drawn = sample(raw_texts(), options.silver_words) if raw_texts and adapts else []
        alone = replace(options, teachers=1)
        (teacher,) = train_teachers(split_sources(sources), work, alone, drawn).members
        tagger = nlp.add_pipe("communique_tagger")
        assert isinstance(tagger, TransformerTagger)
        tagger.use(teacher.model, teacher.windows)
        nlp.to_disk(output)
    return output


def _steps(steps: int) -> dict[str, Any]:
    return {
        "training.max_steps": steps,
        "training.eval_frequency": min(_STEPS_BETWEEN_SCORES, steps),
    }


def _overrides(sources: TrainingSources) -> dict[str, Any]:
    if sources.vectors is not None:
        return {"paths.vectors": str(sources.vectors)}
    return {"components.ner.model.tok2vec.embed.embed.include_static_vectors": False}
