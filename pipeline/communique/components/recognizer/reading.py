"""The network of the recogniser, computed for one document without what training needs.

It gives what ``model.predict`` gives, but for the last digits. There half of the time goes into
layers that do little with each number: norms, maxima, windows, sums. Here they work in place on
blocks of words that stay in the processor's cache, and the pieces of a maxout layer are arranged
one behind the other, so that their maximum is taken of numbers that lie in order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Self, cast

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc
from thinc.api import Model, NumpyOps
from thinc.types import Floats2d

from communique.components.recognizer.model import rows_by_word

Rows = NDArray[np.float32]

#: Words that are computed at a time.
_BLOCK = 256


@dataclass(frozen=True)
class _Weights:
    """Of a maxout layer and the norm behind it, arranged for rows that are multiplied by them."""

    made_of: bytes
    weights: Rows  # (inputs, pieces * outputs)
    biases: Rows  # (pieces * outputs,)
    gains: Rows
    shifts: Rows

    def __call__(self, rows: Rows) -> Rows:
        """Return the outputs for some rows, (rows, outputs)."""
        made = rows @ self.weights
        made += self.biases
        width = len(self.gains)
        best = made[:, :width]
        for start in range(width, made.shape[1], width):
            best = np.maximum(best, made[:, start : start + width])
        best -= (np.add.reduce(best, axis=1) / width)[:, None]
        variance = np.einsum("ij,ij->i", best, best) / width + np.float32(1e-8)
        best *= (1 / np.sqrt(variance))[:, None]
        best *= self.gains
        best += self.shifts
        return best


class _Maxout:
    """A maxout layer and the norm behind it."""

    def __init__(self, maxout: Model[Any, Any], norm: Model[Any, Any]) -> None:
        self._maxout = maxout
        self._norm = norm
        self._arranged: _Weights | None = None

    def arranged(self) -> _Weights:
        """Return the weights as they are now: whatever changes them changes the biases."""
        biases, gains, shifts = (
            np.asarray(node.get_param(name))
            for node, name in ((self._maxout, "b"), (self._norm, "G"), (self._norm, "b"))
        )
        made_of = b"".join(each.tobytes() for each in (biases, gains, shifts))
        if self._arranged is None or self._arranged.made_of != made_of:
            weights = np.asarray(self._maxout.get_param("W"))  # (outputs, pieces, inputs)
            by_piece = np.ascontiguousarray(weights.transpose(2, 1, 0))
            self._arranged = _Weights(
                made_of, by_piece.reshape(len(by_piece), -1), biases.T.ravel(), gains, shifts
            )
        return self._arranged


class Reading:
    """What a ``word_tagger`` computes, from its layers."""

    def __init__(self, model: Model[list[Doc], list[Floats2d]]) -> None:
        remembering, head = model.layers
        tok2vec, self._note = remembering.layers
        self._embed = tok2vec.get_ref("embed")
        encode = tok2vec.get_ref("encode")
        self._steps = list(_maxouts(encode))
        self._pad = int(encode.attrs["pad"])
        self._mix, *self._steps_behind = _maxouts(head)
        self._pad_behind = int(head.attrs["pad"])
        self._score = [node for node in head.walk() if node.name == "linear"][-1]

    @classmethod
    def of(cls, model: Model[list[Doc], list[Floats2d]]) -> Self | None:
        """Return the reading of a ``word_tagger``; None where it must be left to thinc.

        That is: not on a CPU, or with an encoder other than spaCy's ``MaxoutWindowEncoder``, of
        windows of three words.
        """
        tok2vec = model.layers[0].layers[0]
        if not isinstance(model.ops, NumpyOps) or not tok2vec.has_ref("encode"):
            return None
        names = [
            node.name for node in tok2vec.get_ref("encode").walk(order="dfs_pre") if not node.layers
        ]
        depth = names.count("maxout")
        if not depth or names != ["expand_window", "maxout", "layernorm", "dropout"] * depth:
            return None
        windows = [node for node in tok2vec.walk() if node.name == "expand_window"]
        return cls(model) if all(node.attrs["window_size"] == 1 for node in windows) else None

    def scores(self, doc: Doc) -> Floats2d:
        """Return the scores of the words of a document that has some, (words, tags of all layers)."""
        (embedded,) = self._embed.predict([doc])
        rows = _convolved(np.asarray(embedded), self._steps, self._pad)
        noted = _linear(self._note, rows)
        places, order, starts = rows_by_word([doc])
        recalled = np.maximum.reduceat(noted[order], starts, axis=0)[places]
        pad, width = self._pad_behind, rows.shape[1]
        both = np.zeros((len(rows) + 2 * pad, width + recalled.shape[1]), dtype=np.float32)
        both[pad : len(both) - pad, :width] = rows
        both[pad : len(both) - pad, width:] = recalled
        mix = self._mix.arranged()
        mixed = np.concatenate([mix(block) for block in _blocks(both)])
        for step in self._steps_behind:
            mixed = _step(mixed, step.arranged())
        return cast("Floats2d", _linear(self._score, mixed[pad : len(mixed) - pad]))


def _convolved(rows: Rows, steps: Sequence[_Maxout], pad: int) -> Rows:
    """Return what the steps make of rows with ``pad`` empty ones on either side, without those."""
    width = rows.shape[1]
    padded = np.zeros((len(rows) + 2 * pad, width), dtype=np.float32)
    padded[pad : len(padded) - pad] = rows
    for step in steps:
        padded = _step(padded, step.arranged())
    return padded[pad : len(padded) - pad]


def _step(rows: Rows, weights: _Weights) -> Rows:
    """Return each row plus what a layer makes of it and its neighbours."""
    edge = np.zeros((1, rows.shape[1]), dtype=np.float32)
    padded = np.concatenate((edge, rows, edge))
    made = np.empty_like(rows)
    for start in range(0, len(rows), _BLOCK):
        block = padded[start : start + _BLOCK + 2]
        seen = weights(np.concatenate((block[:-2], block[1:-1], block[2:]), axis=1))
        np.add(seen, block[1:-1], out=made[start : start + _BLOCK])
    return made


def _blocks(rows: Rows) -> Iterator[Rows]:
    for start in range(0, len(rows), _BLOCK):
        yield rows[start : start + _BLOCK]


def _linear(layer: Model[Floats2d, Floats2d], rows: Rows) -> Rows:
    made = rows @ np.asarray(layer.get_param("W")).T
    made += np.asarray(layer.get_param("b"))
    return cast("Rows", made)


def _maxouts(model: Model[Any, Any]) -> Iterator[_Maxout]:
    nodes = list(model.walk(order="dfs_pre"))
    norms = [node for node in nodes if node.name == "layernorm"]
    for maxout, norm in zip((n for n in nodes if n.name == "maxout"), norms, strict=True):
        yield _Maxout(maxout, norm)
