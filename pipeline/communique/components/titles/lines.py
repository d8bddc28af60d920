"""Bodies that stand alone on a line near a name: the blocks of lines of contacts and signatures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.components.titles.issuers import SPOKEN_BY
from communique.components.titles.units import Unit

_ENDS = frozenset(["line", "gap"])


def body_beside(units: Sequence[Unit], name: int) -> str | None:
    """Return the body that stands alone on a line just above or below the line of a name."""
    for step, limit in ((-1, 4), (1, 2)):
        at, lines, first = name, 0, ""
        while 0 <= at < len(units) and lines <= limit:
            unit = units[at]
            if unit.kind in _ENDS:
                lines += 1
                first = first or unit.kind
                if (unit.kind == "gap" and lines > 1) or (step > 0 and unit.kind != first):
                    break
            elif unit.kind == "body" and unit.ref and lines and _is_alone(units, at):
                if not SPOKEN_BY.search(unit.text):
                    return unit.ref
            elif lines and unit.kind == "word" and not unit.capital and len(unit.lower) > 6:
                break  # prose, not a block of lines
            at += step
    return None


def _is_alone(units: Sequence[Unit], at: int) -> bool:
    around = (units[at - 1].kind if at else "line", units[at + 1].kind)
    return all(kind in _ENDS for kind in around)


def nearest(units: Sequence[Unit], at: int, refs: Collection[str]) -> str | None:
    """Return which of some bodies was named last before ``at`` in its paragraph, None for none."""
    for k in range(at - 1, -1, -1):
        if units[k].kind == "gap":
            return None
        if units[k].kind == "body" and units[k].ref in refs:
            return units[k].ref
    return None
