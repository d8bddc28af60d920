"""An embedding layer that computes each word of a batch once.

Embedding a word (hashing its features, looking up its vector, mixing them) needs nothing but the
word, and in a batch of releases most words come again and again. The embedding layer that stands
inside sees one made-up document with each word of the batch once; its rows are then dealt out to
the places where the words stand. It is the idea of thinc's ``uniqued``, for documents.

Outside training the vectors of words are kept from one batch to the next, as long as the weights
are the same. A word has the same vector in every batch, to the last bit, so that nothing but the
time depends on what came before.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import cast

import numpy as np
from spacy.attrs import ORTH
from spacy.tokens import Doc
from spacy.util import registry
from spacy.vocab import Vocab
from thinc.api import Model
from thinc.types import Floats2d, Ints1d

#: With more words than this, those of the next document begin anew.
_MOST_WORDS = 16_000

#: Words that there is room for: 10 MB of vectors of 128 numbers. For a giant document it doubles.
_ROOM = 20_000

DocsToVectors = Model[list[Doc], list[Floats2d]]


@registry.architectures("communique.WordTypes.v1")
def word_types(embed: DocsToVectors) -> DocsToVectors:
    """Return ``embed`` (any embedding that reads one word at a time), computed once a word."""
    forward = partial(_forward, _Memory())
    return Model("word_types", forward, init=_initialize, layers=[embed], dims={"nO": None})


class _Memory:
    """The vectors of the words that were embedded before, with the weights that they are of."""

    def __init__(self) -> None:
        self._of: tuple[Vocab, bytes] | None = None
        self._places: dict[int, int] = {}
        self._table: Floats2d | None = None

    def rows(self, embed: DocsToVectors, vocab: Vocab, keys: Sequence[int]) -> Floats2d:
        """Return the vectors of the words ``keys`` (ids of strings), of shape (words, width)."""
        weights = _small_weights(embed)
        known = self._of is not None and self._of[0] is vocab and self._of[1] == weights
        table = self._table
        if table is None or not known or len(self._places) > _MOST_WORDS:
            self._of, self._places = (vocab, weights), {}
            table = embed.ops.alloc2f(_ROOM, embed.get_dim("nO"))
        places = self._places
        new = [key for key in keys if key not in places]
        if new:
            words = Doc(vocab, words=[vocab.strings[key] for key in new])
            (vectors,) = embed.predict([words])
            at = len(places)
            while at + len(new) > len(table):
                table = embed.ops.xp.concatenate((table, embed.ops.xp.zeros_like(table)))
            table[at : at + len(new)] = vectors
            places.update((key, at + i) for i, key in enumerate(new))
        self._table = table
        return table[[places[key] for key in keys]]


def _small_weights(model: DocsToVectors) -> bytes:
    """Return the biases of a model: whatever changes its weights changes them."""
    return b"".join(
        np.asarray(node.get_param(name)).tobytes()
        for node in model.walk()
        for name in node.param_names
        if name == "b" and node.has_param(name)
    )


def _types(docs: list[Doc]) -> tuple[list[int], Ints1d, list[int]]:
    """Return the ids of the words of ``docs``, the place of each token's word, and the lengths."""
    keys = np.concatenate([doc.to_array(ORTH) for doc in docs])
    unique, places = np.unique(keys, return_inverse=True)
    return unique.tolist(), cast("Ints1d", places), [len(doc) for doc in docs]


def _forward(
    memory: _Memory, model: DocsToVectors, docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    embed = cast("DocsToVectors", model.layers[0])
    if not any(map(len, docs)):
        width = embed.get_dim("nO")
        return [model.ops.alloc2f(0, width) for _ in docs], lambda _: []
    keys, places, lengths = _types(docs)
    vocab = docs[0].vocab
    if not is_train:
        rows = memory.rows(embed, vocab, keys)
        return model.ops.unflatten(rows[places], model.ops.asarray1i(lengths)), lambda _: []
    words = Doc(vocab, words=[vocab.strings[key] for key in keys])
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
