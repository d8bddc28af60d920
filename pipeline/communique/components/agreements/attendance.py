"""Which instruments the people who were there are witnesses of."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.presence import Presence

#: How many paragraphs after a signing people who were there may be told, with and without a word
#: of the occasion.
_OCCASION_REACH = 6
_PRESENCE_REACH = 3


def assign_witnesses(
    instruments: Sequence[Instrument], found: Sequence[Presence]
) -> dict[int, list[Presence]]:
    """Give each presence to the instruments of its sentence, its paragraph, or those near."""
    given: dict[int, list[Presence]] = {n: [] for n in range(len(instruments))}
    made = {n: [m for m in i.mentions if is_signing(m)] for n, i in enumerate(instruments)}
    for presence in found:
        sentence = presence.sentence
        here = [n for n, ms in made.items() if any(m.phrase.sentence == sentence for m in ms)]
        if not here:
            here = [
                n
                for n, ms in made.items()
                if any(m.phrase.sentence.paragraph == sentence.paragraph for m in ms)
            ]
        if not here:
            near = [
                (sentence.paragraph - m.phrase.sentence.paragraph, n)
                for n, ms in made.items()
                for m in ms
                if not m.phrase.sentence.headline
                and sentence.paragraph - m.phrase.sentence.paragraph > 0
                and sentence.paragraph - m.phrase.sentence.paragraph
                <= (_OCCASION_REACH if presence.occasion else _PRESENCE_REACH)
            ]
            if near:
                closest = min(near)[0]
                here = sorted({n for distance, n in near if distance == closest})
        for n in here:
            given[n].append(presence)
    return given


def is_signing(mention: InstrumentMention) -> bool:
    """Tell whether a mention says that the instrument was made."""
    event = mention.event
    return (
        event is not None and event.verb.status == "signed" and not event.planned and event.finite
    )
