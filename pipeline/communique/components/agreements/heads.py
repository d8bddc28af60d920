"""The heads of a subject: which names before a verb act, and which only belong to others.

Lists of names are read with their appositions and brackets ("A (AA), a part of the B group, and
C"); a name that belongs to another ("of B", "B's") is no head of the list, unless a delegation
stands for it ("representatives of A and B").
"""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.namelists import located, modifies, owns, skip_bracket
from communique.components.agreements.reading import Entity, Reading


def subject_in(reading: Reading, first: int, stop: int) -> tuple[list[Entity], list[Entity]]:
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
            adjunct = reading.lowers[first] in lexicon.word_class("adjunct_openers")
            if _heads(reading, entity, first, found) and not _joined_to(
                reading, depending, entity, found, adjunct=adjunct
            ):
                found.append(entity)
            elif entity.kind == "organization" or _held_at(reading, entity):
                depending.append(entity)
        at = end
    return found, depending


def represented(reading: Reading, depending: list[Entity]) -> list[Entity]:
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


def _joined_to(
    reading: Reading,
    depending: list[Entity],
    entity: Entity,
    found: list[Entity],
    *,
    adjunct: bool,
) -> bool:
    """Whether a name only goes on a list that depends: "the faculties of A and B".

    A comma alone closes an ``adjunct`` that opens the sentence: "At the end of the A Forum, B and C".
    """
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
    country = entity.kind == "place" and reading.texts[entity.last : entity.last + 1] == [","]
    if adjunct and not between & {"and", "&"} and not country:
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


def _classifies(reading: Reading, entity: Entity) -> bool:
    """Whether a name only says what kind of thing another is: "A, an RTZ business,"."""
    after = skip_bracket(reading, entity.last, len(reading.words) - 1)
    behind = reading.texts[after : after + 1]
    noun = bool(behind) and behind[0].isalpha() and behind[0].islower()
    kind = noun and not lexicon.word_set("finite_verbs") & set(behind)
    return kind and reading.lowers[entity.first - 1] in {"a", "an"} and entity.kind != "person"


def _heads(reading: Reading, entity: Entity, first: int, found: list[Entity]) -> bool:
    """Whether a name in a subject is one of its heads, not a part of another phrase."""
    if owns(reading, entity) or located(reading, entity, found) or modifies(reading, entity):
        return False
    if _classifies(reading, entity):
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
