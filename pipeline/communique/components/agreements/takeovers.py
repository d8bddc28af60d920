"""Takeovers told by a verb: "A acquires B" says what "the acquisition of B by A" names."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event, negated, planned
from communique.components.agreements.lexicon import Noun, Verb
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.subjects import subject

_NOUN = Noun(
    "acquisition", False, "merger_acquisition", "governed", frozenset({"merger_acquisition"})
)
#: Words that may stand between the verb and the body: "acquires all shares in", "to acquire the".
_OBJECT_REACH = 7
#: Sentences after the headline in which a past takeover is still the news.
_LEAD = 3


def takeover_at(
    reading: Reading, sentence: Sentence, at: int
) -> tuple[Phrase, Event, list[Entity], Entity] | None:
    """Return the phrase, its event, who acquires and what is acquired; None without all of them."""
    word = reading.lowers[at]
    if word not in lexicon.word_class("acquiring"):
        return None
    target = _target(reading, sentence, at)
    if target is None or negated(reading, sentence.first, at):
        return None
    event = _event(reading, sentence, at)
    if event is None:
        return None
    heads = subject(reading, event, sentence.first).heads
    buyers = [e for e in heads if e.kind == "organization" and e.ref != target.ref]
    if not buyers:
        return None
    phrase = Phrase(
        reading=reading,
        sentence=sentence,
        noun=_NOUN,
        head=at,
        start=at,
        first=at,
        last=target.last,
        name_last=target.last,
        end=target.last,
        told=True,
    )
    return phrase, event, buyers, target


def _target(reading: Reading, sentence: Sentence, at: int) -> Entity | None:
    for word in range(at + 1, min(sentence.last, at + 1 + _OBJECT_REACH)):
        entity = reading.entity_of[word]
        if entity is not None and entity.kind == "organization":
            return entity
        if entity is not None and entity.kind in {"place", "person"}:
            return None
        if reading.lowers[word] in lexicon.word_class("object_ends"):
            return None
    return None


def _event(reading: Reading, sentence: Sentence, at: int) -> Event | None:
    word = reading.lowers[at]
    before = reading.lowers[max(sentence.first, at - 3) : at]
    past = word.endswith("ed") or word == "bought"
    verb = Verb("acquire", "announced", "gives")
    if past:
        if not sentence.headline and sentence.index > _LEAD:
            return None
        verb = Verb("acquire", "signed", "gives", participle=True)
    elif (
        before[-1:] == ["to"] and not sentence.headline and not planned(reading, sentence.first, at)
    ):
        return None
    return Event(verb, "active", at, at + 1)
