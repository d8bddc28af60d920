"""The offices of one person on the lines of a list: "She holds the following appointments:"."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles.clauses import Clauses
from communique.components.titles.names import BULLETS, Names, words
from communique.components.titles.phrase import Phrase
from communique.components.titles.stream import Stream

_MAX_ITEM = 30


def read_posts(
    stream: Stream, names: Names, clauses: Clauses, phrases: list[Phrase]
) -> dict[int, tuple[int, Phrase]]:
    """Return, by the first unit of each office that opens a line of such a list, the name it is of."""
    found: dict[int, tuple[int, Phrase]] = {}
    above: tuple[int, int, bool] | None = (
        None  # where an item ends, whose it is, whether it is past
    )
    for phrase in phrases:
        line = _line_before(stream, names, phrase.edge)
        if line is None:
            continue
        end = _end_of_item(stream, phrase.edge)
        if end is None:
            continue
        owner = (above[1:] if above is not None and above[0] == line else None) or _owner(
            stream, clauses, line
        )
        if owner is None:
            continue
        name, past = owner
        reading = phrase.loose or phrase
        found[phrase.first] = (name, replace(reading, when="former") if past else reading)
        above = (end, name, past)
    return found


def _line_before(stream: Stream, names: Names, edge: int) -> int | None:
    """Return the end of the line above the item that an office at ``edge`` opens, None for no item."""
    at = names.skip_articles_back(edge - 1)
    bullet = at
    while stream.stands(at, *BULLETS) or (
        stream.lower(at).isdigit() and stream.stands(at + 1, ".", ")")
    ):
        at -= 1
    return at if at < bullet and stream.kind(at) == "line" else None


def _end_of_item(stream: Stream, at: int) -> int | None:
    """Return the end of the line of ``at``, None where a person is named on it."""
    for end in range(at, at + _MAX_ITEM):
        if stream.kind(end) == "person":
            return None
        if stream.kind(end) in {"line", "gap"}:
            return end
    return None


def _owner(stream: Stream, clauses: Clauses, line: int) -> tuple[int, bool] | None:
    """Return whose offices the clause above ``line`` opens a list of, and whether they are past."""
    colon = line - 1
    while stream.kind(colon) in {"line", "gap"}:
        colon -= 1
    if not stream.stands(colon, ":"):
        return None
    start = clauses.start(colon)
    clause = set(clauses.lower(start, colon))
    if not clause & words("held"):
        return None
    name = clauses.subject(colon - 1, start)
    return None if name is None else (name, bool(clause & (words("over") | {"held"})))
