"""Which instruments the people who were there are witnesses of."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.presence import Presence

#: How many paragraphs after and before a signing people who were there may be told, with and
#: without a word of the occasion.
_OCCASION_REACH = (12, 8)
_PRESENCE_REACH = (8, 4)


def assign_witnesses(
    instruments: Sequence[Instrument], found: Sequence[Presence]
) -> dict[int, list[Presence]]:
    """Give each presence to the instruments of its sentence, its paragraph, or those near."""
    given: dict[int, list[Presence]] = {n: [] for n in range(len(instruments))}
    made = {n: [m for m in i.mentions if is_signing(m)] for n, i in enumerate(instruments)}
    for presence in found:
        sentence = presence.sentence
        here = [n for n, ms in made.items() if any(m.told_in == sentence for m in ms)]
        if not here:
            here = [
                n
                for n, ms in made.items()
                if any(m.told_in.paragraph == sentence.paragraph for m in ms)
            ]
        if not here:
            here = _nearest(made, presence)
        for n in here:
            given[n].append(presence)
    return given


def _nearest(made: dict[int, list[InstrumentMention]], presence: Presence) -> list[int]:
    """Return the instruments signed nearest to a presence, before it rather than after it."""
    behind, ahead = _OCCASION_REACH if presence.occasion else _PRESENCE_REACH
    near: list[tuple[int, int]] = []
    for number, mentions in made.items():
        for mention in mentions:
            if mention.phrase.sentence.headline:
                continue
            distance = presence.sentence.paragraph - mention.told_in.paragraph
            if mention.opening is not None and distance < 0:
                continue  # who was there is told with a list or behind it, not before it
            if 0 < distance <= behind:
                near.append((distance, number))
            elif -ahead <= distance < 0:
                near.append((behind - distance, number))
    closest = min(near)[0] if near else 0
    return sorted({number for distance, number in near if distance == closest})


def is_signing(mention: InstrumentMention) -> bool:
    """Tell whether a mention says that the instrument was made."""
    event = mention.event
    return (
        event is not None and event.verb.status == "signed" and not event.planned and event.finite
    )
