"""Who signed a release: the "me" of "the authority vested in me as President"."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles.beside import Body, body_of
from communique.components.titles.names import Names
from communique.components.titles.offices import Office
from communique.components.titles.stream import Stream

_MAX_AUTHORITY = 12
_FIRST_PERSON = ("me", "i")


def speaks(stream: Stream, at: int) -> bool:
    """Tell whether "me as" or "I, as" stands before a title, with "as" at ``at``."""
    if not stream.stands(at, "as"):
        return False
    return stream.stands(at - 1 - stream.stands(at - 1, ","), *_FIRST_PERSON)


def find_signatory(stream: Stream, names: Names, after: int) -> int | None:
    """Return the name that stands alone on a line below ``after``, None for none or several."""
    found = [
        at
        for at in range(after, len(stream.units))
        if stream.kind(at) == "person" and names.opens_line(at) and _closes_line(stream, at)
    ]
    return found[0] if len({stream.units[at].ref for at in found}) == 1 else None


def with_realm(stream: Stream, office: Office) -> Office:
    """Return an office with the country whose laws give it, where it names no body itself."""
    realm = None if office.bodies else _find_realm(stream, office.last.close)
    return office if realm is None else office.with_last(replace(office.last, after=(realm,)))


def _find_realm(stream: Stream, at: int) -> Body | None:
    """Return the country of "by the Constitution and the laws of Kenya" behind a title, None for none."""
    for law in range(at, at + _MAX_AUTHORITY):
        if stream.stands(law, "laws", "constitution", "law") and stream.stands(law + 1, "of"):
            name = law + 2 + stream.stands(law + 2, "the")
            return body_of(stream.units[name]) if stream.kind(name) == "place" else None
        if stream.kind(law) in {"gap", "person"}:
            return None
    return None


def _closes_line(stream: Stream, at: int) -> bool:
    return stream.kind(at + 1 + stream.stands(at + 1, ".", ",")) in {"line", "gap"}
