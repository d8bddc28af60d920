"""The reading of a title phrase in which what follows its comma belongs to it."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles import behind, portfolios
from communique.components.titles.beside import Body
from communique.components.titles.localities import with_state
from communique.components.titles.phrase import Phrase
from communique.components.titles.rules import body_nouns, complements
from communique.components.titles.stream import Stream

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
        close, bodies = behind.bracketed_name(stream, at)  # "President, Kenya Reef Society"
    if not bodies:
        close, bodies = behind.after(stream, at, phrase.head, comma=True)
    if not bodies and stream.stands(at, ","):
        close, bodies = with_state(stream, *behind.bracketed_name(stream, at), phrase.head)
    if bodies and bodies[0].place:
        # "President, North America, at Acme Ltd"
        at_body = close + stream.stands(close, ",")
        end, own = behind.after(stream, at_body, phrase.head, comma=False)
        if own and own[0].ref and stream.stands(at_body, "at"):
            return _with_complement(stream, phrase, close, end, own)
    if bodies:
        return replace(phrase, close=close, after=bodies)
    if not stream.stands(at, ",") or phrase.complement or at + 1 in stream.starts:
        return None
    if stream.lower(at + 1) in body_nouns() and stream.stands(at + 2, "of"):
        return None  # "Director, Office of Roads"
    field_end = portfolios.field(stream, at + 1)
    part = set(phrase.words) & complements("partial")
    if field_end is None or (stream.suits(phrase.head, "whole") and not part):
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


def _with_complement(
    stream: Stream, phrase: Phrase, last: int, close: int, after: tuple[Body, ...]
) -> Phrase:
    """Return the phrase with a complement that ends at ``last``, and the bodies behind it."""
    end = stream.units[last - 1].end
    return replace(phrase, last=last, end=end, close=close, after=after, complement=True)
