"""The people of a signing: who signed and for whom, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.lexicon import Verb, WitnessPhrase
from communique.components.agreements.namelists import name_list
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.subjects import presence_end, subject

#: Verbs by which a person puts a name under an instrument.
_SIGNING = frozenset(
    {
        "sign",
        "co-sign",
        "ink",
        "initial",
        "pen",
        "exchange",
        "signing",
        "signature",
        "adoption",
        "conclusion",
    }
)
#: How far into a sentence a phrase may stand for the people to follow it: "Also present …"
_INVERTED = 3
_LIST_MARKS = frozenset("-–•*·◦")


@dataclass(frozen=True)
class Presence:
    """People said to have been at a signing, and the sentence that says so."""

    sentence: Sentence
    people: tuple[Entity, ...]
    occasion: bool


def signatories(
    reading: Reading, event: Event, sentence: Sentence, phrase_end: int
) -> list[Entity]:
    """Return the people who signed by ``event`` the instrument whose phrase ends at ``phrase_end``."""
    if event.verb.lemma not in _SIGNING or event.planned:
        return []
    if event.voice == "active":
        named = [e for e in subject(reading, event, sentence.first).heads if e.kind == "person"]
        named += _represented(reading, sentence.first, event.first)
        named = named or _pronoun(reading, event, sentence)
        return [*named, *_counterpart(reading, sentence, phrase_end)] if named else []
    return _by(reading, event, sentence) or _signed_for(reading, event, sentence)


def _signed_for(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return the people of "A and B signed letters for the adoption of the agreement"."""
    if event.voice != "noun":
        return []
    for at in range(event.first - 1, sentence.first, -1):
        hit = lexicon.verbs().at(reading.lowers, at, event.first)
        readings = hit[1] if hit is not None and isinstance(hit[1], tuple) else ()
        verb = next((v for v in readings if v.lemma == "sign" and not v.ing and not v.noun), None)
        if verb is not None and hit is not None:
            acting = Event(verb, "active", at, hit[0])
            return [e for e in subject(reading, acting, sentence.first).heads if e.kind == "person"]
    return []


def _counterpart(reading: Reading, sentence: Sentence, at: int) -> list[Entity]:
    """Return the person of "signed an agreement with Mayor A"."""
    if "with" not in reading.lowers[at : min(at + 3, sentence.last)]:
        return []
    for entity in reading.entities_in(at, min(sentence.last, at + 8)):
        if entity.kind == "person":
            return [entity]
        if entity.kind == "organization":
            return []
    return []


def _represented(reading: Reading, first: int, last: int) -> list[Entity]:
    for at in range(first, last - 1):
        if reading.lowers[at] == "represented" and reading.lowers[at + 1] == "by":
            people = [e for e in reading.entities_in(at, last) if e.kind == "person"]
            return people[:1]
    return []


def _pronoun(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return whom "he signed" or "they signed" speaks of: the people named last before it."""
    before = reading.lowers[max(sentence.first, event.first - 8) : event.first]
    earlier = reading.entities_in(_back(reading, sentence), event.first)
    people = [e for e in earlier if e.kind == "person"]
    if {"he", "she"} & set(before):
        return people[-1:]
    if "they" in before and people:
        named_in = reading.sentence_at(people[-1].first)
        return [e for e in people if e.first >= named_in.first]
    return []


def _back(reading: Reading, sentence: Sentence) -> int:
    first = sentence.first
    for other in reversed(reading.sentences[max(0, sentence.index - 3) : sentence.index]):
        first = other.first
    return first


def _by(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return the people of "signed by A, B of X, and C", a list on the lines below it included."""
    at = event.last
    limit = min(sentence.last, at + 40)
    while at < limit and reading.lowers[at] != "by":
        if reading.texts[at] in {";", ":"} or reading.lowers[at] in {"which", "that"}:
            return []
        at += 1
    if at >= limit:
        return []
    stop = at
    while stop < sentence.last and not _presence_at(reading, stop, sentence.last):
        if reading.lowers[stop] in {"which", "while", "whereas"}:
            break
        stop += 1
    found = [e for e in reading.entities_in(at, stop) if e.kind == "person"]
    if not found and ({"following", "below"} & set(reading.lowers[at:stop])):
        found = _listed(reading, sentence)
    return found


def _listed(reading: Reading, sentence: Sentence) -> list[Entity]:
    """Return the first person of each line of a list that follows ``sentence``.

    Its lines are marked ("- Ms A, Director;") or all begin with a name.
    """
    found: list[Entity] = []
    marks = False
    for line in reading.sentences[sentence.index + 1 : sentence.index + 13]:
        marked = reading.texts[line.first] in _LIST_MARKS or reading.lowers[line.last - 1] in {
            ";",
            "and",
        }
        people = [e for e in reading.entities_in(line.first, line.last) if e.kind == "person"]
        leads = bool(people) and people[0].first - line.first < 3
        if people and (marked or (leads and not marks)):
            found += people[:1]
            marks = marks or marked
        elif found:
            break
    return found


def _presence_at(reading: Reading, at: int, stop: int) -> tuple[int, WitnessPhrase] | None:
    hit = lexicon.witness_phrases().at(reading.lowers, at, stop)
    if hit is None or not isinstance(hit[1], WitnessPhrase):
        return None
    return hit[0], hit[1]


def presences(reading: Reading) -> list[Presence]:
    """Return where the text says who was there."""
    found: list[Presence] = []
    occasions = lexicon.word_set("occasions")
    for sentence in reading.sentences:
        at = sentence.first
        while at < sentence.last:
            hit = _presence_at(reading, at, sentence.last)
            if hit is None:
                at += 1
                continue
            end, phrase = hit
            people = _present(reading, sentence, at, end, phrase)
            if people:
                occasion = bool(occasions & set(reading.lowers[sentence.first : sentence.last]))
                found.append(Presence(sentence, tuple(people), occasion))
            at = end
    return found


def _present(
    reading: Reading, sentence: Sentence, at: int, end: int, phrase: WitnessPhrase
) -> list[Entity]:
    if phrase.after:
        stop = sentence.last if at > sentence.first else presence_end(reading, end, sentence.last)
        return [e for e in reading.entities_in(end, stop) if e.kind == "person"]
    first = sentence.first
    for back in range(at - 1, first - 1, -1):
        if reading.texts[back] in {";", "“"} or (reading.lowers[back] == "while"):
            first = back + 1
            break
    came = [
        e
        for e in reading.entities_in(first, at)
        if e.kind == "person" and not _dependent(reading, e, first)
    ]
    if not came and at - first <= _INVERTED:
        came = [e for e in reading.entities_in(end, sentence.last) if e.kind == "person"]
    return came


def _dependent(reading: Reading, entity: Entity, first: int) -> bool:
    """Whether a person is not among those who came: "a letter from A", "hosted by A"."""
    before = reading.lowers[entity.first - 1] if entity.first > first else ""
    return before in {"from", "about", "for"}


def signed_alone(reading: Reading) -> list[tuple[Sentence, list[Entity], list[Entity]]]:
    """Return the people and bodies of "A signed for B", which names no instrument."""
    found = []
    for sentence in reading.sentences:
        for at in range(sentence.first + 1, sentence.last - 1):
            if reading.lowers[at] != "signed":
                continue
            behalf = reading.lowers[at + 1 : at + 4] == ["on", "behalf", "of"]
            if not behalf and reading.lowers[at + 1] != "for":
                continue
            bodies, _ = name_list(reading, at + (4 if behalf else 2), sentence.last)
            acting = Event(Verb("sign", "signed", "makes"), "active", at, at + 1)
            people = [
                e for e in subject(reading, acting, sentence.first).heads if e.kind == "person"
            ]
            if people and bodies:
                found.append((sentence, people, bodies))
    return found


def distinct(people: Sequence[Entity]) -> list[str]:
    """Return the ids of people, each once, in order."""
    return list(dict.fromkeys(e.ref for e in people if e.ref is not None))
