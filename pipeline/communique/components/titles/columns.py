"""Signatures in columns: names side by side on a line, their offices on the next, their bodies below."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles.beside import body_of
from communique.components.titles.phrase import Phrase
from communique.components.titles.stream import Stream

_BREAKS = frozenset(["line", "gap"])


def read_columns(stream: Stream, phrases: list[Phrase]) -> dict[int, tuple[int, Phrase]]:
    """Return, by the first unit of each office in a column, the name above it and the office.

    The office has the body below it, where each column has one.
    """
    found: dict[int, tuple[int, Phrase]] = {}
    at = 0
    while at < len(phrases):
        row = _row(stream, phrases, at)
        if len(row) > 1:
            names = _all_of(stream, _line_before(stream, row[0].first), "person")
            below = _all_of(stream, _line_behind(stream, row[-1].close), "body")
            if len(names) == len(row):
                bodies = [(body_of(stream.units[k]),) for k in below]
                for n, (name, phrase) in enumerate(zip(names, row, strict=True)):
                    below_it = bodies[n] if len(bodies) == len(row) else ()
                    own = phrase.after or below_it
                    found[phrase.first] = (name, replace(phrase, after=own))
        at += max(len(row), 1)
    return found


def _row(stream: Stream, phrases: list[Phrase], at: int) -> list[Phrase]:
    """Return the offices that fill a line from the one at ``at`` on, none where other words stand there."""
    row = [phrases[at]]
    if stream.kind(row[0].first - 1) not in _BREAKS:
        return []
    for phrase in phrases[at + 1 :]:
        if phrase.first - row[-1].close != 1 or not stream.stands(row[-1].close, ",", ";"):
            break
        row.append(phrase)
    return row if stream.kind(row[-1].close) in _BREAKS else []


def _line_before(stream: Stream, at: int) -> range:
    end = at - 1
    start = end
    while start > 0 and stream.kind(start - 1) not in _BREAKS:
        start -= 1
    return range(start, end)


def _line_behind(stream: Stream, at: int) -> range:
    end = at + 1
    while stream.kind(end) not in _BREAKS:
        end += 1
    return range(at + 1, end)


def _all_of(stream: Stream, line: range, kind: str) -> list[int]:
    """Return the units of one kind on a line that holds nothing else but marks and styles."""
    named = [at for at in line if stream.kind(at) == kind]
    others = (at for at in line if stream.kind(at) != kind)
    plain = all(stream.kind(at) == "mark" or stream.is_honorific(at) for at in others)
    return named if plain else []
