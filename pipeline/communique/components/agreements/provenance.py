"""Why the slots of an agreement are filled as they are."""

from __future__ import annotations

from typing import Generic, NamedTuple, TypeVar

from communique.components.agreements.events import Event, Voice
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.reading import Entity, Reading
from communique.components.reasons import Reason

T = TypeVar("T")
Place = InstrumentMention | Entity

_EVENTS: dict[Voice, str] = {
    "active": "object-of-verb",
    "passive": "subject-of-passive",
    "participle": "participle-behind",
    "noun": "noun-of-action",
}
_SIGNED: dict[Voice, str] = {
    "active": "subject-of-signing",
    "passive": "signed-by",
    "participle": "signed-by",
    "noun": "signing-by",
}
#: Rules of parties by the word before their list; of other words, "named-behind".
_LINKS = {"with": "with", "between": "between-and", "among": "between-and", "by": "made-by"}


class Told(NamedTuple, Generic[T]):
    """The value of a slot, the rule that gave it and the mention or the name that it rests on."""

    value: T
    rule: str
    place: Place


def reason(reading: Reading, slot: str, rule: str, place: Place, of: str | None = None) -> Reason:
    """Return why ``rule`` filled a slot; a mention is told by its phrase, a status by its verb too."""
    if isinstance(place, Entity):
        return Reason(slot, rule, place.start, place.end, of)
    phrase, event = place.phrase, place.event
    first, last = phrase.first, phrase.last
    if event is not None and slot == "status" and place.opening is None:
        first, last = min(first, event.first), max(last, event.last)
    return Reason(slot, rule, reading.words[first].start, reading.words[last - 1].end, of)


def status_rule(mention: InstrumentMention) -> str:
    """Return by which rule a mention says how its instrument stands."""
    if mention.event is not None and mention.status == mention.event.status:
        return _EVENTS[mention.event.voice]
    return {"referenced": "no-verb", "in_force": "in-force-words"}.get(
        mention.status, "status-word"
    )


def party_rule(mention: InstrumentMention, entity: Entity) -> str:
    """Return by which rule a name beside a mention is a party."""
    if entity in mention.others:
        return _LINKS.get(mention.links.get(entity.first, ""), "named-behind")
    if entity in mention.owners:
        if mention.phrase.determiner == "'s":
            return "possessive"
        told = mention.event is not None and mention.event.first < mention.phrase.start
        return "subject-of-verb" if told else "acts-under-it"
    return "inside-name"


def signatory_reason(reading: Reading, event: Event, entity: Entity) -> Reason:
    """Return why a person signed by an event: its verb, and the name beside it."""
    start = min(entity.start, reading.words[event.first].start)
    end = max(entity.end, reading.words[event.last - 1].end)
    return Reason("signatory", _SIGNED[event.voice], start, end, entity.ref)
