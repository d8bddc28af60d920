"""The symbols that titles are read over: each name one unit, every other word or mark one unit."""

from __future__ import annotations

from typing import Literal, NamedTuple

UnitKind = Literal["person", "body", "place", "word", "mark", "line", "gap"]


class Unit(NamedTuple):
    """One symbol: half-open characters of ``doc.text``.

    ``ref`` is the id of a person or an organization; ``name`` the name to write for a place (that
    of the country for a demonym), else the text. ``sentence`` counts the sentences. ``demonym`` is
    true of "Romanian". A ``line`` ends a line, a ``gap`` ends a paragraph or a zone.
    """

    kind: UnitKind
    start: int
    end: int
    text: str
    lower: str
    sentence: int = 0
    ref: str | None = None
    name: str = ""
    demonym: bool = False

    @property
    def capital(self) -> bool:
        """Tell whether the first letter is a capital."""
        return self.text[:1].isupper()
