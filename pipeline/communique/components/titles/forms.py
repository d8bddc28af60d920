"""Forms with a label on each line: "Name: Jane Roe", and below "Title: Director"."""

from __future__ import annotations

from communique.components.titles.names import words
from communique.components.titles.phrase import Phrase
from communique.components.titles.stream import Stream

_MAX_LABEL = 4
_MAX_LINES = 3


def read_forms(stream: Stream, phrases: list[Phrase]) -> dict[int, tuple[int, Phrase]]:
    """Return, by the first unit of each office on a labelled line, the name labelled above it."""
    found: dict[int, tuple[int, Phrase]] = {}
    for phrase in phrases:
        label = _label(stream, phrase.edge)
        name = _named_above(stream, label) if label is not None else None
        if name is not None:
            found[phrase.first] = (name, phrase.loose or phrase)
    return found


def _label(stream: Stream, edge: int) -> int | None:
    """Return the end of the line before the label "Title:" that ends at ``edge``, None for none."""
    if not stream.stands(edge - 1, ":"):
        return None
    at, said = edge - 2, False
    while edge - at <= _MAX_LABEL + 1 and stream.kind(at) not in {"line", "gap"}:
        said = said or stream.lower(at) in words("labels_of_titles")
        at -= 1
    return at if said and stream.kind(at) in {"line", "gap"} else None


def _named_above(stream: Stream, at: int) -> int | None:
    """Return the name on one of the lines above ``at``, which its label or nothing parts from their start."""
    lines = 0
    while at > 0 and lines < _MAX_LINES:
        at -= 1
        if stream.kind(at) == "person":
            return at
        lines += stream.kind(at) in {"line", "gap"}
        if stream.kind(at) == "word" and not stream.units[at].capital:
            return None
    return None
