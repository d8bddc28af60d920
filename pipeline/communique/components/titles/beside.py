"""The bodies that a title names beside it, as values."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.components.titles.units import Unit


@dataclass(frozen=True, slots=True)
class Body:
    """A body or place that a phrase names: ``ref`` an organization id, None where it is none.

    ``noun`` is true of a common noun that stands for a body named elsewhere ("the Bank").
    ``nation`` is the country of the word before a noun ("the Belgian port"), "" for none.
    ``span`` are its half-open characters.
    """

    name: str
    ref: str | None = None
    place: bool = False
    noun: bool = False
    nation: str = ""
    span: tuple[int, int] | None = field(default=None, compare=False)


def body_of(unit: Unit) -> Body:
    """Return the body that a unit of kind ``body`` or ``place`` is."""
    place, span = unit.kind == "place", (unit.start, unit.end)
    return Body(unit.name or unit.text, unit.ref, place=place, span=span)


def named_body(units: Sequence[Unit], *, noun: bool = False, nation: str = "") -> Body:
    """Return the body that words name which are no unit."""
    span = (units[0].start, units[-1].end)
    words = " ".join(u.text for u in units).replace(" 's", "’s")
    return Body(words, noun=noun, nation=nation, span=span)
