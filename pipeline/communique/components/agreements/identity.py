"""Whether two phrases speak of the same instrument.

A full phrase is a new instrument unless it shares a quoted name, its modifiers or a defined short
form with one before it. A short form ("the MoU", "this deal") is joined only where exactly one
instrument can be meant; where several can, it is left alone.
"""

from __future__ import annotations

from communique.components.agreements.apart import is_older_one, made_on_another_day, told_apart
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.retelling import (
    formalised,
    in_its_terms,
    put_in_writing,
    restated,
    signed_by_people,
    signed_for_states,
    stands_for,
    to_this_effect,
)

_GENERIC = frozenset({"any", "?"})
#: How many sentences back "this document" may stand for an instrument.
_DEMONSTRATIVE_REACH = 2


def named_again(mention: InstrumentMention, found: list[Instrument]) -> Instrument | None:
    """Return the instrument that a phrase with words of its own names again."""
    phrase = mention.phrase
    for instrument in found:
        short = phrase.text in instrument.aliases or bool(
            set(phrase.modifiers) & {a.lower() for a in instrument.aliases if a.isupper()}
        )
        if short and not mention.indefinite and not told_apart(mention, instrument):
            return instrument
    if phrase.known and not any(phrase.text in i.aliases for i in found):
        return next(
            (i for i in found if any(m.phrase.text == phrase.text for m in i.mentions)), None
        )
    if _known_as(mention):
        return next((i for i in reversed(found) if _alike(mention, i) and not i.plural), None)
    if found and (
        signed_by_people(mention, found[-1])
        or put_in_writing(mention, found[-1])
        or in_its_terms(mention, found[-1])
        or to_this_effect(mention)
        or formalised(mention, found[-1])
    ):
        return found[-1]
    own = {*phrase.telling, *phrase.topic}
    for_states = [i for i in found if signed_for_states(mention, i)]
    if len(for_states) == 1:
        return for_states[0]
    candidates = []
    for instrument in reversed(found):
        if instrument.mentions[0].phrase.known:  # "the Paris Agreement" has that name alone
            continue
        if not _may_be(mention, instrument) or told_apart(mention, instrument):
            continue
        if phrase.quoted and phrase.quoted in instrument.quoted():
            return instrument
        if phrase.quoted and instrument.quoted():
            continue
        theirs = instrument.words()
        nouns = {word for m in instrument.mentions for word in m.phrase.noun.lemma.split()}
        if (
            (mention.definite and bool(own) and own <= nouns)
            or _one_change_of_hands(mention, instrument)
            or restated(mention, instrument, own, theirs)
            or _called_the_same(mention, instrument)
            or (own and theirs and _related(own, theirs) and _alike(mention, instrument))
        ):
            candidates.append(instrument)
        elif (
            mention.introduces
            and instrument.in_headline_only
            and not (own and theirs and not own & theirs and _names_another(mention))
        ):
            if not mention.phrase.sentence.headline and (
                instrument.plural == phrase.noun.plural or not instrument.plural
            ):
                candidates.append(instrument)
        elif mention.introduces and _alike(mention, instrument) and (not own or not theirs):
            sides = (*mention.parties, *mention.affiliations)
            same_parties = bool(instrument.names() & {e.ref or e.text for e in sides})
            if (same_parties and not mention.indefinite) or (
                same_parties
                and mention.event is not None
                and mention.event.voice != "participle"  # "an MoU that they signed in 2020"
                and mention.event.status in {"signed", "announced"}
                and not instrument.recalled
            ):
                candidates.append(instrument)
    return candidates[0] if len(candidates) == 1 else _closest(mention, candidates)


def _names_another(mention: InstrumentMention) -> bool:
    """Whether it is no telling again of a headline: "the B Agreement", or a name of which nothing is told."""
    return mention.definite or (mention.phrase.proper and mention.event is None)


def _called_the_same(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether a proper name has a modifier of its own, told before: "the Implementation Agreement on X"."""
    phrase = mention.phrase
    if not (mention.definite and phrase.proper and phrase.telling) or phrase.noun.plural:
        return False
    return any(
        m.phrase.proper
        and m.phrase.noun.lemma == phrase.noun.lemma
        and not m.phrase.noun.plural
        and set(m.phrase.telling) == set(phrase.telling)
        and m.phrase.sentence.index != phrase.sentence.index
        for m in instrument.mentions
    )


def _known_as(mention: InstrumentMention) -> bool:
    """Whether another name is given to an instrument: "also known as the A Convention"."""
    phrase, lowers = mention.phrase, mention.phrase.reading.lowers
    before = [
        w
        for w in lowers[max(phrase.sentence.first, phrase.start - 5) : phrase.start]
        if w[0].isalpha() and w != "the"
    ]
    return before[-2:] == ["known", "as"] or before[-2:] == ["be", "named"]


def _related(own: set[str], theirs: set[str]) -> bool:
    """Whether one set of words holds the other, an acronym standing for its words."""
    if own <= theirs or theirs <= own:
        return True
    mine, other = own - theirs, theirs - own
    for short, long in ((mine, other), (other, mine)):
        if len(short) == 1 and 1 < len(long) == len(next(iter(short))):
            return sorted(next(iter(short))) == sorted(w[0] for w in long)
    return False


def _one_change_of_hands(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether both speak of the sale of the same body: "the sale of A", "the acquisition of A"."""
    if mention.phrase.noun.type != "merger_acquisition" or mention.phrase.noun.plural:
        return False
    if not all(m.phrase.noun.type == "merger_acquisition" for m in instrument.mentions):
        return False
    targets = _targets(mention)
    theirs: set[str] = set().union(*(_targets(m) for m in instrument.mentions))
    if targets and theirs:
        return bool(targets & theirs)
    named = {e.ref or e.text for e in mention.parties}
    return bool(named & instrument.names()) or not (named and instrument.recalled)


def _targets(mention: InstrumentMention) -> set[str]:
    """Return what changes hands: the names in "the sale of A"."""
    phrase = mention.phrase
    named = phrase.reading.entities_in(phrase.last, phrase.name_last)
    return {e.ref or e.text for e in named if e.kind == "organization"} | {
        word for word in phrase.topic if any(c.isalpha() for c in word) and "." in word
    }


def _closest(mention: InstrumentMention, candidates: list[Instrument]) -> Instrument | None:
    """Return the only candidate that shares all words with the phrase, or its proper name."""
    own = {*mention.phrase.modifiers, *mention.phrase.topic}
    exact = [c for c in candidates if own and own <= c.words()]
    if len(exact) > 1 and mention.definite and mention.phrase.proper:
        named = mention.phrase.text
        same = [c for c in exact if any(m.phrase.text == named for m in c.mentions)]
        return same[-1] if same else None  # they stand in order from the last to the first
    return exact[0] if len(exact) == 1 else None


def _may_be(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether the nouns allow the two to be one."""
    noun = mention.phrase.noun
    for other in instrument.mentions:
        theirs = other.phrase.noun
        if noun.plural != theirs.plural and not other.phrase.sentence.headline:
            continue
        if (noun.type == "joint_statement") != (theirs.type == "joint_statement"):
            continue  # the release itself, and what it speaks of
        if noun.lemma == theirs.lemma or noun.type == theirs.type or "any" in noun.stands_for:
            return True
        if "any" in theirs.stands_for or (theirs.type or "?") in noun.stands_for:
            return True
        if (noun.type or "?") in theirs.stands_for:
            return True
    return False


def _alike(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether noun and number agree closely."""
    noun = mention.phrase.noun
    return any(
        noun.plural == m.phrase.noun.plural
        and (
            noun.lemma == m.phrase.noun.lemma
            or noun.type == m.phrase.noun.type
            or mention.phrase.quoted is not None
            or not _GENERIC.isdisjoint(noun.stands_for | m.phrase.noun.stands_for)
        )
        for m in instrument.mentions
    )


def only_short(mention: InstrumentMention, found: list[Instrument]) -> bool:
    """Whether a bare definite phrase is rather a short form of an instrument named before."""
    phrase = mention.phrase
    if (
        bool(phrase.telling or phrase.topic or phrase.known)
        or mention.indefinite
        or is_older_one(mention)
        or not (mention.definite or phrase.reading.texts[phrase.head][0].isupper())
    ):
        return False
    if phrase.modifiers:  # "replaces the bilateral agreement of 1994"
        found = [i for i in found if not told_apart(mention, i)]
    if _tells_partners(mention, found):
        return True
    if len(mention.others) > 1:  # "the Agreement between A and B"
        sides = {e.ref or e.text for e in mention.others}
        found = [i for i in found if not i.names() or sides & i.names()]
    return any(stands_for(mention, i) and not made_on_another_day(mention, i) for i in found)


def _tells_partners(mention: InstrumentMention, found: list[Instrument]) -> bool:
    """Whether "The agreement was reached with A" says with whom the one just told was made."""
    if not found or mention.event is None or mention.event.voice != "passive":
        return False
    last = found[-1]
    told = last.mentions[-1]
    near = mention.phrase.sentence.index - told.phrase.sentence.index == 1
    open_end = not any(m.others or m.inside for m in last.mentions)
    return near and open_end and not last.recalled and stands_for(mention, last)


def referent(mention: InstrumentMention, found: list[Instrument]) -> Instrument | None:
    """Return the one instrument that a short form can mean, or None."""
    phrase, noun = mention.phrase, mention.phrase.noun
    if phrase.determiner in {"a", "an", "any", "no", "each", "such"}:
        return None
    before = [
        i for i in found if i.mentions[0].phrase.head < phrase.head or phrase.sentence.headline
    ]
    capital = phrase.reading.texts[phrase.head][0].isupper()
    if not mention.definite and not capital and not phrase.sentence.headline:
        return None
    if _told_by_parties(mention, before) or is_older_one(mention):
        before = [i for i in before if not told_apart(mention, i)]
    own = set(phrase.telling)
    if phrase.determiner in {"our", "your", "my", "their"} and noun.strength != "certain":
        return None
    if noun.strength == "signed":
        before = [i for i in before if any(m.phrase.noun.lemma == noun.lemma for m in i.mentions)]
    same = [
        i
        for i in before
        if any(
            m.phrase.noun.lemma == noun.lemma and m.phrase.noun.plural == noun.plural
            for m in i.mentions
        )
    ]
    kinds = [i for i in before if stands_for(mention, i)]
    for candidates in (same, kinds):
        fitting = [i for i in candidates if not own or own & i.words() or not i.words()]
        if own and not fitting and noun.strength == "governed":
            fitting = candidates
        fresh = [i for i in fitting if not i.recalled]
        if len(fresh) == 1:
            return fresh[0]
        if len(fitting) == 1:
            return fitting[0]
        if len(fresh) > 1 or len(fitting) > 1:
            return _last_told(mention, fresh or fitting)
    return None


def _last_told(mention: InstrumentMention, candidates: list[Instrument]) -> Instrument | None:
    """Return the only one of several instruments that the paragraph spoke of before.

    "This document was signed by A" is of the one named last, right before.
    """
    phrase = mention.phrase
    told = [
        (m.phrase.head, n, m.phrase.sentence)
        for n, i in enumerate(candidates)
        for m in i.mentions
        if m.phrase.head < phrase.head
    ]
    if phrase.determiner == "this" and told:
        _, last, sentence = max(told, key=lambda t: t[0])
        near = phrase.sentence.index - sentence.index <= _DEMONSTRATIVE_REACH
        return candidates[last] if near else None
    here = {n for _, n, s in told if s.paragraph == phrase.sentence.paragraph}
    return candidates[here.pop()] if len(here) == 1 else None


def _told_by_parties(mention: InstrumentMention, found: list[Instrument]) -> bool:
    return bool(mention.others or mention.inside) and bool(found)
