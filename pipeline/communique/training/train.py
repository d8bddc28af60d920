"""Training of the shipped recognisers, in resumable stages.

1. ``vectors`` (where there are raw texts): word vectors of them.
2. ``teacher`` (asked for): a transformer is fine-tuned, on the open corpora first, then on the
   releases.
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
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from spacy.language import Language

from communique.components.tagger.component import TransformerTagger
from communique.training.corpora import AnnotatedText, read_ner_corpus, softened, write_texts
from communique.training.silver import read_silver, sample, write_silver
from communique.training.sources import RELEASES, TrainingSources, TrainingTexts, split_sources
from communique.training.student import blank, pretrain, train_student

if TYPE_CHECKING:
    from communique.training.teacher import Teacher

logger = logging.getLogger(__name__)

_STEPS_BETWEEN_SCORES = 500
_SCORES_OF_A_SHORT_TRAINING = 10

#: Yields the raw texts anew each time it is called.
RawTexts = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class TrainingOptions:
    """What is trained, and for how long.

    ``teacher``: fine-tune a transformer first, ``corpora_epochs`` over the open corpora and
    ``teacher_epochs`` over the releases, and learn from what it sees in ``silver_words`` words of
    raw texts. ``gold_weight``: how often the annotated releases stand in the training sets, beside
    everything else once: they are what the model is for. ``pretrain_epochs``: passes of
    pretraining over as many words of raw texts; 0 for none.
    """

    seed: int = 0
    teacher: bool = False
    corpora_epochs: int = 2
    teacher_epochs: int = 3
    silver_words: int = 5_200_000
    pretrain_epochs: int = 0
    gold_weight: int = 2
    max_steps: int = 8_000
    anneal_steps: int = 4_500


def train_teacher(
    texts: TrainingTexts, work: Path, options: TrainingOptions, nlp: Language
) -> Teacher:
    """Fine-tune the teacher, or go on with the checkpoint in ``work``, and return it."""
    from communique.training.teacher import Teacher  # noqa: PLC0415  (an extra, slow to import)

    teacher = Teacher(nlp)
    releases = [text for text in texts.training if text.source in RELEASES]
    corpora = [text for text in texts.training if text.source not in RELEASES]
    checkpoint = work / "teacher.pt"
    if not checkpoint.exists():
        teacher.train(
            corpora,
            epochs=options.corpora_epochs,
            seed=options.seed,
            checkpoint=work / "teacher-corpora.pt",
        )
    teacher.train(
        _weighted(releases, options.gold_weight),
        corpora,
        epochs=options.teacher_epochs,
        seed=options.seed,
        checkpoint=checkpoint,
    )
    return teacher


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
            label = train_teacher(texts, work, options, blank()).label
            silver = map(_only_soft, read_silver(write_silver(label, drawn, work / "silver.jsonl")))
            training = softened(texts.training, label)
        counts = {
            "held-out": write_texts(texts.held_out, dev_set),
            "train": write_texts(
                itertools.chain(_weighted(list(training), options.gold_weight), silver), train_set
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
    write_texts(_weighted(texts.training, options.gold_weight), train_set)
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


def train_large(sources: TrainingSources, work: Path, options: TrainingOptions) -> Path:
    """Train the teacher and return the folder of a pipeline that has it for a recogniser."""
    output = work / "large"
    if not (output / "config.cfg").exists():
        work.mkdir(parents=True, exist_ok=True)
        nlp = blank()
        teacher = train_teacher(split_sources(sources), work, options, nlp)
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


def _weighted(texts: Sequence[AnnotatedText], weight: int) -> list[AnnotatedText]:
    gold = [text for text in texts if text.source == "gold"]
    return [*texts, *itertools.chain.from_iterable(itertools.repeat(gold, weight - 1))]
