"""The subject of a verb: who signs, announces or terminates.

Lists of names are read with their appositions and brackets ("A (AA), a part of the B group, and
C"); a name that belongs to another ("of B", "B's") is no head of the list, unless a delegation
stands for it ("representatives of A and B").
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.namelists import (
    PARTY_KINDS,
    located,
    modifies,
    owns,
    skip_bracket,
)
from communique.components.agreements.reading import Entity, Reading

#: How many words a dateline may have.
_DATELINE_REACH = 28


@dataclass(frozen=True)
class Subject:
    """Who acts: the heads of a subject, and the bodies and places that people in it come from."""

    heads: tuple[Entity, ...] = ()
    bodies: tuple[Entity, ...] = ()


def subject(reading: Reading, event: Event, start: int) -> Subject:
    """Return the subject of ``event``, whose sentence begins with the word ``start``.

    Where it is a pronoun or only describes ("it", "the company"), it is the subject of the clause
    or the sentence before.
    """
    start = _behind_dateline(reading, start, event.first)
    start = _behind_presence(reading, start, event.first)
    first, stop = _clause_start(reading, start, event.first), event.first
    if first > start and reading.lowers[first - 1] in {"which", "who"}:
        near = [
            e
            for e in reading.entities_in(start, first)
            if e.kind in PARTY_KINDS or e.kind == "person"
        ]
        people = [e for e in near if e.kind == "person"]
        if reading.lowers[first - 1] == "who" and people:
            return Subject(tuple(people[-1:]))
        return Subject(tuple(near[:1]))
    pronoun = _pronoun_before(reading, first, stop)
    if pronoun in {"we", "i", "he", "she"}:
        return Subject()
    found, depending = _subject_in(reading, first, stop) if pronoun is None else ([], [])
    if not found and first > start and reading.texts[first - 1] in {";", ":"}:
        found, _ = _subject_in(reading, start, stop)
    found = found or _represented(reading, depending)
    if not found or pronoun is not None:
        found = _meant(reading, start, first, stop)
    if found and all(e.kind == "person" for e in found):
        return Subject(tuple(found), tuple(depending))
    return Subject(tuple(found))


def _behind_dateline(reading: Reading, start: int, stop: int) -> int:
    """Return where a sentence goes on behind a dateline: "LIMA, Peru, 3 May (AB) -- …"."""
    for at in range(start + 1, min(stop, start + _DATELINE_REACH)):
        if reading.texts[at] in {"–", "—", "-"} or reading.texts[at : at + 2] == ["-", "-"]:
            named = reading.entities_in(start, at)
            told = any(e.kind in {"date", "place"} for e in named)
            if reading.texts[at] == "-" != reading.texts[at + 1]:
                # between names a hyphen may join them: "Peru - Oman talks"
                told = told and any(e.kind == "date" for e in named)
            if told and not any(e.kind == "person" for e in named) and not reading.joined(at):
                return at + 1
            if told and reading.texts[at : at + 2] == ["-", "-"]:
                return at + 2
    return start


def _behind_presence(reading: Reading, start: int, stop: int) -> int:
    """Return where a sentence goes on behind "In the presence of A, …"."""
    hit = lexicon.witness_phrases().at(reading.lowers, start, stop)
    if hit is None or not isinstance(hit[1], lexicon.WitnessPhrase) or not hit[1].after:
        return start
    return presence_end(reading, hit[0], stop)


def presence_end(reading: Reading, at: int, stop: int) -> int:
    """Return the end of the people of "In the presence of A, …": the first comma behind one."""
    for comma in range(at, stop):
        named = any(e.kind == "person" for e in reading.entities_in(at, comma))
        if reading.texts[comma] == "," and named and reading.lowers[comma + 1] != "and":
            return comma + 1
    return stop


def _pronoun_before(reading: Reading, first: int, stop: int) -> str | None:
    """Return the pronoun that stands right before the verb as its subject, or None."""
    for at in range(stop - 1, first - 1, -1):
        word = reading.lowers[at]
        if word in lexicon.word_class("pronouns"):
            return word
        auxiliary = word in lexicon.word_class("auxiliaries") and word != "to"
        if not (auxiliary or word.endswith("ly") or word in lexicon.word_class("not_yet")):
            return None
    return None


def _meant(reading: Reading, start: int, first: int, stop: int) -> list[Entity]:
    """Return whom a pronoun or a description before the verb means, nobody without one."""
    words = reading.lowers[first:stop]
    pronoun = {"it", "they"} & set(words)
    described = any(
        a in {"the", "our"} and b in lexicon.word_class("bodies") for a, b in pairwise(words)
    )
    if not pronoun and not described:
        return []
    if first > start:
        found, _ = _subject_in(reading, start, first)
        if found:
            return found
    here = reading.sentence_at(start)
    if here.index == 0:
        return []
    before = reading.sentences[here.index - 1]
    found, _ = _subject_in(reading, before.first, before.last)
    return [e for e in _joined(reading, found) if e.kind in PARTY_KINDS]


def _joined(reading: Reading, found: list[Entity]) -> list[Entity]:
    """Return the first of some names and those that "and" or a comma joins to it."""
    kept = found[:1]
    for entity in found[1:]:
        at = skip_bracket(reading, kept[-1].last, entity.first)
        if not set(reading.lowers[at : entity.first]) <= {"and", ",", "the", "&"}:
            break
        kept.append(entity)
    return kept


def _subject_in(reading: Reading, first: int, stop: int) -> tuple[list[Entity], list[Entity]]:
    """Return the heads of the subject, and names that depend on others in it."""
    found: list[Entity] = []
    depending: list[Entity] = []
    at = first
    while at < stop:
        entity = reading.entity_of[at]
        if entity is None:
            if found and _is_finite(reading, at, stop):
                return _next_to_verb(reading, at, stop) or found, depending
            after = skip_bracket(reading, at, stop)
            at = after if after > at else at + 1
            continue
        end = max(entity.last, at + 1)
        if entity.first >= first and entity.kind in {"organization", "place", "person"}:
            if _heads(reading, entity, first, found) and not _joined_to(
                reading, depending, entity, found
            ):
                found.append(entity)
            elif entity.kind == "organization" or _held_at(reading, entity):
                depending.append(entity)
        at = end
    return found, depending


def _joined_to(
    reading: Reading, depending: list[Entity], entity: Entity, found: list[Entity]
) -> bool:
    """Whether a name only goes on a list that depends: "the faculties of A and B"."""
    if (
        not depending
        or entity.kind == "person"
        or (found and found[-1].first > depending[-1].first)
    ):
        return False
    last = depending[-1]
    between = set(reading.lowers[last.last : entity.first])
    if not between or not between <= {"and", "the", ",", "&"}:
        return False
    depending.append(entity)
    return True


def _held_at(reading: Reading, entity: Entity) -> bool:
    """Whether an office may be held at a place: "the Mayor of A", "A's Minister"."""
    return entity.kind == "place" and (
        reading.lowers[entity.first - 1] in {"of", "the"} or owns(reading, entity)
    )


def _governs(reading: Reading, entity: Entity) -> bool:
    """Whether a place stands for its government: "the governments of A and B"."""
    before = reading.lowers[max(0, entity.first - 3) : entity.first]
    return "of" in before and bool(lexicon.word_class("delegations") & set(before))


def _represented(reading: Reading, depending: list[Entity]) -> list[Entity]:
    """Return whom a delegation stands for: "officials of A and B", "the law faculties of A"."""
    kept: list[Entity] = []
    for entity in depending:
        before = reading.lowers[max(0, entity.first - 2) : entity.first]
        if entity.kind == "place" and not _governs(reading, entity) and not kept:
            continue
        if (
            "of" in before
            or "from" in before
            or (kept and set(before) <= {"and", "the", ","})
            or (kept and before[-1:] in (["and"], ["the"], [","]))
        ):
            kept.append(entity)
    return kept


def _next_to_verb(reading: Reading, low: int, stop: int) -> list[Entity]:
    """Return the names right before the verb, where another clause stands before them."""
    found: list[Entity] = []
    at = stop - 1
    while at > low:
        entity = reading.entity_of[at]
        if entity is not None and entity.kind in {"organization", "place", "person"}:
            if entity.first <= low or not _heads(reading, entity, low, []):
                break
            found.insert(0, entity)
            at = entity.first - 1
            continue
        word, text = reading.lowers[at], reading.texts[at]
        if text == ")" and "(" in reading.texts[low:at]:
            at = max(i for i in range(low, at) if reading.texts[i] == "(") - 1
            continue
        if entity is not None or word.endswith("ly") or word in lexicon.word_class("adverbs"):
            at -= 1
            continue
        if found and word in {"and", ",", "the", "&"}:
            at -= 1
            continue
        if not found and word in lexicon.word_class("auxiliaries") - {"to"}:
            at -= 1
            continue
        break
    return found


def _clause_start(reading: Reading, start: int, stop: int) -> int:
    depth = 0
    for at in range(stop - 1, start - 1, -1):
        text = reading.texts[at]
        if text == ")":
            depth += 1
        elif text == "(":
            depth -= 1
        elif depth <= 0 and (
            text in {";", ":", "“"}
            or reading.lowers[at] in {"that", "where", "while", "whereas", "which", "who", "when"}
        ):
            return at + 1
    return start


def _is_finite(reading: Reading, at: int, stop: int) -> bool:
    """Whether a verb other than the event's own stands at ``at``, so that the subject is over."""
    word = reading.lowers[at]
    if word in lexicon.word_class("auxiliaries") and all(
        w in lexicon.word_class("auxiliaries")
        or w.endswith("ly")
        or w
        in {
            "also",
            "today",
            "not",
            "yet",
            "just",
            "now",
            "together",
            "expected",
            "set",
            "able",
            "scheduled",
            "due",
        }
        for w in reading.lowers[at:stop]
    ):
        return False
    before = reading.lowers[at - 1] if at else ""
    if before in {"a", "an", "the", "its", "-"}:
        return False
    if word in lexicon.word_set("finite_verbs"):
        return True
    return (
        word.endswith("ed") and len(word) > 4 and reading.texts[at][0].islower() and before != ","
    )


def _heads(reading: Reading, entity: Entity, first: int, found: list[Entity]) -> bool:
    """Whether a name in a subject is one of its heads, not a part of another phrase."""
    if owns(reading, entity) or located(reading, entity, found) or modifies(reading, entity):
        return False
    if reading.texts[entity.first - 1 : entity.first] == ["/"] or reading.texts[
        entity.last : entity.last + 1
    ] == ["/"]:
        return False
    at = entity.first - 1
    while at >= first and reading.lowers[at] in {"the", "its", "a", "an"}:
        at -= 1
    # names of kinds before a name: "of the Chinese company X"
    while (
        at >= first
        and reading.entity_of[at] is None
        and reading.texts[at][0].islower()
        and reading.lowers[at] not in lexicon.word_set("function_words")
        and entity.first - at < 4
    ):
        at -= 1
    if at < first:
        return True
    before = reading.lowers[at]
    if before == "with":
        return at > first and reading.lowers[at - 1] in {"together", "along"}
    if before in {"to", "for"} and entity.kind == "person":
        return False
    return before not in lexicon.word_class("dependent_prepositions")
