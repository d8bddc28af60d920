"""Several bodies behind the title of several: "of Acme and Bute Oil", "of Chile and Peru", "of both banks"."""

from __future__ import annotations

from communique.components.titles.beside import Body, body_of
from communique.components.titles.portfolios import plural_bodies
from communique.components.titles.stream import Stream

_SEVERAL = ("the", "both", "two", "three", "four", "five", "respective", "their", "these")
_MAX_SEVERAL = 3


def skip_both(stream: Stream, at: int) -> int | None:
    """Return the index after "of the two universities", "of both banks" at ``at``, else None."""
    if not stream.stands(at, "of", "from", "at"):
        return None
    noun = at + 1
    while noun - at <= _MAX_SEVERAL and stream.stands(noun, *_SEVERAL):
        noun += 1
    return noun + 1 if noun > at + 1 and stream.lower(noun) in plural_bodies() else None


def places_in_series(stream: Stream, at: int) -> list[int]:
    """Return the places from ``at`` on: "the ministers of Chile, Peru and the Netherlands"."""
    found = [at]
    while True:
        joined = found[-1] + 1
        while stream.stands(joined, ",", "and", "&", "the", "of") and joined - found[-1] < 5:
            joined += 1
        between = joined > found[-1] + 1
        if not between or stream.kind(joined) != "place" or stream.units[joined].demonym:
            return found
        found.append(joined)


def bodies_in_series(stream: Stream, at: int, *, seats: bool) -> tuple[int, tuple[Body, ...]]:
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


def skip_abbreviation(stream: Stream, at: int) -> int:
    """Return the index after a bracket that only abbreviates, or gives a party or an age."""
    if stream.stands(at, "(") and stream.kind(at + 1) == "place":
        close = at + 2
        while stream.kind(close) == "place" or stream.stands(close, ",", "and", "&"):
            close += 1
        if stream.stands(close, ")") and stream.stands(close + 1, "for", "of", "at"):
            return close + 1  # "Manager (Kenya and Ghana) for Acme Ltd"
    if stream.stands(at, "(") and stream.stands(at + 2, ")"):
        inside = stream.units[at + 1]
        short = inside.text.isupper() or inside.text.isdigit() or len(inside.text) <= 5
        if inside.kind in {"word", "body"} and short:
            return at + 3
    return at
