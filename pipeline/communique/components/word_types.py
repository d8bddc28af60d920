"""An embedding layer that computes each word of a batch once.

Embedding a word (hashing its features, looking up its vector, mixing them) needs nothing but the
word, and in a batch of releases most words come again and again. The embedding layer that stands
inside sees one made-up document with each word of the batch once; its rows are then dealt out to
the places where the words stand. It is the idea of thinc's ``uniqued``, for documents.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import cast

import numpy as np
from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import Model
from thinc.types import Floats2d, Ints1d

DocsToVectors = Model[list[Doc], list[Floats2d]]


@registry.architectures("communique.WordTypes.v1")
def word_types(embed: DocsToVectors) -> DocsToVectors:
    """Return ``embed`` (any embedding that reads one word at a time), computed once a word."""
    return Model("word_types", _forward, init=_initialize, layers=[embed], dims={"nO": None})


def _types(docs: list[Doc]) -> tuple[Doc, Ints1d, list[int]]:
    """Return a document of the words of ``docs``, and for each token the place of its word."""
    vocab = docs[0].vocab
    keys = np.concatenate([doc.to_array(ORTH) for doc in docs])
    unique, places = np.unique(keys, return_inverse=True)
    words = Doc(vocab, words=[vocab.strings[k] for k in unique])
    return words, cast("Ints1d", places), [len(doc) for doc in docs]


def _forward(
    model: DocsToVectors, docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    embed = cast("DocsToVectors", model.layers[0])
    if not any(map(len, docs)):
        width = embed.get_dim("nO")
        return [model.ops.alloc2f(0, width) for _ in docs], lambda _: []
    words, places, lengths = _types(docs)
    (rows,), backprop_rows = embed([words], is_train)

    def backprop(gradients: list[Floats2d]) -> list[Doc]:
        gradient = model.ops.alloc2f(*rows.shape)
        model.ops.scatter_add(gradient, places, model.ops.flatten(gradients))
        backprop_rows([gradient])
        return []

    return model.ops.unflatten(rows[places], model.ops.asarray1i(lengths)), backprop


def _initialize(
    model: DocsToVectors,
    X: list[Doc] | None = None,  # noqa: N803
    Y: list[Floats2d] | None = None,  # noqa: N803
) -> DocsToVectors:
    embed = model.layers[0]
    embed.initialize(X=X, Y=Y)
    if embed.has_dim("nO"):
        model.set_dim("nO", embed.get_dim("nO"))
    return model
