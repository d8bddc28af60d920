"""Whose office somebody had before: "thanked her predecessor, Jane Roe"."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles.holding import Holding
from communique.components.titles.names import Names
from communique.components.titles.stream import Stream

_MAX_SENTENCE = 80


def find_predecessors(stream: Stream, names: Names, found: list[Holding]) -> list[Holding]:
    """Return the offices of those called "his predecessor": the one last given to whom they preceded.

    Whose predecessor it is, is whoever the sentence names before, else who was last given an office.
    """
    held: list[Holding] = []
    for at, unit in enumerate(stream.units):
        if unit.lower != "predecessor" or not stream.stands(at - 1, "his", "her", "'s"):
            continue
        owner = stream.units[at - 2].ref if stream.stands(at - 1, "'s") else None
        if stream.stands(at - 1, "'s") and stream.kind(at - 2) != "person":
            continue
        name = names.skip_styles(at + 1 + stream.stands(at + 1, ",", "–", "—"))
        if stream.kind(name) != "person":
            continue
        person = stream.units[name].ref
        before = [h for h in found if h.at < at and "rank" not in h.phrase.head.flags]
        subject = owner or _subject(stream, at)
        before = [h for h in before if h.when != "former" and h.person != person]
        given = [h for h in before if subject in {None, h.person}]
        if person is None or not given:
            continue
        office = replace(given[-1], person=person, at=name, when="former", rule="succession")
        held.append(office)
    return held


def _subject(stream: Stream, at: int) -> str | None:
    """Return the person whom the sentence of ``at`` names first before it, None for none."""
    start = at
    while start > 0 and at - start < _MAX_SENTENCE and not stream.opens_sentence(start):
        start -= 1
    return next((stream.units[k].ref for k in range(start, at) if stream.kind(k) == "person"), None)
