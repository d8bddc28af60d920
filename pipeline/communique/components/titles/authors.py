"""Who speaks in a release that a holder of an office of state issues, and whom they speak with.

"Statement by President Lee", "President Lee today announced": the country is the one that the release
comes from, whatever countries it is about. Whom they met or spoke with is of another one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_MAX_OPENING, _MAX_TITLE, _MAX_BEHIND, _MAX_BETWEEN = 90, 7, 4, 14
#: What a release of the government of the United States says of it without naming the country.
_AMERICAN = re.compile(
    r"\b(?:White House|Oval Office|Congress|bipartisan|Americans?|[A-Z]\w+(?:-[A-Z]\w+)? Administration)\b"
)


def speaks_of_america(text: str) -> bool:
    """Tell whether a text shows that it is of the government of the United States."""
    return _AMERICAN.search(text) is not None


def opens_readout(units: Sequence[Unit]) -> bool:
    """Tell whether a release opens with "Readout of"."""
    return any(unit.lower == "readout" for unit in units[:_MAX_TITLE])


def find_author(units: Sequence[Unit]) -> str | None:
    """Return the person who makes a statement or announces something at the top of a release."""
    for at, unit in enumerate(units[:_MAX_OPENING]):
        if unit.kind != "person":
            continue
        said = [u.lower for u in units[at + 1 : at + 1 + _MAX_BEHIND]]
        before = [u.lower for u in units[max(at - _MAX_TITLE, 0) : at]]
        stated = any(
            word in words("statements")
            and before[k + 1 : k + 2]
            and before[k + 1] in {"by", "from", "of"}
            for k, word in enumerate(before)
        )
        if stated or not words("proclaiming").isdisjoint(said):
            return unit.ref
        return None  # only the first name
    return None


def meets(units: Sequence[Unit], at: int, author: str) -> bool:
    """Tell whether the ``author`` speaks or meets with whose office opens at ``at``."""
    for k in range(at - 1, max(at - _MAX_BETWEEN, -1), -1):
        unit = units[k]
        if unit.kind == "person":
            between = {u.lower for u in units[k + 1 : at]}
            joined = not between.isdisjoint(words("speaking_with")) or between <= {
                "and",
                "the",
                "his",
                "her",
            }
            return unit.ref == author and joined
        if unit.kind in {"gap", "line"} or unit.text in {".", ";"}:
            return False
    return False
