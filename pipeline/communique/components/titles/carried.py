"""The body of an office that goes on from another of the same person: "a member of the Board since 2018 and Chair since 2021"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.mentions import Organization
from communique.components.titles.holding import Holding, Resolved
from communique.components.titles.national import office_of
from communique.components.titles.rules import complements
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_MAX_BETWEEN, _MAX_STYLE_GAP = 12, 2
_YEAR = re.compile(r"(?:19|20)\d\d$")


def carried_on(
    units: Sequence[Unit],
    before: Holding,
    here: Holding,
    body: Resolved,
    organizations: dict[str, Organization],
) -> bool:
    """Tell whether ``here``, which names no body, is held at ``body``, as ``before`` of the same person is."""
    if not body.explicit or body.name is None or body.span is None:
        return False
    between = units[before.phrase.close : here.phrase.edge]
    if office_of(here) in complements("envoys"):
        # "the Union's Head of Delegation, Ambassador Jane Roe"
        known = organizations.get(body.ref or "")
        union = known is not None and known.type == "intergovernmental"
        return union and len(between) <= _MAX_STYLE_GAP
    if "nation" in here.phrase.head.flags or "rank" in here.phrase.head.flags:
        return False
    dated = any(_YEAR.match(u.text) for u in between)
    joined = any(u.lower in {"and", "then", ";"} for u in between)
    plain = all(u.lower in words("carrying") or u.text.isdigit() for u in between)
    return dated and joined and plain and 0 < len(between) <= _MAX_BETWEEN
