"""The reading of a title phrase in which what follows its comma belongs to it."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles import behind, portfolios
from communique.components.titles.beside import Body, body_of
from communique.components.titles.localities import with_state
from communique.components.titles.phrase import Phrase
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream
from communique.components.titles.unknown_names import bracketed_name

_CLOSING = (",", ";", ")", ".", "at", "of", "for", "and", "in", "tel", "phone", "-", "–")


def read_loose(stream: Stream, phrase: Phrase) -> Phrase | None:
    """Return ``phrase`` with a field or a body behind its comma, None where none stands there."""
    return _national(stream, _loose(stream, phrase))


def _national(stream: Stream, phrase: Phrase | None) -> Phrase | None:
    """Return "United States Representative", with the country, where a state follows."""
    if phrase is None or not phrase.before or not phrase.after:
        return phrase
    country, state = phrase.before[-1], phrase.after[0]
    if country.place and state.place and stream.kind(phrase.first - 1) == "place":
        start = stream.units[phrase.first - 1].start
        return replace(phrase, first=phrase.first - 1, start=start, before=())
    return phrase


def _loose(stream: Stream, phrase: Phrase) -> Phrase | None:
    """Return the reading in which what follows the comma belongs to the phrase."""
    at = phrase.close
    if phrase.after or not (stream.stands(at, ",", "-", "–") or stream.kind(at) == "line"):
        return None
    bodies: tuple[Body, ...] = ()
    if stream.stands(at, ",") and stream.kind(at + 1) == "place" and stream.is_name_word(at + 2):
        close, bodies = bracketed_name(stream, at)  # "President, Kenya Reef Society"
    if not bodies:
        close, bodies = behind.after(stream, at, phrase.head, comma=True)
    if not bodies and stream.stands(at, ","):
        close, bodies = with_state(stream, *bracketed_name(stream, at), phrase.head)
    if bodies and bodies[0].place:
        # "President, North America, at Acme Ltd"
        at_body = close + stream.stands(close, ",")
        end, own = behind.after(stream, at_body, phrase.head, comma=False)
        if own and own[0].ref and stream.stands(at_body, "at"):
            return _with_complement(stream, phrase, close, end, own)
    if bodies and _names_unit(stream, at + 1, close, phrase):
        # "CEO, People and Business, Acme Ltd"
        body = body_of(stream.units[close + 1])
        return _with_complement(stream, phrase, close, close + 2, (body,))
    if bodies:
        return replace(phrase, close=close, after=bodies)
    if not stream.stands(at, ",") or phrase.complement or at + 1 in stream.starts:
        return None
    if stream.lower(at + 1) in body_nouns() and stream.stands(at + 2, "of"):
        return None  # "Director, Office of Roads"
    field_end = portfolios.field(stream, at + 1)
    part = set(phrase.words) & complements("partial")
    if field_end is None:
        return None
    of_unit = stream.stands(field_end, ",") and stream.kind(field_end + 1) == "body"
    if stream.suits(phrase.head, "whole") and not part and not of_unit:
        return None
    closes = stream.kind(field_end) in {"line", "gap", "body", "person"} or stream.is_honorific(
        field_end
    )
    if not closes and not stream.stands(field_end, *_CLOSING):
        return None
    close, bodies = behind.after(stream, field_end, phrase.head, comma=False)
    if not bodies and stream.stands(field_end, ",", "-", "–"):
        close, bodies = behind.after(stream, field_end, phrase.head, comma=True)
        if bodies and bodies[0].place and stream.suits(phrase.head, "ranks_of_firms"):
            # "Vice President, Human Resources, Americas at Acme"
            last = close
            close, bodies = behind.after(stream, last, phrase.head, comma=False)
            return _with_complement(stream, phrase, last, close, bodies)
    return _with_complement(stream, phrase, field_end, close, bodies)


def _names_unit(stream: Stream, start: int, close: int, phrase: Phrase) -> bool:
    """Tell whether what was read as a body from ``start`` to ``close`` is a field before a firm."""
    if close != start + 1 or phrase.complement or not stream.stands(close, ","):
        return False
    unit, firm = stream.units[start], stream.units[min(close + 1, len(stream.units) - 1)]
    chief = stream.suits(phrase.head, "ranks_of_firms") or stream.suits(phrase.head, "whole")
    if unit.kind != "body" or firm.kind != "body" or not chief:
        return False
    return all(word in fields() | portfolios.CONNECTORS for word in unit.lower.split())


def _with_complement(
    stream: Stream, phrase: Phrase, last: int, close: int, after: tuple[Body, ...]
) -> Phrase:
    """Return the phrase with a complement that ends at ``last``, and the bodies behind it."""
    end = stream.units[last - 1].end
    return replace(phrase, last=last, end=end, close=close, after=after, complement=True)
