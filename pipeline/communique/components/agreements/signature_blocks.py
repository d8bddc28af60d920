"""Signatures at the end of a text: "For the Republic of A: P", one below the other or side by side."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.event_dates import DAY, is_point
from communique.components.agreements.namelists import PARTY_KINDS
from communique.components.agreements.reading import Entity, Reading, Sentence
from communique.components.agreements.signing import Signed

#: How many words a line of a block may have.
_LINE = 30
#: How many lines below "For the Republic of A" the person may stand.
_BELOW = 2
#: How many lines may part two signatures.
_APART = 4
#: How many lines above a block the day may stand: "Done at A on 3 May".
_ABOVE = 4
#: Signatures that make a block.
_PAIR = 2


def signature_block(reading: Reading) -> Signed | None:
    """Return the people of the last signature block, and for whom they signed; None without one.

    Its sentence is the one that tells the day, where one above the block does.
    """
    found: list[tuple[Sentence, list[Entity], list[Entity]]] = []
    for sentence in reading.sentences:
        bodies = _signed_for(reading, sentence)
        if not bodies:
            continue
        people = _names(reading, sentence)
        for line in reading.sentences[sentence.index + 1 : sentence.index + 1 + _BELOW]:
            if len(people) >= len(bodies) or _signed_for(reading, line):
                break
            people += _names(reading, line)
        if len(people) != len(bodies):
            continue
        if found and sentence.index - found[-1][0].index > _APART:
            found = []
        found.append((sentence, bodies, people))
    bodies = [e for _, members, _ in found for e in members]
    people = [e for _, _, members in found for e in members]
    if len(bodies) < _PAIR or len({e.ref for e in people}) < _PAIR:
        return None
    told_in = _done(reading, found[0][0]) or found[0][0]
    return Signed(told_in, told_in.first, tuple(people), tuple(bodies))


def _signed_for(reading: Reading, line: Sentence) -> list[Entity]:
    """Return the bodies of a line that begins "For the A", of each where two stand side by side."""
    if line.last - line.first > _LINE or _opening(reading, line.first) is None:
        return []
    verbs = lexicon.word_set("finite_verbs")
    if reading.texts[line.last - 1] == "." or verbs & set(reading.lowers[line.first : line.last]):
        return []
    found = []
    for at in range(line.first, line.last):
        behind = _opening(reading, at)
        entity = reading.entity_of[behind] if behind is not None and behind < line.last else None
        if entity is not None and entity.kind in PARTY_KINDS:
            found.append(entity)
    return found


def _opening(reading: Reading, at: int) -> int | None:
    """Return the word behind "For the" or "On behalf of the", capitalised."""
    if not reading.texts[at][0].isupper():
        return None
    words = reading.lowers[at : at + 3]
    end = at + 1 if words[:1] == ["for"] else at + 3 if words == ["on", "behalf", "of"] else None
    if end is None:
        return None
    return end + (reading.lowers[end : end + 1] == ["the"])


def _names(reading: Reading, line: Sentence) -> list[Entity]:
    if line.last - line.first > _LINE:
        return []
    return [e for e in reading.entities_in(line.first, line.last) if e.kind == "person"]


def _done(reading: Reading, block: Sentence) -> Sentence | None:
    """Return the sentence above a block that tells the day: "Done at Lima on 3 May 2024"."""
    above = reading.sentences[max(0, block.index - _ABOVE) : block.index]
    for sentence in reversed(above):
        if reading.lowers[sentence.first] in lexicon.word_class("done"):
            days = reading.entities_in(sentence.first, sentence.last)
            if any(is_point(e) and len(e.value or "") == DAY for e in days):
                return sentence
    return None
