"""Title phrases: a head with its modifiers, its field, and the bodies named beside it."""

from __future__ import annotations

from dataclasses import replace

from communique.components.titles import behind, complements, in_front, portfolios
from communique.components.titles.beside import Body
from communique.components.titles.compounds import lower_compound, named_chair
from communique.components.titles.in_front import Before
from communique.components.titles.lexicon import Head, modifiers, times
from communique.components.titles.loose import read_loose
from communique.components.titles.phrase import Phrase
from communique.components.titles.rules import body_nouns, fields
from communique.components.titles.rules import complements as rule_list
from communique.components.titles.stream import ELECT, Stream
from communique.components.titles.types import TitleTime
from communique.components.titles.unknown_names import reads_as_field

_MAX_COMPLEMENTS = 3
_MAX_FIELD = 6
#: "United States Marshal", "U.S. Attorney": the nation belongs to the title.
_UNITED_STATES = ("united states", "u.s.", "us")
#: Ranks that are offices too, with a field before them: "Law Professor", "Police Commander".
_WITH_FIELDS = ("professor", "commander")
_FORMER_PREFIXES = frozenset(["ex", "then", "former"])


def read_phrases(stream: Stream) -> list[Phrase]:
    """Return the title phrases of a document in order; they do not overlap."""
    for at in [at for at in stream.heads if _is_joined_field(stream, at)]:
        stream.heads.pop(at)
    firsts = {at: _first(stream, at) for at in stream.heads}
    # a head inside the modifiers of a later one is a modifier: "Assistant" in "Assistant Secretary"
    for at, first in list(firsts.items()):
        for inner in range(first, at):
            stream.heads.pop(inner, None)
            firsts.pop(inner, None)
    stream.starts = set(firsts.values())
    found: list[Phrase] = []
    taken = 0
    for at in list(stream.heads):
        if at < taken:
            continue
        first = firsts[at] if firsts[at] >= taken else at
        found.append(_phrase(stream, at, first))
        taken = found[-1].last
    return found


def _is_joined_field(stream: Stream, at: int) -> bool:
    """Tell whether a rank at ``at`` ends the field of an office: "Secretary Law & Justice"."""
    joined = stream.stands(at - 1, "and", "&") and stream.is_field(at - 2, capital=True)
    if not joined or "rank" not in stream.heads[at][1].flags or stream.lower(at) not in fields():
        return False
    return at - 3 in stream.heads and stream.heads[at - 3][1].words in rule_list("bare_field")


# -- what stands before the head


def _first(stream: Stream, at: int) -> int:
    """Return the index of the first word of the title whose head is at ``at``."""
    after, head = stream.heads[at]
    units, capital = stream.units, stream.units[at].capital
    compound = stream.suits(head, "compound")
    rank = capital and "rank" in head.flags and head.words not in _WITH_FIELDS
    rank_like = head.words in _WITH_FIELDS
    first, left, modified = at, at - 1, False
    while left >= 0:
        kind = units[left].kind
        if kind == "word":
            opens = not capital and units[left].capital and stream.opens_sentence(left)
            field = stream.is_field(left, capital=capital) or (
                opens and units[left].lower in fields()
            )
            modifies = _is_modifier(stream, left, head, capital=capital)
            if capital and (rank_like or not modifies) and _ends_office(stream, left, first, head):
                break  # "Minister for Law Professor X"
            if modifies or (field and not rank):
                modified = True
            elif field or not (compound and _is_unknown(stream, left, capital=capital)):
                break
        elif kind == "body":
            board = stream.stands(left, "board") and stream.suits(head, "board_seats")
            if not board:
                break
        elif kind == "place":
            fits = stream.suits(head, "compound_places")
            # "Assistant U.S. Attorney", "Kenya Director of Programmes", "its Kenya Director"
            behind = left > 0 and _is_modifier(stream, left - 1, head, capital=capital)
            nation = stream.stands(left, *_UNITED_STATES) and stream.suits(head, "federal")
            modified = (
                modified
                or behind
                or _is_owned(stream, left)
                or nation
                or stream.stands(after, "of")
            )
            inside = stream.stands(left - 1, "in") and units[max(left - 2, 0)].capital
            if not fits or inside or not modified or units[left].demonym:
                break
        else:
            break
        first = left
        left -= 1
        if stream.stands(left, "and", "&") and _joins_fields(stream, left, first, at):
            left -= 1
    seat = head.words == "chair" and stream.kind(first - 1) == "body"
    if capital and stream.suits(head, "named_chair") and not seat:
        return named_chair(stream, first)
    return first if capital else lower_compound(stream, first, head)


def _is_modifier(stream: Stream, at: int, head: Head, *, capital: bool) -> bool:
    unit = stream.units[at]
    seat = head.words == "member" and unit.lower in rule_list("seat_modifiers")
    if unit.lower in times() or not ({unit.lower, f"{unit.lower}."} & modifiers() or seat):
        return False
    if unit.lower in {"county", "city"} and stream.suits(head, "of_place"):
        return False
    if unit.lower in {"hon", "hon."} and {"nation", "rank"} & head.flags:
        return False  # "the Hon. Prime Minister", but "Hon. Secretary"
    if unit.lower == "under" and not stream.stands(at + 1, "secretary", "secretaries"):
        return False  # "Under President X"
    lower = not unit.capital and unit.lower in rule_list("lower_modifiers")
    opening = unit.capital and not capital and stream.opens_sentence(at)
    return unit.capital == capital or lower or opening


def _ends_office(stream: Stream, at: int, first: int, head: Head) -> bool:
    """Tell whether the field at ``at`` is that of an office before: "Minister for Law Professor X".

    Before a rank the field may be of several words: "for Law and Home Affairs Professor X".
    """
    start, several = at, head.words in _WITH_FIELDS
    while at - start < _MAX_FIELD and (
        stream.is_name_word(start)
        or (several and start < at and stream.stands(start, "and", "&", ","))
    ):
        start -= 1
    if first != at + 1 or not stream.stands(start, "for", "of"):
        return False
    return any(stream.heads[k][0] == start for k in range(start - 4, start) if k in stream.heads)


def _is_owned(stream: Stream, at: int) -> bool:
    """Tell whether a possessive stands before ``at``: "its Kenya Director"."""
    return stream.stands(at - 1, "'s", "its", "their", "whose")


def _is_unknown(stream: Stream, at: int, *, capital: bool) -> bool:
    """Tell whether a capitalised word may belong to a title such as "Battleground States Director"."""
    unit = stream.units[at]
    if not stream.is_name_word(at) or unit.lower in body_nouns():
        return False
    if unit.text.isupper() and len(unit.text) > 1:
        return False
    named = capital and stream.kind(at - 1) == "word"
    return not stream.opens_sentence(at) and (named or _is_owned(stream, at))


def _joins_fields(stream: Stream, joint: int, first: int, at: int) -> bool:
    """Tell whether "and" at ``joint`` joins two fields: "Marketing & Commercial Director"."""
    capital = stream.units[at].capital
    return (
        first < at
        and stream.is_field(joint - 1, capital=capital)
        and stream.is_field(first, capital=capital)
        and joint - 1 not in stream.heads
        and not stream.stands(joint - 2, "of", "for", "in", "&")
    )


# -- the whole phrase


def _phrase(stream: Stream, at: int, first: int) -> Phrase:
    units = stream.units
    after, head = stream.heads[at]
    around = in_front.before(stream, first, head)
    start, when = _start(stream, at, first, around)
    last, elected = _suffix(stream, after)
    if elected or units[at].lower.rsplit("-", 1)[-1] in ELECT:
        when = "future"
    words = last
    last = complements.bracketed_field(stream, last, head) or last
    bracket = last
    for _ in range(_MAX_COMPLEMENTS):
        following = complements.complement(stream, last, head)
        if following is None:
            break
        last = following
    if last == words:
        last = portfolios.bare_field(stream, last, head) or last
    close, bodies = behind.after(stream, last, head, comma=False)
    if last == words and _names_field(stream, close, bodies, around, head):
        last = close
        close, bodies = behind.after(stream, last, head, comma=False)
    phrase = Phrase(
        first=first,
        last=last,
        start=start,
        end=units[complements.served(stream, last) - 1].end,
        head=head,
        head_at=at,
        edge=around.edge,
        close=close,
        capital=units[at].capital,
        complement=last > words,
        bracketed=words < last == bracket,
        when=when,
        before=around.bodies,
        after=bodies,
        words=tuple(u.lower for u in units[first:at]),
    )
    return replace(phrase, loose=read_loose(stream, phrase))


def _names_field(
    stream: Stream, close: int, bodies: tuple[Body, ...], around: Before, head: Head
) -> bool:
    """Tell whether unknown words behind "of" are a field: "President of Avionics, Ayr Aerospace"."""
    if len(bodies) != 1 or bodies[0].place or bodies[0].noun:
        return False
    if bodies[0].ref:
        return reads_as_field(stream, close, head)
    if any(not b.place for b in around.bodies):
        return True
    return stream.stands(close, ",", "at") and stream.kind(close + 1) == "body"


def _start(stream: Stream, at: int, first: int, around: Before) -> tuple[int, TitleTime | None]:
    """Return the title's first character, behind the "ex-" of "ex-Minister", and when it is held."""
    unit = stream.units[first]
    prefix = unit.lower.split("-")[0] if "-" in unit.lower else ""
    if prefix in _FORMER_PREFIXES and first <= at:
        return unit.start + len(prefix) + 1, "former"
    return unit.start, around.when


def _suffix(stream: Stream, at: int) -> tuple[int, bool]:
    """Return the index after "-elect", "Emeritus", "a.i.", and whether the office is yet to come."""
    elected = False
    if stream.stands(at, "-", "–") and stream.lower(at + 1) in ELECT:
        at, elected = at + 2, True
    elif stream.stands(at, "emeritus", "emerita", "designate", "elect"):
        at, elected = at + 1, stream.lower(at) in ELECT
    elif stream.stands(at, "pro") and stream.stands(at + 1, "tempore", "tem"):
        at += 2
    comma = stream.stands(at, ",")
    if stream.stands(at + comma, "a.i", "a.i."):
        at += 1 + comma
    return at, elected
