"""Passives and participles behind an instrument: "the MoU was signed", "the MoU signed in 2021"."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event, says_planned
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.namelists import behind_represented, skip_bracket
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Reading

_REACH = 44
_PASSIVE_REACH = 9
#: Other words than names and links that may stand between a phrase and its participle.
_SLACK = 3
#: What makes "entered" and "signed" speak of something else than making an instrument.
_OTHER_SENSES = {("into", "force"), ("into", "effect"), ("into", "law")}


def participle_behind(reading: Reading, phrase: Phrase, limit: int) -> Event | None:
    """Return the event that tells an instrument apart: "the MoU, signed in 2021, was extended"."""
    event = event_behind(reading, phrase, limit, main=False)
    return event if event is not None and event.voice == "participle" else None


def event_behind(
    reading: Reading, phrase: Phrase, limit: int, *, main: bool = True
) -> Event | None:
    """Return the event of a passive or a participle between the phrase and the word ``limit``."""
    lowers = reading.lowers
    at, stop = phrase.end, min(limit, phrase.end + _REACH)
    before = lowers[max(phrase.sentence.first, phrase.start - 1) : phrase.start]
    under = before == ["under"] and phrase.determiner in {"the", "this", "that"}
    links = lexicon.word_class("links_behind")
    commas = crossed = 0
    while at < stop:
        entity = reading.entity_of[at]
        if entity is not None and (entity.kind != "date" or lowers[at - 1] == "of"):
            at = max(entity.last, at + 1)
            continue
        word = lowers[at]
        after = skip_bracket(reading, at, stop)
        if word == "“":  # 'notes for "The Project for Pumps" were signed'
            after = next((i + 1 for i in range(at, stop) if reading.texts[i] == "”"), at)
        if after > at:
            at = after
            continue
        if word == "to" and lowers[at + 1 : at + 2] != ["be"]:
            crossed += 1  # "an MoU on skills to promote trade was signed"
            at += 1
            continue
        if word == "and" and _other_subject(reading, phrase, at, stop):
            return None
        if word in lexicon.word_class("auxiliaries"):
            return _passive(reading, phrase, at, stop)
        if word == "," and (named := _apposed_name(reading, at, stop)) is not None:
            at = named
            continue
        if word == "," and (behind := behind_represented(reading, at, stop)) is not None:
            at = behind + (reading.texts[behind : behind + 1] == [","])
            continue
        hit = lexicon.verbs().at(lowers, at, stop)
        if hit is not None and at == phrase.end and word.endswith("ing"):
            at = hit[0]  # "an MoU implementing the plan was signed"
            continue
        verb = _participle(hit)
        if hit is not None and tuple(lowers[hit[0] : hit[0] + 2]) in _OTHER_SENSES:
            return None
        if verb is not None and hit is not None and under and verb.reach != "makes":
            return None  # "credits issued under the agreement cancelled later"
        object_follows = lowers[hit[0] : hit[0] + 1] if hit is not None else []
        if (
            verb is not None
            and verb.lemma in lexicon.word_class("intransitive")
            and (lexicon.word_class("determiners") & set(object_follows))
        ):
            return None  # "the Treaty of Paris ended the war"
        if verb is not None and hit is not None and crossed <= _SLACK:
            finite = phrase.sentence.headline and lowers[hit[0] : hit[0] + 1] not in (
                ["by"],
                ["in"],
                ["on"],
            )
            finite = finite or (crossed == 0 and verb.lemma in lexicon.word_class("intransitive"))
            brought_up = phrase.determiner in {"a", "an"} and verb.reach == "makes"
            found = Event(verb, "participle", at, hit[0], finite=finite or brought_up)
            if finite or not main:
                return found
            return _main_verb(reading, phrase, hit[0], stop) or found
        if word in lexicon.word_class("other_clauses"):
            return None
        if hit is not None or word in {";", ":", ".", "(", ")", "“"}:
            return None
        if word in lexicon.word_set("finite_verbs"):
            return None
        if word == "," and commas == 0 and main:
            closed = _behind_apposition(reading, at, stop)
            if closed is not None:
                return _passive(reading, phrase, closed, stop)
        commas += word == ","
        if commas > 1:
            return None
        crossed += word not in links and not word.endswith("ly") and word != "them"
        at += 1
    return None


def _other_subject(reading: Reading, phrase: Phrase, conjunction: int, stop: int) -> bool:
    """Whether "and" brings up something else: "supports the Treaty and the Act is being amended"."""
    lowers = reading.lowers
    if set(lowers[phrase.end : conjunction]) & lexicon.word_class("sides_follow"):
        return False  # "the pact between A and the union was signed"
    article = lowers[conjunction + 1 : conjunction + 2] in (["the"], ["its"], ["their"])
    named = conjunction + 2 < stop and reading.entity_of[conjunction + 2] is not None
    ahead = range(conjunction + 1, min(stop, conjunction + 6))
    named = named or any(lexicon.nouns().at(lowers, i, stop) for i in ahead)
    return article and conjunction == phrase.end and not named


def _apposed_name(reading: Reading, comma: int, stop: int) -> int | None:
    """Return where a phrase goes on behind a name between commas: "with the owner, A Corp, was"."""
    entity = reading.entity_of[comma + 1] if comma + 1 < stop else None
    if entity is None or entity.kind == "date" or entity.last >= stop:
        return None
    return entity.last + 1 if reading.texts[entity.last] == "," else None


def _behind_apposition(reading: Reading, opening: int, stop: int) -> int | None:
    """Return the auxiliary behind ", a network of …, was signed", None where none closes it."""
    first = reading.lowers[opening + 1] if opening + 1 < stop else ""
    if first not in {"a", "an", "the", "which"}:
        return None
    verb = _participle(lexicon.verbs().at(reading.lowers, opening + 2, stop))
    if first == "which" and verb and verb.lemma in lexicon.word_class("intransitive"):
        return None  # "which expired in May, was not renewed"
    for at in range(opening + 2, stop - 1):
        if reading.texts[at] == "," and reading.lowers[at + 1] in lexicon.word_class("auxiliaries"):
            return at + 1
        if reading.texts[at] in {";", ":"}:
            return None
    return None


def _main_verb(reading: Reading, phrase: Phrase, at: int, stop: int) -> Event | None:
    """Return what a participle is followed by: "the agreement, signed in 2015, was extended".

    A verb that needs no auxiliary counts right behind a comma: ", signed in 2015, expired in May".
    """
    closed = None
    for word in range(at, stop):
        if reading.lowers[word] in lexicon.word_class("auxiliaries") - {"to"}:
            event = _passive(reading, phrase, word, stop)
            if event is not None or reading.lowers[word - 1] == "and":
                return event
        if word == closed:
            hit = lexicon.verbs().at(reading.lowers, word, stop)
            verb = _participle(hit)
            if hit and verb and verb.lemma in lexicon.word_class("intransitive"):
                return Event(verb, "participle", word, hit[0])
        if reading.texts[word] == ",":
            closed = word + 1
        if reading.texts[word] in {";", ":", "."} or word - at > _REACH:
            return None
    return None


def _participle(hit: tuple[int, object] | None) -> Verb | None:
    if hit is None or not isinstance(hit[1], tuple):
        return None
    for verb in hit[1]:
        takes = verb.particle in {None, "into", "to", "on"} and verb.status != "in_force"
        if isinstance(verb, Verb) and verb.participle and takes:
            return verb
    return None


def _passive(reading: Reading, phrase: Phrase, at: int, stop: int) -> Event | None:
    """Return the event of "was signed", "will be signed", "has not yet been concluded"."""
    lowers = reading.lowers
    seen: list[str] = []
    for i in range(at, min(stop, at + _PASSIVE_REACH)):
        word = lowers[i]
        hit = lexicon.verbs().at(lowers, i, stop)
        verb = _participle(hit)
        if verb is not None and hit is not None and lexicon.word_class("be") & set(seen):
            if {"not", "n't", "never"} & set(seen):
                return None
            before = [*lowers[max(phrase.sentence.first, at - 2) : at], *seen]
            ahead = says_planned(before) or {"will", "would", "to", "should", "may", "can"} & set(
                seen
            )
            return Event(verb, "passive", i, hit[0], planned=bool(ahead))
        entity = reading.entity_of[i]
        if entity is not None and entity.kind == "date":
            continue
        auxiliary = word in lexicon.word_class("auxiliaries")
        if not auxiliary and not word.endswith("ly") and word not in lexicon.word_class("not_yet"):
            return None
        seen.append(word)
    return None
