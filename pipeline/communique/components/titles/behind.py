"""The bodies named behind a title: "Director of the Bank", "Chair, Board of X", "Envoy (Peru)"."""

from __future__ import annotations

from communique.components.titles.beside import Body, body_of, named_body
from communique.components.titles.lexicon import Head, times
from communique.components.titles.localities import with_state
from communique.components.titles.places import places
from communique.components.titles.portfolios import joined_body
from communique.components.titles.rules import body_nouns, complements
from communique.components.titles.several import (
    bodies_in_series,
    places_in_series,
    skip_abbreviation,
    skip_both,
)
from communique.components.titles.stream import Stream
from communique.components.titles.units import Unit
from communique.components.titles.unknown_names import name_end

_PREPOSITIONS = ("of", "at", "for", "in", "with", "on", "within", "to", "from", "behind", "under")
_ARTICLES = ("the", "our", "its", "their", "this", "that")
_SAID = ("said", "same", "aforesaid", "aforementioned")
_FIRMS = ("firm", "company", "partnership")
_MAX_CAMPAIGN = 6
_MAX_ORGAN = 3
_MAX_JOINING = 10
_JOINS = ("joins", "joined", "join", "joining", "comes", "came", "arrives", "arrived")


def after(stream: Stream, at: int, head: Head, *, comma: bool) -> tuple[int, tuple[Body, ...]]:
    """Return the index after the bodies named from ``at`` on, and the bodies.

    With ``comma`` the bodies stand behind a comma, a dash or a line's end, else behind a
    preposition, in a bracket, or right there. Without any, ``at`` and none.
    """
    close, bodies = _after(stream, at, head, comma=comma)
    return with_state(stream, close, bodies, head)


def _after(stream: Stream, at: int, head: Head, *, comma: bool) -> tuple[int, tuple[Body, ...]]:
    start = skip_abbreviation(stream, at)
    both = skip_both(stream, start) if head.plural and not comma else None
    if both is not None:
        return both, ()
    preposition = ""
    if comma:
        if not stream.stands(start, ",", "-", "–") and stream.kind(start) != "line":
            return at, ()
        if stream.kind(start) == "line" and stream.stands(start + 2, ":"):
            return at, ()  # the label of the next line
        start += 1
        if stream.stands(start, "in", "at", "of", "from", "with"):
            name = start + 1 + stream.stands(start + 1, "the")
            if stream.stands(start, "at", "in", "with") and stream.stands(name + 1, "'s"):
                return at, ()  # "said Jane Roe, Minister for Tea, at Acme's Summit"
            preposition = stream.lower(start)
            start += 1
    elif stream.stands(start, *_PREPOSITIONS):
        if stream.stands(start, "from") and _comes_from(stream, start):
            return at, ()
        preposition = stream.lower(start)
        start += 1
    elif stream.stands(start, "("):
        return _in_bracket(stream, start) or (at, ())
    article = stream.stands(start, *_ARTICLES)
    start += article and stream.stands(start + 1, *_SAID)
    start += article
    start += not comma and stream.lower(start) in times() and stream.kind(start + 1) == "body"
    start = _inner(stream, start) if preposition or comma else start
    start = _behind_office(stream, start) if preposition in {"in", "at"} else start
    kind = stream.kind(start)
    if kind == "place" and preposition == "in" and stream.suits(head, "to_place"):
        return start + 1, ()  # "its ambassador in Kampot"
    unknown = kind == "place" and preposition == "at" and stream.units[start].text not in places()
    if unknown:
        return start + 1, (named_body([stream.units[start]]),)  # taken for a place
    if stream.demonym(start) and stream.lower(start + 1) in body_nouns() and article:
        noun = stream.units[start + 1]
        if preposition and not noun.capital:
            return start + 2, (named_body([noun], noun=True, nation=stream.demonym(start)),)
    if kind == "place":
        served = _served_there(stream, start + 1, preposition)
        if served is not None:
            return served + 1, (body_of(stream.units[served]),)
        return _place(stream, start, head, preposition, comma=comma) or (at, ())
    if kind == "body":
        organ = _organ(stream, start)
        if organ > start + 1:
            return organ, (named_body(stream.units[start:organ]),)
        close, bodies = bodies_in_series(stream, start, seats="seat" in head.flags or head.plural)
        close, bodies = _at_more(stream, close, bodies, preposition)
        return _sent_to(stream, close, head), bodies
    if kind == "person" and preposition == "at" and " " not in stream.units[start].text:
        return start + 1, (named_body([stream.units[start]]),)  # taken for a person
    campaign = _campaign(stream, start, preposition)
    if campaign is not None:
        return campaign, (named_body(stream.units[start:campaign]),)
    if kind != "word":
        return at, ()
    joined = joined_body(stream, start) if preposition == "of" else None
    if joined is not None:
        return joined, (named_body(stream.units[start:joined]),)
    start += 2 * (stream.stands(start, *_FIRMS) and stream.stands(start + 1, "of"))
    if stream.kind(start) == "body":
        return start + 1, (body_of(stream.units[start]),)  # "with the firm of Roe and Doe"
    unit = stream.units[start]
    if preposition == "to" and article and unit.capital and unit.lower in complements("served"):
        return start + 1, (named_body([unit]),)  # "Secretary to the Treasury"
    alone = not (unit.capital and stream.stands(start + 1, "of"))
    named = _named_behind_noun(stream, start) if preposition and article else None
    if named is not None:
        return named + 1, (body_of(stream.units[named]),)
    if preposition and unit.lower in body_nouns() and (article or unit.capital) and alone:
        if not unit.capital and stream.stands(start + 1, ",") and stream.kind(start + 2) == "body":
            return start + 3, (body_of(stream.units[start + 2]),)  # "of the contractor, Acme Ltd"
        end = start + 1
        while unit.capital and stream.is_name_word(end) and stream.lower(end) in body_nouns():
            end += 1  # "of the Party Committee"
        return end, (named_body(stream.units[start:end], noun=end == start + 1),)
    level = bool(preposition and article) and unit.lower in complements("levels")
    if level and stream.lower(start + 1) in body_nouns():
        return start + 2, (named_body(stream.units[start : start + 2], noun=True),)
    if preposition == "in" and stream.suits(head, "to_place") and stream.is_name_word(start):
        return start + 1, ()  # "Chargé d'Affaires in Accra"
    constituency = preposition == "for" and stream.suits(head, "constituency")
    named = constituency or preposition in {"of", "at"}
    end = name_end(stream, start) if named else start
    end += constituency and end > start and stream.lower(end).isdigit()
    if end > start:
        body = named_body(stream.units[start:end])
        return end + (stream.lower(end) in complements("parts")), (body,)
    return at, ()


def _at_more(
    stream: Stream, close: int, bodies: tuple[Body, ...], preposition: str
) -> tuple[int, tuple[Body, ...]]:
    """Return the bodies with those of "… at Acme and at Bute Oil", and the index after them."""
    while preposition == "at" and stream.stands(close, "and", ","):
        at = close + 1 + (stream.stands(close, ",") and stream.stands(close + 1, "and"))
        name = at + 1 + stream.stands(at + 1, "the")
        if not stream.stands(at, "at") or stream.kind(name) != "body":
            break
        close, bodies = name + 1, (*bodies, body_of(stream.units[name]))
    return close, bodies


def _behind_office(stream: Stream, at: int) -> int:
    """Return the index of the firm in "in the New York office of Roe & Doe LLP", else ``at``."""
    for office in range(at + 1, at + 1 + _MAX_ORGAN):
        if stream.stands(office, "office", "offices") and stream.stands(office + 1, "of"):
            firm = office + 2 + stream.stands(office + 2, "the")
            return firm if stream.kind(firm) == "body" else at
        if stream.kind(office) not in {"word", "place"}:
            break
    return at


def _named_behind_noun(stream: Stream, at: int) -> int | None:
    """Return the body in "the cooperative Olive Hills", "the law firm Roe & Doe", None for none."""
    for noun in range(at, at + _MAX_ORGAN):
        if stream.kind(noun) != "word" or (noun > at and stream.units[noun].capital):
            return None
        if stream.lower(noun) in body_nouns():
            return noun + 1 if stream.kind(noun + 1) == "body" else None
    return None


def _campaign(stream: Stream, at: int, preposition: str) -> int | None:
    """Return the index after "President Lopez's 2012 re-election campaign", None for no campaign."""
    owner = at + (at in stream.heads)
    if preposition not in {"for", "of", "on", "in"} or stream.kind(owner) != "person":
        return None
    if not stream.stands(owner + 1, "'s"):
        return None
    for end in range(owner + 2, owner + 2 + _MAX_CAMPAIGN):
        if stream.stands(end, "campaign"):
            return end + 1
        if stream.kind(end) != "word":
            return None
    return None


def _comes_from(stream: Stream, at: int) -> bool:
    """Tell whether "from" says where somebody worked before: "joins as Director from Acme"."""
    for k in range(at - 1, max(at - _MAX_JOINING, 0), -1):
        if stream.stands(k, "as"):
            return any(stream.stands(j, *_JOINS) for j in range(max(k - 3, 0), k))
        if stream.kind(k) in {"gap", "line", "person"}:
            return False
    return False


def _organ(stream: Stream, at: int) -> int:
    """Return the index after "Acme Management Board", a body whose name goes on, before a person."""
    end = at + 1
    while end - at <= _MAX_ORGAN and stream.is_name_word(end):
        end += 1
    organ = end > at + 1 and stream.lower(end - 1) in complements("organs")
    named = stream.kind(end) == "person" or stream.is_honorific(end)
    return end if organ and named else at + 1


def _served_there(stream: Stream, at: int, preposition: str) -> int | None:
    """Return the body of "in Ohio for the Ayr Campaign" behind its place, None for none."""
    if preposition != "in" or not stream.stands(at, "for", "at", "with"):
        return None
    name = at + 1 + stream.stands(at + 1, "the")
    return name if stream.kind(name) == "body" else None


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
    noun = stream.kind(owner) == "word" and stream.lower(owner) in body_nouns()
    named = noun or stream.kind(owner) in {"body", "place", "person"}
    if named and stream.stands(owner + 1, "'s") and stream.kind(owner + 2) == "body":
        return owner + 2
    return at


def _sent_to(stream: Stream, close: int, head: Head) -> int:
    """Return the index after "to Madagascar and the Comoros" behind an ambassador's body."""
    last = stream.lower(close - 1).rpartition(" ")[2]
    sent = stream.suits(head, "to_place") or last in complements("abroad")
    if not (stream.stands(close, "to") and sent):
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
    beside = not (comma or preposition) and stream.suits(head, "of_place")
    if beside and (stream.kind(at + 1) == "person" or stream.is_honorific(at + 1)):
        return (
            (at + 1, (body_of(unit),)) if not unit.demonym else None
        )  # "Governor Punjab Jane Roe"
    if unit.demonym or preposition not in ({"of", "for", ""} if comma else {"of", "for"}):
        return None
    known = places().get(unit.name)
    provincial = known is not None and not known.country and stream.suits(head, "of_regions")
    held = provincial or stream.suits(head, "of_place") or "nation" in head.flags
    if comma and not held:
        return None
    part = stream.lower(at + 1) in complements("parts")
    body = _with_part(unit, stream.units[at + 1]) if part else body_of(unit)
    close = at + 1 + part
    if head.plural and not comma and not part:
        several = places_in_series(stream, at)
        if len(several) > 1:
            return several[-1] + 1, tuple(body_of(stream.units[k]) for k in several)
    if stream.stands(close, "to", "in", "at") and stream.suits(head, "to_place"):
        to = close + 1 + stream.stands(close + 1, "the")
        sent = stream.kind(to) in {"place", "body"} or (
            stream.is_name_word(to) and not stream.stands(close, "to")
        )
        close = to + 1 if sent else close
    return close, (body,)
