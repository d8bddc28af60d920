"""Tags of words and the spans that they stand for."""

from __future__ import annotations

import itertools

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from communique.components.tagger.tags import TagSet

TAGS = TagSet(("PERSON", "ORG"))


def test_unmarked_labels_stay_open() -> None:
    left = TAGS.left_open(3, [(0, 2, "PERSON"), (2, 3, "LOC")], {"PERSON"})
    names = [[TAGS.tags[i] for i in np.flatnonzero(row)] for row in left]
    assert names == [["B-PERSON"], ["I-PERSON"], ["O", "B-ORG", "I-ORG"]]


def in_order(tags: tuple[int, ...]) -> bool:
    names = ["O", *(TAGS.tags[t] for t in tags)]
    return all(
        not here.startswith("I-") or before in (f"B{here[1:]}", here)
        for before, here in itertools.pairwise(names)
    )


@given(st.integers(0, 10**6), st.integers(1, 5), st.sampled_from([0.0, 1.0, 2.0]))
def test_decoding_is_the_best_of_all_sequences_that_are_in_order(
    seed: int, words: int, outside: float
) -> None:
    scores = np.random.default_rng(seed).standard_normal((words, len(TAGS))).astype(np.float32)
    scores[:, 0] += outside  # so that some words are O whatever stands around

    def total(tags: tuple[int, ...]) -> float:
        return sum(float(scores[i, t]) for i, t in enumerate(tags))

    best = max(filter(in_order, itertools.product(range(len(TAGS)), repeat=words)), key=total)
    assert TAGS.decode(scores) == list(best)


@given(st.data())
def test_spans_and_tags_say_the_same(data: st.DataObject) -> None:
    length = data.draw(st.integers(0, 12))
    cuts = sorted(data.draw(st.sets(st.integers(0, length), max_size=6)))
    labels = st.sampled_from(TAGS.labels)
    spans = [(s, e, data.draw(labels)) for s, e in zip(cuts[::2], cuts[1::2], strict=False)]
    left = TAGS.left_open(length, spans, set(TAGS.labels))
    assert list(left.sum(1)) == [1] * length
    assert list(TAGS.spans([int(row.argmax()) for row in left])) == spans
