"""Who stands beside an instrument's name: "with A", "between A and B", "signed by A"."""

from __future__ import annotations

from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.namelists import PARTY_KINDS, name_list, owns
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity, Reading

_CONTEXT_REACH = 28
#: The same where no verb says that the phrase goes on.
_UNGOVERNED_REACH = 8
#: How many words may part "in talks" from "with A".
_TALK_REACH = 3
#: Words that may stand between who is given an instrument and its noun phrase.
_DETERMINED = 3


def beside(
    reading: Reading, phrase: Phrase, event: Event | None, stop: int
) -> tuple[list[Entity], list[Entity], dict[int, str]]:
    """Return the names behind a phrase ("with A and B", "between …"), and those of its signers.

    The second are organizations and places in "signed by A, President of B": whom the people
    come from, not by themselves parties. The third gives, by the first word of each of the first,
    the word that leads to it: "with", "between".
    """
    links = _links(phrase, event)
    if event is None and phrase.proper:
        links.discard("by")
    if phrase.noun.type == "joint_statement" and event is None:
        links |= {"from", "by"}
    found: list[Entity] = []
    hands: list[Entity] = []
    led: dict[int, str] = {}
    at = phrase.last if phrase.noun.type == "merger_acquisition" else max(phrase.end, phrase.last)
    reach = _CONTEXT_REACH if event is not None else _UNGOVERNED_REACH
    if event is None and phrase.proper:
        reach = 1
    crossed = 0
    while at < stop and crossed < reach:
        word = reading.lowers[at]
        if reading.texts[at] in {";", ":", "“"}:
            break
        if word in lexicon.word_class("subordinators") and not found:
            if at > phrase.end or event is None or event.first <= at:
                break
            at = event.last  # "the MoU that A signed with B"
            continue
        ahead = event is not None and at < event.last
        if word in lexicon.word_set("finite_verbs") and not ahead:
            break
        behalf = reading.lowers[at : at + 3] == ["on", "behalf", "of"]
        loose = event is None and crossed and phrase.noun.type == "contract"
        if loose and word in {"to", "from"}:
            break  # "a copy of the contract by email to A"
        of_body = word == "of" and reading.entity_of[at - 1] is not None  # "of A Corp of Italy"
        if behalf or (word in links and not of_body and not _joint(reading, at)):
            if word == "by" and _of_another_verb(reading, event, at):
                break
            members, end = name_list(reading, at + 3 if behalf else at + 1, stop)
            if word == "between" and "to" in reading.lowers[phrase.end : at]:
                members = [m for m in members if m.kind != "place"]  # "to fly between A and B"
            if word in lexicon.word_class("buying") and (seller := _seller(reading, at + 1)):
                members, end = [seller], seller.last
            if word == "by" and any(e.kind == "person" for e in reading.entities_in(at, stop)):
                hands += _signers_bodies(reading, at, stop)
                at = max(end, at + 1)
                links = set()
                continue
            sold = changes_hands(phrase) or phrase.noun.lemma == "acquisition"
            if word == "from" and sold and any(m.kind == "organization" for m in members):
                found = []  # "to acquire A from B" is between the buyer and B
            found += [m for m in members if m not in found]
            if members:
                led |= dict.fromkeys((m.first for m in members), word)
                at = end
                if word == "between":
                    break
                continue
        crossed += 1
        at += 1
    return found, hands, led


def _seller(reading: Reading, at: int) -> Entity | None:
    """Return whose business is bought: "to acquire A's pump unit"."""
    for word in range(at, min(at + 2, len(reading.words))):
        entity = reading.entity_of[word]
        if entity is not None:
            return entity if entity.kind == "organization" and owns(reading, entity) else None
    return None


def _of_another_verb(reading: Reading, event: Event | None, at: int) -> bool:
    """Whether "by" belongs to a participle that makes nothing: "approved by the council"."""
    if event is not None and event.first < at <= event.last + 1:
        return event.verb.lemma in lexicon.word_class("onlookers")
    return reading.lowers[at - 1].endswith("ed")


def _signers_bodies(reading: Reading, at: int, stop: int) -> list[Entity]:
    """Return the bodies in "by A, President of B, and C for D", up to who was there."""
    table = lexicon.witness_phrases()
    end = next((i for i in range(at, stop) if table.at(reading.lowers, i, stop)), stop)
    people = [e for e in reading.entities_in(at, end) if e.kind == "person"]
    goes_on = lexicon.word_class("auxiliaries") - {"to"}
    behind = people[-1].last if people else end
    end = next((i for i in range(behind, end) if reading.lowers[i] in goes_on), end)
    return [
        e
        for e in reading.entities_in(at, end)
        if e.kind == "organization"
        or (e.kind == "place" and (reading.lowers[e.first - 1] == "of" or owns(reading, e)))
    ]


def told_parties(reading: Reading) -> list[tuple[int, list[Entity]]]:
    """Return the lists of "the other signatories were A, B and C", each with its first word."""
    found = []
    nouns = lexicon.word_class("party_nouns")
    for sentence in reading.sentences:
        for at in range(sentence.first, sentence.last - 2):
            if reading.lowers[at] not in nouns:
                continue
            link = at + 1 + (reading.lowers[at + 1] in {"are", ","})
            if reading.lowers[link] not in {"are", "were", "include", "included", "including"}:
                continue
            members, _ = name_list(reading, link + 1, sentence.last)
            if members:
                found.append((at, members))
    return found


def changes_hands(phrase: Phrase) -> bool:
    """Whether the phrase goes on "to acquire": an agreement by which a body changes hands."""
    after = phrase.reading.lowers[phrase.end : phrase.end + 3]
    if after[:1] == ["to"] and bool(set(after) & lexicon.word_class("buying")):
        return True
    return _sale(phrase) is not None


def _sale(phrase: Phrase) -> str | None:
    """Return the word for the change in "an agreement on the sale of A", None where none stands there."""
    behind = phrase.reading.lowers[phrase.last : phrase.last + 4]
    if phrase.noun.type is not None or behind[:1] not in (["on"], ["for"], ["regarding"]):
        return None
    said = lexicon.word_class("changes_of_hands")
    return next((w for w, of in pairwise(behind[1:]) if w in said and of == "of"), None)


def _links(phrase: Phrase, event: Event | None) -> set[str]:
    """Return the prepositions that bring parties behind a phrase."""
    links = {"with", "between", "among", "amongst"}
    if event is None or event.voice in {"passive", "participle", "noun"}:
        links.add("by")
    if phrase.noun.type in {"financing", "contract", "merger_acquisition"}:
        links |= {"from", "to", "by"}
    if event is not None and event.verb.lemma in {"award", "offer", "grant", "provide"}:
        links |= {"to", "from"}
    if phrase.noun.type == "merger_acquisition" and phrase.noun.lemma != "sale":
        links.add("of")
    if changes_hands(phrase):
        links |= lexicon.word_class("buying") | {"from"}
        selling = {"sell", "divest"} & set(phrase.reading.lowers[phrase.end : phrase.end + 3])
        if selling or _sale(phrase) in {"sale", "divestment", "disposal"}:
            links.add("to")
    return links


def _joint(reading: Reading, at: int) -> bool:
    """Whether "with" belongs to a phrase that names no party: "in line with"."""
    return at > 1 and reading.lowers[at - 1] in {
        "line",
        "accordance",
        "compliance",
        "dealing",
        "conjunction",
    }


def talked_with(reading: Reading, phrase: Phrase) -> list[Entity]:
    """Return with whom the instrument is talked about: "in talks with A on a similar MoU"."""
    at = phrase.start - 1
    if at <= phrase.sentence.first or reading.lowers[at] not in lexicon.word_class("talk_links"):
        return []
    partner = reading.entity_of[at - 1]
    if partner is None or partner.kind not in PARTY_KINDS:
        return []
    before = partner.first - 1
    before -= reading.lowers[before] == "the"
    said = reading.lowers[max(phrase.sentence.first, before - _TALK_REACH) : before]
    talks = bool(lexicon.word_class("talks") & set(said))
    return [partner] if talks and reading.lowers[before] == "with" else []


def helped(reading: Reading, phrase: Phrase) -> list[Entity]:
    """Return whom money goes to that has no other recipient: "the A grant helps B"."""
    at = phrase.end
    if phrase.noun.type != "financing" or at >= phrase.sentence.last:
        return []
    at += reading.lowers[at] in {"will", "would"}
    if at + 1 >= phrase.sentence.last or reading.lowers[at] not in lexicon.word_class("helping"):
        return []
    at += 1 + (reading.lowers[at + 1] == "the")
    entity = reading.entity_of[at] if at < phrase.sentence.last else None
    return [entity] if entity is not None and entity.kind == "organization" else []


def given_to(reading: Reading, phrase: Phrase, event: Event | None) -> list[Entity]:
    """Return who stands between verb and instrument: "awarded [A], a unit of B, a contract"."""
    if event is None or event.voice != "active" or event.last >= phrase.start:
        return []
    if event.verb.lemma not in lexicon.word_class("giving"):
        return []
    at = event.last + (reading.lowers[event.last] in {"the", "its"})
    if reading.entity_of[at] is None:
        return []
    members, end = name_list(reading, at, phrase.start)
    if members and not {"and", "&"} & set(reading.lowers[at:end]):
        members, end = members[:1], members[0].last  # what follows a comma explains it
    between = reading.texts[end : phrase.start]
    apposed = between[:1] == [","] and "," in between[1:]
    return members if len(between) <= _DETERMINED or apposed else []
