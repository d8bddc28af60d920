"""Tags of words for spans: ``O``, and ``B-`` and ``I-`` of each label."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

Scores = NDArray[np.float32]


class TagSet:
    """The tags of one layer of spans that don't overlap."""

    def __init__(self, labels: Sequence[str]) -> None:
        self.labels = tuple(labels)
        self.tags = ("O", *(f"{prefix}-{label}" for label in self.labels for prefix in "BI"))
        self._begin = {label: 1 + 2 * i for i, label in enumerate(self.labels)}
        self._inside = np.arange(2, len(self.tags), 2)
        self._barred = np.zeros((len(self.tags), len(self.tags)), dtype=np.float32)
        self._barred[:, self._inside] = -np.inf
        self._barred[self._inside - 1, self._inside] = 0.0
        self._barred[self._inside, self._inside] = 0.0

    def __len__(self) -> int:
        return len(self.tags)

    def left_open(
        self, length: int, spans: Iterable[tuple[int, int, str]], labelled: Collection[str]
    ) -> NDArray[np.bool_]:
        """Return which tags an annotation leaves open, of shape (length, tags).

        ``spans`` are half-open in words; a word in none of them may be ``O`` or anything of a label
        that is not in ``labelled``, the labels that the annotation marks everywhere.
        """
        open_tags = np.ones(len(self.tags), dtype=np.bool_)
        for label in self.labels:
            if label in labelled:
                open_tags[self._begin[label] : self._begin[label] + 2] = False
        left = np.tile(open_tags, (length, 1))
        for start, end, label in spans:
            if label in self._begin:
                left[start:end] = False
                left[start, self._begin[label]] = True
                left[start + 1 : end, self._begin[label] + 1] = True
        return left

    def decode(self, scores: Scores) -> list[int]:
        """Return the best sequence in which ``I-X`` follows only ``B-X`` or ``I-X``.

        ``scores``: log-probabilities of shape (words, tags), at least one word. Each word's best tag
        where these may follow each other; where they may not, the best path (Viterbi) between the
        nearest words around that are ``O`` on the best path of all.
        """
        best = scores.argmax(1)
        before = np.concatenate(([0], best[:-1]))
        wrong = np.flatnonzero(np.isneginf(self._barred[before, best]))
        tags: list[int] = best.tolist()
        if not len(wrong):
            return tags
        fixed = np.flatnonzero(self._surely_outside(scores, best))
        done = 0
        for at in wrong.tolist():
            if at < done:
                continue
            place = int(np.searchsorted(fixed, at))
            start = int(fixed[place - 1]) + 1 if place else 0
            done = int(fixed[place]) if place < len(fixed) else len(tags)
            tags[start:done] = self._best_path(scores[start:done])
        return tags

    def _surely_outside(self, scores: Scores, best: NDArray[np.intp]) -> NDArray[np.bool_]:
        """Return which words are ``O`` on the best path, whatever stands around them.

        A path that has another tag there can have ``O`` instead. It gains at least what ``O`` has
        over the next best tag, and loses at most what the next word loses by ``B-X`` for ``I-X``.
        """
        others = scores[:, 1:].max(1)
        loss = np.zeros(len(scores), dtype=scores.dtype)
        loss[:-1] = (scores[1:, self._inside] - scores[1:, self._inside - 1]).max(1)
        outside: NDArray[np.bool_] = (best == 0) & (scores[:, 0] - others > loss)
        return outside

    def _best_path(self, scores: Scores) -> list[int]:
        """Return the best path through words of which the first follows an ``O`` or nothing."""
        best = scores[0] + self._barred[0]
        back: list[NDArray[np.intp]] = []
        for row in scores[1:]:
            paths = best[:, None] + self._barred
            back.append(paths.argmax(0))
            best = paths.max(0) + row
        path = [int(best.argmax())]
        for previous in reversed(back):
            path.append(int(previous[path[-1]]))
        return path[::-1]

    def spans(self, tags: Sequence[int]) -> Iterator[tuple[int, int, str]]:
        """Yield the spans, half-open in words, that a sequence of tags stands for."""
        start, label = -1, ""
        for i, tag in enumerate([*tags, 0]):
            inside = tag > 0 and tag % 2 == 0
            if start >= 0 and not inside:
                yield start, i, label
                start = -1
            if tag % 2 == 1:
                start, label = i, self.labels[tag // 2]


#: The layers of spans that are told apart: names, and what stands around or over names.
NAMES = TagSet(("PERSON", "ORG", "LOC", "NORP", "EVENT", "MISC"))
PHRASES = TagSet(("TITLE", "AGREEMENT"))
LAYERS = (NAMES, PHRASES)
