"""The teachers' stages: adaptation of their encoder, their fine-tuning, and what they say together.

Needs ``communique[teacher]`` (PyTorch and transformers).
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import torch

from communique.components.tagger.model import Tagger
from communique.training.adaptation import adapt
from communique.training.corpora import AnnotatedText, repeated
from communique.training.options import TrainingOptions
from communique.training.sources import RELEASES, TrainingTexts
from communique.training.student import blank
from communique.training.teacher import Teacher


class Teachers:
    """Teachers that differ by their seeds, and label texts by the mean of their likelihoods."""

    def __init__(self, members: Sequence[Teacher]) -> None:
        self.members = tuple(members)

    def label(
        self, texts: Iterable[tuple[str, str]], *, source: str = "silver"
    ) -> Iterator[AnnotatedText]:
        """Yield each ``(id, text)`` with the spans and soft labels that they see in it together."""
        return self.members[0].label(texts, source=source, beside=self.members[1:])


def train_teachers(
    texts: TrainingTexts, work: Path, options: TrainingOptions, raw: Sequence[str] = ()
) -> Teachers:
    """Train all teachers, or go on with the checkpoints in ``work``, and return them."""
    adapted = work / "adapted.pt"
    if options.adapt_epochs and not adapted.exists():
        model = _adapted(raw, options, work / "adapting.pt")
        torch.save(model.state_dict(), adapted.with_suffix(".partial"))
        adapted.with_suffix(".partial").replace(adapted)
    members: list[Teacher] = []
    for number in range(options.teachers):
        teacher = Teacher(blank())
        if adapted.exists():
            teacher.model.load_state_dict(torch.load(adapted, weights_only=True))
        _fine_tune(teacher, texts, work, options, number)
        members.append(teacher)
    return Teachers(members)


def _adapted(raw: Sequence[str], options: TrainingOptions, checkpoint: Path) -> Tagger:
    teacher = Teacher(blank())
    windows = itertools.chain.from_iterable(
        teacher.windows.cut(teacher.nlp.make_doc(text)) for text in raw
    )
    adapt(
        teacher.model,
        list(windows),
        pad=teacher.windows.pad,
        mask=int(teacher.windows.tokenizer.mask_token_id),
        epochs=options.adapt_epochs,
        seed=options.seed,
        checkpoint=checkpoint,
    )
    return teacher.model


def _fine_tune(
    teacher: Teacher, texts: TrainingTexts, work: Path, options: TrainingOptions, number: int
) -> None:
    releases = [text for text in texts.training if text.source in RELEASES]
    corpora = [text for text in texts.training if text.source not in RELEASES]
    suffix = f"-{number}" if number else ""
    checkpoint = work / f"teacher{suffix}.pt"
    seed = options.seed + number
    if not checkpoint.exists():
        teacher.train(
            corpora,
            epochs=options.corpora_epochs,
            seed=seed,
            checkpoint=work / f"teacher-corpora{suffix}.pt",
        )
    teacher.train(
        repeated(releases, options.gold_weight),
        corpora,
        epochs=options.teacher_epochs,
        seed=seed,
        checkpoint=checkpoint,
    )
