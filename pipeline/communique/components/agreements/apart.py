"""Whether the text itself says that two instruments are different: of another year, partner or age."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.event_dates import event_date
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention


def told_apart(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Tell whether the text itself says that the two are different."""
    phrase = mention.phrase
    if any(m is mention.leads for m in instrument.mentions):
        return True
    lead = mention.leads
    while lead is not None:
        if lead in instrument.mentions:
            return True
        lead = lead.leads
    if _party_to_another(mention, instrument) or _other_money(mention, instrument):
        return True
    if _replaced(mention, instrument) or _of_another_year(mention, instrument):
        return True
    if is_older_one(mention) and not instrument.recalled and not instrument.in_headline_only:
        return True
    other = {"similar", "another", "separate", "second"} & phrase.praise
    if (other or _made_besides(mention)) and mention.indefinite and not instrument.in_headline_only:
        return True
    if _made_anew(mention, instrument) or _won_by_another(mention, instrument):
        return True
    years = {m.phrase.year.value for m in instrument.mentions if m.phrase.year is not None}
    if phrase.year is not None and years and phrase.year.value not in years:
        return True
    if made_on_another_day(mention, instrument):
        return True
    inside = {e.ref or e.text for e in mention.inside}
    places = {e.ref or e.text for m in instrument.mentions for e in m.parties if e.kind == "place"}
    if len(inside) > 1 and places and not inside & places:
        return not instrument.in_headline_only  # "the A-B treaty" is not that with C
    # for whom somebody signed is told by a short form: "signed it on behalf of the school"
    named = [e for e in mention.others if mention.links.get(e.first) != "on"]
    mine = {e.ref or e.text for e in named}
    complete = len(instrument.names()) > 1 and mention.event is not None
    if mine and complete and not mine & instrument.names():
        return not instrument.in_headline_only
    theirs = {e.ref or e.text for m in instrument.mentions for e in m.others}
    if not mine or not theirs:
        mine = {e.ref or e.text for e in mention.inside}
        theirs = {e.ref or e.text for m in instrument.mentions for e in m.inside}
    owners = {e.ref or e.text for e in mention.owners}
    if mine and theirs and not mine & (theirs | instrument.names()) and not theirs & owners:
        return not instrument.in_headline_only
    return False


def _made_anew(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether "signed a revised MoU" makes another than the one only recalled before."""
    event = mention.event
    made = event is not None and event.status == "signed" and event.finite
    dated = instrument.recalled and any(m.year or m.made_date for m in instrument.mentions)
    return made and mention.indefinite and dated


def _won_by_another(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether another is given it: "A will receive a grant of …. B was awarded a grant of …"."""
    mine = {e.ref or e.text for e in mention.owners if mention.won}
    theirs = {e.ref or e.text for m in instrument.mentions if m.won for e in m.owners}
    apart = bool(mine) and bool(theirs) and not mine & theirs
    return apart and mention.indefinite and not instrument.in_headline_only


def _made_besides(mention: InstrumentMention) -> bool:
    """Whether it was made besides what was told before: "has also signed a letter of intent"."""
    event, phrase = mention.event, mention.phrase
    if event is None or event.voice != "active" or event.first > phrase.start:
        return False
    lowers, first = phrase.reading.lowers, phrase.sentence.first
    opening = tuple(lowers[first : first + 2])
    return "also" in lowers[max(first, event.first - 2) : event.first] or opening in {
        ("in", "addition"),
        ("separately", ","),
        ("additionally", ","),
    }


def _other_money(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether one is a loan and the other a grant."""
    kinds = lexicon.word_class("money_given")
    theirs = kinds & {m.phrase.noun.lemma for m in instrument.mentions}
    mine = mention.phrase.noun.lemma
    return mine in kinds and bool(theirs) and mine not in theirs


def _party_to_another(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether "both are parties to the A Treaty", named by a word of its own, is not this one."""
    phrase = mention.phrase
    before = phrase.reading.lowers[max(phrase.sentence.first, phrase.start - 2) : phrase.start]
    party = before[-1:] == ["to"] and bool(lexicon.word_class("party_words") & set(before))
    return party and not instrument.recalled and bool(set(phrase.modifiers) - instrument.words())


def is_older_one(mention: InstrumentMention) -> bool:
    """Tell whether it is said to be older than the one spoken of: "the previous agreement"."""
    return bool(mention.phrase.praise & lexicon.word_class("older_words"))


def _replaced(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether the instrument is what takes the other's place: "which replaces the agreement"."""
    event, index = mention.event, mention.phrase.sentence.index
    if event is None or event.voice != "active" or event.verb.lemma not in {"replace", "supersede"}:
        return False
    return not instrument.recalled or any(
        m.phrase.sentence.index == index for m in instrument.mentions
    )


def _of_another_year(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether "the agreement of 1994" is older than this one, of which a day or a year is told."""
    year = mention.year
    if year is None or year.value is None or mention.phrase.sentence.headline:
        return False
    told = {m.year.value or "" for m in instrument.mentions if m.year is not None}
    told |= {d for m in instrument.mentions if (d := m.made_on or _day_of(m)) is not None}
    return bool(told) and not any(
        t.startswith(year.value) or year.value.startswith(t) for t in told if t
    )


def made_on_another_day(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Tell whether "the MoU signed in 2021" tells it from this one: of another day, or just named."""
    day = mention.made_on
    if day is None or mention.phrase.sentence.headline:
        return False
    days = {d for m in instrument.mentions if (d := m.made_on or _day_of(m)) is not None}
    if days:
        return not any(d.startswith(day) or day.startswith(d) for d in days)
    if all(m.phrase.sentence.headline for m in instrument.mentions) or _set_off(mention):
        return False
    here = any(
        m.phrase.sentence.index == mention.phrase.sentence.index for m in instrument.mentions
    )
    return here or any(m.status in {"terminated", "renewed"} for m in instrument.mentions)


def _set_off(mention: InstrumentMention) -> bool:
    """Whether commas set off when it was made, so that it is told of the one known: "the pact, signed in 2014,"."""
    phrase = mention.phrase
    comma = phrase.reading.texts[phrase.end : phrase.end + 1] == [","]
    return comma and phrase.bare and phrase.determiner in {"the", "this"}


def _day_of(mention: InstrumentMention) -> str | None:
    if mention.event is None or mention.event.status not in {"signed", "announced"}:
        return None
    date = event_date(mention.phrase.reading, mention.event, mention.phrase.sentence)
    return date.value if date is not None else None
