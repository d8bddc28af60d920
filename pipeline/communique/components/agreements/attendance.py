"""Which instruments the people who were there are witnesses of."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import NamedTuple

from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.presence import Presence
from communique.components.agreements.reading import Sentence

#: How many paragraphs after and before a signing people who were there may be told, with and
#: without a word of the occasion.
_OCCASION_REACH = (12, 8)
_PRESENCE_REACH = (8, 4)


def assign_witnesses(
    instruments: Sequence[Instrument], found: Sequence[Presence], older: Collection[int]
) -> dict[int, list[Presence]]:
    """Give each presence to the instruments of its sentence, its paragraph, or those near.

    ``older`` are the numbers of those made long before the release: they had other guests.
    """
    given: dict[int, list[Presence]] = {n: [] for n in range(len(instruments))}
    made = {n: _signings(i) for n, i in enumerate(instruments)}
    for presence in found:
        sentence = presence.sentence
        here = [n for n, told in made.items() if any(t.sentence == sentence for t in told)]
        late = {n: told for n, told in made.items() if n not in older}
        if not here:
            here = [
                n
                for n, told in late.items()
                if any(t.sentence.paragraph == sentence.paragraph for t in told)
            ]
        if not here:
            here = _nearest(late, presence)
        for n in here:
            given[n].append(presence)
    return given


class _Signing(NamedTuple):
    """A sentence that says that an instrument was made; ``listed`` when it opens a list of them."""

    sentence: Sentence
    listed: bool = False


def _signings(instrument: Instrument) -> list[_Signing]:
    """Return where the text says that an instrument was made."""
    told = [
        _Signing(m.told_in, m.opening is not None) for m in instrument.mentions if is_signing(m)
    ]
    return told + [_Signing(sentence) for sentence in instrument.signed_in]


def _nearest(made: dict[int, list[_Signing]], presence: Presence) -> list[int]:
    """Return the instruments signed nearest to a presence, before it rather than after it."""
    behind, ahead = _OCCASION_REACH if presence.occasion else _PRESENCE_REACH
    near: list[tuple[int, int]] = []
    for number, signings in made.items():
        for signing in signings:
            if signing.sentence.headline:
                continue
            distance = presence.sentence.paragraph - signing.sentence.paragraph
            if signing.listed and distance < 0:
                continue  # who was there is told with a list or behind it, not before it
            if 0 < distance <= behind:
                near.append((distance, number))
            elif -ahead <= distance < 0:
                near.append((behind - distance, number))
    closest = min(near)[0] if near else 0
    return sorted({number for distance, number in near if distance == closest})


def is_signing(mention: InstrumentMention) -> bool:
    """Tell whether a mention says that the instrument was made, or made anew."""
    event = mention.event
    return (
        event is not None
        and event.verb.status in {"signed", "renewed"}
        and not event.planned
        and event.finite
    )
