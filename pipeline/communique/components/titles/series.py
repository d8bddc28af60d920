"""The court at the end of a series of judges: "Judge A, Judge B, and Judge C of the Court"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from communique.components.titles.holding import Holding, Resolved
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_JOINTS = frozenset([",", "and", "&"])


def court_of_series(
    units: Sequence[Unit],
    holdings: Sequence[Holding],
    found: Sequence[Sequence[Resolved]],
    at: int,
) -> Resolved | None:
    """Return the court that closes the series of judges from ``at`` on, None where none does."""
    head = holdings[at].phrase.head.words
    if head not in words("bench") or holdings[at].rule != "front":
        return None
    for here, behind, bodies in zip(
        holdings[at:], holdings[at + 1 :], found[at + 1 :], strict=False
    ):
        joint = units[here.at + 1 : behind.phrase.edge]
        if behind.phrase.head.words != head or any(u.text not in _JOINTS for u in joint):
            return None
        if bodies and bodies[-1].explicit:
            return replace(bodies[-1], source="sentence", rule="own-court", explicit=False)
    return None
