"""Who speaks where a text says "we" and "our": the person quoted, the subject before, the issuer."""

from __future__ import annotations

from collections.abc import Mapping

from communique.components.agreements import lexicon
from communique.components.agreements.heads import subject_in
from communique.components.agreements.namelists import PARTY_KINDS
from communique.components.agreements.offices import Offices
from communique.components.agreements.places import PartyPlaces
from communique.components.agreements.reading import Reading, Sentence

#: Sentences, headlines among them, that open a release.
LEAD = 6
#: Mentions from which the body named most is taken for the one that speaks.
_SPEAKER_MENTIONS = 3
#: How many words may part "said" from the person.
_SAID_REACH = 12
#: How many words into a sentence its subject may stand for "we" of the next to mean it.
_NEAR = 6


def issuer(reading: Reading, bodies: Mapping[str, str]) -> str | None:
    """Return the body whose release it is: named most, and named in the lead.

    ``bodies`` gives the body of each organ ("the Board of A"), by their ids. None where another is
    named as often.
    """
    named: dict[str, int] = {}
    for entity in reading.entities:
        if entity.kind == "organization" and entity.ref is not None:
            body = bodies.get(entity.ref, entity.ref)
            named[body] = named.get(body, 0) + 1
    lead = reading.sentences[min(LEAD, len(reading.sentences)) - 1].last
    first = {bodies.get(e.ref or "", e.ref) for e in reading.entities_in(0, lead)}
    ranked = sorted(named, key=lambda ref: -named[ref])
    if not ranked or ranked[0] not in first or named[ranked[0]] < _SPEAKER_MENTIONS:
        return None
    if len(ranked) > 1 and named[ranked[1]] == named[ranked[0]]:
        return None
    return ranked[0]


def speaker_of(
    reading: Reading,
    sentence: Sentence,
    offices: Offices,
    places: PartyPlaces,
    bodies: Mapping[str, str],
) -> str | None:
    """Return whom "we" means in a sentence, as the id of a body or a place."""
    quoted = _quoted_person(reading, sentence)
    if quoted is not None:
        return offices.party_of(quoted)
    for before in reversed(reading.sentences[: sentence.index]):
        if before.paragraph != sentence.paragraph:
            break
        if reading.lowers[before.first] in {"we", "i"}:
            continue
        heads, _ = subject_in(reading, before.first, before.last)
        if heads and heads[0].kind in PARTY_KINDS and heads[0].first - before.first < _NEAR:
            return places.id_of(heads[0])
        break
    return issuer(reading, bodies) or _only_in_title(reading, bodies)


def _only_in_title(reading: Reading, bodies: Mapping[str, str]) -> str | None:
    """Return the only body that the first line names: "Statement by the Chief Executive of A"."""
    if not reading.sentences:
        return None
    first = reading.sentences[0]
    named = {
        bodies.get(e.ref, e.ref)
        for e in reading.entities_in(first.first, first.last)
        if e.kind == "organization" and e.ref is not None
    }
    return named.pop() if len(named) == 1 else None


def _quoted_person(reading: Reading, sentence: Sentence) -> str | None:
    """Return the person beside a verb of saying in the sentence, or in its paragraph before it."""
    for other in reversed(reading.sentences[max(0, sentence.index - 3) : sentence.index + 1]):
        if other.paragraph != sentence.paragraph:
            break
        for at in range(other.first, other.last):
            if reading.lowers[at] not in lexicon.word_class("saying"):
                continue
            near = reading.entities_in(
                max(other.first, at - _SAID_REACH), min(other.last, at + _SAID_REACH)
            )
            people = [e for e in near if e.kind == "person" and e.ref is not None]
            if people:
                return min(people, key=lambda e: abs(e.first - at)).ref
    return None
