"""A teacher's opinion, written small and read again."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from communique.components.tagger.tags import LAYERS, NAMES
from communique.training.soft_labels import distributions, to_soft_labels

LOGITS = st.tuples(
    *(arrays(np.float64, (4, len(layer)), elements=st.floats(-8, 8)) for layer in LAYERS)
)


def normalized(logits: np.ndarray) -> np.ndarray:
    shifted = np.exp(logits - logits.max(1, keepdims=True))
    return shifted / shifted.sum(1, keepdims=True)


@given(LOGITS)
def test_what_is_read_is_near_what_was_written(logits: tuple[np.ndarray, ...]) -> None:
    wanted = [normalized(layer) for layer in logits]
    labels = to_soft_labels([([1, 2, 4, 5], tuple(np.log(p).astype("f") for p in wanted))])
    assert labels == tuple(sorted(labels))
    for read, layer in zip(distributions(labels, 6), wanted, strict=True):
        np.testing.assert_allclose(read[[1, 2, 4, 5]], layer, atol=0.005 * layer.shape[1])
        np.testing.assert_allclose(read.sum(1), 1, rtol=1e-5)
        assert (read[[0, 3], 0] == 1).all()


def test_a_word_that_is_surely_no_name_is_not_written() -> None:
    sure = [np.full((1, len(layer)), -20, dtype="f") for layer in LAYERS]
    for layer in sure:
        layer[0, 0] = 0
    assert to_soft_labels([([7], tuple(sure))]) == ()
    names, phrases = distributions((), 2)
    assert names.shape == (2, len(NAMES))
    assert (phrases[:, 0] == 1).all()
