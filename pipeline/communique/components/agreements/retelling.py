"""Whether a phrase tells again, in other words, what was just told.

"signed an MoU … the signing of the AI MoU", "signed an MoU … A and B signed an agreement", "The
agreement was formalised in an MoU".
"""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention

#: How many sentences after an instrument it may be told again as if it were new.
_NEXT = 1
#: How many sentences after its states the bodies that signed it may stand.
_LEAD = 4
_PAIR = 2


def restated(
    mention: InstrumentMention, instrument: Instrument, own: set[str], theirs: set[str]
) -> bool:
    """Tell whether a phrase says again, more or less fully, what was just made.

    "signed an MoU … the signing of the AI MoU"; "a partnership with A … signed a sales agreement
    with A"; "announce an agreement … announced an agreement with A".
    """
    if not mention.introduces or mention.event is None or instrument.recalled:
        return False
    noun, first = mention.phrase.noun, instrument.mentions[0]
    if noun.plural != first.phrase.noun.plural or mention.status in {"referenced", "in_force"}:
        return False
    others = {e.ref or e.text for e in mention.others}
    shared = others & {e.ref or e.text for m in instrument.mentions for e in m.others}
    loose = any(s.strength == "governed" for s in (noun, first.phrase.noun))
    if shared and loose and noun.type != "financing":
        return True
    if noun.lemma != first.phrase.noun.lemma and noun.type != first.phrase.noun.type:
        return False
    near = mention.phrase.sentence.index - first.phrase.sentence.index <= 2
    if first.phrase.shouted and near and not instrument.names() and mention.status == first.status:
        return True
    if own and not theirs and mention.phrase.determiner in {"the", "this", None}:
        return True
    return not own and not theirs and not instrument.names() and mention.status == first.status


def signed_by_people(mention: InstrumentMention, last: Instrument) -> bool:
    """Tell whether "A and B signed an agreement" says who signed the one just told."""
    event, phrase = mention.event, mention.phrase
    if event is None or event.voice != "active" or event.verb.reach != "makes" or event.planned:
        return False
    people = bool(mention.owners) and all(e.kind == "person" for e in mention.owners)
    if not people or not phrase.bare or not mention.indefinite or mention.others:
        return False
    made = last.mentions[-1].status == "signed" and bool(last.names()) and not last.plural
    return made and _near(mention, last) and stands_for(mention, last)


def signed_for_states(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Tell whether two bodies signed what two states were said to: "Peru and Oman sign an MoU. An MoU was …".

    The words of one must not tell it from the other, and nothing may say that it is a further one.
    """
    phrase, event = mention.phrase, mention.event
    told = {e.kind for e in mention.parties}
    before = [m for m in instrument.mentions if m.parties]
    states = all(e.kind == "place" for m in before for e in m.parties)
    if told != {"organization"} or len(instrument.names()) < _PAIR or not states:
        return False
    made = event is not None and event.status == "signed" and event.finite
    kinds = {(m.phrase.noun.type, m.phrase.noun.plural) for m in instrument.mentions}
    alike = (phrase.noun.type, phrase.noun.plural) in kinds and phrase.noun.type == "mou"
    further = {"also", "another", "second", "separate"} & set(
        phrase.reading.lowers[phrase.sentence.first : phrase.end]
    )
    own, theirs = {*phrase.modifiers, *phrase.topic}, instrument.words()
    related = not own or not theirs or bool(own & theirs)
    last = instrument.mentions[-1].phrase.sentence.index
    near = last < _LEAD or phrase.sentence.index - last <= _LEAD
    return made and alike and related and near and not further and not instrument.recalled


def to_this_effect(mention: InstrumentMention) -> bool:
    """Tell whether it only puts down what was just told: "signed an MoU to this effect"."""
    phrase = mention.phrase
    behind = phrase.reading.lowers[phrase.end : phrase.end + 3]
    return behind in (["to", "this", "effect"], ["to", "that", "effect"])


def formalised(mention: InstrumentMention, last: Instrument) -> bool:
    """Tell whether it seals what was told: "The partnership was formalised through the signing of an MoU"."""
    phrase = mention.phrase
    if not mention.indefinite or not _near(mention, last):
        return False
    words = phrase.reading.lowers[phrase.sentence.first : phrase.start]
    at = next((n for n, w in enumerate(words) if w in lexicon.word_class("formalised")), None)
    if at is None or words[:1] not in (["the"], ["this"]):
        return False
    by = {"through", "by", "in", "with", "via"} & set(words[at:])
    told = {m.phrase.noun.lemma for m in last.mentions} | lexicon.word_class("activities")
    return bool(by) and bool(told & set(words[1:at]))


def put_in_writing(mention: InstrumentMention, last: Instrument) -> bool:
    """Tell whether it is what was just called an agreement: "The agreement was formalised in an MoU"."""
    before = [m.phrase for m in last.mentions]
    loose = all(p.bare and p.determiner == "the" and "any" in p.noun.stands_for for p in before)
    loose = loose and all(m.event is not None and not m.others for m in last.mentions)
    certain = mention.phrase.noun.strength == "certain" and not mention.phrase.noun.plural
    return loose and certain and mention.indefinite and _near(mention, last)


def in_its_terms(mention: InstrumentMention, last: Instrument) -> bool:
    """Tell whether it is what the last one brings: "a loan agreement whereby A extends a loan"."""
    phrase, told = mention.phrase, last.mentions[-1].phrase
    if phrase.sentence.index != told.sentence.index or not mention.indefinite:
        return False
    lowers = phrase.reading.lowers
    between = lowers[told.end : phrase.start]
    opens = lowers[phrase.sentence.first] == "under" and told.start - phrase.sentence.first < 2
    opens = opens or "whereby" in between or between[:2] in (["under", "which"], ["by", "which"])
    noun = phrase.noun
    return opens and any(
        noun.lemma in {m.phrase.noun.lemma, *m.phrase.modifiers} for m in last.mentions
    )


def _near(mention: InstrumentMention, last: Instrument) -> bool:
    told = last.mentions[-1].phrase.sentence.index
    return mention.phrase.sentence.index - told <= _NEXT


def stands_for(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Tell whether the noun of a phrase may stand for an instrument: "the deal" for a contract."""
    noun = mention.phrase.noun
    for other in instrument.mentions:
        theirs = other.phrase.noun
        if noun.plural != theirs.plural:
            continue
        if noun.lemma == theirs.lemma or "any" in noun.stands_for:
            return True
        if (theirs.type or "?") in noun.stands_for or (noun.type and noun.type == theirs.type):
            return True
    return False
