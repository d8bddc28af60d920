"""Lists of names: "with A (AA), a part of the B group, and C", and the words that stand for both sides."""

from __future__ import annotations

from typing import Literal

from communique.components.agreements import lexicon
from communique.components.agreements.reading import Entity, Reading

#: What can be a party by its kind.
PARTY_KINDS = frozenset({"organization", "place"})
_APPOSITION_REACH = 22
#: How far behind "represented by" the person may stand.
_REPRESENTED_REACH = 40
#: How many words a bracket may have that is passed over.
_BRACKET_REACH = 40

#: What "the two countries", "the two companies", "both sides" may be.
GroupKind = Literal["states", "cities", "bodies", "any"]


_BRANCHES = frozenset({"branch", "branches", "office", "chapter", "arm", "subsidiary", "division"})


def name_list(reading: Reading, at: int, stop: int) -> tuple[list[Entity], int]:
    """Return the organizations and places of the list at ``at``, and the list's end."""
    found: list[Entity] = []
    end = at
    skipped = 0
    while at < stop:
        entity = reading.entity_of[at]
        word = reading.lowers[at]
        if word == "represented" and found and reading.lowers[at + 1 : at + 2] == ["by"]:
            follows = _behind_representative(reading, at, stop)
            if follows is None:
                break
            at, skipped = follows, 0
            continue
        if entity is not None and entity.kind in {"date", "money"}:
            break
        if entity is not None and entity.first == at:
            after = entity.last
            where = reading.lowers[at - 1] in {"in", "at", "near"} and entity.kind == "place"
            if (where and not found) or _opens_clause(reading, entity, end, stop):
                break
            if (
                entity.kind in PARTY_KINDS
                and not modifies(reading, entity)
                and not owns(reading, entity)
                and not located(reading, entity, found)
            ):
                found.append(entity)
                end = after
            at = after
            skipped = 0
            at = skip_bracket(reading, at, stop)
            continue
        if word in {
            "and",
            ",",
            "&",
            "the",
            "its",
            "both",
            "as",
            "well",
            "along",
            "together",
            "'s",
            "respectively",
        }:
            at += 1
            continue
        if reading.texts[at] in {";", ":", ".", "”", "“"} or word in {
            "to",
            "that",
            "which",
            "who",
            "will",
            "where",
            "while",
        }:
            break
        if word in lexicon.word_set("finite_verbs") or (
            lexicon.verbs().at(reading.lowers, at, stop) and skipped == 0 and found
        ):
            break
        if word in lexicon.word_class("dependent_prepositions"):
            # "the Minister of Justice of Vietnam", "X of Y": what depends is passed over
            if found and word in {"on", "for", "in", "at"}:
                follows = _next_member(reading, at, stop)
                if follows is None:
                    break
                at = follows
                continue
            inner = (
                reading.entity_of[at + 2 if reading.lowers[at + 1 : at + 2] == ["the"] else at + 1]
                if at + 2 < stop
                else None
            )
            if (
                found
                and inner is not None
                and (reading.entity_of[at - 1] is not None or reading.texts[at - 1] == ")")
            ):
                at = inner.last
                continue
        skipped += 1
        if skipped > 8:
            break
        at += 1
    return found, end


def _behind_representative(reading: Reading, at: int, stop: int) -> int | None:
    """Return where "A, represented by its director, B, and C" goes on: at "and" behind the person."""
    limit = min(stop, at + _REPRESENTED_REACH)
    person = next((e for e in reading.entities_in(at, limit) if e.kind == "person"), None)
    if person is None:
        return None
    for i in range(person.last, min(limit, person.last + _APPOSITION_REACH)):
        if reading.lowers[i] == "and":
            after = i + 1 + (reading.lowers[i + 1 : i + 2] == ["the"])
            entity = reading.entity_of[after] if after < stop else None
            if entity is not None and entity.kind in PARTY_KINDS:
                return i
    return None


def behind_represented(reading: Reading, comma: int, stop: int) -> int | None:
    """Return where a text goes on behind ", represented by its director, A": at the comma, "and" or verb behind A."""
    if reading.lowers[comma + 1 : comma + 3] != ["represented", "by"]:
        return None
    limit = min(stop, comma + _REPRESENTED_REACH)
    person = next((e for e in reading.entities_in(comma, limit) if e.kind == "person"), None)
    return person.last if person is not None else None


def _opens_clause(reading: Reading, entity: Entity, end: int, stop: int) -> bool:
    """Whether a name behind ", and" is no member but acts itself: "with A, and B will provide …"."""
    if end < 1 or reading.lowers[end : end + 2] != [",", "and"]:
        return False
    after = skip_bracket(reading, entity.last, stop)
    return after < stop and (
        reading.lowers[after] in lexicon.word_class("auxiliaries") - {"to"}
        or reading.lowers[after] in lexicon.word_set("finite_verbs")
    )


def _next_member(reading: Reading, at: int, stop: int) -> int | None:
    """Return where a list goes on behind an apposition: at ", and" or "and the" before a name."""
    for i in range(at, min(stop, at + _APPOSITION_REACH)):
        if reading.lowers[i] != "and" and reading.lowers[i] != ",":
            if reading.lowers[i] in {"to", "that", "which", "signed", "was", "were"}:
                return None
            continue
        after = i + 1
        while after < stop and reading.lowers[after] in {"and", "the"}:
            after += 1
        entity = reading.entity_of[after] if after < stop else None
        if entity is not None and entity.kind == "organization" and reading.lowers[i] == "and":
            return i
    return None


def skip_bracket(reading: Reading, at: int, stop: int) -> int:
    """Return the end of the bracket that opens at ``at``, ``at`` itself where none does."""
    if at < stop and reading.texts[at] in {"(", "["}:
        for close in range(at + 1, min(stop, at + _BRACKET_REACH)):
            if reading.texts[close] in {")", "]"}:
                return close + 1
    return at


def owns(reading: Reading, entity: Entity) -> bool:
    """Whether the name owns what follows: "Singapore's Ministry"."""
    return entity.last < len(reading.words) and reading.lowers[entity.last] == "'s"


def modifies(reading: Reading, entity: Entity) -> bool:
    """Whether a place only begins a longer name: "with France Education Institutions"."""
    part = reading.lowers[entity.last : entity.last + 3]
    if any(w in _BRANCHES and part[n + 1 : n + 2] == ["of"] for n, w in enumerate(part)):
        return True  # "the Orla provincial branch of A Bank"
    if entity.last < len(reading.words) and entity.text in lexicon.countries():
        behind = skip_bracket(reading, entity.last, len(reading.words) - 1)
        body = reading.entity_of[behind]
        if body is not None and body.first == behind and body.kind == "organization":
            return True  # "the United States (U.S.) Weather Agency"
    if entity.kind != "place" or entity.last >= len(reading.words):
        return False
    if reading.lowers[entity.first - 1] in lexicon.word_class("quantities"):
        return True  # "two other Minnesota companies"
    if reading.texts[entity.last] in {"-", "–"} and reading.joined(entity.last):
        return True
    sentence = reading.sentence_at(entity.first)
    after = skip_bracket(reading, entity.last, sentence.last)
    return (
        after < sentence.last
        and not sentence.headline
        and reading.texts[after][0].isupper()
        and reading.entity_of[after] is None
        and lexicon.verbs().at(reading.lowers, after, sentence.last) is None
    )


def located(reading: Reading, entity: Entity, found: list[Entity]) -> bool:
    """Whether a place only says where the body before it is: "X University, Romania"."""
    if entity.kind != "place":
        return False
    at = entity.first - 1
    if _country_behind_city(reading, entity):
        return True
    if not found or found[-1].kind != "organization":
        return False
    if reading.lowers[at] == ",":
        after = entity.last + 1
        if reading.lowers[entity.last : after] == ["and"] and after < len(reading.words):
            after += reading.lowers[after] == "the"
            following = reading.entity_of[after] if after < len(reading.words) else None
            return following is None or following.kind != "place"
        return True
    return reading.lowers[at] in {"in", "of", "at", "from"}


def _country_behind_city(reading: Reading, entity: Entity) -> bool:
    """Whether a country says where the place before it is: "the Mayor of Braga, Portugal"."""
    before = reading.entity_of[entity.first - 2] if entity.first > 1 else None
    if before is None or reading.texts[entity.first - 1] != ",":
        return False
    countries = lexicon.countries()
    return before.kind == "place" and before.text not in countries and entity.text in countries


#: Pronouns that may mean both sides.
_FOR_BOTH = frozenset({"them", "two", "both"})


def groups(reading: Reading, first: int, last: int) -> GroupKind | None:
    """Return of what kind the two sides are that the words speak of.

    "both parties" may be any, "the two countries" are states, "the two companies" bodies; None
    where no such words stand there.
    """
    heads = lexicon.word_class("group_heads")
    for at in range(first, last):
        word = reading.lowers[at]
        if word in _FOR_BOTH and _stands_for_both(reading, first, at):
            return "any"
        if at == first or word not in heads:
            continue
        before = reading.lowers[max(first, at - 3) : at]
        alone = before[-1:] == ["the"] and before[-3:-1] != ["conference", "of"]
        behalf = before[-2:] == ["of", "their"] and word in lexicon.word_class("body_groups")
        if {"both", "two", "respective"} & set(before) or alone or behalf:
            if word in lexicon.word_class("state_groups"):
                return "states"
            if word == "cities":
                return "cities"
            return "bodies" if word in lexicon.word_class("body_groups") else "any"
    return None


def _stands_for_both(reading: Reading, first: int, at: int) -> bool:
    """Whether a pronoun, one of ``_FOR_BOTH``, means both sides: "between them", "The two will sign"."""
    word, after = reading.lowers[at], reading.lowers[at + 1 : at + 2]
    if after == ["also"]:  # "the two also signed"
        after = reading.lowers[at + 2 : at + 3]
    if word == "them":
        return at > first and reading.lowers[at - 1] == "between"
    if not after:
        return False
    opens = at == first or (reading.lowers[at - 1] == "the" and word == "two")
    verb = after[0] in lexicon.word_class("auxiliaries") - {"to"} or bool(
        lexicon.verbs().at(after, 0, 1)
    )
    return opens and verb
