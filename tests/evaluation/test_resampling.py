from __future__ import annotations

import itertools
import statistics

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import bootstrap

from communique.evaluation.resampling import Resampling, _counts, _f1, intervals, p_values
from communique.evaluation.scoring import Score, add_scores

SCORES = st.builds(
    lambda right, extra, missed: Score(right, right + extra, right + missed),
    st.integers(0, 5),
    st.integers(0, 5),
    st.integers(0, 5),
)


def releases(*scores: Score) -> list[dict[str, Score]]:
    return [{"people": score} for score in scores]


MIXED = releases(*(Score(n % 4, 3, 3 + n % 2) for n in range(30)))


@given(SCORES)
def test_f1_is_that_of_a_score(score: Score) -> None:
    for one in (score, Score(score.right, score.found, score.gold, score.right / 2)):
        assert _f1(_counts(releases(one))[0, 0]) == pytest.approx(one.f1)


def test_intervals_hold_the_figure_and_are_the_same_for_the_same_seed() -> None:
    low, high = intervals(MIXED, Resampling())["people"]
    assert low < add_scores(MIXED)["people"].f1 < high
    assert intervals(MIXED, Resampling()) == {"people": (low, high)}
    assert intervals(MIXED, Resampling(seed=1)) != {"people": (low, high)}
    narrow = intervals(MIXED, Resampling(confidence=0.5))["people"]
    assert low < narrow[0] < narrow[1] < high
    assert intervals([], Resampling()) == {}


def test_intervals_are_those_of_scipy() -> None:
    rows = np.array([(s.right, s.found, s.gold) for s in (r["people"] for r in MIXED)])

    def f1(*columns: np.ndarray, axis: int) -> np.ndarray:
        right, found, gold = (column.sum(axis=axis) for column in columns)
        return 2 * right / (found + gold)

    theirs = bootstrap(
        tuple(rows.T),
        f1,
        paired=True,
        vectorized=True,
        n_resamples=5000,
        method="percentile",
        rng=1,
    ).confidence_interval
    ours = intervals(MIXED, Resampling(draws=5000))["people"]
    assert ours == pytest.approx((theirs.low, theirs.high), abs=0.01)


def test_releases_that_are_all_alike_leave_no_doubt() -> None:
    alike = releases(*[Score(1, 2, 2)] * 5)
    assert intervals(alike, Resampling()) == {"people": (0.5, 0.5)}


def test_few_releases_are_tried_in_every_way() -> None:
    one = releases(Score(3, 4, 4), Score(1, 4, 4), Score(2, 4, 4))
    other = releases(Score(4, 4, 4), Score(3, 4, 4), Score(2, 5, 4))
    observed = add_scores(other)["people"].f1 - add_scores(one)["people"].f1
    reached = 0
    for swaps in itertools.product([False, True], repeat=3):
        sides = [(b, a) if swap else (a, b) for a, b, swap in zip(one, other, swaps, strict=True)]
        first, second = (add_scores(side)["people"].f1 for side in zip(*sides, strict=True))
        reached += abs(second - first) >= abs(observed) - 1e-12
    assert p_values(one, other, Resampling()) == {"people": reached / 8}


def test_a_system_against_itself_differs_by_chance_alone() -> None:
    assert p_values(MIXED, MIXED, Resampling()) == {"people": 1.0}
    assert p_values([], [], Resampling()) == {}


def test_a_clear_difference_is_none_of_chance() -> None:
    better = releases(*(Score(3, 3, r["people"].gold) for r in MIXED))
    p = p_values(MIXED, better, Resampling())["people"]
    assert p == 1 / 1001
    assert p_values(better, MIXED, Resampling())["people"] == p


def test_p_is_even_where_nothing_differs() -> None:
    chance = np.random.default_rng(3)
    ps = []
    for _ in range(100):
        rights = chance.integers(0, 5, size=(2, 14))
        one, other = (releases(*(Score(int(r), 4, 4) for r in row)) for row in rights)
        ps.append(p_values(one, other, Resampling(draws=200))["people"])
    assert 0.35 < statistics.mean(ps) < 0.65
    assert sum(p < 0.1 for p in ps) < 20
