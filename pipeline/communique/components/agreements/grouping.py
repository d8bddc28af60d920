"""From mentions to instruments: short forms and headlines joined, sums and plurals parted."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.identity import named_again, only_short, referent
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.namelists import name_list
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity

#: Determiners by which a plural may mean all instruments told before.
_ALL = frozenset({"the", "these", "both"})


def group(mentions: list[InstrumentMention]) -> list[Instrument]:
    """Return the instruments that the mentions speak of, in order of first mention."""
    found: list[Instrument] = []
    waiting: list[InstrumentMention] = []
    for mention in mentions:
        known = named_again(mention, found)
        if known is not None:
            _join(known, mention)
        elif mention.introduces and not only_short(mention, found):
            instrument = Instrument([mention])
            instrument.aliases.update(_short_forms(mention.phrase))
            found.append(instrument)
        else:
            waiting.append(mention)
    for mention in waiting:
        target = referent(mention, found)
        for instrument in [target] if target is not None else _each_of(mention, found):
            _join(instrument, mention)
    for instrument in found:
        instrument.mentions.sort(key=lambda m: m.phrase.head)
    return [part for instrument in _without_sums(found) for part in _parted(instrument)]


def _each_of(mention: InstrumentMention, found: list[Instrument]) -> list[Instrument]:
    """Return all that a plural means: "signed a loan and a grant agreement. The agreements were signed by A"."""
    phrase, event = mention.phrase, mention.event
    signed = event is not None and event.verb.reach == "makes" and not event.planned
    signed = signed and all(e.kind == "person" for e in mention.owners)
    if not (signed and phrase.noun.plural and phrase.bare and phrase.determiner in _ALL):
        return []
    told = [
        i
        for i in found
        if not (i.plural or i.recalled)
        and i.mentions[0].phrase.head < phrase.head
        and (
            "any" in phrase.noun.stands_for
            or any(m.phrase.noun.lemma == phrase.noun.lemma for m in i.mentions)
        )
    ]
    counted = _count(phrase) or (2 if phrase.determiner == "both" else len(told))
    return told if len(told) == counted else []


def _parted(instrument: Instrument) -> list[Instrument]:
    """Part a plural that the text tells apart by its parties.

    "bilateral treaties with A and B", "three MoUs with A, B and C", "A and B signed MoUs with C
    and D respectively".
    """
    mention = instrument.main
    phrase = mention.phrase
    others = [e for e in mention.others if e.kind in {"organization", "place"}]
    owners = [e for e in mention.owners if e.kind in {"organization", "place"}]
    ways = (_one_by_one(m, owners) for m in instrument.mentions)
    if instrument.plural and len(each := max(ways, key=len)) > 1:
        return [
            Instrument(instrument.mentions, instrument.aliases, told=pair, alone=True)
            for pair in each
        ]
    if not instrument.plural or len(others) < 2:
        return [instrument]
    if "with" not in phrase.reading.lowers[phrase.end : others[0].first]:
        return [instrument]
    lowers = phrase.reading.lowers[phrase.end : phrase.sentence.last]
    if "respectively" in lowers and len(owners) == len(others):
        pairs = [[owner, other] for owner, other in zip(owners, others, strict=True)]
    elif (
        _one_for_each(mention)
        or _count(phrase) == len(others)
        or all(_right_behind_with(phrase, e) for e in others)
    ):
        pairs = [[*owners, other] for other in others]
    else:
        return [instrument]
    return [
        Instrument(instrument.mentions, instrument.aliases, told=pair, alone=True) for pair in pairs
    ]


def _right_behind_with(phrase: Phrase, entity: Entity) -> bool:
    """Whether "with" stands right before a name: "MoUs with A and with the B"."""
    before = phrase.reading.lowers[entity.first - 2 : entity.first]
    return before[-1:] == ["with"] or before == ["with", "the"]


def _one_for_each(mention: InstrumentMention) -> bool:
    """Whether each partner has its own: "bilateral treaties", "has trade agreements with A and B"."""
    held = mention.event is not None and mention.event.verb.lemma == "have"
    states = all(e.kind == "place" for e in mention.others)
    return "bilateral" in mention.phrase.modifiers or (held and states)


def _one_by_one(mention: InstrumentMention, owners: list[Entity]) -> list[list[Entity]]:
    """Return the parties of each of "two MoUs, one between A and B and another with C"."""
    phrase = mention.phrase
    reading, last = phrase.reading, phrase.sentence.last
    found = []
    starts = [
        at
        for at in range(phrase.end, last - 1)
        if reading.lowers[at] in lexicon.word_class("each_words")
        and reading.lowers[at + 1] in {"between", "with"}
    ]
    for at, stop in zip(starts, [*starts[1:], last], strict=False):
        members, _ = name_list(reading, at + 2, stop)
        if members:
            alone = reading.lowers[at + 1] == "with"
            sides = [*owners, *members] if alone else members
            if len(sides) > 1:
                found.append(sides)
    return found


def _count(phrase: Phrase) -> int:
    """Return the number before the noun: "three MoUs", 0 where none stands there."""
    words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"]
    return next((n for n, word in enumerate(words, 2) if word in phrase.praise), 0)


def _join(instrument: Instrument, mention: InstrumentMention) -> None:
    instrument.mentions.append(mention)
    instrument.aliases.update(_short_forms(mention.phrase))


def _short_forms(phrase: Phrase) -> set[str]:
    """Return the short forms that a phrase defines, and the initials of a proper name."""
    found = set(phrase.aliases)
    if phrase.proper:
        words = phrase.reading.texts[phrase.first : phrase.last]
        initials = "".join(w[0] for w in words if w[0].isupper())
        if len(initials) > 2:
            found.add(initials)
    return found


def _without_sums(found: list[Instrument]) -> list[Instrument]:
    """Give a plural that only sums up instruments named one by one to each of them.

    "signed two MoUs … The MoU on ports … The MoU on rail …" is two instruments, both signed.
    """
    kept: list[Instrument] = []
    for instrument in found:
        members = [i for i in found if i is not instrument and _sums(instrument, i)]
        if instrument.plural and len(members) > 1 and not _parties_told(instrument, members):
            for member in members:
                member.mentions += instrument.mentions
            continue
        kept.append(instrument)
    return kept


def _sums(total: Instrument, member: Instrument) -> bool:
    words = total.words()
    if all(m.status == "in_force" for m in total.mentions):
        return False
    if member.plural or (words and not words <= member.words()):
        return False
    if not any(
        m.phrase.noun.lemma == t.phrase.noun.lemma
        or ("any" in t.phrase.noun.stands_for and not words)
        for m in member.mentions
        for t in total.mentions
    ):
        return False
    if not member.recalled:
        return True
    later = member.mentions[0].phrase.head > total.mentions[0].phrase.head
    told = any(m.event is not None or m.phrase.year is not None for m in member.mentions)
    return later and not told and bool(member.words()) and not total.recalled


def _parties_told(total: Instrument, members: list[Instrument]) -> bool:
    named: set[str] = set().union(*(m.names() for m in members))
    return bool(total.names()) and bool(named) and not total.names() & named
