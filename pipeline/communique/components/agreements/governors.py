"""What happens to an instrument: the verb or noun of action that governs its phrase.

There is no parser: a governing verb is looked for leftwards from the phrase ("has signed today an
MoU"), rightwards for passives ("the MoU was signed", "the MoU, signed in 2021,"), and in nouns of
action beside it ("the signing of the MoU", "the MoU signing ceremony"). Coordinated phrases share
the event of the first.
"""

from __future__ import annotations

from dataclasses import replace

from communique.components.agreements import lexicon
from communique.components.agreements.clauses import (
    goes_on_ahead,
    of_a_kind,
    praised_for,
    takes_place_later,
)
from communique.components.agreements.events import Event, ahead_by_modal, negated, planned
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.passives import event_behind
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Reading

_STOPS = frozenset(';:.!?()“”"')
_LEFT_REACH = 12
#: How many words may be set off by commas between a verb and its object.
_ASIDE_REACH = 10
#: How far before a noun of action "will" may stand.
_MODAL_BEFORE = 6
#: How long the name of those may be with whom talks are held.
_TALKS_REACH = 12


def find_event(
    reading: Reading,
    phrase: Phrase,
    previous: tuple[Phrase, Event | None] | None,
    following: Phrase | None = None,
) -> Event | None:
    """Return the event that governs ``phrase``.

    ``previous`` is the phrase before it in the same sentence with its event, whose coordination
    it may be; ``following`` is the phrase after it, whose verb is not its own.
    """
    stop = phrase.sentence.last
    if following is not None and not coordinated(reading, phrase, following):
        stop = min(stop, following.start)
    if previous is not None and coordinated(reading, previous[0], phrase):
        left = previous[1]
        if left is not None and left.last <= previous[0].start:
            return left
        return event_behind(reading, phrase, stop) or left
    told = previous[0].end if previous is not None else -1
    left = _noun_behind(reading, phrase) or _left(reading, phrase, told)
    if left is not None and left.verb.reach != "tells":
        return left
    behind = event_behind(reading, phrase, stop)
    qualified = behind is not None and behind.voice == "participle" and not behind.finite
    if left is not None and left.status in {"terminated", "renewed"} and qualified:
        return left  # "replaces the letter of intent exchanged in 2018"
    return behind or left


def coordinated(reading: Reading, before: Phrase, phrase: Phrase) -> bool:
    """Tell whether only a comma or a conjunction stands between two phrases."""
    if before.sentence.index != phrase.sentence.index or before.end > phrase.start:
        return False
    between = reading.lowers[before.end : phrase.start]
    return (
        bool(between)
        and len(between) <= 4
        and set(between) <= {",", "and", "or", "as", "well", "both", "also", "&", "/"}
    )


def _noun_behind(reading: Reading, phrase: Phrase) -> Event | None:
    """Return the event of "the MoU signing ceremony"."""
    hit = (
        lexicon.verbs().at(reading.lowers, phrase.last, phrase.sentence.last)
        if phrase.last < phrase.sentence.last
        else None
    )
    if hit is None or not isinstance(hit[1], tuple):
        return None
    readings = [v for v in hit[1] if v.noun]
    if not readings or phrase.end > phrase.last:
        return None
    before = reading.lowers[phrase.sentence.first : phrase.start]
    ahead = bool({"will", "upcoming", "forthcoming"} & set(before[-_MODAL_BEFORE:]))
    return Event(readings[0], "noun", phrase.last, hit[0], planned=ahead)


def _left(reading: Reading, phrase: Phrase, told: int) -> Event | None:
    """Return the event of a verb before the phrase.

    ``told`` is where the phrase before it ends: a participle right there speaks of that one.
    """
    lowers, first = reading.lowers, phrase.sentence.first
    at = phrase.start - 1
    if at >= first and lowers[at] == "'s":
        at = _possessor(reading, phrase, at)
    if at < first:
        return None
    if lowers[at] in {"of", "for", "on", "in", "to"}:
        event = _noun_before(reading, phrase, at) or _talks_with(reading, phrase, at)
        if event is not None:
            return event
    if lowers[at] in {"about", "over", "regarding"}:
        event = _noun_before(reading, phrase, at) or _talks_with(reading, phrase, at)
        if event is not None and event.verb.status == "planned":
            return event
    if reading.texts[at] == ",":
        at = _before_aside(reading, first, at)
    several = _verb_of_several_words(reading, phrase, at)
    if several is not None:
        return several
    if lowers[at] in lexicon.word_class("governing_prepositions"):
        return _with_particle(reading, phrase, at)
    low = max(first, at - _LEFT_REACH)
    crossed = 0
    while at >= low:
        entity = reading.entity_of[at]
        if entity is not None:
            at = entity.first - 1
            continue
        word = lowers[at]
        if word == ")" and "(" in lowers[low:at]:
            at = max(i for i in range(low, at) if lowers[i] == "(") - 1
            continue
        if reading.texts[at] in _STOPS or word in lexicon.word_class("clause_words"):
            return None
        event = _verb_at(reading, phrase, at, crossed)
        if event is not None and event.verb.participle and at == told:
            return None
        if event is not None:
            return event
        if word in lexicon.word_set("finite_verbs") and word not in {"has", "have", "had"}:
            return None
        if word == "to" or (
            word.endswith("ed") and len(word) > 4 and word not in lexicon.word_set("praise")
        ):
            return None
        crossed += (
            reading.texts[at][0].islower()
            and not word.endswith("ly")
            and word not in {"a", "an", "the", "and", "today", "also"}
        )
        at -= 1
    return None


def _before_aside(reading: Reading, first: int, comma: int) -> int:
    """Return the verb before what two commas set off: "ended, by mutual consent, their pact"."""
    for at in range(comma - 1, max(first, comma - _ASIDE_REACH), -1):
        if reading.texts[at] == ",":
            date = reading.entity_of[at - 1]
            verb = date.first - 1 if date is not None and date.kind == "date" else at - 1
            readings = lexicon.verbs().at(reading.lowers, verb, verb + 1)
            return verb if readings is not None else comma
        if reading.texts[at] in _STOPS:
            return comma
    return comma


def _possessor(reading: Reading, phrase: Phrase, at: int) -> int:
    entity = reading.entity_of[at - 1] if at > phrase.sentence.first else None
    at = entity.first - 1 if entity is not None else at - 2
    return at - 1 if at >= phrase.sentence.first and reading.lowers[at] == "the" else at


def _noun_before(reading: Reading, phrase: Phrase, preposition: int) -> Event | None:
    """Return the event of "the signing of", "a signing ceremony for"."""
    for back in (2, 1):
        start = preposition - back
        if start < phrase.sentence.first:
            continue
        hit = lexicon.verbs().at(reading.lowers, start, preposition)
        if hit is None or hit[0] != preposition or not isinstance(hit[1], tuple):
            continue
        for verb in hit[1]:
            if verb.noun or (
                verb.ing and verb.particle is None and reading.lowers[preposition] == "of"
            ):
                event = _noun_event(reading, verb, phrase.sentence.first, start, preposition)
                return replace(event, planned=event.planned or takes_place_later(reading, phrase))
    return None


def _talks_with(reading: Reading, phrase: Phrase, preposition: int) -> Event | None:
    """Return the event of "talks with A on": a negotiation, with whom it is held passed over."""
    low = max(phrase.sentence.first, preposition - _TALKS_REACH)
    at = preposition - 1
    while at > low and reading.lowers[at] != "with":
        if not reading.texts[at][0].isalpha() and reading.entity_of[at] is None:
            return None
        at -= 1
    event = _noun_before(reading, phrase, at)
    return event if event is not None and event.verb.status == "planned" else None


def _noun_event(reading: Reading, verb: Verb, low: int, start: int, end: int) -> Event:
    """Return the event of a noun of action; concluded negotiations have made the instrument."""
    before = set(reading.lowers[max(low, start - 4) : start])
    open_end = reading.lowers[max(low, start - 2) : start] == ["to", "conclude"]
    concluded = bool({"conclude", "concluded", "completed"} & before) and not open_end
    if verb.status == "planned" and concluded:
        verb = replace(verb, status="signed")
    ahead = verb.status == "planned" or planned(reading, low, start)
    ahead = ahead or bool({"toward", "towards"} & set(reading.lowers[max(low, start - 2) : start]))
    ahead = ahead or bool(
        lexicon.word_class("early") & set(reading.lowers[max(low, start - 2) : start])
    )
    told_ahead = reading.lowers[max(low, start - _MODAL_BEFORE) : start]
    will_come = "will" in told_ahead and lexicon.word_class("coming_to") & set(told_ahead)
    ahead = ahead or (verb.status == "signed" and bool(will_come))  # "will attend the signing"
    told = bool({"follows", "followed", "following", "since", "after"} & before)
    # "a conference for the adoption of a treaty" has adopted none, "signed letters for it" has
    aim = reading.lowers[max(low, start - 2) : start]
    told = told or ("for" in aim and "signed" not in reading.lowers[low:start])
    return Event(verb, "noun", start, end, planned=ahead, finite=not told)


def _with_particle(reading: Reading, phrase: Phrase, at: int) -> Event | None:
    """Return the event of a verb whose particle stands at ``at``: "entered into"."""
    for start in range(at - 1, max(phrase.sentence.first, at - 3) - 1, -1):
        hit = lexicon.verbs().at(reading.lowers, start, at)
        if hit is None or not isinstance(hit[1], tuple):
            continue
        for verb in hit[1]:
            if verb.particle == reading.lowers[at]:
                return _active(reading, phrase, verb, start, at + 1)
    return None


def _verb_of_several_words(reading: Reading, phrase: Phrase, at: int) -> Event | None:
    """Return the event of "put their signatures on" right before the phrase."""
    for start in range(max(phrase.sentence.first, at - 4), at):
        hit = lexicon.verbs().at(reading.lowers, start, at + 1)
        if hit is not None and hit[0] == at + 1 and isinstance(hit[1], tuple):
            return _active(reading, phrase, hit[1][0], start, at + 1)
    return None


def _verb_at(reading: Reading, phrase: Phrase, at: int, crossed: int) -> Event | None:
    hit = lexicon.verbs().at(reading.lowers, at, phrase.start)
    if hit is None or not isinstance(hit[1], tuple):
        return None
    for verb in hit[1]:
        if verb.noun:
            continue
        if reading.lowers[hit[0] : hit[0] + 2] == ["into", "law"]:
            return None
        if verb.particle is not None and verb.particle not in reading.lowers[at + 1 : at + 3]:
            continue
        if verb.lemma == "exchange of" and hit[0] != phrase.start:
            continue  # "the exchange of data and a pact on air"
        if crossed > (4 if verb.reach == "makes" else 2 if verb.reach == "gives" else 1):
            continue
        return _active(reading, phrase, verb, at, hit[0])
    return None


def _active(reading: Reading, phrase: Phrase, verb: Verb, start: int, end: int) -> Event | None:
    low = phrase.sentence.first
    before = reading.lowers[max(low, start - 6) : start]
    if negated(reading, low, start):
        return None
    if (
        verb.ing
        and verb.reach == "gives"
        and not praised_for(reading, low, start)
        and before[-1:]
        and before[-1] in {"of", "by", "for", "in", "and"}
    ):
        return None
    base = reading.lowers[start] == verb.lemma.split()[0] and not verb.noun
    ahead = planned(reading, low, start) or ahead_by_modal(reading, low, start, base=base)
    if before[-1:] == ["to"] and "will" in reading.lowers[max(low, start - 16) : start]:
        ahead = True
    if verb.lemma == "approve" and phrase.noun.lemma in lexicon.word_class("money_given"):
        money = reading.entity_of[phrase.first - 1] if phrase.first > low else None
        if money is not None and money.kind == "money":  # a bank approves what it lends
            verb = replace(verb, lemma="award", reach="gives")
    if verb.lemma == "extend" and phrase.noun.type == "financing":
        verb = replace(verb, status="announced")  # a bank extends a loan
    if verb.lemma == "secure" != reading.lowers[start] and phrase.noun.type in {
        "settlement",
        "treaty",
        None,
    }:
        verb = replace(verb, status="signed")  # an agreement reached, not one awarded
    if verb.ing and verb.lemma in {"conclude", "complete"} and {"is", "are"} & set(before[-2:]):
        ahead = True
    if verb.ing and before[-1:] in (["and"], [","]):
        ahead = ahead or goes_on_ahead(reading, low, start)
    if verb.lemma in lexicon.word_class("awards"):
        ahead = False
    if before[-2:-1] in (["agree"], ["agrees"], ["agreed"]) and verb.status != "signed":
        ahead = False
    if before[-1:] == ["to"] and phrase.sentence.headline:
        ahead = ahead or verb.lemma in {"sign", "ink", "enter"}
    clause = before[1 + max((n for n, w in enumerate(before) if w in {",", ";"}), default=-1) :]
    recalled = {"when", "since"} & set(clause)
    if phrase.bare and phrase.determiner == "the" and of_a_kind(reading, low, start):
        recalled = {"that"}
    return Event(verb, "active", start, end, planned=ahead, finite=not recalled)
