"""The slots of an instrument that are read off its mentions: type, status, place, amounts."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.instruments import Instrument
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.mentions import InstrumentMention
from communique.components.agreements.parties import changes_hands
from communique.components.agreements.provenance import Told, status_rule
from communique.components.agreements.reading import Entity, Reading
from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.mentions import OrganizationType

#: What outweighs what where several mentions speak of one instrument.
_ORDER: tuple[AgreementStatus, ...] = (
    "terminated",
    "renewed",
    "signed",
    "announced",
    "planned",
    "in_force",
    "referenced",
)
#: How far behind a phrase without a verb of its own its amount may stand: "the deal, worth …".
_AMOUNT_REACH = 5
_STATES = frozenset({"place", "government", "intergovernmental"})


def status_of(instrument: Instrument) -> AgreementStatus:
    """Return the status: of what the mentions say, the weightiest."""
    return told_status(instrument).value


def told_status(instrument: Instrument) -> Told[AgreementStatus]:
    """Return the status with what says so."""
    said: dict[AgreementStatus, InstrumentMention] = {}
    for mention in instrument.mentions:
        if mention.introduces or _speaks_of(mention, instrument):
            said.setdefault(mention.status, mention)
    if instrument.signed_in and is_the_release(instrument) and said.keys() <= {"referenced"}:
        return Told("signed", "signed-apart", instrument.main)
    if said.keys() <= {"referenced"} and instrument.mentions[0].phrase.sentence.headline:
        noun = instrument.mentions[0].phrase.noun
        if noun.type in {"merger_acquisition", "financing"} or is_the_release(instrument):
            return Told("announced", "headline", instrument.mentions[0])
    if said.keys() <= {"referenced"} and instrument.main.phrase.noun.type == "financing":
        first = instrument.main.phrase
        near = first.reading.entities_in(first.start, min(first.end + 4, first.sentence.last))
        if any(e.kind == "money" for e in near):
            return Told("announced", "money-beside", instrument.main)
    opening = instrument.mentions[0]
    if opening.phrase.sentence.headline and opening.came_into_force:
        return Told("in_force", "in-force-words", opening)
    said.setdefault(opening.status, opening)
    if instrument.signed_in and said.keys() <= {"referenced", "announced", "in_force"}:
        return Told("signed", "signed-apart", instrument.main)
    adopted = "signed" in said and _only_adopted(instrument)
    forced = next((m for m in instrument.mentions if m.came_into_force and m.definite), None)
    if forced is not None and said.keys() <= {"referenced", "in_force"}:
        return Told("in_force", "in-force-words", forced)
    if "planned" in said and ("announced" in said or adopted) and ("signed" not in said or adopted):
        planned = [m for m in instrument.mentions if m.status == "planned" and m.event is not None]
        if planned:
            return Told("planned", status_rule(planned[0]), planned[0])
    status = next(status for status in _ORDER if status in said)
    if status == "signed" and "planned" in said and _only_talked(instrument):
        return Told("planned", status_rule(said["planned"]), said["planned"])
    if status == "signed" and "voluntary" in instrument.main.phrase.modifiers:
        return Told("announced", status_rule(said[status]), said[status])  # it binds nobody
    return Told(status, status_rule(said[status]), said[status])


def _only_adopted(instrument: Instrument) -> bool:
    """Whether nothing but its adoption is told: it opens for signature later."""
    made = _made_by(instrument)
    return bool(made) and all(verb.lemma in {"adopt", "adoption"} for verb in made)


def _only_talked(instrument: Instrument) -> bool:
    """Whether nothing was made but talks ended, and the signing is still ahead."""
    made, talks = _made_by(instrument), lexicon.word_class("talks") | {"negotiation"}
    return bool(made) and all(verb.noun and verb.lemma in talks for verb in made)


def _made_by(instrument: Instrument) -> list[Verb]:
    """Return the verbs that say that it was made."""
    told = [m for m in instrument.mentions if m.status == "signed"]
    return [m.event.verb for m in told if m.event is not None]


def is_the_release(instrument: Instrument) -> bool:
    """Tell whether a release is the joint statement that its title names."""
    phrase = instrument.mentions[0].phrase
    before = phrase.reading.lowers[phrase.sentence.first : phrase.start]
    opens = phrase.sentence.headline and (not before or before[-2:] == ["title", ":"])
    return opens and phrase.noun.type == "joint_statement" and not phrase.noun.plural


def _speaks_of(mention: InstrumentMention, instrument: Instrument) -> bool:
    """Whether a short form's verb tells the standing of the instrument itself."""
    if mention.event is None:  # "The Convention entered into force in 2009"
        return mention.came_into_force and mention.definite
    if mention.event.verb.lemma in {"continue", "have", "expand"}:
        return False
    lemmas = {m.phrase.noun.lemma for m in instrument.mentions if m.introduces}
    types = {m.phrase.noun.type for m in instrument.mentions if m.introduces}
    noun = mention.phrase.noun
    return noun.lemma in lemmas or noun.type in types or noun.type is None


def told_type(instrument: Instrument, kinds: Sequence[OrganizationType]) -> Told[AgreementType]:
    """Return the type: of the nouns, of their modifiers, else of the kinds of its parties."""
    main = instrument.main
    mentions = sorted(instrument.mentions, key=lambda m: (not m.introduces, m.phrase.head))
    for mention in mentions:
        noun = mention.phrase.noun
        if noun.strength == "certain" and noun.type is not None:
            return Told(noun.type, "noun", mention)
    own: Told[AgreementType] | None = None
    for mention in mentions:  # those that introduce it stand first
        kind = _type_of_mention(mention)
        if kind is not None:
            own = Told(
                kind, "noun" if kind == mention.phrase.noun.type else "words-beside", mention
            )
            break
    states = bool(kinds) and "place" in kinds and set(kinds) <= _STATES
    lemma = instrument.main.phrase.noun.lemma
    if (
        states
        and own is not None
        and own.value in {"contract", "cooperation_agreement"}
        and lemma in {"agreement", "contract"}
    ):
        return Told("treaty", "states-as-parties", main)
    pact = (
        own is not None and own.value == "treaty" and lemma in lexicon.word_class("private_pacts")
    )
    if pact and kinds and not set(kinds) & _STATES:
        return Told("cooperation_agreement", "several-parties", main)
    if own is not None:
        return own
    if states:
        return Told("treaty", "states-as-parties", main)
    if instrument.main.phrase.proper and not kinds and instrument.recalled:
        return Told("treaty", "proper-name", main)
    if len(kinds) > 1 and "company" in kinds and _is_for_delivery(main):
        return Told("contract", "words-beside", main)
    if len(kinds) > 1 and set(kinds) <= {"company"}:
        return Told("contract", "companies-as-parties", main)
    if len(kinds) > 1:
        return Told("cooperation_agreement", "several-parties", main)
    return Told("other", "nothing-told", main)


def _is_for_delivery(mention: InstrumentMention) -> bool:
    """Whether somebody is to deliver by it: "an agreement with A to supply pumps"."""
    phrase = mention.phrase
    last = min(phrase.sentence.last, max([phrase.end, *(e.last for e in mention.others)]) + 3)
    behind = phrase.reading.lowers[phrase.end : last]
    return any(a == "to" and b in lexicon.word_class("deal_verbs") for a, b in pairwise(behind))


def _type_of_mention(mention: InstrumentMention) -> AgreementType | None:
    phrase = mention.phrase
    noun = phrase.noun
    if noun.type is None and changes_hands(phrase):
        return "merger_acquisition"
    if noun.type is not None and noun.lemma not in {"contract", "arrangement"}:
        return noun.type
    table = lexicon.type_modifiers()
    words = [
        w
        for w in phrase.reading.lowers[phrase.first : phrase.head]
        if (w[0].isalnum() or w == "-") and w != "and"
    ]
    best: tuple[int, int] | None = None
    found: AgreementType | None = noun.type
    if found is None:
        for first in range(len(words)):
            for last in range(first + 1, min(len(words), first + 4) + 1):
                kind = table.get(tuple(words[first:last]))
                if kind is not None and (best is None or (last - first, last) > best):
                    best, found = (last - first, last), kind
    topic = phrase.topic
    if found is None and topic:
        for first in range(len(topic) - 1):
            kind = table.get(topic[first : first + 2])
            if kind is not None:
                return kind
        opening = table.get(topic[:1])
        if opening in {"contract", "financing", "license", "merger_acquisition"}:
            return opening  # "an agreement on the lease of the pier"
        for word in topic:
            if word in {"cooperation", "collaboration", "research", "exchange"}:
                return "cooperation_agreement"
            if word in {"extradition", "assistance", "trade", "taxation"}:
                return "treaty"
    return found


def place_of(reading: Reading, instrument: Instrument) -> Told[str] | None:
    """Return where it was signed: "in Tokyo" behind the verb or in a sentence on the ceremony."""
    for mention in instrument.mentions:
        event, sentence = mention.event, mention.told_in
        if event is None or event.planned or sentence.headline:
            continue
        place = _place_in(reading, sentence.first, sentence.last, event.verb.lemma)
        if place is not None:
            return Told(" ".join(place.text.split()), "beside-verb", place)
    paragraphs = {m.phrase.sentence.paragraph for m in instrument.mentions if m.event is not None}
    for sentence in reading.sentences:
        words = set(reading.lowers[sentence.first : sentence.last])
        if sentence.paragraph in paragraphs and {"signing", "ceremony"} <= words:
            place = _place_in(reading, sentence.first, sentence.last, "sign")
            if place is not None:
                return Told(" ".join(place.text.split()), "beside-ceremony", place)
    return None


def _place_in(reading: Reading, first: int, last: int, lemma: str) -> Entity | None:
    if lemma not in {
        "sign",
        "co-sign",
        "ink",
        "initial",
        "conclude",
        "signing",
        "signature",
        "signing ceremony",
    }:
        return None
    for entity in reading.entities_in(first, last):
        if entity.kind != "place" or entity.first == first:
            continue
        before = reading.lowers[entity.first - 1]
        if before in {"in", "at"}:
            return entity
    return None


def amounts_of(reading: Reading, instrument: Instrument) -> list[Entity]:
    """Return the money in the sentences that say what happens to the instrument."""
    found: list[Entity] = []
    for mention in instrument.mentions:
        low, high = mention.phrase.sentence.first, mention.phrase.sentence.last
        if mention.event is None:
            low, high = mention.phrase.start, min(high, mention.phrase.end + _AMOUNT_REACH)
        found += [e for e in reading.entities_in(low, high) if e.kind == "money" and e not in found]
    return found
