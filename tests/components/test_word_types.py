"""The embedding that is computed once a word."""

from __future__ import annotations

from typing import cast

import numpy as np
import pytest
import spacy
from spacy.ml.models.tok2vec import MultiHashEmbed
from spacy.tokens import Doc
from thinc.api import Adam, fix_random_seed
from thinc.types import Floats2d

from communique.components.word_types import DocsToVectors, word_types

NLP = spacy.blank("en")


def docs(*texts: str) -> list[Doc]:
    return [NLP.make_doc(text) for text in texts]


def test_each_word_has_the_vector_that_it_has_alone() -> None:
    inner = MultiHashEmbed(8, ["NORM", "SHAPE"], [50, 50], include_static_vectors=False)
    model = word_types(inner)
    batch = docs("Ana left Lima , Ana came back", "", "Lima Lima")
    model.initialize(X=batch)
    vectors = model.predict(batch)
    assert [v.shape for v in vectors] == [(7, 8), (0, 8), (2, 8)]
    for doc, rows in zip(batch, vectors, strict=True):
        for token, row in zip(doc, rows, strict=True):
            (alone,) = inner.predict([Doc(NLP.vocab, words=[token.text])])
            np.testing.assert_array_equal(row, alone[0])
    assert [v.shape for v in model.predict(docs("", ""))] == [(0, 8), (0, 8)]


def test_gradients_of_a_word_add_up() -> None:
    fix_random_seed(0)
    model = word_types(MultiHashEmbed(4, ["NORM"], [50], include_static_vectors=False))
    batch = docs("Ana Ana Lima")
    model.initialize(X=batch)
    twice = _gradient_of(model, docs("Ana Ana"), [[1, 2, 3, 4], [4, 0, -5, 0]])
    once = _gradient_of(model, docs("Ana"), [[5, 2, -2, 4]])
    np.testing.assert_allclose(twice, once, rtol=1e-5)
    assert np.abs(once).sum() > 0


def _gradient_of(model: DocsToVectors, batch: list[Doc], rows: list[list[int]]) -> Floats2d:
    """Return the gradient that the table of norms gets when ``batch`` gets ``rows``."""
    (table,) = [node for node in model.walk() if node.name == "hashembed"]
    table.set_grad("E", table.ops.alloc2f(50, 4))
    _, backprop = model.begin_update(batch)
    backprop([np.asarray(rows, dtype="f")])
    return cast("Floats2d", table.get_grad("E").copy())


def test_vectors_are_kept_only_as_long_as_the_weights() -> None:
    fix_random_seed(0)
    model = word_types(MultiHashEmbed(4, ["NORM"], [50], include_static_vectors=False))
    batch = docs("Ana left Lima")
    model.initialize(X=batch)
    before = model.predict(batch)[0].copy()
    model.predict(docs("Lima saw Ben"))
    np.testing.assert_array_equal(model.predict(batch)[0], before)
    _, backprop = model.begin_update(batch)
    backprop([np.asarray([[1, -1, 0, 2]] * 3, dtype="f")])
    model.finish_update(Adam(0.1))
    after = model.predict(batch)[0].copy()
    assert not np.array_equal(after, before)
    fresh = word_types(MultiHashEmbed(4, ["NORM"], [50], include_static_vectors=False))
    fresh.initialize(X=batch)
    fresh.from_bytes(model.to_bytes())
    np.testing.assert_array_equal(fresh.predict(batch)[0], after)


def test_a_full_memory_is_emptied(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("communique.components.word_types._MOST_WORDS", 2)
    model = word_types(MultiHashEmbed(4, ["NORM"], [50], include_static_vectors=False))
    batch = docs("Ana left Lima with Ben")
    model.initialize(X=batch)
    before = model.predict(batch)[0].copy()
    model.predict(docs("Somebody else came"))
    np.testing.assert_array_equal(model.predict(batch)[0], before)
