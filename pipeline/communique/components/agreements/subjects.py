"""The subject of a verb: who signs, announces or terminates, whatever stands before the verb.

Datelines and "In the presence of A, …" are passed over, pronouns and descriptions ("it", "the
company") are resolved, and items of a list take the subject of the line that opens it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.datelines import behind_dateline
from communique.components.agreements.events import Event
from communique.components.agreements.heads import represented, subject_in
from communique.components.agreements.holders import holders_meant
from communique.components.agreements.namelists import PARTY_KINDS, skip_bracket
from communique.components.agreements.reading import Entity, Reading, Sentence

#: How many sentences before an item its list may be opened.
_LIST_REACH = 8


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
    start = behind_dateline(reading, start, event.first)
    start = behind_presence(reading, start, event.first)
    first, stop = _clause_start(reading, start, event.first), event.first
    with_which = first > start + 1 and reading.lowers[first - 2 : first] == ["with", "which"]
    if first > start and reading.lowers[first - 1] in {"which", "who"} and not with_which:
        near = [
            e
            for e in reading.entities_in(start, first)
            if e.kind in PARTY_KINDS or e.kind == "person"
        ]
        several = reading.lowers[first - 2] in lexicon.word_class("group_heads")
        if several and "one" not in reading.lowers[max(start, first - 6) : first]:
            return Subject()  # "the 157 states which are party to it" are none of those named
        people = [e for e in near if e.kind == "person"]
        if reading.lowers[first - 1] == "who" and people:
            return Subject(tuple(people[-1:]))
        return Subject(tuple(near[:1]))
    if _sides_act(reading, first, stop):
        return Subject()
    pronoun = _pronoun_before(reading, first, stop)
    if pronoun in {"we", "i", "he", "she"}:
        return Subject()
    found, depending = subject_in(reading, first, stop) if pronoun is None else ([], [])
    if not found and first > start and reading.texts[first - 1] in {";", ":"}:
        found, _ = subject_in(reading, start, stop)
    found = found or represented(reading, depending)
    if not found or pronoun is not None:
        found = _meant(reading, start, first, stop)
    if not found and pronoun is None:
        found = _opening_subject(reading, start, stop)
    if found and all(e.kind == "person" for e in found):
        return Subject(tuple(found), tuple(depending))
    return Subject(tuple(found))


def own_speaker(reading: Reading, event: Event, start: int) -> bool:
    """Tell whether the subject of ``event`` is "we": whoever speaks."""
    first = _clause_start(reading, start, event.first)
    return _pronoun_before(reading, first, event.first) in {"we", "i"}


def _opening_subject(reading: Reading, start: int, stop: int) -> list[Entity]:
    """Return the subject of the line that opens a list, for an item that begins with its verb.

    "The Commission: - extended the MoU with A; - concluded …".
    """
    other = opening_line(reading, start, stop)
    if other is None:
        return []
    found, _ = subject_in(reading, other.first, other.last)
    return [e for e in _joined(reading, found) if e.kind in PARTY_KINDS]


def opening_line(reading: Reading, start: int, stop: int) -> Sentence | None:
    """Return the line with a colon that opens the list of which an item begins at ``start`` with its verb."""
    if any(reading.texts[at][0].isalpha() for at in range(start, stop)):
        return None
    here = reading.sentence_at(start)
    before = reversed(reading.sentences[max(0, here.index - _LIST_REACH) : here.index])
    return next((s for s in before if reading.texts[s.last - 1] == ":"), None)


def behind_presence(reading: Reading, start: int, stop: int) -> int:
    """Return where a sentence goes on behind "In the presence of A, …", ``start`` where it opens otherwise."""
    hit = lexicon.witness_phrases().at(reading.lowers, start, stop)
    if hit is None or not isinstance(hit[1], lexicon.WitnessPhrase) or not hit[1].after:
        return start
    return presence_end(reading, hit[0], stop)


def presence_end(reading: Reading, at: int, stop: int) -> int:
    """Return the end of the people of "In the presence of A, …": the first comma behind one."""
    for comma in range(at, stop):
        if reading.texts[comma] != ",":
            continue
        named = any(e.kind == "person" for e in reading.entities_in(at, comma))
        named = named or bool(holders_meant(reading, at, comma))
        if named and reading.lowers[comma + 1] != "and" and not _apposed(reading, comma):
            return comma + 1
    return stop


def _apposed(reading: Reading, comma: int) -> bool:
    """Whether the person behind a comma stands between two: "the Minister of A, B, they signed"."""
    entity = reading.entity_of[comma + 1]
    named = entity is not None and entity.kind == "person"
    return named and entity is not None and reading.texts[entity.last : entity.last + 1] == [","]


def _sides_act(reading: Reading, first: int, stop: int) -> bool:
    """Whether "the parties", "both sides" or "the two cities" stands right before the verb as its subject."""
    adverbs = lexicon.word_class("adverbs") | lexicon.word_class("auxiliaries")
    at = stop - 1
    while at > first and (reading.lowers[at] in adverbs or reading.lowers[at].endswith("ly")):
        at -= 1
    if at <= first:
        return False
    head, before = reading.lowers[at], reading.lowers[at - 1]
    if head in {"parties", "sides"}:
        return before in {"the", "both", "two"}
    return head in lexicon.word_class("group_heads") and before in {"both", "two"}


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
        found, _ = subject_in(reading, start, first)
        if found:
            return found
    if pronoun:
        said = lexicon.word_class("saying") | {"announced", "confirmed", "reported"}
        at = next((i for i in range(start, stop) if reading.lowers[i] in said), None)
        found, _ = subject_in(reading, start, at) if at is not None else ([], [])
        if found:  # "A said on Tuesday it had cancelled the pact"
            return [e for e in found if e.kind in PARTY_KINDS]
    here = reading.sentence_at(start)
    if here.index == 0:
        return []
    before = reading.sentences[here.index - 1]
    found, _ = subject_in(reading, before.first, before.last)
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
