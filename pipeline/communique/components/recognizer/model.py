"""A convolutional tagger of words that remembers the document.

Words are embedded, read together with their neighbours by a first stack of convolutions, and given
what the document says of the same word elsewhere: a projection of each word's state is pooled by
maximum over all places where the word stands, in whatever casing (after Akbik et al. 2019, "Pooled
contextualized embeddings for named entity recognition", within one document and learned together
with the rest). A second stack reads both, and a linear layer scores the tags of all layers.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray
from spacy.attrs import LOWER
from spacy.tokens import Doc
from spacy.util import registry
from thinc.api import (
    Linear,
    Maxout,
    Model,
    NumpyOps,
    chain,
    clone,
    expand_window,
    residual,
    with_array,
)
from thinc.types import Floats2d, Ints1d

from communique.components.tagger.tags import LAYERS

DocsToVectors = Model[list[Doc], list[Floats2d]]
Vectors = Model[list[Floats2d], list[Floats2d]]

#: The tags of all layers, one layer after the other.
TAGS = sum(map(len, LAYERS))


@registry.architectures("communique.WordTagger.v1")
def word_tagger(
    tok2vec: DocsToVectors, *, kept: int, width: int, depth: int, maxout_pieces: int
) -> DocsToVectors:
    """Return a model from documents to scores of words, (words, tags of all layers) each.

    ``tok2vec`` reads words and their neighbours. ``kept``: numbers that a document keeps of each
    of its words; ``width``, ``depth``, ``maxout_pieces``: of the convolutions that follow.
    """
    mix = Maxout(nO=width, nP=maxout_pieces, normalize=True, dropout=0.0)
    step = residual(
        chain(
            expand_window(window_size=1),
            Maxout(nO=width, nI=3 * width, nP=maxout_pieces, normalize=True, dropout=0.0),
        )
    )
    head: Vectors = with_array(chain(mix, clone(step, depth), Linear(nO=TAGS, nI=width)), pad=depth)
    model: DocsToVectors = chain(remembering(tok2vec, Linear(nO=kept)), head)
    model.set_ref("tok2vec", tok2vec)
    return model


def remembering(tok2vec: DocsToVectors, write: Model[Floats2d, Floats2d]) -> DocsToVectors:
    """Return ``tok2vec`` with, beside each word's vector, what the document keeps of the word."""
    return Model(
        "remembering", _forward, init=_initialize, layers=[tok2vec, write], dims={"nO": None}
    )


def _forward(
    model: DocsToVectors, docs: list[Doc], is_train: bool
) -> tuple[list[Floats2d], Callable[[list[Floats2d]], list[Doc]]]:
    tok2vec = cast("DocsToVectors", model.layers[0])
    write = cast("Model[Floats2d, Floats2d]", model.layers[1])
    ops = model.ops
    vectors, backprop_vectors = tok2vec(docs, is_train)
    lengths = ops.asarray1i([len(doc) for doc in docs])
    if not lengths.sum():
        width = tok2vec.get_dim("nO") + write.get_dim("nO")
        return [ops.alloc2f(0, width) for _ in docs], lambda _: []
    flat = ops.flatten(vectors)
    noted, backprop_noted = write(flat, is_train)
    places, order, starts = rows_by_word(docs)
    memory = cast("Floats2d", np.maximum.reduceat(np.asarray(noted)[order], starts, axis=0))
    recalled = memory[places]
    joined = ops.unflatten(ops.xp.concatenate((flat, recalled), axis=1), lengths)

    def backprop(gradients: list[Floats2d]) -> list[Doc]:
        gradient = ops.flatten(gradients)
        width = flat.shape[1]
        of_memory = ops.alloc2f(*memory.shape)
        ops.scatter_add(of_memory, places, ops.xp.ascontiguousarray(gradient[:, width:]))
        greatest = noted == recalled  # ties share, and are rare
        of_noted = ops.asarray2f(of_memory[places] * greatest)
        of_flat = gradient[:, :width] + backprop_noted(of_noted)
        backprop_vectors(ops.unflatten(of_flat, lengths))
        return []

    return joined, backprop


def rows_by_word(docs: list[Doc]) -> tuple[Ints1d, NDArray[np.intp], NDArray[np.intp]]:
    """Return each word's row in the memory, an order by row, and where each row begins in it."""
    rows: list[NDArray[np.intp]] = []
    first = 0
    for doc in docs:
        unique, inverse = np.unique(doc.to_array(LOWER), return_inverse=True)
        rows.append(inverse + first)
        first += len(unique)
    places = np.concatenate(rows)
    order = np.argsort(places, kind="stable")
    starts = np.searchsorted(places[order], np.arange(first))
    return cast("Ints1d", places), order, starts


def _initialize(
    model: DocsToVectors,
    X: list[Doc] | None = None,  # noqa: N803
    Y: list[Floats2d] | None = None,  # noqa: N803, ARG001
) -> DocsToVectors:
    tok2vec, write = model.layers
    tok2vec.initialize(X=X)
    write.set_dim("nI", tok2vec.get_dim("nO"))
    write.initialize()
    model.set_dim("nO", tok2vec.get_dim("nO") + write.get_dim("nO"), force=True)
    return model


def multiply_fast(model: Model[Any, Any]) -> None:
    """Let a model on a CPU multiply matrices with numpy's BLAS, three times as fast as thinc's own.

    The embedding of words keeps thinc's: there alone a word's vector is the same, to the last bit,
    whatever words it is embedded with.
    """
    if model.name == "word_types":
        return
    if isinstance(model.ops, NumpyOps):
        model.ops = NumpyOps(use_blis=False)
    for layer in model.layers:
        multiply_fast(layer)
