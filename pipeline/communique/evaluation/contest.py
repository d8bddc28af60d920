"""Two systems on one gold: whether their figures differ, and where one gains on the other."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.cases import Case
from communique.evaluation.causes import Difference, differences
from communique.evaluation.evaluation import Asked, Evaluation, Gold, evaluate
from communique.evaluation.gold_errors import leave_out
from communique.evaluation.measures import measure
from communique.evaluation.resampling import p_values


@dataclass(frozen=True)
class Change:
    """What the second system does otherwise with a release than the first.

    ``gains`` are mistakes of the first alone, ``losses`` of the second alone.
    """

    release: str
    gains: Sequence[Difference]
    losses: Sequence[Difference]


@dataclass(frozen=True)
class Contest:
    """The evaluations of two systems; for each figure how likely its difference is by chance."""

    first: Evaluation
    second: Evaluation
    p: Mapping[str, float]
    changes: Sequence[Change]


def contest(
    first: Sequence[Case],
    second: Sequence[Case],
    gold: Gold,
    systems: tuple[str, str],
    asked: Asked,
) -> Contest:
    """Return how two systems compare, given the cases of both, release by release.

    Raises ``ValueError`` as :func:`communique.evaluation.evaluation.evaluate` does.
    """
    one = evaluate(first, gold, systems[0], asked)
    other = evaluate(second, gold, systems[1], asked)
    if gold.left_out:
        first, second = leave_out(first, gold.errors), leave_out(second, gold.errors)
    p = p_values([measure(c) for c in first], [measure(c) for c in second], asked.resampling)
    pairs = zip(first, second, strict=True)
    changes = [change for pair in pairs if (change := _change(*pair)) is not None]
    return Contest(one, other, p, changes)


def _change(first: Case, second: Case) -> Change | None:
    """Compare what is wrong, whatever the cause: it may change while the mistake stays."""
    one, other = _mistakes(first), _mistakes(second)
    before, after = (Counter({key: len(found) for key, found in m.items()}) for m in (one, other))
    gains = [one[key][n] for key, times in (before - after).items() for n in range(times)]
    losses = [other[key][n] for key, times in (after - before).items() for n in range(times)]
    return Change(first.id, gains, losses) if gains or losses else None


def _mistakes(case: Case) -> dict[tuple[str, bool, str], list[Difference]]:
    found: dict[tuple[str, bool, str], list[Difference]] = {}
    for one in differences(case.gold, case.record, case.unasked):
        found.setdefault((one.figure, one.missed, one.what), []).append(one)
    return found
