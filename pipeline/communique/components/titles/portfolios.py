"""Fields that offices are held for: "Foreign Affairs", "Racial and Economic Justice", "instruments"."""

from __future__ import annotations

from communique.components.lexicon_files import lexical
from communique.components.titles.lexicon import Head, times
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream, is_function_word

_MAX_FIELD_UNITS = 14
_MAX_PLAIN = 4
_SHORT = 3
#: Units that a field ends before.
_ENDS = frozenset(["line", "gap", "person"])
#: Words inside a field or a name that are not capitalised.
CONNECTORS = frozenset(["and", "&", "of", "the", "for", "in", "-", "–", "/"])


@lexical
def plural_bodies() -> frozenset[str]:
    """Return the plurals of the nouns for bodies: "ministries", "banks"."""
    return frozenset(f"{n[:-1]}ies" if n.endswith("y") else f"{n}s" for n in body_nouns())


def field(stream: Stream, at: int, *, always: bool = False, free: bool = False) -> int | None:
    """Return the index after the field that starts at ``at``, None where none does.

    A field is a run of capitalised words, or of lower-case words of the lexicon; without
    ``always`` one of its words must be in the lexicon. ``free`` takes lower-case words as well.
    """
    units = stream.units
    lower_run = stream.kind(at) == "word" and not units[at].capital
    if lower_run and units[at].lower not in fields() and not free:
        return None
    end, known, here, series = at, False, at, False
    while here < min(at + _MAX_FIELD_UNITS, len(units)):
        unit = units[here]
        if unit.text == ",":
            closing = series and stream.stands(here + 1, "and", "&") and _closes(stream, here + 2)
            following = here + 1 if closing else _series(stream, here)
            if following is None:
                break
            here, series = following, True
        elif unit.lower in CONNECTORS and unit.kind in {"word", "mark"}:
            if unit.lower in {"in", "for", "-", "–"}:
                break
            here += 1
        elif here > at and _ends_field(stream, here):
            return here + 1
        elif unit.kind == "word":
            if here != at and here in stream.heads and not _is_field_too(stream, here):
                joined = here in stream.starts or units[here - 1].lower in CONNECTORS
                if not joined:
                    return None
                break
            joint = stream.stands(here - 1, "and", "&", ",")
            if here != at and here in stream.starts and (joint or _opens_rank(stream, here)):
                break
            in_lexicon = any(part in fields() for part in (unit.lower, *unit.lower.split("-")))
            fits = in_lexicon or (unit.capital and not lower_run) or (free and here - at <= 4)
            if not fits or (stream.is_honorific(here) and not in_lexicon):
                break
            opens = is_function_word(unit) and not in_lexicon
            if unit.capital and (unit.lower in times() or opens):
                break
            known = known or in_lexicon
            end = here + 1
            here += 1
        else:
            break
    return end if end > at and (known or always or free) else None


def joined_body(stream: Stream, at: int) -> int | None:
    """Return the index after a body that was recognised in part, None where none is.

    "Cooperation and | Cultural Affairs Department", "Management | Board of Ayr Energy".
    """
    end = at
    while end - at < _MAX_PLAIN and stream.is_field(end, capital=True):
        end += 1
    joined = end + stream.stands(end, "and", "&")
    if end == at or stream.kind(joined) != "body":
        return None
    words = stream.units[joined].lower.split()
    if joined > end:
        return joined + 1 if words[-1] in body_nouns() else None
    return joined + 1 if words[0] in complements("organs") else None


def _opens_rank(stream: Stream, at: int) -> bool:
    """Tell whether "Associate Professor Jane Roe" starts at ``at``: no part of the field before."""
    for start in range(at, at + 3):
        if start in stream.heads:
            after, head = stream.heads[start]
            return "rank" in head.flags and stream.kind(after) == "person"
    return False


def _is_field_too(stream: Stream, at: int) -> bool:
    """Tell whether a head is part of a field: "Attorney General", "Racial and Economic Justice"."""
    if stream.stands(at, "general"):
        return True
    after, _ = stream.heads[at]
    if stream.kind(after) == "person" and stream.stands(at - 1, "and", "&"):
        return False  # "for Law and Justice Jane Roe"
    ends = stream.stands(after, ",", ";", ".", ")", "and", "at") or stream.kind(after) in _ENDS
    return ends and stream.lower(at) in fields() and stream.kind(at - 1) == "word"


def _ends_field(stream: Stream, at: int) -> bool:
    """Tell whether "and" joins a name to a field that ends with it: "for Roads and Outer Islands"."""
    if stream.kind(at) not in {"place", "body"} or not stream.stands(at - 1, "and", "&"):
        return False
    words = set(stream.lower(at).split())
    ends = stream.stands(at + 1, ",", ";", ".", ")") or stream.kind(at + 1) in _ENDS
    return ends and not words & (body_nouns() | complements("body_endings"))


def _series(stream: Stream, comma: int) -> int | None:
    """Return the index after a comma inside a series that "and" closes ("X, Y and Z")."""
    units = stream.units
    for at in range(comma + 1, min(comma + 8, len(units))):
        unit = units[at]
        if at in stream.starts or at in stream.heads:
            return None
        if unit.lower in {"and", "&"}:
            return comma + 1 if at > comma + 1 and _closes(stream, at + 1) else None
        if unit.text == ",":
            continue
        if unit.kind != "word" or stream.is_honorific(at):
            return None
        if not unit.capital and unit.lower not in fields():
            return None
    return None


def _closes(stream: Stream, at: int) -> bool:
    """Tell whether the last field of a series stands at ``at``, behind its "and"."""
    last = at + stream.stands(at, "the")
    if stream.kind(last) != "word" or last in stream.starts:
        return False
    return stream.units[last].capital or stream.units[last].lower in fields()


def bare_field(stream: Stream, at: int, head: Head) -> int | None:
    """Return the index after a field without preposition ("Secretary Finance"), else None."""
    if head.words.lower().rstrip(".") not in complements("bare_field"):
        return None
    dash = stream.stands(at, "-", "–")
    start = at + dash
    if stream.kind(start) not in {"word", "place"} or not stream.units[start].capital:
        return None
    first = stream.units[start]
    if first.kind == "place":
        named = stream.kind(start + 1) == "person" or stream.is_honorific(start + 1)
        return start + 1 if named and not first.demonym and not dash else None
    if start in stream.heads or stream.is_honorific(start) or first.lower in times():
        return None
    acronym = first.text.isupper() and 2 <= len(first.text) <= 6
    known = first.lower in fields()
    if not known and not acronym and stream.suits(head, "ranks_of_firms") and not dash:
        return _run(stream, start)
    if not known and not acronym:
        return _territory(stream, start, head) if not dash else None
    end = field(stream, start, always=True)
    if end is None:
        return None
    closes = (
        stream.kind(end) in {"person", "body"}
        or stream.is_honorific(end)
        or stream.stands(end, ",", ")")
        or (known and stream.stands(end, "at", "of", "in") and _opens_body(stream, end))
        or (known and (stream.kind(end) in {"line", "gap"} or stream.stands(end, ".", ";")))
    )
    return end if closes or (known and not dash) else None


def _run(stream: Stream, at: int) -> int | None:
    """Return the index after "Offshore Wind" in "SVP Offshore Wind at Acme", None where no name ends there."""
    end = at
    while end - at < _MAX_PLAIN and stream.is_name_word(end) and end not in stream.starts:
        end += 1
    goes_on = stream.kind(end) == "word" and not stream.units[end].capital
    ends = goes_on or stream.kind(end) in {"line", "gap", "person"}
    return end if end > at and (ends or stream.stands(end, ",", ".", ")", ";", "(")) else None


def _territory(stream: Stream, at: int, head: Head) -> int | None:
    """Return the index after "Kotli" in "Regional Head Kotli Jane Roe", None for none."""
    before = at - 1 - len(head.words.split())
    if stream.lower(before) not in complements("territorial") or not stream.is_name_word(at):
        return None
    end = at + 1
    return end if stream.kind(end) == "person" or stream.is_honorific(end) else None


def plain_field(stream: Stream, at: int, head: Head) -> int | None:
    """Return the index after a field in lower case that no list knows: "curator of instruments".

    It belongs to a title in lower case that a name or a body follows.
    """
    title = stream.units[at - 1]
    if title.capital or stream.suits(head, "of_body") or stream.suits(head, "weak"):
        return None
    end = at + 1
    while end - at <= _MAX_PLAIN and _is_plain(stream, end):
        end += 1
    if end == at + 1 or stream.stands(end - 1, "and", "&"):
        return None
    name = end + stream.stands(end, ",")
    named = stream.kind(name) == "person" or stream.is_honorific(name)
    return (
        end
        if named or (stream.stands(end, "at", "with", "of") and _opens_body(stream, end))
        else None
    )


def _is_plain(stream: Stream, at: int) -> bool:
    unit = stream.units[at] if at < len(stream.units) else None
    if unit is None or unit.kind != "word" or unit.capital or at in stream.heads:
        return False
    if unit.lower in body_nouns() or unit.lower in plural_bodies():
        return False
    return unit.lower in {"and", "&"} or (unit.lower.isalpha() and len(unit.lower) > _SHORT)


def _opens_body(stream: Stream, at: int) -> bool:
    return stream.kind(at + 1 + stream.stands(at + 1, "the")) == "body"
