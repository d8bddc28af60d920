"""Instruments that a list tells one by one, with what the words before it say of them all.

"The following documents were signed on 3 May in the presence of A: 1. Agreement on … 2. Memorandum
…", "A signed: - a memorandum with B; - …". Each item takes the event of the words before the colon,
and with it date, subject and who was there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event, Voice, negated, planned
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.namelists import PARTY_KINDS, groups
from communique.components.agreements.reading import Reading, Sentence
from communique.components.agreements.subjects import subject

#: How many sentences or lines a list may have.
_ITEMS = 20
#: How many words may stand before an instrument in its item: "2.", "(b) the signing of a".
_OPENING = 6
_MARKS = frozenset("-–—•*·◦▪●(")


def spread_openings(reading: Reading, found: list[InstrumentMention]) -> None:
    """Give the event of each list's opening to its items; a plural that opens a list is left out."""
    by_sentence: dict[int, list[InstrumentMention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.phrase.sentence.index, []).append(mention)
    for sentence, colon in _openings(reading):
        here = by_sentence.get(sentence.index, [])
        before = [m for m in here if m.phrase.end <= colon]
        if any(not (m.phrase.noun.plural or _is_a_topic(m)) for m in before):
            continue
        event = _event_in(reading, sentence, colon)
        items = [m for m in _items(reading, sentence, colon, by_sentence) if _takes(m)]
        if event is None or not items:
            continue
        for item in items:
            _open(reading, item, event, sentence, before)
        for total in before:
            found.remove(total)


def _is_a_topic(mention: InstrumentMention) -> bool:
    """Whether it only says what others are of: "documents of cooperation"."""
    phrase = mention.phrase
    return (
        phrase.bare
        and phrase.determiner is None
        and phrase.noun.strength == "signed"
        and phrase.reading.lowers[phrase.start - 1] == "of"
    )


def spread_sums(reading: Reading, found: list[InstrumentMention]) -> None:
    """Give the event of several to those told behind them: "signed two pacts. They include a …"."""
    by_sentence: dict[int, list[InstrumentMention]] = {}
    for mention in found:
        by_sentence.setdefault(mention.phrase.sentence.index, []).append(mention)
    for index, items in by_sentence.items():
        sentence = reading.sentences[index]
        opening = reading.lowers[sentence.first : sentence.first + 2]
        totals = [m for m in by_sentence.get(index - 1, []) if m.phrase.noun.plural]
        includes = set(opening[1:]) & lexicon.word_class("including")
        if opening[:1] not in (["they"], ["these"]) or not includes or not totals:
            continue
        total, event = totals[0], totals[0].event
        members = [m for m in items if _takes(m)]
        if event is None or event.verb.reach != "makes":
            continue
        for member in members:
            _open(reading, member, event, total.phrase.sentence, totals)
        if len(members) > 1:
            for told in totals:
                found.remove(told)


def spread_givers(found: list[InstrumentMention]) -> None:
    """Name who gives each of several: "A awarded three grants. B will receive a grant of …"."""
    giver: InstrumentMention | None = None
    for mention in found:
        event, phrase = mention.event, mention.phrase
        if event is None or phrase.noun.type not in {"financing", "contract"}:
            continue
        if phrase.noun.plural and event.voice == "active" and event.verb.lemma == "award":
            given = any(e.kind in PARTY_KINDS for e in mention.owners)
            giver = mention if given else None
        elif giver is not None and mention.won and phrase.noun.lemma == giver.phrase.noun.lemma:
            near = phrase.sentence.index - giver.phrase.sentence.index <= _ITEMS
            if near and not mention.others and not mention.inside:
                mention.others = [e for e in giver.owners if e.kind in PARTY_KINDS]


def _openings(reading: Reading) -> Iterator[tuple[Sentence, int]]:
    """Yield the sentences with a colon that is followed by a list, each with the colon's word."""
    for sentence in reading.sentences:
        for at in range(sentence.first + 1, sentence.last):
            if reading.texts[at] == ":" and not reading.texts[at - 1].isdigit():
                yield sentence, at
                break


def _event_in(reading: Reading, sentence: Sentence, colon: int) -> Event | None:
    """Return the signing that the words before a colon tell."""
    for at in range(colon - 1, sentence.first - 1, -1):
        hit = lexicon.verbs().at(reading.lowers, at, colon)
        if hit is None or not isinstance(hit[1], tuple):
            continue
        verb = next((v for v in hit[1] if v.reach == "makes" and v.particle is None), None)
        if verb is None:
            continue
        before = reading.lowers[max(sentence.first, at - 6) : at]
        passive = bool(lexicon.word_class("be") & set(before[-3:])) and verb.participle
        if negated(reading, sentence.first, at):
            return None
        voice: Voice = "noun" if verb.noun or verb.ing else "passive" if passive else "active"
        ahead = planned(reading, sentence.first, at) or bool({"will", "to"} & set(before[-2:]))
        return Event(verb, voice, at, hit[0], planned=ahead)
    return None


def _items(
    reading: Reading,
    sentence: Sentence,
    colon: int,
    by_sentence: dict[int, list[InstrumentMention]],
) -> list[InstrumentMention]:
    """Return the instruments that open the items of the list behind a colon."""
    found = [
        m
        for m in by_sentence.get(sentence.index, [])
        if m.phrase.start > colon and _opens_item(reading, colon + 1, m.phrase.start)
    ]
    if colon < sentence.last - 1 and not found:
        return []
    for line in reading.sentences[sentence.index + 1 : sentence.index + 1 + _ITEMS]:
        words = reading.texts[line.first : line.last]
        if not any(len(w) > 1 and w[0].isalpha() for w in words):
            continue  # the number of an item alone
        first = next(iter(by_sentence.get(line.index, [])), None)
        marked = words[0] in _MARKS or words[0].isdigit() or (len(words) > 1 and words[1] == ")")
        if (
            first is not None
            and first.phrase.start - line.first <= _OPENING
            and (marked or not _has_verb_before(reading, line.first, first.phrase.start))
        ):
            found.append(first)
        elif not marked:
            break
    return found


def _opens_item(reading: Reading, first: int, start: int) -> bool:
    """Whether a word opens an item of a list within a sentence."""
    at = start - 1
    while at >= first and not (reading.texts[at] in ";,:" or reading.lowers[at] == "and"):
        word = reading.texts[at]
        if len(word) > 2 and word[0].isalpha():
            return False
        at -= 1
    return True


def _has_verb_before(reading: Reading, first: int, start: int) -> bool:
    return any(
        reading.lowers[at] in lexicon.word_set("finite_verbs")
        or reading.lowers[at] in lexicon.word_class("auxiliaries")
        for at in range(first, start)
    )


def _takes(mention: InstrumentMention) -> bool:
    """Whether an item says nothing of its own of how it was made."""
    return mention.event is None or not mention.event.finite


def _open(
    reading: Reading,
    item: InstrumentMention,
    event: Event,
    opening: Sentence,
    before: Sequence[InstrumentMention],
) -> None:
    told_apart = item.event
    item.event, item.opening = event, opening
    if item.behind is None and told_apart is not None:
        item.behind = told_apart
    sides = [e for e in (*item.others, *item.inside) if e.kind in PARTY_KINDS]
    if event.voice == "active" and len(sides) < 2:
        item.owners = list(subject(reading, event, opening.first).heads)
        item.group = item.group or groups(reading, opening.first, event.first)
    for total in before:
        if not sides:
            item.others, item.links = list(total.others), dict(total.links)
        item.group = item.group or total.group
