"""Spans: what is exact, partly right and right by type, and that other scorers agree."""

from __future__ import annotations

import random
from collections.abc import Sequence

import numpy as np
import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from scipy.sparse import csr_matrix
from scipy.sparse.csgraph import maximum_bipartite_matching
from seqeval.metrics import classification_report
from seqeval.scheme import IOB2
from spacy.scorer import Scorer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.vocab import Vocab

from communique.evaluation.marks import LABELS, Mark
from communique.evaluation.scoring import Score
from communique.evaluation.spans import overlapping, score_spans

WORDS = 24  # of one letter each, with a space behind: word n has the characters 2n to 2n + 1


@st.composite
def disjoint(draw: st.DrawFn) -> frozenset[Mark]:
    """Spans of whole words that do not overlap."""
    places, word = set(), 0
    while word < WORDS:
        size = draw(st.integers(1, 4))
        label = draw(st.sampled_from([None, *LABELS]))
        if label is not None and word + size <= WORDS:
            places.add(Mark(2 * word, 2 * (word + size) - 1, label))
        word += size
    return frozenset(places)


def test_the_three_ways() -> None:
    gold = [
        Mark(0, 5, "people"),
        Mark(10, 15, "people"),
        Mark(20, 25, "people"),
        Mark(30, 35, "dates"),
    ]
    found = [
        Mark(0, 5, "people"),  # right
        Mark(10, 12, "people"),  # too short
        Mark(20, 25, "organizations"),  # of another kind
        Mark(40, 45, "dates"),  # made up
    ]
    scores = score_spans(gold, found)
    assert scores["spans_strict"] == Score(1, 4, 4)
    assert scores["spans_partial"] == Score(2.5, 4, 4)
    assert scores["spans_type"] == Score(2, 4, 4)
    assert scores["strict_people"] == Score(1, 2, 3)
    assert scores["strict_organizations"] == Score(0, 1, 0)


def test_exact_ones_are_paired_first_and_each_once() -> None:
    gold = [Mark(0, 9, "people")]
    found = [Mark(0, 4, "people"), Mark(0, 9, "people"), Mark(5, 9, "people")]
    scores = score_spans(gold, found)
    assert scores["spans_partial"] == scores["spans_type"] == Score(1, 3, 1)


def test_half_open_spans_that_touch_do_not_overlap() -> None:
    assert not list(overlapping([Mark(0, 3, "people")], [Mark(3, 5, "people")]))
    assert list(overlapping([Mark(0, 4, "people")], [Mark(3, 5, "people")]))


@given(disjoint(), disjoint())
def test_no_other_way_pairs_more(gold: frozenset[Mark], found: frozenset[Mark]) -> None:
    one, other = sorted(gold), sorted(found)
    if not one or not other:
        return
    graph = [[a.start < b.end and b.start < a.end for b in other] for a in one]
    most = maximum_bipartite_matching(csr_matrix(np.array(graph)), perm_type="column")
    assert len(list(overlapping(gold, found))) == (most >= 0).sum()


@given(disjoint(), disjoint(), st.randoms())
def test_the_order_decides_nothing(
    gold: frozenset[Mark], found: frozenset[Mark], chance: random.Random
) -> None:
    one, other = list(gold), list(found)
    chance.shuffle(one)
    chance.shuffle(other)
    assert score_spans(one, other) == score_spans(sorted(gold), sorted(found))


@given(disjoint(), disjoint())
def test_changing_places_changes_precision_and_recall(
    gold: frozenset[Mark], found: frozenset[Mark]
) -> None:
    there, back = score_spans(gold, found), score_spans(found, gold)
    for name, score in there.items():
        assert (score.precision, score.recall) == (back[name].recall, back[name].precision)


@given(disjoint())
def test_against_itself_all_is_right(places: frozenset[Mark]) -> None:
    assert all(score.f1 == 1.0 for score in score_spans(places, places).values())


@given(disjoint(), disjoint(), st.data())
def test_mending_an_error_makes_nothing_worse(
    gold: frozenset[Mark], found: frozenset[Mark], data: st.DataObject
) -> None:
    missed = sorted(gold - found)
    if not missed:
        return
    right = data.draw(st.sampled_from(missed))
    wrong = {p for p in found if p.start < right.end and right.start < p.end}
    before, after = score_spans(gold, found), score_spans(gold, (found - wrong) | {right})
    for name in ("spans_strict", f"strict_{right.label}"):
        assert after[name].f1 > before[name].f1
    if len(wrong) <= 1:  # else a mended span may take the place of two that were half right
        for name in ("spans_partial", "spans_type"):
            assert after[name].f1 >= before[name].f1


@pytest.fixture(scope="module")
def vocab() -> Vocab:
    return spacy.blank("en").vocab


def as_doc(vocab: Vocab, places: Sequence[Mark]) -> Doc:
    doc = Doc(vocab, words=["x"] * WORDS)
    doc.ents = [Span(doc, p.start // 2, (p.end + 1) // 2, label=p.label) for p in places]
    return doc


@given(disjoint(), disjoint())
def test_spacy_says_the_same(vocab: Vocab, gold: frozenset[Mark], found: frozenset[Mark]) -> None:
    example = Example(as_doc(vocab, sorted(found)), as_doc(vocab, sorted(gold)))
    theirs = Scorer.score_spans([example], "ents")
    ours = score_spans(gold, found)
    if gold:  # spaCy tells no score where there was nothing to find
        strict = ours["spans_strict"]
        told = [theirs["ents_p"], theirs["ents_r"], theirs["ents_f"]]
        assert told == pytest.approx([strict.precision, strict.recall, strict.f1])
        for label, score in (theirs["ents_per_type"] or {}).items():
            one = ours[f"strict_{label}"]
            told = [score["p"], score["r"], score["f"]]
            assert told == pytest.approx([one.precision, one.recall, one.f1])


def tags(places: frozenset[Mark]) -> list[str]:
    said = ["O"] * WORDS
    for place in places:
        words = range(place.start // 2, (place.end + 1) // 2)
        for number in words:
            said[number] = f"{'B' if number == words[0] else 'I'}-{place.label}"
    return said


@given(disjoint().filter(bool), disjoint().filter(bool))
def test_seqeval_says_the_same(gold: frozenset[Mark], found: frozenset[Mark]) -> None:
    theirs = classification_report(
        [tags(gold)], [tags(found)], mode="strict", scheme=IOB2, output_dict=True, zero_division=0
    )
    ours = score_spans(gold, found)
    for name, label in [("spans_strict", "micro avg"), *((f"strict_{x}", x) for x in LABELS)]:
        if label in theirs:
            one, told = ours[name], theirs[label]
            assert told["precision"] == pytest.approx(one.precision)
            assert told["recall"] == pytest.approx(one.recall)
            assert told["f1-score"] == pytest.approx(one.f1)
