"""What a recogniser learns of each word: the tags that an annotation leaves open, and how likely each."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from spacy.tokens import Doc

from communique.components.extensions import PHRASES_KEY
from communique.components.tagger.tags import LAYERS, NAMES, PHRASES, Scores

#: Under this key of ``doc.user_data`` a document to learn from holds its ``Targets``.
TARGETS_KEY = "communique_targets"

_TINY = 1e-6


@dataclass(frozen=True)
class Targets:
    """What is known of the words of a document.

    ``left_open``: for each layer, the tags that the annotation leaves open, (words, tags).
    ``soft``: for each layer, how likely a teacher holds each tag, (words, tags); None where none
    was asked. ``labelled``: the labels that are marked everywhere.
    """

    left_open: tuple[NDArray[np.bool_], ...]
    soft: tuple[Scores, ...] | None
    labelled: frozenset[str]

    def distributions(self, predicted: Sequence[Scores]) -> list[Scores]:
        """Return the probabilities to learn, (words, tags) of each layer.

        Where the annotation leaves several tags open, they share by what the teacher holds, or
        else by what is ``predicted`` now: the gradient of the marginal likelihood of all of them.
        """
        shares = predicted if self.soft is None else self.soft
        made: list[Scores] = []
        for left_open, share, now in zip(self.left_open, shares, predicted, strict=True):
            open_share = np.where(left_open, share, 0.0)
            total = open_share.sum(1, keepdims=True)
            open_now = np.where(left_open, now + _TINY, 0.0)
            open_now /= open_now.sum(1, keepdims=True)
            made.append(np.where(total > _TINY, open_share / np.maximum(total, _TINY), open_now))
        return made


def targets_of(doc: Doc) -> Targets:
    """Return the targets that a reference document holds, or those of its entities and phrases.

    Words without annotation, and all layers without any, are left open. White space is no word.
    """
    given = doc.user_data.get(TARGETS_KEY)
    if isinstance(given, Targets):
        return given
    known: set[str] = set()
    spans = [(e.start, e.end, e.label_) for e in doc.ents]
    if doc.has_annotation("ENT_IOB"):
        known |= set(NAMES.labels)
    if PHRASES_KEY in doc.spans:
        known |= set(PHRASES.labels)
        spans += ((s.start, s.end, s.label_) for s in doc.spans[PHRASES_KEY])
    left = tuple(layer.left_open(len(doc), spans, known) for layer in LAYERS)
    missing = [token.i for token in doc if token.ent_iob == 0]
    left[0][missing] = True
    return open_spaces(doc, Targets(left, None, frozenset(known)))


def open_spaces(doc: Doc, targets: Targets) -> Targets:
    """Return the targets with every tag open where the document has white space."""
    spaces = [token.i for token in doc if token.is_space]
    left = tuple(layer.copy() for layer in targets.left_open)
    for layer in left:
        layer[spaces] = True
    return Targets(left, targets.soft, targets.labelled)
