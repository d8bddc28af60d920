"""How far figures may be chance: confidence intervals, and a test of two systems on one gold.

What is drawn are releases, not the things in them: names of one release are right or wrong together.
Intervals are percentiles of the bootstrap (Efron and Tibshirani, 1993). The test is the paired
permutation test, or approximate randomization (Noreen, 1989; Yeh, 2000): each release's two results
change places by a throw of a coin, and p is the share of throws whose difference is at least as
large as the one observed. With few releases all ways of changing places are tried instead.

All draws come from the seed: the same cases give the same numbers.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from communique.evaluation.scoring import Score

_Counts = NDArray[np.float64]

_BATCH = 256  # draws at a time, so that memory stays small over many releases
_EXACT = 12  # up to so many releases, all ways of changing places
_SAME = 1e-12  # differences of sums in another order


@dataclass(frozen=True)
class Resampling:
    """How many draws, from which seed, and how sure an interval is to be."""

    draws: int = 1000
    seed: int = 0
    confidence: float = 0.95


def intervals(
    releases: Sequence[Mapping[str, Score]], how: Resampling
) -> dict[str, tuple[float, float]]:
    """Return the ends of each figure's interval of F1, releases taken together.

    Each release has the same figures. There are no intervals without releases.
    """
    if not releases:
        return {}
    counts = _counts(releases)
    chance, n = np.random.default_rng(how.seed), len(releases)
    drawn = []
    for size in _batches(how.draws):
        picks = chance.integers(0, n, size=(size, n))
        times = np.stack([np.bincount(row, minlength=n) for row in picks])
        drawn.append(_f1(np.tensordot(times.astype(float), counts, axes=1)))
    outside = (1 - how.confidence) / 2
    low, high = np.quantile(np.concatenate(drawn), [outside, 1 - outside], axis=0)
    return {
        name: (float(low[number]), float(high[number])) for number, name in enumerate(releases[0])
    }


def p_values(
    first: Sequence[Mapping[str, Score]], second: Sequence[Mapping[str, Score]], how: Resampling
) -> dict[str, float]:
    """Return for each figure how likely so large a difference of F1 is by chance.

    Both have the figures of the same releases in the same order.
    """
    if not first:
        return {}
    one, other = _counts(first), _counts(second)
    observed = np.abs(_f1(other.sum(axis=0)) - _f1(one.sum(axis=0)))
    change = other - one
    reached, total = np.zeros(len(observed)), 0
    for coins in _coins(len(first), how):
        moved = np.tensordot(coins, change, axes=1)
        drawn = _f1(other.sum(axis=0) - moved) - _f1(one.sum(axis=0) + moved)
        reached += (np.abs(drawn) >= observed - _SAME).sum(axis=0)
        total += len(coins)
    if len(first) > _EXACT:  # the observed way is one of those that chance could have drawn
        reached, total = reached + 1, total + 1
    return {name: float(reached[number] / total) for number, name in enumerate(first[0])}


def _coins(n: int, how: Resampling) -> Iterator[_Counts]:
    """Yield rows of ``n`` zeros and ones: which releases' results change places."""
    if n <= _EXACT:
        ways = np.arange(2**n)
        yield ((ways[:, None] >> np.arange(n)) & 1).astype(float)
        return
    chance = np.random.default_rng(how.seed)
    for size in _batches(how.draws):
        yield chance.integers(0, 2, size=(size, n)).astype(float)


def _batches(draws: int) -> Iterator[int]:
    for start in range(0, draws, _BATCH):
        yield min(_BATCH, draws - start)


def _counts(releases: Sequence[Mapping[str, Score]]) -> _Counts:
    """Return an array of releases, figures and four numbers each."""
    return np.array(
        [
            [(s.right, s.found, s.got_back, s.gold) for s in figures.values()]
            for figures in releases
        ],
        dtype=float,
    )


def _f1(counts: _Counts) -> _Counts:
    """Return F1 as :class:`communique.evaluation.scoring.Score` has it, over the last axis."""
    right, found, got_back, gold = np.moveaxis(counts, -1, 0)
    precision = np.divide(right, found, out=np.zeros_like(right), where=found > 0)
    recall = np.divide(got_back, gold, out=np.zeros_like(right), where=gold > 0)
    both = precision + recall
    f1 = np.divide(2 * precision * recall, both, out=np.zeros_like(right), where=both > 0)
    return np.where(found + gold > 0, f1, 1.0)
