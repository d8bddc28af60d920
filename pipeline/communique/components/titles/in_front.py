"""What stands before a title: "NCKU President", "Orla's first female Chief", "the former Chair"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from communique.components.titles.beside import Body, body_of, named_body
from communique.components.titles.lexicon import Head, is_honorific, times
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream, is_function_word
from communique.components.titles.types import TitleTime
from communique.components.titles.units import Unit

_MAX_DESCRIPTION = 4
#: Up to so many capitals are letters ("UAE"), more a name in capitals.
_LETTERS = 4
#: What a member of Congress sits for, in a bracket: "NY-13", "D-NV", "R".
_SEAT = re.compile(r"[A-Z]{2}-\w{1,2}|[RDI](?:-\w+)*")
#: "Washington, D.C." before the office of a senator.
_DISTRICT = re.compile(r"\bD\.? ?C\.?$")
_DESCRIPTIONS = frozenset(
    [
        "first",
        "second",
        "third",
        "female",
        "male",
        "first-ever",
        "youngest",
        "oldest",
        "longest-serving",
    ]
)
#: "newly appointed", "recently elected": said of who holds the office now.
_LATELY = ("newly", "recently", "freshly")
_CHOSEN = ("appointed", "elected", "named", "installed", "promoted", "minted", "created")


@dataclass(frozen=True, slots=True)
class Before:
    """What stands before a title's first word: its left edge, a body, when it is held."""

    edge: int
    bodies: tuple[Body, ...] = ()
    when: TitleTime | None = None


def before(stream: Stream, first: int, head: Head) -> Before:
    """Return what stands before the title that starts at unit ``first``."""
    edge, when = _time_before(stream, first)
    at = _before_description(stream, edge) - 1
    possessive = stream.stands(at, "'s", "'", "’")
    at = _before_abbreviation(stream, at - possessive)
    body, start = _body_before(stream, at, head, possessive=possessive)
    taken = _is_members(stream, start) or _is_held_before(stream, start)
    if body is None or (taken and not possessive):
        return Before(edge, (), when)
    start, earlier = _time_before(stream, start)
    return Before(start, (body,), when or earlier)


def _is_members(stream: Stream, at: int) -> bool:
    """Tell whether a body at ``at`` is that of the member before: "Jane Roe (OH-03), Orla Caucus | Chair"."""
    if not (stream.stands(at - 1, ",") and stream.stands(at - 2, ")")):
        return False
    seated = stream.stands(at - 4, "(") and _SEAT.fullmatch(stream.units[at - 3].text)
    return bool(seated) and stream.kind(at - 5) == "person"


def _ends_head(stream: Stream, at: int) -> bool:
    """Tell whether a head of several words ends at ``at``: "Secretary of State | Cardinal"."""
    heads = (stream.heads.get(k) for k in range(at - 3, at))
    return any(found is not None and found[0] == at + 1 for found in heads)


def _is_held_before(stream: Stream, at: int) -> bool:
    """Tell whether a body at ``at`` is that of the office before: "Secretary in the Ministry | Professor"."""
    preposition = at - 1 - stream.stands(at - 1, "the")
    if not stream.stands(preposition, "of", "in", "at"):
        return False
    heads = (stream.heads.get(k) for k in range(preposition - 4, preposition))
    return any(found is not None and found[0] == preposition for found in heads)


def _is_dateline(stream: Stream, at: int, head: Head) -> bool:
    """Tell whether a place in capitals is that of a dateline without marks: "LUSAKA Senator Jane Roe"."""
    place, title = stream.units[at].text, stream.units[at + 1].text
    letters = [word for word in place.split() if word.isalpha() and len(word) > _LETTERS]
    if _DISTRICT.search(place) and "nation" in head.flags:
        return True
    shouted = bool(letters) and all(word.isupper() for word in letters) and not title.isupper()
    return shouted and bool({"nation", "rank"} & head.flags)


def _is_branch(stream: Stream, at: int, head: Head) -> bool:
    """Tell whether a place is where the office of a firm is: "Orla managing partner Jane Roe"."""
    return stream.suits(head, "of_branches") and not stream.units[at].demonym


def _names_owner(unit: Unit) -> bool:
    """Tell whether the first word of a sentence, with "'s" behind it, is a name: "Acme's chair"."""
    if not unit.capital or is_function_word(unit) or is_honorific(unit.text):
        return False
    return unit.lower not in fields() and unit.lower not in times() and len(unit.text) > 1


def _named_by_place(stream: Stream, at: int) -> int | None:
    """Return the start of "Bangladesh Bank" or "Boeny Province", which ends at ``at``, None for none."""
    first = at - 1
    if stream.kind(first) == "place" and not stream.units[first].demonym:
        return first
    part = stream.lower(at) in complements("parts") and stream.is_name_word(first)
    return first if part else None


def _before_abbreviation(stream: Stream, at: int) -> int:
    """Return the index of the body before "(ROK)" at ``at``: "the Republic of Korea (ROK) Minister"."""
    bracket = stream.stands(at, ")") and stream.stands(at - 2, "(")
    short = bracket and stream.units[at - 1].text.isupper()
    return at - 3 if short and stream.kind(at - 3) in {"body", "place"} else at


def _before_description(stream: Stream, edge: int) -> int:
    """Return the index after the "'s" of "Orla's first female Chief", else ``edge``."""
    at = edge
    while edge - at < _MAX_DESCRIPTION and stream.lower(at - 1) in _DESCRIPTIONS:
        at -= 1
    return at if stream.stands(at - 1, "'s") else edge


def _time_before(stream: Stream, edge: int) -> tuple[int, TitleTime | None]:
    """Return the edge before "former", "then-", "incoming" and what they say."""
    when: TitleTime | None = None
    while stream.kind(edge - 1) == "word" and stream.lower(edge - 1) in times():
        if stream.stands(edge - 1, "then") and stream.stands(edge - 2, "and", ","):
            break
        edge -= 1
        when = when or times()[stream.lower(edge)]
    if stream.stands(edge - 1, *_CHOSEN) and stream.stands(edge - 2, *_LATELY):
        return edge - 2, when or "current"
    if stream.stands(edge - 1, "-") and stream.lower(edge - 2) in times():
        edge -= 2
        when = times()[stream.lower(edge)]
    return edge, when


def _body_before(
    stream: Stream, at: int, head: Head, *, possessive: bool
) -> tuple[Body | None, int]:
    """Return the body whose last unit is ``at`` and the index of its first."""
    if at < 0:
        return None, at
    unit = stream.units[at]
    if unit.kind == "place" and not possessive and _is_dateline(stream, at, head):
        return None, at
    if unit.kind == "place" and not possessive and _is_branch(stream, at, head):
        return None, at
    if unit.kind in {"body", "place"}:
        return body_of(unit), at
    letters = unit.kind == "person" and unit.text.isupper() and " " not in unit.text
    if letters and possessive and len(unit.text) > 2:
        return named_body([unit]), at  # "KKPP's Secretary General", taken for a person
    if unit.kind != "word" or _ends_head(stream, at):
        return None, at
    if unit.capital and unit.lower in body_nouns() and not possessive:
        named = _named_by_place(stream, at)
        if named is not None:
            return named_body(stream.units[named : at + 1]), named
    compound = stream.is_name_word(at - 1) and not stream.opens_sentence(at - 1)
    if unit.lower in body_nouns() and (possessive or (unit.capital and not compound)):
        return named_body([unit], noun=True, nation=stream.demonym(at - 1)), at
    if possessive and stream.opens_sentence(at) and _names_owner(unit):
        return named_body([unit]), at
    if not stream.is_name_word(at) or stream.opens_sentence(at):
        return None, at
    acronym = unit.text.isupper() and len(unit.text) > 1 and "rank" not in head.flags
    ranks = {"nation", "rank"} & head.flags and not stream.suits(head, "local")
    if not possessive and ranks and not acronym:
        return None, at
    start = at
    while stream.is_name_word(start - 1) and not stream.opens_sentence(start - 1):
        start -= 1
    return named_body(stream.units[start : at + 1]), start
