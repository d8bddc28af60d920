"""What a teacher thinks of each word, written small.

A soft label is ``(word, tag, permille)``: the index of a token of the text (as this project's
tokenizer cuts it), a tag's place among the tags of all layers, one layer after the other, and how
likely the teacher holds it, in thousandths. What is missing from a thousand in a layer belongs to
its tag ``O``.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Sequence

import numpy as np

from communique.components.tagger.tags import LAYERS, Scores

SoftLabel = tuple[int, int, int]

#: Where the tags of each layer begin among the tags of all.
OFFSETS = tuple(itertools.accumulate((len(layer) for layer in LAYERS[:-1]), initial=0))

#: The least likelihood that is written, in thousandths.
_LEAST = 5


def to_soft_labels(
    runs: Iterable[tuple[Sequence[int], tuple[Scores, ...]]],
) -> tuple[SoftLabel, ...]:
    """Return the soft labels of words given as ``(indices, log-probabilities of each layer)``."""
    labels: list[SoftLabel] = []
    for words, scores in runs:
        for offset, layer in zip(OFFSETS, scores, strict=True):
            permille = np.rint(1000 * np.exp(layer)).astype(int)
            rows, tags = np.nonzero(permille[:, 1:] >= _LEAST)
            labels += (
                (int(words[int(row)]), offset + 1 + int(tag), int(permille[row, 1 + tag]))
                for row, tag in zip(rows, tags, strict=True)
            )
    return tuple(sorted(labels))


def distributions(labels: Iterable[SoftLabel], length: int) -> list[Scores]:
    """Return for each layer the probabilities that the labels stand for, (words, tags)."""
    made: list[Scores] = []
    every = np.array(list(labels), dtype=int).reshape(-1, 3)
    for offset, layer in zip(OFFSETS, LAYERS, strict=True):
        probabilities = np.zeros((length, len(layer)), dtype=np.float32)
        of_layer = every[(every[:, 1] >= offset) & (every[:, 1] < offset + len(layer))]
        probabilities[of_layer[:, 0], of_layer[:, 1] - offset] = of_layer[:, 2] / 1000
        probabilities[:, 0] = np.maximum(0.0, 1.0 - probabilities.sum(1))
        made.append(probabilities / probabilities.sum(1, keepdims=True))
    return made
