"""An instrument and its mentions."""

from __future__ import annotations

from dataclasses import dataclass, field

from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.reading import Entity, Sentence


@dataclass
class Instrument:
    """The mentions of one instrument, in order.

    ``told`` are parties named apart from its mentions; ``alone`` when they are all, because the
    mentions speak of several instruments told apart by their parties. ``signed_in`` are sentences
    that don't name it and say that it was signed.
    """

    mentions: list[InstrumentMention]
    aliases: set[str] = field(default_factory=set)
    told: list[Entity] = field(default_factory=list)
    alone: bool = False
    signed_in: list[Sentence] = field(default_factory=list)

    @property
    def main(self) -> InstrumentMention:
        """The mention that says most: with a certain noun and an event, modifiers, parties."""
        named = [m for m in self.mentions if not m.phrase.told]
        return max(named or self.mentions, key=_fullness)

    def words(self) -> set[str]:
        """Return the modifiers and topics of all mentions."""
        return {w for m in self.mentions for w in (*m.phrase.modifiers, *m.phrase.topic)}

    def quoted(self) -> set[str]:
        """Return the quoted proper names of the mentions."""
        return {m.phrase.quoted for m in self.mentions if m.phrase.quoted}

    def names(self) -> set[str]:
        """Return the texts of the parties that any mention names."""
        return {e.ref or e.text for m in self.mentions for e in m.parties}

    @property
    def in_headline_only(self) -> bool:
        """Whether nothing but headlines and captions spoke of it so far."""
        return all(
            m.phrase.sentence.headline or (m.phrase.captioned and m.opening is None)
            for m in self.mentions
        )

    @property
    def plural(self) -> bool:
        """Whether every mention is in the plural."""
        return all(m.phrase.noun.plural for m in self.mentions)

    @property
    def recalled(self) -> bool:
        """Whether it is only recalled."""
        return all(m.status in {"referenced", "in_force"} for m in self.mentions)


def _fullness(mention: InstrumentMention) -> tuple[bool, int, int]:
    rank = {"certain": 2, "named": 1}
    return (
        mention.introduces,
        rank.get(mention.phrase.noun.strength, 0),
        len(mention.phrase.modifiers) + len(mention.phrase.topic),
    )
