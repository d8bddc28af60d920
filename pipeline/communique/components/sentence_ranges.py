"""Sentences as ranges of tokens, and those among them that hold something."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from itertools import pairwise

from spacy.tokens import Doc


def sentences_around(doc: Doc, places: Sequence[int]) -> Iterator[tuple[int, int, Sequence[int]]]:
    """Yield the sentences that hold one of the tokens ``places``, in order, with those they hold.

    ``places`` are sorted. A document without boundaries of sentences yields none.
    """
    if not places or not doc.has_annotation("SENT_START"):
        return
    at = 0
    for start, end in sentence_ranges(doc):
        stop = bisect_left(places, end, at)
        if stop > at:
            yield start, end, places[at:stop]
            at = stop


def sentence_ranges(doc: Doc) -> Iterator[tuple[int, int]]:
    """Yield the sentences in order; ``Doc.sents`` looks at every token twice to make them."""
    starts = (doc.to_array("SENT_START") == 1).nonzero()[0].tolist()
    return pairwise([0, *(start for start in starts if start), len(doc)])


class Sentences:
    """The sentences of a document as they are now, looked up by their tokens.

    A document without boundaries of sentences is one.
    """

    def __init__(self, doc: Doc) -> None:
        self._bounds = [0, *(end for _, end in sentence_ranges(doc))]

    def around(self, token: int) -> tuple[int, int]:
        """Return the sentence that holds a token; ``Token.sent`` takes ten times as long."""
        at = bisect_right(self._bounds, token)
        return self._bounds[at - 1], self._bounds[at]
