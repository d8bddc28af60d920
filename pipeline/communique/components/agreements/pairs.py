"""Pairs of names that "both parties" means: joined by "and", or of two that met."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from communique.components.agreements import lexicon
from communique.components.agreements.datelines import behind_dateline
from communique.components.agreements.namelists import PARTY_KINDS, owns, skip_bracket
from communique.components.agreements.reading import Entity, Reading

#: How many sentences of the lead "both sides" may mean the names of.
_LEAD = 5
_PAIR = 2

#: Whether a name may be one of a pair.
Fits = Callable[[Entity], bool]


def pair_in_sentence(reading: Reading, word: int, fits: Fits) -> list[Entity]:
    """Return the two names joined by "and" before ``word`` in its sentence."""
    here = reading.sentence_at(word)
    return _pair_in(reading, here.first, min(word, here.last), fits)


def two_in_sentence(reading: Reading, word: int, fits: Fits) -> list[Entity]:
    """Return the only two names before ``word``: "A received it from B under the pact of the two schools"."""
    here = reading.sentence_at(word)
    first = behind_dateline(reading, here.first, word)
    named = [e for e in reading.entities_in(first, word) if e.kind == "organization" and fits(e)]
    apart = {e.ref: e for e in named}
    return list(apart.values()) if len(apart) == _PAIR else []


def pair_before(reading: Reading, word: int, fits: Fits) -> list[Entity]:
    """Return two names joined by "and" before ``word``, in its sentence or up to three before it, else in the lead."""
    here = reading.sentence_at(word)
    for index in range(here.index, max(-1, here.index - 4), -1):
        other = reading.sentences[index]
        pair = _pair_in(reading, other.first, min(word, other.last), fits)
        if pair:
            return pair
    for sentence in reading.sentences[:_LEAD]:
        pair = _pair_in(reading, sentence.first, sentence.last, fits)
        if pair:
            return pair
    return []


def two_before(reading: Reading, word: int, fits: Fits) -> list[Entity]:
    """Return the only two names of the sentence that met: "The head of A met a delegation of B"."""
    here = reading.sentence_at(word)
    for index in range(here.index - 1, max(-1, here.index - 4), -1):
        other = reading.sentences[index]
        met = lexicon.word_class("meeting_verbs")
        at = next((i for i in range(other.first, other.last) if reading.lowers[i] in met), None)
        if at is None:
            continue
        first = behind_dateline(reading, other.first, at)
        sides = []
        for low, high in ((first, at), (at, other.last)):
            named = [e for e in reading.entities_in(low, high) if e.kind == "organization"]
            sides.append({e.ref: e for e in named if fits(e)})
        met_by, guest = (list(side.values()) for side in sides)
        alone = len(met_by) == len(guest) == 1 and met_by[0].ref != guest[0].ref
        return [*met_by, *guest] if alone else []
    return []


def _pair_in(reading: Reading, first: int, last: int, fits: Fits) -> list[Entity]:
    first = behind_dateline(reading, first, last)
    named = [e for e in reading.entities_in(first, last) if e.kind in PARTY_KINDS]
    names = [e for e in named if fits(e) and not owns(reading, e)]
    owners = {e.last + 1: e.first for e in named if owns(reading, e)}
    for a, b in pairwise(names):
        between = reading.lowers[a.last : owners.get(b.first, b.first)]
        if between and set(between) <= {"and", "the", "&", "-"}:
            return [a, b]
        if between == [","] and "place" not in {a.kind, b.kind}:
            return [a, b]
        after = skip_bracket(reading, a.last, b.first)
        if set(reading.lowers[after : b.first]) <= {"and", "the"} and after < b.first:
            return [a, b]
    return []
