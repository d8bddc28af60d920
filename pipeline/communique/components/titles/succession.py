"""Whose office somebody had before or took over: "thanked her predecessor, Jane Roe", "his successor, John Doe"."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles.holding import Holding
from communique.components.titles.names import Names, words
from communique.components.titles.stream import Stream
from communique.components.titles.types import TitleTime

_MAX_SENTENCE = 80
_MAX_NAMED = 6
_OWNERS = ("his", "her", "'s")
_IS = ("is", "was")


def find_predecessors(stream: Stream, names: Names, found: list[Holding]) -> list[Holding]:
    """Return the offices of those called "his predecessor" or "his successor".

    It is the one last given to whom they preceded or followed: whoever the sentence names before,
    else who was last given an office.
    """
    held: list[Holding] = []
    for at, unit in enumerate(stream.units):
        follows = unit.lower == "successor"
        if not (follows or unit.lower == "predecessor"):
            continue
        link = _named_successor(stream, at) if follows else at - 1
        if not stream.stands(link, *_OWNERS):
            continue
        owner = stream.units[link - 1].ref if stream.stands(link, "'s") else None
        if stream.stands(link, "'s") and stream.kind(link - 1) != "person":
            continue
        name = names.skip_styles(at + 1 + stream.stands(at + 1, ",", "–", "—", ":", *_IS))
        if stream.kind(name) != "person":
            continue
        person = stream.units[name].ref
        before = _given_before(found, at, person, former=follows)
        subject = owner or _subject(stream, at)
        given = [h for h in before if subject in {None, h.person}]
        if follows:
            left = given or before  # what a verb gave is where they go
            given = [h for h in left if h.rule != "verb"] or left
        if person is None or not given:
            continue
        if follows and any(h.person == person and _beside(h, name) for h in found):
            continue  # "his successor, Jane Roe, Minister for Ports"
        when: TitleTime = _taken_over(stream, at, given[-1]) if follows else "former"
        held.append(replace(given[-1], person=person, at=name, when=when, rule="succession"))
    return held


def find_replaced(stream: Stream, names: Names, found: list[Holding]) -> list[Holding]:
    """Return the offices of those whom somebody replaced: "Mr. Roe replaced Ms. Doe", "She succeeds Ms. Doe".

    It is the one last given to who follows: the first whom the sentence names, else who was last
    given an office.
    """
    held: list[Holding] = []
    replacing = words("replacing")
    for at, unit in enumerate(stream.units):
        if unit.lower not in replacing or stream.stands(at - 1, "by", "be", "been", "to"):
            continue
        name = names.skip_styles(at + 1)
        person = stream.units[name].ref if stream.kind(name) == "person" else None
        if person is None or stream.stands(name + 1, "'s") or stream.stands(name + 1, "as"):
            continue
        subject = _subject(stream, at)
        before = _given_before(found, at, person, former=False)
        given = [h for h in before if subject in {None, h.person}]
        if subject is None and given and not stream.stands(at - 1, "he", "she", "who", ","):
            continue
        if not given or any(
            h.person == person and h.when == "former" and h.at >= at for h in found
        ):
            continue
        held.append(replace(given[-1], person=person, at=name, when="former", rule="succession"))
    return held


def _given_before(
    found: list[Holding], at: int, person: str | None, *, former: bool
) -> list[Holding]:
    """Return the offices of others than ``person`` that were given before ``at``, with ``former`` past ones too."""
    given = [h for h in found if h.at < at and h.person != person]
    given = [h for h in given if "rank" not in h.phrase.head.flags]
    return [h for h in given if former or h.when != "former"]


def _named_successor(stream: Stream, at: int) -> int:
    """Return the unit before "successor" and the words that tell which: "his elected successor"."""
    at -= 1
    while stream.kind(at) == "word" and not stream.stands(at, *_OWNERS):
        if stream.lower(at) not in words("articles") | words("naming"):
            return at
        at -= 1
    return at


def _beside(holding: Holding, name: int) -> bool:
    """Tell whether an office stands right beside the name at ``name``."""
    return abs(holding.at - name) <= 1 and "rank" not in holding.phrase.head.flags


def _taken_over(stream: Stream, at: int, left: Holding) -> TitleTime:
    """Return when a successor holds the office: later where the sentence only names them."""
    named = any(
        stream.lower(k) in words("naming") | words("future") for k in range(at - _MAX_NAMED, at)
    )
    return "future" if named and left.when != "former" else "current"


def _subject(stream: Stream, at: int) -> str | None:
    """Return the person whom the sentence of ``at`` names first before it, None for none."""
    start = at
    while start > 0 and at - start < _MAX_SENTENCE and not stream.opens_sentence(start):
        start -= 1
    return next((stream.units[k].ref for k in range(start, at) if stream.kind(k) == "person"), None)
