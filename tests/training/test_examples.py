"""Annotated texts as examples to learn from."""

from __future__ import annotations

import random
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.components.recognizer.targets import targets_of
from communique.components.tagger.tags import NAMES
from communique.training.corpora import AnnotatedText, write_texts
from communique.training.examples import annotated_texts, recase, to_example
from communique.training.student import blank

NLP = blank()
TEXT = AnnotatedText(
    "1",
    "x",
    "Ana left Lima.\nBen stayed.",
    ((0, 3, "PERSON"),),
    frozenset({"PERSON"}),
    ((2, 5, 900),),
)


def test_an_example_holds_spans_what_is_open_and_the_teachers_opinion() -> None:
    example = to_example(TEXT, NLP)
    assert [e.text for e in example.reference.ents] == ["Ana"]
    targets = targets_of(example.reference)
    assert targets.labelled == {"PERSON"}
    assert targets.soft is not None
    assert targets.soft[0][2, NAMES.tags.index("B-LOC")] == pytest.approx(0.9)


def test_an_epoch_is_the_same_in_every_run_and_another_than_the_one_before(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    assert write_texts([TEXT] * 20, path) == 20
    runs = []
    for _ in range(2):
        read = annotated_texts(path, recased=0.5, seed=1)
        runs.append([[e.predicted.text for e in read(NLP)] for _ in range(2)])
    assert runs[0] == runs[1]
    assert runs[0][0] != runs[0][1]
    plain = annotated_texts(path, recased=0.0, seed=1)
    assert {e.predicted.text for e in plain(NLP)} == {TEXT.text}


@given(st.text("aß ÄbÇ\n.İ", max_size=60), st.integers(0, 1000))
def test_another_casing_leaves_words_where_they_are(text: str, seed: int) -> None:
    doc = NLP.make_doc(text)
    shown = recase(doc, 0.7, random.Random(seed))
    assert len(shown.text) == len(doc.text)
    assert [t.idx for t in shown] == [t.idx for t in doc]
    assert shown.text.casefold() == doc.text.casefold()
    np.testing.assert_array_equal(shown.to_array("SPACY"), doc.to_array("SPACY"))
