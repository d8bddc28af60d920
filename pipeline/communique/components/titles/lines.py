"""Bodies that stand alone on a line near a name: the blocks of lines of contacts and signatures."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.components.titles.issuers import SPOKEN_BY
from communique.components.titles.lexicon import is_honorific
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_NAMES = frozenset(["body", "place"])
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
                if _opens_line(units, name) or not SPOKEN_BY.search(unit.text):
                    return unit.ref
            elif unit.kind == "body" and unit.ref and lines and step < 0 and _heads(units, at):
                return unit.ref
            elif lines and unit.kind == "word" and not unit.capital and len(unit.lower) > 6:
                break  # prose, not a block of lines
            at += step
    return None


def _is_alone(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a body fills its line, but for what it is a part of: "Legal Unit, Ministry of Tea"."""
    if at and units[at - 1].kind not in _ENDS:
        return False
    end = at + 1
    while end + 1 < len(units) and units[end].text == "," and units[end + 1].kind in _NAMES:
        end += 2
    return end >= len(units) or units[end].kind in _ENDS


def _opens_line(units: Sequence[Unit], at: int) -> bool:
    """Tell whether the name at ``at`` opens its line, behind no more than styles."""
    while at > 0 and units[at - 1].kind == "word" and is_honorific(units[at - 1].text):
        at -= 1
    return at == 0 or units[at - 1].kind in _ENDS


def _heads(units: Sequence[Unit], at: int) -> bool:
    """Tell whether a body opens the heading of a contact: "Acme Media Contact:", "For Acme:"."""
    first = at - (at > 0 and units[at - 1].lower == "for")
    end = next((k for k in range(at, len(units)) if units[k].kind in _ENDS), len(units))
    rest = [u.lower for u in units[at + 1 : end]]
    opens = first == 0 or units[first - 1].kind in _ENDS
    return opens and bool(rest) and set(rest) <= words("contact_headings")


def nearest(units: Sequence[Unit], at: int, refs: Collection[str]) -> str | None:
    """Return which of some bodies was named last before ``at`` in its paragraph, None for none."""
    for k in range(at - 1, -1, -1):
        if units[k].kind == "gap":
            return None
        if units[k].kind == "body" and units[k].ref in refs:
            return units[k].ref
    return None
