"""Names of bodies that were not recognised, and fields that were taken for bodies."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from communique.components.titles.beside import Body, named_body
from communique.components.titles.lexicon import Head, is_honorific, times
from communique.components.titles.portfolios import CONNECTORS
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream, is_function_word
from communique.components.titles.units import Unit

_MAX_NAME_WORDS = 8


def reads_as_field(stream: Stream, close: int, head: Head) -> bool:
    """Tell whether the body before ``close`` is a field: "Head of Astronomy, Ayr University".

    Another body follows it, behind a comma, "for" or "at", it is named nowhere else, and no word of it
    says that it is a body. Of heads that bodies have, "at" alone shows it ("President of Moon Pay at
    Acme"), or that a firm named elsewhere follows "Cards & Retail".
    """
    if not stream.stands(close - 2, "of", "for"):
        return False
    unit = stream.units[close - 1]
    if not stream.stands(close, ",", "at", "for") or stream.kind(close + 1) != "body":
        return False
    firm = stream.units[close + 1]
    named = sum(u.ref == firm.ref for u in stream.units) > 1 and "&" in unit.text
    if stream.suits(head, "of_body") and not (stream.stands(close, "at") or named):
        return False
    own = re.split(r" (?:of|for) ", unit.lower, maxsplit=1)[0].rsplit(maxsplit=1)[-1]
    nouns = body_nouns() | complements("body_endings") | complements("seat_bodies")
    again = sum(u.ref == unit.ref for u in stream.units)
    return again == 1 and own not in nouns and not (unit.text.isupper() and len(unit.text) > 3)


def name_end(stream: Stream, start: int) -> int:
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
            return (end, (named_body(inside),)) if named and _is_new_name(inside) else (comma, ())
        if end in stream.starts or unit.kind not in {"word", "mark", "place"} or unit.demonym:
            return comma, ()
    return comma, ()


def _closes_item(stream: Stream, at: int) -> bool:
    unit = stream.units[at]
    bullet = unit.text == "-" and unit.start > stream.units[at - 1].end
    return unit.text in {")", ";"} or unit.kind in {"line", "gap"} or bullet


def _is_new_name(inside: Sequence[Unit]) -> bool:
    """Tell whether words name something else than a field, a degree, a time or a person."""
    named = len(inside) > 1 and inside[-1].lower in complements("named_endings")
    named = named or any(
        unit.lower in complements("divisions") and following.lower in {"of", "for"}
        for unit, following in pairwise(inside[:-1])
    )
    if any((u.lower in fields() and not named) or u.lower in times() for u in inside):
        return False
    first = inside[0]
    if len(inside) == 1:
        return len(first.text) > 3 and first.kind == "word" and not is_function_word(first)
    return any(u.kind == "word" for u in inside) and not is_honorific(first.text)
