"""Places with their state behind a local office or its holder: "Commissioner, Orla County, PA"."""

from __future__ import annotations

from communique.components.lexicon_files import lexical, read_table
from communique.components.titles.beside import Body
from communique.components.titles.lexicon import Head
from communique.components.titles.stream import Stream

_MAX_PLACE = 4


@lexical
def states() -> frozenset[str]:
    """Return the names and the two letters of the American states."""
    return frozenset(name for row in read_table("titles/states.tsv") for name in row[:2])


def with_state(
    stream: Stream, at: int, bodies: tuple[Body, ...], head: Head
) -> tuple[int, tuple[Body, ...]]:
    """Return the index after the state behind the place of a local office, and the place with it.

    ``at`` is the index after the place: "Mayor of Orla, Ohio". Without a state, ``at`` and ``bodies``.
    """
    if len(bodies) != 1 or not stream.suits(head, "with_state") or not _state_behind(stream, at):
        return at, bodies
    (body,), state = bodies, stream.units[at + 1]
    if body.ref is not None or body.noun or body.span is None or body.name in states():
        return at, bodies
    place = Body(f"{body.name}, {state.text}", place=True, span=(body.span[0], state.end))
    return at + 2, (place,)


def find_locality(stream: Stream, at: int, head: Head) -> Body | None:
    """Return the place behind the name of a local officer: "Mayor Jane Roe, Orla, CA".

    ``at`` is the index of the comma behind the name. A place that no state follows must close its
    line or its item of a list.
    """
    if not stream.stands(at, ",") or not stream.suits(head, "with_state"):
        return None
    first = at + 1
    end = first
    while end - first < _MAX_PLACE and end not in stream.starts and _names_place(stream, end):
        end += 1
    if end == first or end in stream.starts:
        return None
    alone = end == first + 1 and stream.kind(first) == "place"
    closed = stream.kind(end) in {"line", "gap"} or stream.stands(end, ";")
    stated = _state_behind(stream, end)
    if not stated and not (alone and closed):
        return None
    last = stream.units[end + 1] if stated else stream.units[end - 1]
    words = " ".join(u.text for u in stream.units[first:end])
    name = f"{words}, {last.text}" if stated else words
    return Body(name, place=True, span=(stream.units[first].start, last.end))


def _names_place(stream: Stream, at: int) -> bool:
    if stream.kind(at) in {"place", "body"}:
        return not stream.units[at].demonym
    return stream.is_name_word(at)


def _state_behind(stream: Stream, at: int) -> bool:
    """Tell whether ", CA" or ", Ohio" stands at ``at``."""
    return stream.stands(at, ",") and _is_state(stream, at + 1)


def _is_state(stream: Stream, at: int) -> bool:
    if stream.kind(at) not in {"word", "place"}:
        return False
    return stream.units[at].text in states() and not {at, at + 1} & stream.starts
