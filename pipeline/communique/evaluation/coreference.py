"""Entities with all their mentions: B-cubed and CEAF, beside the plain F1 of scoring.

B-cubed is that of Bagga and Baldwin (1998), CEAF that of Luo (2005) with his similarity φ4, both
over mentions that the program found itself, without changes to either side, as Pradhan et al. (2014)
settled it: a mention that the other side lacks is in none of its entities.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

from communique.evaluation.assignment import pair_off
from communique.evaluation.marks import Entities
from communique.evaluation.scoring import Score

_M = TypeVar("_M", bound=Hashable)


def score_entities(gold: Entities, found: Entities) -> dict[str, Score]:
    """Return both figures of a text's people and of its organizations."""
    figures: dict[str, Score] = {}
    for label in ("people", "organizations"):
        wanted = [places for (kind, _), places in gold.items() if kind == label and places]
        got = [places for (kind, _), places in found.items() if kind == label and places]
        figures[f"{label}_b_cubed"] = b_cubed(wanted, got)
        figures[f"{label}_ceaf"] = ceaf(wanted, got)
    return figures


def b_cubed(gold: Sequence[frozenset[_M]], found: Sequence[frozenset[_M]]) -> Score:
    """Return the B-cubed of two partitions into entities; counted are mentions."""
    shared = _shared(gold, found).items()
    return Score(
        right=sum(n * n / len(found[j]) for (_, j), n in shared),
        found=sum(map(len, found)),
        gold=sum(map(len, gold)),
        recalled=sum(n * n / len(gold[i]) for (i, _), n in shared),
    )


def ceaf(gold: Sequence[frozenset[_M]], found: Sequence[frozenset[_M]]) -> Score:
    """Return the CEAF of two partitions into entities with φ4; counted are entities."""
    similar = {
        (i, j): 2 * n / (len(gold[i]) + len(found[j])) for (i, j), n in _shared(gold, found).items()
    }
    pairs = pair_off(similar)
    return Score(sum(similar[pair] for pair in sorted(pairs.items())), len(found), len(gold))


def _shared(
    gold: Sequence[frozenset[_M]], found: Sequence[frozenset[_M]]
) -> Mapping[tuple[int, int], int]:
    """Return how many mentions each two entities share, where they share any."""
    at: dict[_M, list[int]] = {}
    for j, mentions in enumerate(found):
        for mention in mentions:
            at.setdefault(mention, []).append(j)
    return Counter(
        (i, j)
        for i, mentions in enumerate(gold)
        for mention in mentions
        for j in at.get(mention, ())
    )
