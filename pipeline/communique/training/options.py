"""What is trained, and for how long."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class TrainingOptions:
    """What is trained, and for how long.

    ``teacher``: fine-tune transformers first, ``teachers`` of them from as many seeds,
    ``corpora_epochs`` over the open corpora and ``teacher_epochs`` over the releases, and learn
    from what they see in ``silver_words`` words of raw texts; before, one encoder guesses words of
    as many for ``adapt_epochs``, and all of them start from it. ``gold_weight``: how often the
    annotated releases stand in the training sets, beside everything else once: they are what the
    model is for. ``pretrain_epochs``: passes of pretraining over as many words of raw texts; 0 for
    none.
    """

    seed: int = 0
    teacher: bool = False
    teachers: int = 1
    adapt_epochs: int = 0
    corpora_epochs: int = 2
    teacher_epochs: int = 3
    silver_words: int = 5_200_000
    pretrain_epochs: int = 0
    gold_weight: int = 2
    max_steps: int = 8_000
    anneal_steps: int = 4_500
