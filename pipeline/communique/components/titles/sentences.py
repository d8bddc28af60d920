"""Units as the sentences they stand in, for readings that go beyond a title's own phrase."""

from __future__ import annotations

from communique.components.titles.rules import body_nouns, word_lists
from communique.components.titles.units import Unit, UnitKind

_MAX_SENTENCE = 120
_END = Unit("gap", 0, 0, "", "")


def words(key: str) -> frozenset[str]:
    """Return a list of ``nearby.toml``."""
    return word_lists("nearby.toml")[key]


class Sentences:
    """Reads the units of one document; all positions are unit indexes, and any may be asked for."""

    def __init__(self, units: list[Unit]) -> None:
        self.units = units

    def unit(self, at: int) -> Unit:
        """Return the unit at ``at``, the end of a paragraph outside the text."""
        return self.units[at] if 0 <= at < len(self.units) else _END

    def lower(self, at: int) -> str:
        """Return the text of the unit at ``at`` in lower case."""
        return self.unit(at).lower

    def kind(self, at: int) -> UnitKind:
        """Return the kind of the unit at ``at``."""
        return self.unit(at).kind

    def start(self, at: int) -> int:
        """Return the first unit of the sentence that ``at`` stands in."""
        sentence, start = self.unit(at).sentence, at
        while start > 0 and at - start < _MAX_SENTENCE:
            before = self.unit(start - 1)
            if before.sentence != sentence or before.kind == "gap":
                break
            start -= 1
        return start

    def skip_back(self, at: int) -> int:
        """Return the index before the articles and styles that end at ``at``."""
        while at > 0 and self.lower(at) in words("articles"):
            at -= 1
        return at

    def skip(self, at: int) -> int:
        """Return the index after the article at ``at``, if one stands there."""
        return at + (self.lower(at) in words("articles"))

    def owns(self, at: int) -> bool:
        """Tell whether the unit at ``at`` is an owner's name ("the Bank's")."""
        return self.unit(at + 1).text == "'s"

    def names(self, at: int) -> bool:
        """Tell whether the unit at ``at`` names a body, by its name or as "the Agency"."""
        noun = self.kind(at) == "word" and self.lower(at) in body_nouns()
        return self.kind(at) == "body" or (noun and self.lower(at - 1) in {"the", "our"})
