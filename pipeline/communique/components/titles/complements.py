"""What follows a head and belongs to the title: its field, a higher office, a place it is sent to."""

from __future__ import annotations

from communique.components.titles.lexicon import Head, modifiers
from communique.components.titles.portfolios import (
    CONNECTORS,
    field,
    joined_body,
    plain_field,
    plural_bodies,
)
from communique.components.titles.rules import body_nouns, complements, fields
from communique.components.titles.stream import Stream
from communique.components.titles.units import Unit

_MAX_NAME_UNITS = 14
_LETTERS = 4
_STANDING_IN = ("acting", "interim", "ag", "ag.", "officiating", "additional charge", "in-charge")
_BOARD_MEMBERS = ("directors", "trustees", "governors", "management", "regents")


def bracketed_field(stream: Stream, at: int, head: Head) -> int | None:
    """Return the index after a bracket that names a field ("(Law and Health)"), else None."""
    if not stream.stands(at, "("):
        return None
    units = stream.units
    if stream.stands(at + 1, *_STANDING_IN) and stream.stands(at + 2, ")"):
        return at + 3  # "Registrar (Acting)"
    if stream.kind(at + 1) == "body" and stream.stands(at + 2, ")"):
        # the bracket says what of the Ministry: "Director (Legal Division) at the Ministry"
        name = at + 4 + stream.stands(at + 4, "the")
        return at + 3 if stream.stands(at + 3, "at", "of", ",") and _is_body(stream, name) else None
    for close in range(at + 2, min(at + 8, len(units))):
        unit = units[close]
        if unit.text == ")":
            inside = units[at + 1 : close]
            named = any(u.lower in fields() for u in inside) or _specifies(inside, head)
            if named and all(u.capital or u.lower in {*CONNECTORS, ","} for u in inside):
                return close + 1
            acronym = len(inside) == 1 and inside[0].text.isupper() and inside[0].kind == "word"
            goes_on = stream.stands(close + 1, "for", "of") and field(stream, close + 2)
            return close + 1 if acronym and goes_on else None
        if unit.kind != "word" and unit.text not in {"&", ",", "-"}:
            return None
    return None


def _is_body(stream: Stream, at: int) -> bool:
    return stream.kind(at) == "body"


def _specifies(inside: list[Unit], head: Head) -> bool:
    """Tell whether words in a bracket that no list knows specify an office: "(Special Duties)"."""
    if {head.words, head.stands_for} & (complements("of_place") | complements("of_body")):
        return False
    if any(u.kind != "word" or u.lower in complements("bracketed_remarks") for u in inside):
        return False
    return len(inside) > 1 or (len(inside[0].text) > 3 and not inside[0].text.isupper())


def complement(stream: Stream, at: int, head: Head) -> int | None:
    """Return the index after a complement at ``at`` that belongs to the title, else None."""
    units = stream.units
    if stream.stands(at, "without") and stream.stands(at + 1, "portfolio"):
        return at + 2
    if stream.stands(at, "at") and stream.stands(at + 1, "large"):
        return at + 2
    charge = _charge(stream, at)
    if charge is not None:
        return field(stream, charge, free=True)
    learned = stream.stands(at, "in") and stream.suits(head, "learned")
    if (
        stream.stands(at, "in")
        and stream.suits(head, "consular")
        and stream.kind(at + 1) == "place"
    ):
        return at + 2  # "Consul General in Kampot"
    if not stream.stands(at, "of", "for", "to", "on") and not learned:
        return None
    preposition = "of" if learned else units[at].lower
    start = at + 1 + stream.stands(at + 1, "the", "its", "our", "their")
    kind = stream.kind(start)
    if kind == "place":
        return _after_place(stream, start, head, preposition)
    letters = kind == "body" and units[start].text.isupper() and len(units[start].text) <= _LETTERS
    if letters and stream.lower(start) in fields() and preposition in {"of", "for"}:
        # "Head of PR, Marketing & Sales": letters that are read as a body
        joined = start + 1 + stream.stands(start + 1, ",", "and", "&")
        return field(stream, joined) or start + 1 if joined > start + 1 else start + 1
    if kind == "body":
        words = [w.strip(",") for w in units[start].lower.split() if w not in CONNECTORS]
        article = start > at + 1 and any(w in body_nouns() for w in words)
        is_field = stream.suits(head, "field") and all(w in fields() for w in words)
        is_field = is_field and not (article and preposition == "of" and learned)
        sent = preposition == "to" and stream.suits(head, "to_place")
        return start + 1 if sent or (is_field and preposition in {"of", "for"}) else None
    if kind != "word" or (head.plural and stream.lower(start) in plural_bodies()):
        return None  # "Secretaries of Ministries"
    if (
        start in stream.heads
        and stream.kind(stream.heads[start][0]) == "person"
        and start == at + 1
    ):
        return None  # "Senior Advisor to President X": the name has an office of its own
    higher = _office(stream, start, named=start > at + 1)
    if higher is not None:
        article = start > at + 1 and preposition == "for"
        suits = stream.suits(head, "of_office") and (article or preposition in {"to", "of"})
        return higher if suits else None
    if stream.stands(start, "board", "boards") and preposition in {"of", "to"}:
        whole = stream.stands(start + 1, "of") and stream.stands(start + 2, *_BOARD_MEMBERS)
        return start + 3 if whole else start + 1
    if preposition == "to" or (preposition == "of" and joined_body(stream, start) is not None):
        return None
    if start == at + 2 and (_stands_for_body(stream, start) or _names_body(stream, start, head)):
        return None
    deputy = preposition == "for" and head.words.startswith("vice")
    found = field(stream, start, always=deputy or not stream.suits(head, "of_body"))
    kind_of_firm = found is not None and stream.lower(found) in body_nouns()
    if kind_of_firm and found is not None and stream.kind(found + 1) == "body":
        return None  # "Partner of the law firm Roe & Doe"
    return plain_field(stream, at, head) if found is None else found


def served(stream: Stream, at: int) -> int:
    """Return the index after "to Minister X" behind "Private Secretary", else ``at``."""
    if not (stream.stands(at, "to") and stream.stands(at - 2, "private")):
        return at
    for start in range(at + 1, at + 4):
        if start in stream.heads:
            name = stream.heads[start][0]
            return name + 1 if stream.kind(name) == "person" else at
    return at


def _after_place(stream: Stream, at: int, head: Head, preposition: str) -> int | None:
    """Return the index after the place of "to Kenya", "of U.S. Group Benefits", "of Asia at Acme"."""
    if preposition == "to":
        return at + 1 if stream.suits(head, "to_place") else None
    if preposition == "for" and not stream.suits(head, "of_place"):
        return _places(stream, at)
    if preposition == "of" and stream.kind(at + 2) == "body":
        region = stream.lower(at) in complements("regions_of_firms")
        if stream.stands(at + 1, "at") or (region and stream.stands(at + 1, "for", ",")):
            return at + 1  # "President of the Americas at Acme"
    if stream.is_name_word(at + 1):
        return field(stream, at + 1)
    return None


def _places(stream: Stream, at: int) -> int:
    """Return the index after the places of "for Malawi and Zambia"."""
    end = at + 1
    while True:
        joined = end
        while stream.stands(joined, ",", "and", "&", "the") and joined - end < 3:
            joined += 1
        if joined == end or stream.kind(joined) != "place" or stream.units[joined].demonym:
            return end
        end = joined + 1


def _stands_for_body(stream: Stream, at: int) -> bool:
    """Tell whether "the Bank" names a body rather than opening a field ("the Board Affairs")."""
    if stream.lower(at) in complements("levels") and stream.lower(at + 1) in body_nouns():
        return not stream.units[at].capital  # "of the municipal government"
    if stream.lower(at) not in body_nouns():
        return False
    if stream.lower(at) not in fields():
        return True
    return not stream.stands(at + 1, "and", "&") and not stream.is_field(at + 1, capital=True)


def _names_body(stream: Stream, at: int, head: Head) -> bool:
    """Tell whether capitalised words name a body: "of the Management Board", "the Legal Department"."""
    end = at
    while end - at < _MAX_NAME_UNITS and end not in stream.starts and stream.is_name_word(end):
        end += 1
    ends = body_nouns() | complements("body_endings")
    named = end - at > 1 and stream.lower(end - 1) in ends
    return named and not stream.suits(head, "field")


def _charge(stream: Stream, at: int) -> int | None:
    """Return the index after "in charge of"."""
    if stream.stands(at, "in") and stream.stands(at + 1, "charge") and stream.stands(at + 2, "of"):
        return at + 3
    if stream.stands(at, "in-charge") and stream.stands(at + 1, "of", "for"):
        return at + 2
    return None


def _office(stream: Stream, at: int, *, named: bool) -> int | None:
    """Return the index after the office that starts at ``at``, None where none does.

    A name right after it makes it that person's, unless ``named`` by an article: "Secretary to the
    President Lee".
    """
    for start in range(at, at + 4):
        if start not in stream.heads:
            continue
        after, head = stream.heads[start]
        words = stream.units[at:start]
        if not all(u.kind == "word" and u.lower in modifiers() | fields() for u in words):
            return None
        if not named and (stream.kind(after) == "person" or stream.is_honorific(after)):
            return None
        return complement(stream, after, head) or after
    return None
