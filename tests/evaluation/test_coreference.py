from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.evaluation.coreference import b_cubed, ceaf
from communique.evaluation.scoring import Score


def clusters(*words: str) -> list[frozenset[str]]:
    return [frozenset(word) for word in words]


#: Mentions 0 to 11, each in one of four entities or in none.
PARTITIONS = st.lists(st.integers(0, 4), min_size=12, max_size=12).map(
    lambda of: [
        frozenset(m for m, entity in enumerate(of) if entity == number)
        for number in range(4)
        if number in of
    ]
)


def test_the_example_of_pradhan_and_others() -> None:
    gold, found = clusters("abc", "defg"), clusters("ab", "cd", "fghi")
    score = b_cubed(gold, found)
    assert score.precision == pytest.approx(4 / 8)
    assert score.recall == pytest.approx((4 / 3 + 1 / 3 + 1 / 4 + 1) / 7)
    score = ceaf(gold, found)
    assert score.precision == pytest.approx(1.3 / 3)
    assert score.recall == pytest.approx(1.3 / 2)


def test_joining_all_has_all_recall_of_b_cubed() -> None:
    score = b_cubed(clusters("ab", "cd"), clusters("abcd"))
    assert (score.precision, score.recall) == (0.5, 1.0)
    assert ceaf(clusters("ab", "cd"), clusters("abcd")) == Score(pytest.approx(2 / 3), 1, 2)


def test_scores_of_releases_add_up() -> None:
    one, other = b_cubed(clusters("ab"), clusters("a", "b")), b_cubed(clusters("a"), clusters("a"))
    total = one + other
    assert (total.precision, total.recall) == (1.0, pytest.approx(2 / 3))
    assert (Score() + one).f1 == one.f1
    assert b_cubed([], []).f1 == ceaf([], []).f1 == 1.0
    assert b_cubed(clusters("a"), clusters("b")).f1 == 0.0


@given(PARTITIONS, PARTITIONS, st.randoms())
def test_properties(
    gold: list[frozenset[int]], found: list[frozenset[int]], chance: random.Random
) -> None:
    for measure in (b_cubed, ceaf):
        there, back = measure(gold, found), measure(found, gold)
        assert there.precision == pytest.approx(back.recall)
        assert there.recall == pytest.approx(back.precision)
        assert measure(gold, gold).f1 == pytest.approx(1.0)
        assert there.f1 <= 1.0 + 1e-9
        one, other = chance.sample(gold, len(gold)), chance.sample(found, len(found))
        assert measure(one, other).f1 == pytest.approx(there.f1)
