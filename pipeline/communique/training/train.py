"""Training of the shipped recognisers, in resumable stages.

1. ``vectors`` (where there are raw texts): word vectors of them.
2. ``teacher`` (asked for): a transformer is fine-tuned on every annotated text.
3. ``silver``: the teacher labels raw texts, and the labels that a source of annotations leaves out.
   Without a teacher there is no silver; a first small model, trained on the corpora alone, adds
   the places to the releases, which do not mark them.
4. ``student``: the small model is trained on all of it.
5. ``annealed``: the same, from its best step on, at a third of the learning rate.

The large model is the teacher itself.

A stage whose output stands in the work folder is not run again, and the long ones go on where
they stopped. A tenth of the releases takes part in none of the stages but the choice of the best
step. The same seed, data, machine and library versions give the same model.
"""

from __future__ import annotations

import itertools
import json
import logging
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import spacy
from spacy.language import Language

from communique.components.tagger.component import TransformerTagger
from communique.training.corpora import LABELS, PHRASE_LABELS, AnnotatedText, Labeller, complete
from communique.training.silver import read_silver, sample, write_silver
from communique.training.sources import RELEASES, TrainingSources, TrainingTexts, split_sources
from communique.training.student import anneal_student, blank, pretrain, train_student, write_docbin

if TYPE_CHECKING:
    from communique.training.teacher import Teacher

logger = logging.getLogger(__name__)

#: Yields the raw texts anew each time it is called.
RawTexts = Callable[[], Iterable[str]]


@dataclass(frozen=True)
class TrainingOptions:
    """What is trained, and for how long.

    ``teacher``: fine-tune a transformer first, and learn from what it sees in ``silver_words``
    words of raw texts. ``gold_weight``: how often the annotated releases stand in the training
    set, beside everything else once: they are the genre that the model is for.
    ``pretrain_epochs``: passes of pretraining over as many words; 0 for none.
    """

    seed: int = 0
    teacher: bool = False
    teacher_epochs: int = 4
    silver_words: int = 2_000_000
    pretrain_epochs: int = 0
    gold_weight: int = 2
    first_steps: int = 2400
    max_steps: int = 6_000
    anneal_steps: int = 2_000


def train_teacher(
    texts: TrainingTexts, work: Path, options: TrainingOptions, nlp: Language
) -> Teacher:
    """Fine-tune the teacher, or go on with the checkpoint in ``work``, and return it."""
    from communique.training.teacher import Teacher  # noqa: PLC0415  (an extra, slow to import)

    teacher = Teacher(nlp)
    weighted = _weighted(texts.training, options.gold_weight)
    teacher.train(
        weighted,
        epochs=options.teacher_epochs,
        seed=options.seed,
        checkpoint=work / "teacher.pt",
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
    nlp = blank()
    texts = split_sources(sources)
    drawn = sample(raw_texts(), options.silver_words) if raw_texts and needs_raw else []
    overrides = _overrides(sources, options)
    if options.pretrain_epochs:
        weights = pretrain(work / "pretrained", drawn, overrides, options.pretrain_epochs)
        overrides["paths.pretrained"] = str(weights)

    if not all((work / name).exists() for name in ("train.spacy", "held-out.spacy")):
        silver: list[AnnotatedText] = []
        if options.teacher:
            label: Labeller = train_teacher(texts, work, options, nlp).label
            silver = read_silver(write_silver(label, drawn, work / "silver.jsonl"))
            labels: tuple[str, ...] = (*LABELS, *PHRASE_LABELS)
        else:
            label, labels = _first_labeller(texts, work, options, overrides, nlp), ("LOC",)
        training = _weighted(list(complete(texts.training, label, labels)), options.gold_weight)
        held_out = list(complete(texts.held_out, label, labels))
        counts = {
            "held-out": write_docbin(held_out, nlp, work / "held-out.spacy"),
            "train": write_docbin([*training, *silver], nlp, work / "train.spacy"),
        }
        (work / "counts.json").write_text(json.dumps(counts, indent=1), encoding="utf-8")
    train_set, dev_set = work / "train.spacy", work / "held-out.spacy"
    steps = {"training.max_steps": options.max_steps}
    student = train_student(work / "student", train_set, dev_set, overrides | steps)
    steps = {"training.max_steps": options.anneal_steps}
    return anneal_student(student, work / "annealed", train_set, dev_set, overrides | steps)


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


def _overrides(sources: TrainingSources, options: TrainingOptions) -> dict[str, Any]:
    overrides: dict[str, Any] = {"system.seed": options.seed}
    if sources.vectors is None:
        embed = "components.tok2vec.model.embed.embed"
        overrides[f"{embed}.include_static_vectors"] = False
    else:
        overrides["paths.vectors"] = str(sources.vectors)
    return overrides


def _weighted(texts: Sequence[AnnotatedText], weight: int) -> list[AnnotatedText]:
    releases = [text for text in texts if text.source in RELEASES]
    return [*texts, *itertools.chain.from_iterable(itertools.repeat(releases, weight - 1))]


def _first_labeller(
    texts: TrainingTexts,
    work: Path,
    options: TrainingOptions,
    overrides: dict[str, Any],
    nlp: Language,
) -> Labeller:
    """Train a first model on the corpora, to add what the releases leave out."""
    corpora = [text for text in texts.training if text.source not in RELEASES]
    tenth = corpora[::10]
    rest = [text for i, text in enumerate(corpora) if i % 10]
    train, dev = work / "first.spacy", work / "first-held-out.spacy"
    write_docbin(rest, nlp, train)
    write_docbin(tenth, nlp, dev)
    steps = {"training.max_steps": options.first_steps}
    return spacy_labeller(spacy.load(train_student(work / "first", train, dev, overrides | steps)))


def spacy_labeller(nlp: Language) -> Labeller:
    """Return a labeller that takes its spans from a spaCy pipeline's entities."""

    def label(texts: Iterable[tuple[str, str]]) -> Iterator[AnnotatedText]:
        pairs = ((text, name) for name, text in texts)
        for doc, name in nlp.pipe(pairs, as_tuples=True):
            spans = tuple((e.start_char, e.end_char, e.label_) for e in doc.ents)
            yield AnnotatedText(name, "model", doc.text, spans, frozenset(LABELS))

    return label
