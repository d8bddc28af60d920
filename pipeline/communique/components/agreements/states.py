"""The two states that a release or a sentence is about, where an instrument names none."""

from __future__ import annotations

from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.places import canonical, is_state
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
