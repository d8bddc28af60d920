"""Bodies behind the names of holders: "Minister X of the Ministry", "Ambassadors X (Peru)", "Chair X, Acme"."""

from __future__ import annotations

import re

from communique.components.titles.beside import Body, body_of, named_body
from communique.components.titles.lexicon import Head
from communique.components.titles.localities import find_locality
from communique.components.titles.names import Names, words
from communique.components.titles.rules import complements

#: What a member of Congress sits for: "ny-13", "d-nv".
_SEAT = re.compile(r"[a-z]{2}-\w{1,2}$|[rdi](?:-\w+)?$")
_MAX_BRACKET_UNITS = 8
_MAX_TOWN = 4
#: "(SUI)" behind the name of an athlete.
_NATION_LETTERS = 3


def find_body(names: Names, at: int, head: Head) -> tuple[Body, ...]:
    """Return the body in "Minister X of the Ministry of Y", "President X of Z"."""
    if not names.stream.stands(at + 1, "of", "from", "for"):
        return ()
    name = at + 2 + names.stream.stands(at + 2, "the")
    if names.stream.stands(at + 1, "for"):
        return _district(names, name)
    name = _behind_town(names, name)
    kind = names.stream.kind(name)
    local = names.stream.stands(at + 1, "of") or names.stream.suits(head, "of_village")
    if kind == "body" or (kind == "place" and local):
        return (body_of(names.stream.units[name]),)
    local = names.stream.stands(at + 1, "of") and names.stream.suits(head, "of_village")
    if local and names.stream.is_name_word(name):
        return (named_body(names.stream.units[name : name + 1]),)  # "Chief Roe of Orla"
    return ()


def _behind_town(names: Names, at: int) -> int:
    """Return the index of the name behind "twin town of" at ``at``, else ``at``."""
    for of in range(at + 1, at + _MAX_TOWN):
        if names.stream.kind(of - 1) != "word" or names.stream.units[of - 1].capital:
            return at
        if names.stream.stands(of, "of"):
            return of + 1 if names.stream.lower(of - 1) in complements("parts") else at
    return at


def find_bracketed(names: Names, at: int, *, several: bool) -> tuple[Body, ...]:
    """Return the body or place in "Ambassadors X (Peru) and Y (Chad)", behind the name at ``at``.

    A name that nothing else knows counts in brackets behind ``several`` holders.
    """
    stream = names.stream
    if not stream.stands(at + 1, "("):
        return ()
    name = at + 2 + stream.stands(at + 2, "the")
    close = name
    while close - name < _MAX_BRACKET_UNITS and not stream.stands(close, ")"):
        close += 1
    inside = stream.units[name:close]
    if not stream.stands(close, ")") or not inside:
        return ()
    if len(inside) == 1 and inside[0].kind in {"body", "place"}:
        letters = inside[0].text.isupper() and len(inside[0].text) == _NATION_LETTERS
        return () if letters or inside[0].demonym else (body_of(inside[0]),)
    named = several and all(stream.is_name_word(k) for k in range(name, close))
    return (named_body(inside),) if named and not inside[0].text.isupper() else ()


def _district(names: Names, at: int) -> tuple[Body, ...]:
    """Return the district of "U.S. Attorney Jane Roe for the District of Orla"."""
    stream = names.stream
    if "district of" in stream.lower(at):
        return (body_of(stream.units[at]),)
    of = at + 1 + (stream.lower(at) in words("compass"))
    if not (stream.stands(of - 1, "district") and stream.stands(of, "of")):
        return ()
    named = stream.kind(of + 1) == "place" or stream.is_name_word(of + 1)
    return (named_body(stream.units[at : of + 2]),) if named else ()


def find_listed(names: Names, at: int, head: Head) -> tuple[Body, ...]:
    """Return the body or place that closes an item of a list: "Chair Jane Roe (OH-03), Orla Caucus"."""
    place = find_locality(names.stream, names.after(at), head)
    if place is not None:
        return (place,)
    if names.stream.suits(head, "american"):
        return ()  # held for the district
    name = names.after(at) + 1
    mark = names.stream.lower(name - 1)
    if mark not in {",", "|"} or names.stream.kind(name) != "body":
        return ()
    if mark == "|":  # the next cell of a table
        alone = names.stream.kind(name + 1) in {"line", "gap"} or names.stream.stands(name + 1, "|")
        return (body_of(names.stream.units[name]),) if alone else ()
    closed = names.stream.kind(name + 1) in {"line", "gap"} or names.stream.stands(name + 1, ";")
    seated = names.stream.stands(at + 1, "(") and bool(_SEAT.match(names.stream.lower(at + 2)))
    listed = closed or (seated and names.opens_title(name + 1))
    return (body_of(names.stream.units[name]),) if listed else ()
