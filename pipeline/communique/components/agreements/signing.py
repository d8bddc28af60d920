"""The people of a signing: who signed and for whom, and who was there."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.holders import holder_meant, holders_meant
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.namelists import name_list
from communique.components.agreements.presence import listed, presence_at
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.subjects import behind_presence, subject

#: How far behind "signed by" "the two ministers" may stand.
_GROUP_REACH = 6
#: How far behind "together with" the person may stand.
_COMPANY_REACH = 14
#: Verbs by which a person puts a name under an instrument.
_SIGNING = frozenset(
    {
        "sign",
        "co-sign",
        "ink",
        "initial",
        "pen",
        "exchanged",
        "exchange of",
        "signing",
        "signature",
        "adoption",
        "conclusion",
        "execute",
        "countersign",
        "counter-sign",
        "put their signatures on",
    }
)


def signatories(
    reading: Reading, event: Event, sentence: Sentence, phrase_end: int
) -> list[Entity]:
    """Return the people who signed by ``event`` the instrument whose phrase ends at ``phrase_end``."""
    if event.verb.lemma not in _SIGNING or event.planned:
        return []
    if event.verb.ing and event.first == sentence.first:
        after = reading.lowers[phrase_end : phrase_end + 2]
        if {"were", "was", "are"} & set(after):
            return _people_up_to_presence(reading, phrase_end, sentence.last)
    if event.verb.ing and event.first and reading.lowers[event.first - 1] == "the":
        return _by(reading, event, sentence)  # "A witnessed the signing of two papers, namely …"
    if event.voice == "active":
        named = [e for e in subject(reading, event, sentence.first).heads if e.kind == "person"]
        stand_in = _represented(reading, sentence.first, event.first)
        named += [e for e in stand_in if e not in named]
        named = named or _pronoun(reading, event, sentence)
        start = behind_presence(reading, sentence.first, event.first)
        named = named or holders_meant(reading, start, event.first)
        named = named or holder_meant(reading, start, event.first)
        company = _counterpart(reading, sentence, phrase_end)
        company = company or signed_together(reading, event.last, sentence.last)
        return [*named, *(e for e in company if e not in named)] if named else []
    between = _represented(reading, phrase_end, event.first)
    return between or _by(reading, event, sentence) or _signed_for(reading, event, sentence)


def _signed_for(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return the people of "A and B signed letters for the adoption of the agreement"."""
    if event.voice != "noun":
        return []
    for at in range(event.first - 1, sentence.first, -1):
        hit = lexicon.verbs().at(reading.lowers, at, event.first)
        readings = hit[1] if hit is not None and isinstance(hit[1], tuple) else ()
        verb = next((v for v in readings if v.lemma == "sign" and not v.ing and not v.noun), None)
        if verb is not None and hit is not None:
            acting = Event(verb, "active", at, hit[0])
            return [e for e in subject(reading, acting, sentence.first).heads if e.kind == "person"]
    return []


def _counterpart(reading: Reading, sentence: Sentence, at: int) -> list[Entity]:
    """Return the person of "signed an agreement with Mayor A"."""
    if "with" not in reading.lowers[at : min(at + 3, sentence.last)]:
        return []
    for entity in reading.entities_in(at, min(sentence.last, at + _COMPANY_REACH)):
        if entity.kind == "person":
            return [entity]
        before = reading.lowers[entity.first - 2 : entity.first]
        held_at = before[-1:] in (["of"], ["at"]) or before in (["of", "the"], ["at", "the"])
        if entity.kind == "organization" and not held_at:
            return []  # "with B, whose head A", not "with the head of B, A"
    return []


def signed_together(reading: Reading, at: int, stop: int) -> list[Entity]:
    """Return the person of "A signed it in Lima together with Mayor B", "alongside B"."""
    for word in range(at, stop - 1):
        if reading.texts[word] in {";", ".", "“"}:
            break
        pair = reading.lowers[word : word + 2]
        if pair[:1] == ["alongside"] or pair in (["together", "with"], ["jointly", "with"]):
            near = reading.entities_in(word, min(stop, word + _COMPANY_REACH))
            people = [e for e in near if e.kind == "person"]
            return people[:1]
    return []


def _represented(reading: Reading, first: int, last: int) -> list[Entity]:
    """Return the people of "A, represented by B, and C, represented by D"."""
    found: list[Entity] = []
    for at in range(first, last - 1):
        if reading.lowers[at] == "represented" and reading.lowers[at + 1] == "by":
            people = [e for e in reading.entities_in(at, last) if e.kind == "person"]
            found += [e for e in people[:1] if e not in found]
    return found


def _pronoun(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return whom "he signed" or "they signed" speaks of: the people named last before it."""
    before = reading.lowers[max(sentence.first, event.first - 8) : event.first]
    earlier = reading.entities_in(_back(reading, sentence), event.first)
    people = [e for e in earlier if e.kind == "person"]
    if {"he", "she"} & set(before):
        return people[-1:]
    if "they" in before and people:
        named_in = reading.sentence_at(people[-1].first)
        return [e for e in people if e.first >= named_in.first]
    return []


def _back(reading: Reading, sentence: Sentence) -> int:
    first = sentence.first
    for other in reversed(reading.sentences[max(0, sentence.index - 3) : sentence.index]):
        first = other.first
    return first


def _by(reading: Reading, event: Event, sentence: Sentence) -> list[Entity]:
    """Return the people of "signed by A, B of X, and C", a list on the lines below it included."""
    at = event.last
    limit = min(sentence.last, at + 40)
    while at < limit and reading.lowers[at] not in {"by", "between"}:
        if reading.texts[at] in {";", ":"} or reading.lowers[at] in {"which", "that"}:
            return []
        at += 1
    if at >= limit:
        return []
    stop = at
    while stop < sentence.last and not presence_at(reading, stop, sentence.last):
        if reading.lowers[stop] in {"which", "while", "whereas"}:
            break
        stop += 1
    found = [e for e in reading.entities_in(at, stop) if e.kind == "person"]
    found = found or holders_meant(reading, at, min(stop, at + _GROUP_REACH))
    if not found and ({"following", "below"} & set(reading.lowers[at:stop])):
        found = listed(reading, sentence)
    return found


#: How many words behind "Signed" at the head of a sentence its "by" may stand.
_FRONTED_REACH = 12
#: How many words a heading over a list of signatories may have.
_HEADING = 10


@dataclass(frozen=True)
class Signed:
    """People who put their names under an instrument that their sentence does not name.

    ``bodies`` are whom they signed for, ``first`` is the word of the verb.
    """

    sentence: Sentence
    first: int
    people: tuple[Entity, ...]
    bodies: tuple[Entity, ...] = ()


def signed_apart(reading: Reading) -> list[Signed]:
    """Return who signed in sentences that name no instrument.

    "A signed for B", "A and C signed on Tuesday", "Signing on behalf of B, its director, A, said",
    "It was signed by A", "it bears the signatures of A and C".
    """
    found = []
    for sentence in reading.sentences:
        start = sentence.first
        for at in range(sentence.first, sentence.last - 1):
            word = reading.lowers[at]
            signed = None
            if word == "signatories" and at == sentence.first and sentence.last - at < _HEADING:
                signed = Signed(sentence, at, tuple(listed(reading, sentence)))
            elif word == "signatories" and reading.lowers[at + 1] in {"were", "are"}:
                signed = Signed(
                    sentence, at, tuple(_people_up_to_presence(reading, at, sentence.last))
                )
            elif word == "signed" and at == sentence.first:
                signed = _signed_first(reading, sentence, at)
            elif word in {"signed", "countersigned"}:
                signed = _signed_at(reading, sentence, start, at)
            elif word == "signing" and at == sentence.first:
                signed = _signing_first(reading, sentence, at)
            elif word in {"signature", "signatures"} and reading.lowers[at + 1] == "of":
                if {"beneath", "below", "under"} & set(reading.lowers[max(0, at - 3) : at]):
                    continue
                people = _people_up_to_presence(reading, at, sentence.last)
                signed = Signed(sentence, at, tuple(people))
            if signed is not None and signed.people:
                found.append(signed)
                if not signed.bodies:
                    break
                start = signed.bodies[-1].last  # "A signed for B, and C signed for D"
    return found


def _signed_at(reading: Reading, sentence: Sentence, start: int, at: int) -> Signed | None:
    before, after = reading.lowers[max(sentence.first, at - 3) : at], reading.lowers[at + 1]
    verb = at
    if after == "it" and at + 2 < sentence.last:  # "B signed it."
        if {"we", "i"} & set(before):
            return None
        at, after = at + 1, reading.lowers[at + 2]
    stands_for = {"it", *lexicon.word_class("papers")}
    if stands_for & set(before) and {"was", "is"} & set(before):
        by = next((i for i in range(at, sentence.last) if reading.lowers[i] == "by"), None)
        people = _people_up_to_presence(reading, by, sentence.last) if by is not None else []
        return Signed(sentence, at, tuple(people))
    if {"that", "which"} & set(before):
        return None
    if {"was", "were", "be", "been", "is", "are", "not"} & set(before):
        return None
    if after not in lexicon.word_class("after_signed") or _as_witness(reading, at, sentence.last):
        return None
    skip = {"for": 2, "on": 4}.get(after, 1)
    bodies: list[Entity] = []
    if after == "for" or reading.lowers[at + 1 : at + 4] == ["on", "behalf", "of"]:
        bodies, _ = name_list(reading, at + skip, sentence.last)
    acting = Event(Verb("sign", "signed", "makes"), "active", verb, verb + 1)
    heads = subject(reading, acting, start).heads
    people = [e for e in heads if e.kind == "person"]
    if bodies and people:
        more, theirs = _gapped(reading, bodies[-1].last, sentence.last)
        people, bodies = [*people, *more], [*bodies, *theirs]
    elif people:
        people += [e for e in signed_together(reading, at, sentence.last) if e not in people]
    return Signed(sentence, verb, tuple(people), tuple(bodies))


def _gapped(reading: Reading, at: int, stop: int) -> tuple[list[Entity], list[Entity]]:
    """Return who else signed, and for whom, in "A signed for B and C for D"."""
    opens = [w for w in reading.lowers[at : at + 2] if w != ","][:1]
    if opens not in (["and"], ["while"]):
        return [], []
    near = reading.entities_in(at, min(stop, at + _COMPANY_REACH))
    person = next((e for e in near if e.kind == "person"), None)
    if person is None:
        return [], []
    link = person.last + (reading.texts[person.last : person.last + 1] == [","])
    behalf = reading.lowers[link : link + 3] == ["on", "behalf", "of"]
    if not behalf and reading.lowers[link : link + 1] != ["for"]:
        return [], []
    bodies, _ = name_list(reading, link + (3 if behalf else 1), stop)
    return [person], bodies[:1]


def _signed_first(reading: Reading, sentence: Sentence, at: int) -> Signed | None:
    """Return the people of "Signed by A, and B, the MoU will …": those before the instrument."""
    reach = range(at, min(sentence.last, at + _FRONTED_REACH))
    by = next((i for i in reach if reading.lowers[i] == "by"), None)
    if by is None:
        return None
    nouns = lexicon.nouns()
    end = next(
        (i for i in range(by, sentence.last) if nouns.at(reading.lowers, i, sentence.last)), None
    )
    if end is None:
        return None
    return Signed(sentence, at, tuple(_people_up_to_presence(reading, by, end)))


def _as_witness(reading: Reading, at: int, stop: int) -> bool:
    after = reading.lowers[at : min(at + 6, stop)]
    return bool({"witness", "witnesses"} & set(after))


def _signing_first(reading: Reading, sentence: Sentence, at: int) -> Signed | None:
    """Return the people of "Signing for B, its director, A, said", "Signing it were A and C"."""
    if reading.lowers[at + 1] not in {"for", "on", "it"}:
        return None
    people = [e for e in reading.entities_in(at, sentence.last) if e.kind == "person"]
    bodies, _ = name_list(reading, at + 2, sentence.last)
    several = {"were", "are"} & set(reading.lowers[at : at + 6])
    return Signed(sentence, at, tuple(people if several else people[:1]), tuple(bodies[:1]))


def _people_up_to_presence(reading: Reading, at: int, stop: int) -> list[Entity]:
    end = next((i for i in range(at, stop) if presence_at(reading, i, stop)), stop)
    return [e for e in reading.entities_in(at, end) if e.kind == "person"]
