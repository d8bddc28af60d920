"""Finding the phrases that name instruments, with what governs them and who stands beside them."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.acceptance import in_address, introduces, learned, reported
from communique.components.agreements.enumerations import (
    spread_givers,
    spread_openings,
    spread_sums,
)
from communique.components.agreements.existence import exists
from communique.components.agreements.governors import coordinated, find_event
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.participants import name_parties
from communique.components.agreements.passives import participle_behind
from communique.components.agreements.phrases import Phrase, find_phrases
from communique.components.agreements.reading import Reading
from communique.components.agreements.takeovers import takeover_at

_DETERMINERS = frozenset({"the", "a", "an", "this", "that", "its", "their"})


def find_mentions(reading: Reading) -> list[InstrumentMention]:
    """Return every phrase that names an instrument or may refer back to one, in order."""
    found: list[InstrumentMention] = []
    phrases = [p for p in find_phrases(reading) if not (in_address(reading, p) or _lacking(p))]
    phrases = [p for n, p in enumerate(phrases) if not (n and _is_topic(phrases[n - 1], p))]
    for number, phrase in enumerate(phrases):
        last = found[-1] if found else None
        same = last is not None and last.phrase.sentence.index == phrase.sentence.index
        before = (last.phrase, last.event) if last is not None and same else None
        following = phrases[number + 1] if number + 1 < len(phrases) else None
        if following is not None and following.sentence.index != phrase.sentence.index:
            following = None
        inner = last is not None and same and _is_inside(reading, last.phrase, phrase)
        if following is not None and _is_inside(reading, phrase, following):
            beyond = phrases[number + 2] if number + 2 < len(phrases) else None
            same_sentence = beyond is not None and beyond.sentence.index == phrase.sentence.index
            following = beyond if same_sentence else None
        owner = reading.lowers[phrase.last : phrase.last + 1] == ["'s"]
        event = None if owner else find_event(reading, phrase, before, following)
        if inner and last is not None and event is not None and event.voice == "passive":
            last.event = last.event or event  # "the MoU for the grant was signed": the MoU was
            event = None
        aimed = inner and last is not None and _is_its_aim(last, phrase)
        limit = following.start if following is not None else phrase.sentence.last
        behind = participle_behind(reading, phrase, limit)
        mention = InstrumentMention(phrase, event, behind=behind, aimed=aimed)
        if last is not None and same and coordinated(reading, last.phrase, phrase):
            mention.leads = last
        name_parties(reading, mention, following)
        found.append(mention)
    spread_openings(reading, found)
    spread_sums(reading, found)
    spread_givers(found)
    found += _takeovers(reading, found)
    found.sort(key=lambda m: m.phrase.head)
    for mention in reversed(found):  # "the A agreement and the B agreement with C" is with C twice
        lead = mention.leads
        if lead is not None and not lead.others and not lead.inside:
            lead.others, lead.links = list(mention.others), mention.links
    for number, mention in enumerate(found):
        lead = mention.leads
        if lead is not None and not mention.others and not mention.inside:
            mention.others, mention.links = list(lead.others), lead.links
        listed = _goes_on_with_and(reading, mention, found[number + 1 : number + 2])
        previous = found[number - 1].phrase if number and not listed else None
        apposed = mention.aimed or _is_apposed(reading, mention.phrase, previous)
        mention.introduces = not apposed and (
            mention.introduces
            or introduces(reading, mention)
            or learned(reading, mention)
            or (reported(reading, mention) and exists(reading, mention))
        )
    return found


def _goes_on_with_and(
    reading: Reading, mention: InstrumentMention, following: list[InstrumentMention]
) -> bool:
    """Whether it is in a list, which "and" closes: "the A Protocol, a treaty on air and a pact"."""
    sentence = mention.phrase.sentence
    return any(
        other.phrase.sentence == sentence
        and "and" in reading.lowers[other.phrase.start - 2 : other.phrase.start + 1]
        for other in following
    )


def _is_topic(before: Phrase, phrase: Phrase) -> bool:
    """Whether it only says what the one before is about: "an MoU between A and B on Cooperation in Trade"."""
    if before.sentence != phrase.sentence or phrase.noun.strength != "signed":
        return False
    lowers = phrase.reading.lowers
    behind = lowers[phrase.start - 1] in {"on", "concerning", "regarding"}
    between = lowers[before.end : phrase.start - 1]
    return behind and between[:1] in (["between"], ["with"]) and before.noun.strength != "signed"


def _lacking(phrase: Phrase) -> bool:
    """Whether there is none: "without an agreement having been signed"."""
    before = phrase.reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
    if before == ["copy", "of"]:
        return True  # "send a copy of the contract to A"
    return before[-1:] == ["without"] and phrase.determiner in {None, "a", "an", "any"}


def _behind_its_name(phrase: Phrase, before: Phrase | None) -> bool:
    """Whether a comma parts it from the name it explains: "signed the A Protocol, a treaty on air"."""
    if before is None or before.sentence != phrase.sentence or phrase.proper:
        return False
    named = before.proper and phrase.determiner in {"a", "an"}
    return named and phrase.reading.texts[before.end : phrase.start] == [","]


def _is_apposed(reading: Reading, phrase: Phrase, last: Phrase | None) -> bool:
    """Whether a phrase only says of another that it is the first of its kind: "is A's first treaty"."""
    if _behind_its_name(phrase, last):
        return True
    if not lexicon.word_class("ordinals") & phrase.praise:
        return False
    at = phrase.start - 1
    if at > phrase.sentence.first and reading.lowers[at] == "'s":
        owner = reading.entity_of[at - 1]
        at = owner.first - 1 if owner is not None else at - 2
        at -= at > phrase.sentence.first and reading.lowers[at] == "the"
    if at < phrase.sentence.first:
        return False
    if reading.lowers[at] == "and":  # "is A's first treaty since 2005 and its first with B"
        before = reading.lowers[phrase.sentence.first : at]
        return bool(lexicon.word_class("copulas") & set(before)) and bool(
            lexicon.word_class("ordinals") & set(before)
        )
    return reading.lowers[at] in lexicon.word_class("copulas")


def _is_inside(reading: Reading, outer: Phrase, inner: Phrase) -> bool:
    """Tell whether a phrase stands in the complement of the one before it.

    "a Memorandum of Understanding (MoU) for the grant": nothing but a preposition, an article and
    a bracketed short form parts them.
    """
    between = [w for w in reading.lowers[outer.end : inner.start] if w not in _DETERMINERS]
    if ")" in between:
        between = between[between.index(")") + 1 :]
    return len(between) == 1 and between[0] in lexicon.word_class("inside_links")


def _is_its_aim(outer: InstrumentMention, inner: Phrase) -> bool:
    """Whether an instrument in another's complement is only what that brings: "notes on a grant"."""
    reading = inner.reading
    brings = reading.lowers[outer.phrase.end : inner.start][:1] in (["on"], ["for"])
    bare = inner.determiner in {"a", "an"} and inner.noun.strength in {"governed", "signed"}
    return brings and bare and outer.phrase.noun.strength != "signed"


def _takeovers(reading: Reading, found: list[InstrumentMention]) -> list[InstrumentMention]:
    """Return the takeovers told by a verb, but for those that an agreement is named for."""
    named = {
        m.phrase.sentence.index
        for m in found
        if m.phrase.noun.type in {None, "merger_acquisition", "letter_of_intent", "contract"}
        and introduces(reading, m)
    }
    told = []
    acquiring = lexicon.word_class("acquiring")
    for sentence in reading.sentences:
        if sentence.index in named:
            continue
        for at in range(sentence.first, sentence.last):
            if reading.lowers[at] not in acquiring:
                continue
            hit = takeover_at(reading, sentence, at)
            if hit is not None:
                phrase, event, buyers, target = hit
                told.append(
                    InstrumentMention(
                        phrase, event, owners=buyers, others=[target], introduces=True
                    )
                )
                break
    return told
