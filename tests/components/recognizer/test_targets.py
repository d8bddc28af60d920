"""What is learned of a word, from an annotation that leaves labels open and a teacher who doubts."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc, Span

from communique.components.extensions import PHRASES_KEY
from communique.components.recognizer.targets import Targets, targets_of
from communique.components.tagger.tags import LAYERS, NAMES, PHRASES, Scores

NLP = spacy.blank("en")


def uniform(length: int) -> list[Scores]:
    return [np.full((length, len(layer)), 1 / len(layer), dtype=np.float32) for layer in LAYERS]


def tag(layer_tags: tuple[str, ...], name: str) -> int:
    return layer_tags.index(name)


def test_spans_close_their_words_and_what_is_not_marked_stays_open() -> None:
    doc = NLP.make_doc("Ana Reyes left")
    doc.set_ents([Span(doc, 0, 2, "PERSON")], default="outside")
    names, phrases = targets_of(doc).distributions(uniform(3))
    assert names[0, tag(NAMES.tags, "B-PERSON")] == 1
    assert names[1, tag(NAMES.tags, "I-PERSON")] == 1
    assert names[2, 0] == 1
    np.testing.assert_allclose(phrases, 1 / len(PHRASES.tags), rtol=1e-3)


def test_words_without_annotation_and_white_space_stay_open() -> None:
    doc = NLP.make_doc("Ana \n\n left")
    doc.set_ents([Span(doc, 0, 1, "PERSON")], missing=[Span(doc, 2, 3)], default="outside")
    doc.spans[PHRASES_KEY] = []
    targets = targets_of(doc)
    assert targets.left_open[0].all(1).tolist() == [False, True, True]
    assert targets.left_open[1].all(1).tolist() == [False, True, False]
    assert targets.labelled == {*NAMES.labels, *PHRASES.labels}


def test_a_teacher_decides_only_between_what_is_open() -> None:
    left = NAMES.left_open(2, [(0, 1, "ORG")], {"PERSON", "ORG"})
    sure = np.zeros((2, len(NAMES)), dtype=np.float32)
    sure[:, tag(NAMES.tags, "B-PERSON")] = 0.7
    sure[:, tag(NAMES.tags, "B-LOC")] = 0.2
    sure[:, 0] = 0.1
    everything = np.ones((2, len(PHRASES)), dtype=np.bool_)
    soft = (sure, uniform(2)[1])
    made, _ = Targets((left, everything), soft, frozenset()).distributions(uniform(2))
    assert made[0, tag(NAMES.tags, "B-ORG")] == 1
    assert made[1, tag(NAMES.tags, "B-LOC")] == pytest.approx(2 / 3)
    assert made[1, 0] == pytest.approx(1 / 3)


@given(st.lists(st.sampled_from(["Ana", "Lima", "\n", "left"]), min_size=1), st.randoms())
def test_each_word_gets_one_distribution_over_what_is_open(
    words: list[str], rng: np.random.Generator
) -> None:
    doc = Doc(NLP.vocab, words=words)
    if rng.random() < 0.5:
        doc.set_ents([Span(doc, 0, 1, "PERSON")], default="outside")
    targets = targets_of(doc)
    for made, left in zip(
        targets.distributions(uniform(len(words))), targets.left_open, strict=True
    ):
        np.testing.assert_allclose(made.sum(1), 1, rtol=1e-4)
        assert not made[~left].any()
