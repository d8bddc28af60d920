"""The two states that a release or a sentence is about, where an instrument names none."""

from __future__ import annotations

from collections.abc import Collection
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.namelists import PARTY_KINDS
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.places import PartyPlaces, canonical, is_state
from communique.components.agreements.reading import Entity, Reading

_PAIR = 2
_JOINERS = frozenset({"and", "the", "-", "–", "—", "&"})


def states_of_title(reading: Reading) -> list[Entity]:
    """Return the only two states of the title, where they are joined: "A and B sign", "A-B talks"."""
    title = reading.sentences[0]
    named = {
        canonical(e.text): e
        for e in reading.entities_in(title.first, title.last)
        if is_state(e.text)
    }
    told = list(named.values())
    if not title.headline or len(told) != _PAIR:
        return []
    return told if set(reading.lowers[told[0].last : told[1].first]) <= _JOINERS else []


def hyphened_states(reading: Reading, first: int, last: int) -> list[Entity]:
    """Return the two states of "the A-B Annual Visits, held under the MoU"."""
    names = [e for e in reading.entities_in(first, last) if is_state(e.text)]
    pairs = [
        [a, b]
        for a, b in pairwise(names)
        if reading.texts[a.last : b.first] in (["-"], ["–"], ["—"])
    ]
    return pairs[0] if len(pairs) == 1 else []


def not_of_many(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether nothing in a phrase says that it is of many: no "international", no name."""
    named = [e for e in reading.entities_in(phrase.first, phrase.name_last) if e.kind != "date"]
    return not lexicon.word_class("of_many") & {*phrase.modifiers, *phrase.topic} and not named


def is_bilateral(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether nothing in a proper name says that it is of many: "the Agreement on Culture", not "the UN Convention"."""
    return bool(phrase.topic) and not_of_many(reading, phrase) and not phrase.noun.plural


def state_of_the_sentence(
    reading: Reading, places: PartyPlaces, instrument: Instrument, found: Collection[str]
) -> list[Entity]:
    """Return the other state of "A's third pact, following the B Agreement with C and D"."""
    main = instrument.main
    alone = main.event is None and not main.owners and main.phrase.proper
    states = bool(found) and all(places.is_state(p) for p in found)
    if not (alone and states and set(main.links.values()) == {"with"}):
        return []
    sentence = main.phrase.sentence
    named = {
        places.id_of(e): e
        for e in reading.entities_in(sentence.first, main.phrase.start)
        if e.kind in PARTY_KINDS and places.is_state(places.id_of(e))
    }
    return list(named.values()) if len(named) == 1 and not named.keys() & set(found) else []


def two_states(reading: Reading, instrument: Instrument) -> list[Entity]:
    """Return the only two states of its sentence's "A-B talks", or of the title, of what they make."""
    phrase, event = instrument.main.phrase, instrument.main.event
    if phrase.noun.type in {"contract", "financing"} or not not_of_many(reading, phrase):
        return []
    own = hyphened_states(reading, phrase.sentence.first, phrase.start)
    if own or event is None or event.status not in {"signed", "announced", "planned"}:
        return own
    alone = event.voice == "noun" and not instrument.main.owners
    return states_of_title(reading) if alone else []
