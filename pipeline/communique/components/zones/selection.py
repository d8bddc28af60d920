"""Which zone an offset lies in."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from spacy.tokens import Doc

from communique.components.zones.types import ANALYSED


class ZoneSelection:
    """Tells whether characters of a document lie in zones of chosen kinds.

    A document without zones (``communique_zones`` switched off) is selected as a whole.
    """

    def __init__(self, doc: Doc, kinds: Collection[str] = ANALYSED) -> None:
        zones = doc._.zones
        self._starts = [zone.start for zone in zones]
        self._chosen = [zone.kind in kinds for zone in zones]

    def __contains__(self, offset: int) -> bool:
        if not self._starts:
            return True
        at = bisect_right(self._starts, offset) - 1
        return at >= 0 and self._chosen[at]
