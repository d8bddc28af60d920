"""Agreement beyond chance on categories: Cohen's kappa and Krippendorff's alpha.

Cohen, J. (1960): A coefficient of agreement for nominal scales. Educational and Psychological
Measurement 20(1), 37-46.

Krippendorff, K. (2011): Computing Krippendorff's alpha-reliability. University of Pennsylvania,
Annenberg School for Communication; the form for nominal data by way of the matrix of coincidences.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Sequence


def cohen_kappa(pairs: Iterable[tuple[Hashable, Hashable]]) -> float:
    """Return Cohen's kappa of what two annotators say of each item.

    1 where both say the same one thing of all items, or there are none.
    """
    both = Counter(pairs)
    total = both.total()
    if not total:
        return 1.0
    first: Counter[Hashable] = Counter()
    second: Counter[Hashable] = Counter()
    for (one, other), count in both.items():
        first[one] += count
        second[other] += count
    observed = sum(count for (one, other), count in both.items() if one == other) / total
    expected = sum(first[said] * second[said] for said in first) / total**2
    return 1.0 if expected == 1 else (observed - expected) / (1 - expected)


def krippendorff_alpha(units: Iterable[Sequence[Hashable]]) -> float:
    """Return Krippendorff's alpha, for nominal data, of what annotators say of each unit.

    A unit that only one annotator has judged counts for nothing. 1 where all that is said is one
    thing, or nothing is.
    """
    coincidences: Counter[tuple[Hashable, Hashable]] = Counter()
    for said, times in Counter(map(tuple, units)).items():
        if len(said) > 1:
            counts = Counter(said)
            for one, n in counts.items():
                for other, m in counts.items():
                    pairs = n * (m - (one == other))
                    coincidences[one, other] += times * pairs / (len(said) - 1)  # type: ignore[assignment]
    margins: Counter[Hashable] = Counter()
    for (one, _), count in coincidences.items():
        margins[one] += count
    total = margins.total()
    expected = total**2 - sum(count**2 for count in margins.values())
    if not expected:
        return 1.0
    observed = sum(count for (one, other), count in coincidences.items() if one != other)
    return 1 - (total - 1) * observed / expected
