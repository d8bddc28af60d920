"""For how long an instrument is made: "a five-year agreement", "valid for three years"."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.bounds import is_duration
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.provenance import Told
from communique.components.agreements.reading import Entity, Reading

#: How many words behind a phrase its term may stand.
_REACH = 24
#: The longest phrase of ``terms.txt``, in words.
_LONGEST = 4


def term_of(reading: Reading, instrument: Instrument) -> Told[Entity] | None:
    """Return how long an instrument is to run, the first that its mentions tell."""
    for mention in instrument.mentions:
        phrase = mention.phrase
        for entity in reading.entities_in(phrase.start, phrase.head):
            if is_duration(entity):
                return Told(entity, "inside-name", entity)
    for mention in instrument.mentions:
        for entity in _around(reading, mention):
            if is_duration(entity) and _led_in(reading, mention, entity):
                return Told(entity, "words-before", entity)
    return None


def _around(reading: Reading, mention: InstrumentMention) -> list[Entity]:
    """Return the names between verb and phrase, and behind the phrase."""
    phrase, event = mention.phrase, mention.event
    stop = min(phrase.sentence.last, phrase.end + _REACH)
    before = event is not None and event.last <= phrase.start
    first = event.last if event is not None and before else phrase.end
    return reading.entities_in(first, stop)


def _led_in(reading: Reading, mention: InstrumentMention, entity: Entity) -> bool:
    """Whether the words before a length of time make it the term of the instrument.

    "for" alone is enough right behind the phrase, and beside a verb of renewing.
    """
    phrase, event = mention.phrase, mention.event
    words = list(reading.lowers[phrase.sentence.first : entity.first])
    while words and words[-1] in lexicon.word_class("term_openers"):
        words.pop()
    phrases = lexicon.phrase_set("terms")
    if any(tuple(words[-n:]) in phrases for n in range(1, min(_LONGEST, len(words)) + 1)):
        return True
    close = 0 <= entity.first - phrase.end <= 2
    renewed = event is not None and event.verb.status == "renewed"
    return words[-1:] in (["for"], ["by"]) and (renewed or (close and words[-1] == "for"))
