"""Who stands beside one mention of an instrument, and in what part."""

from __future__ import annotations

import itertools

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.governors import coordinated
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.namelists import PARTY_KINDS, groups, name_list
from communique.components.agreements.national_sides import national_sides
from communique.components.agreements.parties import beside, given_to, helped, talked_with
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity, Reading
from communique.components.agreements.subjects import opening_line, own_speaker, subject

#: How far behind "the agreement between" two people may stand.
_PRINCIPALS_REACH = 14
_PAIR = 2
#: How many words "as the 61st" may take before "party".
_ORDINAL_REACH = 5
#: The verb of a clause in which an instrument is only what something is done by or under.
_DOES = Verb("do", "referenced", "tells")


def name_parties(reading: Reading, mention: InstrumentMention, following: Phrase | None) -> None:
    """Write on a mention who acts in its clause and who stands beside it."""
    phrase, event = mention.phrase, mention.event
    stop = phrase.sentence.last
    if (
        following is not None
        and following.sentence.index == phrase.sentence.index
        and not coordinated(reading, phrase, following)
    ):
        stop = following.start
    if (
        event is not None
        and event.voice in {"active", "noun"}
        and event.first < phrase.start
        and not _aside(reading, event)
    ):
        acting = subject(reading, event, phrase.sentence.first)
        if event.verb.lemma not in lexicon.word_class("onlookers"):
            mention.owners = list(acting.heads)
            one = len(acting.heads) == 1 and acting.heads[0].kind == "organization"
            if one and event.verb.lemma == "adopt":
                mention.owners = []  # an assembly adopts what is between others
        mention.hands = list(acting.bodies)
        mention.spoken = event.voice == "active" and own_speaker(
            reading, event, phrase.sentence.first
        )
    if event is not None and event.voice == "noun":
        _possessor_of(reading, event, mention)
    if not mention.owners and phrase.determiner == "'s":
        owner = reading.entity_of[phrase.start - 2]
        if owner is not None and owner.kind in {"organization", "place"}:
            mention.owners = [owner]
    others, hands, mention.links = beside(reading, phrase, event, stop)
    sides = national_sides(reading, phrase.end, stop) if event is not None else []
    if sides:  # the bodies behind a person are those of who signed
        signing = reading.entities_in(phrase.end, stop)
        hand = next((e.first for e in signing if e.kind == "person"), stop)
        others = [e for e in others if e.first < hand]
        others += [state for _, state in sides if state not in others]
    if not others and mention.owners:
        others = _with_which(reading, phrase, mention.owners)
    if not others:
        others = (
            talked_with(reading, phrase)
            or helped(reading, phrase)
            or given_to(reading, phrase, event)
        )
    mention.hands += hands
    mention.principals = _principals(reading, phrase)
    if event is not None and event.voice == "noun" and "by" in mention.links.values():
        mention.owners = []  # "A celebrated the signing of the treaty by B"
    told = event if event is not None and event.voice == "participle" else mention.behind
    if not mention.owners and told is not None:
        mention.owners = _in_relative_clause(reading, phrase, told)
    if not mention.owners:
        _act_under(reading, mention, others, stop)
    mention.others = [e for e in others if e not in mention.owners]
    mention.inside = _inside(reading, phrase)
    mention.spoken = mention.spoken or phrase.determiner == "our"
    low = phrase.sentence.first
    mention.group = groups(reading, low, stop)
    if mention.group is None and not mention.owners and event is not None:
        opening = opening_line(reading, low, event.first)
        if opening is not None:  # "The two leaders: - signed the A Agreement"
            mention.group = groups(reading, opening.first, opening.last)


def _aside(reading: Reading, event: Event) -> bool:
    """Whether a noun of action only tells when something else was: "said on the eve of the signing"."""
    at = event.first - 1 - (reading.lowers[event.first - 1] in {"the", "a"})
    before = reading.lowers[max(0, at - 1) : at + 1]
    alone = bool(lexicon.word_class("occasion_links") & set(before[-1:]))
    joined = before in (["eve", "of"], ["prior", "to"], ["ahead", "of"], ["conjunction", "with"])
    return event.voice == "noun" and (alone or joined)


def _with_which(reading: Reading, phrase: Phrase, owners: list[Entity]) -> list[Entity]:
    """Return the partner of "A, with which B has an agreement"."""
    lowers, low = reading.lowers, phrase.sentence.first
    for at in range(low + 1, owners[0].first):
        if lowers[at - 1 : at + 1] in (["with", "which"], ["with", "whom"]):
            near = [e for e in reading.entities_in(low, at) if e.kind in PARTY_KINDS]
            return near[:1]
    return []


def _principals(reading: Reading, phrase: Phrase) -> list[Entity]:
    """Return the two people of "the agreement between President A and Prime Minister B"."""
    stop = min(phrase.sentence.last, phrase.end + _PRINCIPALS_REACH)
    if reading.lowers[phrase.end : phrase.end + 1] != ["between"]:
        return []
    people = [e for e in reading.entities_in(phrase.end, stop) if e.kind == "person"]
    return people if len(people) == _PAIR else []


def _in_relative_clause(reading: Reading, phrase: Phrase, event: Event) -> list[Entity]:
    """Return who acts in "the MoU that A signed with B", "the pact which A and B entered into"."""
    opening = phrase.end + (reading.texts[phrase.end : phrase.end + 1] == [","])
    if reading.lowers[opening : opening + 1] not in (["that"], ["which"]):
        return []
    heads = subject(reading, event, opening + 1).heads if opening + 1 < event.first else ()
    return [e for e in heads if e.kind in PARTY_KINDS]


def _possessor_of(reading: Reading, event: Event, mention: InstrumentMention) -> None:
    """Find who acts in "A's signing of the accords"."""
    if reading.lowers[event.first - 1] == "'s":
        owner = reading.entity_of[event.first - 2]
        if owner is not None and owner.kind in PARTY_KINDS:
            mention.owners = [owner]


def _act_under(
    reading: Reading, mention: InstrumentMention, others: list[Entity], stop: int
) -> None:
    """Find who acts under an instrument: "A supplies B under a contract", "Under the MoU, A will …"."""
    phrase = mention.phrase
    first = phrase.sentence.first
    at = _preposition(reading, phrase)
    if at is None:
        return
    if at > first + 1 or reading.lowers[first] not in {"under", "through", "as"}:
        belongs = reading.lowers[at] in lexicon.word_class("party_words")
        if belongs and (member := _member(reading, first, at)) is not None:
            mention.owners = [member]
            return
        definite = phrase.determiner in {"the", "this", "that"} and not others and not belongs
        agent = reading.entity_of[at - 1]
        if agent is not None and agent.kind in PARTY_KINDS and _is_agent(reading, agent):
            mention.owners = [agent]  # "run by A under a contract"
            return
        event = mention.event
        told = event is not None and (event.first < phrase.start or event.verb.reach == "makes")
        if not told and not definite:
            heads = subject(reading, Event(_DOES, "active", at, at + 1), first).heads
            mention.owners = [e for e in heads if e.kind in PARTY_KINDS]
            if mention.owners and not others:
                others += _company(reading, mention.owners[-1].last, at)
        return
    comma = next((i for i in range(phrase.end, stop) if reading.texts[i] == ","), None)
    if comma is None:
        return
    verb = next(
        (
            i
            for i in range(comma + 1, stop)
            if reading.lowers[i] in lexicon.word_class("auxiliaries")
            or reading.lowers[i] in lexicon.word_set("finite_verbs")
        ),
        None,
    )
    if verb is not None:
        heads = subject(reading, Event(_DOES, "active", verb, verb + 1), comma + 1).heads
        mention.bound = [e for e in heads if e.kind in PARTY_KINDS]


def _member(reading: Reading, first: int, party: int) -> Entity | None:
    """Return who is welcomed "as the 61st party" to an instrument."""
    for at in range(party - 1, max(first, party - _ORDINAL_REACH), -1):
        if reading.lowers[at] == "as":
            entity = reading.entity_of[at - 1]
            return entity if entity is not None and entity.kind in PARTY_KINDS else None
    return None


def _is_agent(reading: Reading, entity: Entity) -> bool:
    before = reading.lowers[max(0, entity.first - 2) : entity.first]
    return before[-1:] == ["by"] or before == ["by", "the"]


def _company(reading: Reading, first: int, last: int) -> list[Entity]:
    """Return with whom something is done: "A works with B under a memorandum"."""
    for at in range(last - 2, first - 1, -1):
        if reading.lowers[at] == "with":
            return name_list(reading, at + 1, last)[0]
    return []


def _preposition(reading: Reading, phrase: Phrase) -> int | None:
    """Return where "under", "by way of", "as part of" stands before a phrase, None where none does."""
    table = lexicon.adjuncts()
    for start in range(phrase.start - 1, max(phrase.sentence.first, phrase.start - 4) - 1, -1):
        hit = table.at(reading.lowers, start, phrase.start)
        if hit is not None and hit[0] == phrase.start:
            return start
    return None


def _inside(reading: Reading, phrase: Phrase) -> list[Entity]:
    """Return the places joined by a hyphen before the noun ("Japan-Mongolia"), or who gives it.

    A joint statement may have them behind it: "Joint Statement on the Japan-Mongolia Dialogue".
    """
    names = [
        e
        for e in reading.entities_in(phrase.first, phrase.head)
        if e.kind in {"place", "organization"}
    ]
    pairs = _hyphened(reading, names)
    if not pairs and phrase.noun.type == "joint_statement":
        stop = _before_verb(reading, phrase.end, phrase.sentence.last)
        pairs = _hyphened(reading, reading.entities_in(phrase.last, stop))
    if pairs:
        return pairs
    bodies = [e for e in names if e.kind == "organization"]
    if phrase.noun.type == "contract":
        return bodies[:1]
    return names[:1] if phrase.noun.type == "financing" else []


def _before_verb(reading: Reading, first: int, stop: int) -> int:
    """Return where the first word of what happens to an instrument stands, else ``stop``."""
    table = lexicon.verbs()
    return next((i for i in range(first, stop) if table.at(reading.lowers, i, stop)), stop)


def _hyphened(reading: Reading, names: list[Entity]) -> list[Entity]:
    pairs = [
        e
        for a, b in itertools.pairwise(names)
        if reading.texts[a.last : b.first] in (["-"], ["–"], ["/"], ["—"])
        and a.kind in PARTY_KINDS
        and b.kind in PARTY_KINDS
        for e in (a, b)
    ]
    return list(dict.fromkeys(pairs))
