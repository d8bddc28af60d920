"""Words that no list knows before a title: "hearing officer", "the Jane Roe Professor of Law"."""

from __future__ import annotations

from communique.components.titles.lexicon import Head, is_honorific, times
from communique.components.titles.portfolios import CONNECTORS
from communique.components.titles.rules import complements, word_lists
from communique.components.titles.stream import Stream, is_function_word

_MAX_COMPOUND = 3
_MAX_NAMED_CHAIR = 10


def lower_compound(stream: Stream, first: int, head: Head) -> int:
    """Return the first unit of "hearing officer", "labor arbitrator": words that no list knows.

    They are taken where a comma, an article or a body stands before them.
    """
    if "seat" in head.flags or stream.suits(head, "weak"):
        return first
    at = first - 1
    while first - at <= _MAX_COMPOUND and _is_plain(stream, at):
        at -= 1
    opens = stream.stands(at, *complements("before_lower")) or stream.kind(at) in {"body", "line"}
    return at + 1 if opens else first


def _is_plain(stream: Stream, at: int) -> bool:
    """Tell whether a lower-case word may belong to a title that it stands in."""
    unit = stream.units[at] if at >= 0 else None
    if unit is None or unit.kind != "word" or unit.capital or len(unit.lower) < 3:
        return False
    if not unit.lower.replace("-", "").isalpha() or unit.lower in times() or at in stream.heads:
        return False
    if unit.lower.endswith(("ly", "est")) or (unit.lower.endswith("ed") and "-" not in unit.lower):
        return False
    lists = (complements("describing"), complements("before_lower"), complements("function_words"))
    around = (word_lists("attachment.toml")[k] for k in ("links", "articles", "naming", "service"))
    return not any(unit.lower in words for words in (*lists, *around, CONNECTORS))


def named_chair(stream: Stream, first: int) -> int:
    """Return the first unit of a named chair: "the Jane Roe Distinguished Professor of Law"."""
    at = first
    while at > 0 and first - at < _MAX_NAMED_CHAIR:
        unit = stream.units[at - 1]
        if (
            not unit.capital
            or unit.kind not in {"word", "body", "person"}
            or at - 1 in stream.heads
        ):
            break
        if unit.kind == "word" and (is_function_word(unit) or is_honorific(unit.text)):
            break
        at -= 1
    if all(stream.is_field(k, capital=True) for k in range(at, first)):
        return first  # "for Law and Home Affairs Professor X"
    held = stream.stands(at - 1, "the") and stream.stands(at - 2, "of", "in", "at", "for")
    named = stream.stands(at - 1, "the", "as", "and") and not held
    return at if at < first and named else first
