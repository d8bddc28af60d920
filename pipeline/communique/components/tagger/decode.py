"""From scores of words to spans of a document."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Sequence

import numpy as np
from spacy.tokens import Doc

from communique.components.tagger.tags import LAYERS, NAMES, Scores

#: Of these labels, two names have a word, a comma or a line's end between them: among the bodies of
#: the annotated releases, all but one in a thousand.
_NEVER_SIDE_BY_SIDE = frozenset({"PERSON", "ORG", "EVENT"})


def decode(
    doc: Doc, runs: Sequence[tuple[Sequence[int], tuple[Scores, ...]]]
) -> list[tuple[int, int, str]]:
    """Return the spans of one document, half-open in tokens, layer by layer.

    ``runs``: words that were read in one go, as indices in ``doc``, with the log-probabilities of
    each layer's tags for them, of shape (words, tags). No span goes on behind an empty line, and
    what was tagged as two people's, bodies' or events' names, one right behind the other, is one.
    """
    spans: list[tuple[int, int, str]] = []
    for i, layer in enumerate(LAYERS):
        for words, scores in runs:
            if not len(words):
                continue
            for start, end, label in layer.spans(layer.decode(scores[i])):
                for first, last in _within_paragraphs(doc, words[start:end]):
                    if label in _NEVER_SIDE_BY_SIDE and spans and spans[-1][1:] == (first, label):
                        first = spans.pop()[0]  # noqa: PLW2901
                    spans.append((first, last, label))
    return spans


def body_scores(
    length: int, runs: Sequence[tuple[Sequence[int], tuple[Scores, ...]]]
) -> tuple[float, ...]:
    """Return how likely each of ``length`` tokens is of a body's name, to three places.

    ``runs`` as ``decode`` takes them; a token in none of them has 0.
    """
    columns = [NAMES.tags.index(tag) for tag in ("B-ORG", "I-ORG")]
    likely = np.zeros(length, dtype=np.float32)
    for words, scores in runs:
        likely[list(words)] = np.exp(scores[LAYERS.index(NAMES)][:, columns]).sum(1)
    return tuple(likely.round(3).tolist())


def _within_paragraphs(doc: Doc, words: Sequence[int]) -> Iterator[tuple[int, int]]:
    """Cut a run of words where an empty line lies between two of them."""
    first = words[0]
    for before, after in itertools.pairwise(words):
        if after > before + 1 and "\n\n" in doc[before + 1 : after].text:
            yield first, before + 1
            first = after
    yield first, words[-1] + 1
