"""The bodies named beside a title: "NCKU President", "Director of the Bank", "Chair, Board of X"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from communique.components.titles.complements import CONNECTORS
from communique.components.titles.lexicon import Head, is_honorific, times
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream, is_function_word
from communique.components.titles.types import TitleTime
from communique.components.titles.units import Unit

_PREPOSITIONS = ("of", "at", "for", "in", "with", "on", "within", "to", "from", "behind", "under")
_ARTICLES = ("the", "our", "its", "their", "this")
_MAX_NAME_WORDS = 8
_MAX_DESCRIPTION = 4
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
class Body:
    """A body or place that a phrase names: ``ref`` an organization id, None where it is none.

    ``noun`` is true of a common noun that stands for a body named elsewhere ("the Bank").
    ``span`` are its half-open characters.
    """

    name: str
    ref: str | None = None
    place: bool = False
    noun: bool = False
    span: tuple[int, int] | None = field(default=None, compare=False)


def body_of(unit: Unit) -> Body:
    """Return the body that a unit of kind ``body`` or ``place`` is."""
    place, span = unit.kind == "place", (unit.start, unit.end)
    return Body(unit.name or unit.text, unit.ref, place=place, span=span)


def _named(units: Sequence[Unit], *, noun: bool = False) -> Body:
    """Return the body that words name which are no unit."""
    span = (units[0].start, units[-1].end)
    return Body(" ".join(u.text for u in units), noun=noun, span=span)


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
    at -= possessive
    body, start = _body_before(stream, at, head, possessive=possessive)
    if body is None:
        return Before(edge, (), when)
    start, earlier = _time_before(stream, start)
    return Before(start, (body,), when or earlier)


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
    if unit.kind in {"body", "place"}:
        return body_of(unit), at
    if unit.kind != "word":
        return None, at
    compound = stream.is_name_word(at - 1) and not stream.opens_sentence(at - 1)
    if unit.lower in body_nouns() and (possessive or (unit.capital and not compound)):
        return _named([unit], noun=True), at
    if possessive and stream.opens_sentence(at) and unit.text.isupper() and len(unit.text) > 1:
        return _named([unit]), at
    if not stream.is_name_word(at) or stream.opens_sentence(at):
        return None, at
    acronym = unit.text.isupper() and len(unit.text) > 1 and "rank" not in head.flags
    ranks = {"nation", "rank"} & head.flags and not stream.suits(head, "local")
    if not possessive and ranks and not acronym:
        return None, at
    start = at
    while stream.is_name_word(start - 1) and not stream.opens_sentence(start - 1):
        start -= 1
    return _named(stream.units[start : at + 1]), start


def after(stream: Stream, at: int, head: Head, *, comma: bool) -> tuple[int, tuple[Body, ...]]:
    """Return the index after the bodies named from ``at`` on, and the bodies.

    With ``comma`` the bodies stand behind a comma, a dash or a line's end, else behind a
    preposition, in a bracket, or right there. Without any, ``at`` and none.
    """
    start = skip_abbreviation(stream, at)
    preposition = ""
    if comma:
        if not stream.stands(start, ",", "-", "–") and stream.kind(start) != "line":
            return at, ()
        start += 1
        if stream.stands(start, "in", "at", "of"):
            preposition = stream.lower(start)
            start += 1
    elif stream.stands(start, *_PREPOSITIONS):
        preposition = stream.lower(start)
        start += 1
    elif stream.stands(start, "("):
        return _in_bracket(stream, start) or (at, ())
    article = stream.stands(start, *_ARTICLES)
    start = _inner(stream, start + article)
    kind = stream.kind(start)
    if kind == "place":
        return _place(stream, start, head, preposition, comma=comma) or (at, ())
    if kind == "body":
        close, bodies = _several(stream, start, seats="seat" in head.flags)
        return _sent_to(stream, close, head), bodies
    if kind != "word":
        return at, ()
    unit = stream.units[start]
    alone = not (unit.capital and stream.stands(start + 1, "of"))
    if preposition and unit.lower in body_nouns() and article and stream.kind(start + 1) == "body":
        return start + 2, (body_of(stream.units[start + 1]),)  # "of the cooperative Olive Hills"
    if preposition and unit.lower in body_nouns() and (article or unit.capital) and alone:
        if not unit.capital and stream.stands(start + 1, ",") and stream.kind(start + 2) == "body":
            return start + 3, (body_of(stream.units[start + 2]),)  # "of the contractor, Acme Ltd"
        return start + 1, (_named([unit], noun=True),)
    level = bool(preposition and article) and unit.lower in complements("levels")
    if level and stream.lower(start + 1) in body_nouns():
        return start + 2, (_named(stream.units[start : start + 2], noun=True),)
    if preposition == "in" and stream.suits(head, "to_place") and stream.is_name_word(start):
        return start + 1, ()  # "Chargé d'Affaires in Accra"
    end = _name_end(stream, start) if preposition in {"of", "at"} else start
    if end > start:
        named = _named(stream.units[start:end])
        return end + (stream.lower(end) in complements("parts")), (named,)
    return at, ()


def _in_bracket(stream: Stream, at: int) -> tuple[int, tuple[Body, ...]] | None:
    """Return the body of "(Germany)" or "(the Netherlands)"."""
    name = at + 1 + stream.stands(at + 1, "the")
    if stream.kind(name) in {"place", "body"} and stream.stands(name + 1, ")"):
        return name + 2, (body_of(stream.units[name]),)
    return None


def _inner(stream: Stream, at: int) -> int:
    """Return the index of the body meant in "Ashmore's Private Equity Group", else ``at``."""
    owner = at
    if at in stream.heads and stream.kind(at + 1) == "person":
        owner = at + 1  # "for President Lopez's campaign"
    named = stream.kind(owner) in {"body", "place", "person"}
    if named and stream.stands(owner + 1, "'s") and stream.kind(owner + 2) == "body":
        return owner + 2
    return at


def _sent_to(stream: Stream, close: int, head: Head) -> int:
    """Return the index after "to Madagascar and the Comoros" behind an ambassador's body."""
    if not (stream.stands(close, "to") and stream.suits(head, "to_place")):
        return close
    to = close + 1 + stream.stands(close + 1, "the")
    if stream.kind(to) not in {"place", "body"}:
        return close
    joined = to + 1
    joined += stream.stands(joined, "and")
    joined += stream.stands(joined, "the")
    return joined + 1 if joined > to + 1 and stream.kind(joined) == "place" else to + 1


def _with_part(unit: Unit, noun: Unit) -> Body:
    """Return the part of a country in "Governor of the Boeny region", with its noun."""
    return Body(f"{unit.name or unit.text} {noun.text}", place=True, span=(unit.start, noun.end))


def _place(
    stream: Stream, at: int, head: Head, preposition: str, *, comma: bool
) -> tuple[int, tuple[Body, ...]] | None:
    """Return the place that an office is held for, with the "to Singapore" of an ambassador."""
    unit = stream.units[at]
    if unit.demonym or preposition not in ({"of", "for", ""} if comma else {"of", "for"}):
        return None
    if comma and not stream.suits(head, "of_place") and "nation" not in head.flags:
        return None
    part = stream.lower(at + 1) in complements("parts")
    body = _with_part(unit, stream.units[at + 1]) if part else body_of(unit)
    close = at + 1 + part
    if stream.stands(close, "to", "in", "at") and stream.suits(head, "to_place"):
        to = close + 1 + stream.stands(close + 1, "the")
        sent = stream.kind(to) in {"place", "body"} or (
            stream.is_name_word(to) and not stream.stands(close, "to")
        )
        close = to + 1 if sent else close
    return close, (body,)


def _several(stream: Stream, at: int, *, seats: bool) -> tuple[int, tuple[Body, ...]]:
    """Return the bodies from ``at`` on: "Ministry of Law and Ministry of Transport" is two.

    Seats may be held on any number of bodies: "member of the A Council, B Committee and C Board".
    """
    found = [body_of(stream.units[at])]
    close = at + 1
    while True:
        joined = close
        while stream.stands(joined, ",", "and", "&", "the") and joined - close < 3:
            joined += 1
        if joined == close or stream.kind(joined) != "body" or stream.stands(joined + 1, "'s"):
            break
        body = body_of(stream.units[joined])
        alike = found[0].name.split()[0].lower() == body.name.split()[0].lower()
        if not seats and not (alike and stream.stands(close, "and", "&")):
            break
        found.append(body)
        close = joined + 1
    return (close if len(found) > 1 else skip_abbreviation(stream, close)), tuple(found)


def _name_end(stream: Stream, start: int) -> int:
    """Return the index after the capitalised words from ``start`` on that look like a name."""
    end = start
    while end - start < _MAX_NAME_WORDS and end not in stream.starts:
        joins = stream.stands(end, "of", "&", "-", "and") and end > start
        if not stream.is_name_word(end) and not (joins and stream.is_name_word(end + 1)):
            break
        end += 1
    return end


def bracketed_name(stream: Stream, comma: int) -> tuple[int, tuple[Body, ...]]:
    """Return the capitalised words between a comma and what closes an item as a body.

    A bracket closes one, the end of a line, the dash of the next item of a list; a comma only where
    there are several words.
    """
    units = stream.units
    for end in range(comma + 2, min(comma + 10, len(units))):
        unit = units[end]
        if _closes_item(stream, end) or (unit.text in {",", "."} and end > comma + 2):
            inside = units[comma + 1 : end]
            named = inside[0].capital and inside[-1].capital
            named = named and all(u.capital or u.lower in CONNECTORS for u in inside)
            return (end, (_named(inside),)) if named and _is_new_name(inside) else (comma, ())
        if end in stream.starts or unit.kind not in {"word", "mark"}:
            return comma, ()
    return comma, ()


def _closes_item(stream: Stream, at: int) -> bool:
    unit = stream.units[at]
    bullet = unit.text == "-" and unit.start > stream.units[at - 1].end
    return unit.text in {")", ";"} or unit.kind in {"line", "gap"} or bullet


def _is_new_name(inside: Sequence[Unit]) -> bool:
    """Tell whether words name something else than a field, a degree, a time or a person."""
    if any(u.lower in fields() or u.lower in times() for u in inside):
        return False
    first = inside[0]
    if len(inside) == 1:
        return len(first.text) > 3 and first.kind == "word" and not is_function_word(first)
    return first.kind == "word" and not is_honorific(first.text)


def skip_abbreviation(stream: Stream, at: int) -> int:
    """Return the index after a bracket that only abbreviates, or gives a party or an age."""
    if stream.stands(at, "(") and stream.stands(at + 2, ")"):
        inside = stream.units[at + 1]
        short = inside.text.isupper() or inside.text.isdigit() or len(inside.text) <= 5
        if inside.kind in {"word", "body"} and short:
            return at + 3
    return at
