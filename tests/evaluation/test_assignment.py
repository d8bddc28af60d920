from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linear_sum_assignment

from communique.evaluation.assignment import pair_off

WEIGHTS = st.dictionaries(
    st.tuples(st.integers(0, 7), st.integers(0, 7)),
    st.one_of(st.integers(0, 3).map(float), st.floats(0, 5)),
    max_size=40,
)


def test_the_greatest_total_wins_over_the_heaviest_pair() -> None:
    assert pair_off({(0, 0): 3.0, (0, 1): 2.0, (1, 0): 2.0}) == {0: 1, 1: 0}
    assert pair_off({(0, 0): 3.0, (0, 1): 1.0, (1, 0): 1.0}) == {0: 0}


def test_of_equal_totals_that_with_more_pairs_wins() -> None:
    assert pair_off({(0, 0): 2.0, (0, 1): 1.0, (1, 0): 1.0}) == {0: 1, 1: 0}


def test_pairs_without_weight_are_none() -> None:
    assert pair_off({(0, 0): 0.0, (1, 1): -1.0}) == {}
    assert pair_off({}) == {}


def test_equal_weights_go_by_order() -> None:
    same = {(i, j): 1.0 for i in range(3) for j in range(3)}
    assert pair_off(same) == {0: 0, 1: 1, 2: 2}


@given(WEIGHTS)
def test_the_total_is_that_of_scipy(weights: dict[tuple[int, int], float]) -> None:
    matrix = np.zeros((8, 8))
    for pair, weight in weights.items():
        matrix[pair] = weight
    rows, columns = linear_sum_assignment(-matrix)
    pairs = pair_off(weights)
    assert len(set(pairs.values())) == len(pairs)
    total = sum(weights[pair] for pair in pairs.items())
    assert total == pytest.approx(matrix[rows, columns].sum(), abs=1e-6)
