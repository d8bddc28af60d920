"""Who makes an instrument: the subject of its verb, and who stands beside its name.

Lists of names are read with their appositions and brackets ("A (AA), a part of the B group, and
C"); a name that belongs to another ("of B", "B's") is no member of the list.
"""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.events import Event
from communique.components.agreements.namelists import (
    PARTY_KINDS,
    located,
    modifies,
    name_list,
    owns,
    skip_bracket,
)
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Entity, Reading

_CONTEXT_REACH = 28
#: The same where no verb says that the phrase goes on.
_UNGOVERNED_REACH = 8


def subject(reading: Reading, event: Event, start: int) -> list[Entity]:
    """Return the organizations, places and people that head the subject of ``event``.

    ``start`` is the first word of its sentence.
    """
    first, stop = _clause_start(reading, start, event.first), event.first
    if first > start and reading.lowers[first - 1] in {"which", "who"}:
        near = [
            e
            for e in reading.entities_in(start, first)
            if e.kind in PARTY_KINDS or e.kind == "person"
        ]
        return near[:1]
    found = _subject_in(reading, first, stop)
    if not found and first > start and reading.texts[first - 1] in {";", ":"}:
        found = _subject_in(reading, start, stop)
    return found


def _subject_in(reading: Reading, first: int, stop: int) -> list[Entity]:
    found: list[Entity] = []
    at = first
    while at < stop:
        entity = reading.entity_of[at]
        if entity is None:
            if found and _is_finite(reading, at, stop):
                break
            after = skip_bracket(reading, at, stop)
            at = after if after > at else at + 1
            continue
        end = max(entity.last, at + 1)
        if (
            entity.first >= first
            and entity.kind in {"organization", "place", "person"}
            and _heads(reading, entity, first, found)
        ):
            found.append(entity)
        at = end
    return found


def beside(
    reading: Reading, phrase: Phrase, event: Event | None, stop: int
) -> tuple[list[Entity], list[Entity]]:
    """Return the names behind a phrase ("with A and B", "between …"), and those of its signers.

    The second are organizations and places in "signed by A, President of B": whom the people
    come from, not by themselves parties.
    """
    links = _links(phrase, event)
    found: list[Entity] = []
    hands: list[Entity] = []
    at = phrase.last if phrase.noun.type == "merger_acquisition" else max(phrase.end, phrase.last)
    reach = _CONTEXT_REACH if event is not None else _UNGOVERNED_REACH
    crossed = 0
    while at < stop and crossed < reach:
        word = reading.lowers[at]
        if reading.texts[at] in {";", ":", "“"}:
            break
        if word in lexicon.word_class("subordinators") and not found:
            break
        ahead = event is not None and at < event.last
        if word in lexicon.word_set("finite_verbs") and not ahead:
            break
        if word in links and not _joint(reading, at):
            members, end = name_list(reading, at + 1, stop)
            if word == "by" and any(e.kind == "person" for e in reading.entities_in(at, stop)):
                hands += members
                break
            found += [m for m in members if m not in found]
            if members:
                at = end
                if word == "between":
                    break
                continue
        crossed += 1
        at += 1
    return found, hands


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
    return links


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


def _joint(reading: Reading, at: int) -> bool:
    """Whether "with" belongs to a phrase that names no party: "in line with"."""
    return at > 1 and reading.lowers[at - 1] in {
        "line",
        "accordance",
        "compliance",
        "deal",
        "dealing",
        "conjunction",
    }
