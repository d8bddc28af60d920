"""A document as units: each name one unit, every other word or mark one unit.

Titles are read over these units, so that a name of a person or a body is one symbol whatever words
it holds, and so that markup and wrapped lines do not stand between the words of a title.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc

from communique.components.titles.lexicon import abbreviations, honorifics, modifiers
from communique.components.titles.places import place_starts, places
from communique.components.zones.types import ANALYSED

UnitKind = Literal["person", "body", "place", "word", "mark", "line", "gap"]


@dataclass(frozen=True, slots=True)
class Unit:
    """One symbol: half-open characters of ``doc.text``.

    ``ref`` is the id of a person or an organization; ``name`` the name to write for a place (that
    of the country for a demonym), else the text. ``sentence`` counts the sentences. ``demonym`` is
    true of "Romanian". A ``line`` ends a line, a ``gap`` ends a paragraph or a zone.
    """

    kind: UnitKind
    start: int
    end: int
    text: str
    lower: str
    sentence: int = 0
    ref: str | None = None
    name: str = ""
    demonym: bool = False

    @property
    def capital(self) -> bool:
        """Tell whether the first letter is a capital."""
        return self.text[:1].isupper()


_TOKEN = re.compile(
    r"""
    (?P<tag></?[a-zA-Z][^<>\n]{0,200}>|\{:[^{}\n]{0,60}\})
  | (?P<stripped>(?<=\w)[^\S\n]{2,}(?=\w))
  | (?P<skip>[*_#\\]+|[^\S\n]+)
  | (?P<gap>\n[^\S\n]*(?:\n\s*)+)
  | (?P<line>\n[^\S\n]*)
  | (?P<dotted>(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_](?!\w))?)
  | (?P<possessive>['’]s\b)
  | (?P<word>[^\W_]+(?:(?:[-‑&]|['’](?!s\b))[^\W_]+)*)
  | (?P<mark>.)
    """,
    re.VERBOSE,
)
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|a|span|sup|sub|small|font)\b", re.IGNORECASE)
_BULLET = re.compile(r"\s*(?:[-•*–·▪●]|\d{1,2}[.)]|\([a-z\d]{1,2}\)|<)\s*")
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z\d])|\n\s*\n")
_OTHER_ABBREVIATIONS = frozenset(
    [
        "Jr",
        "Sr",
        "St",
        "No",
        "Inc",
        "Ltd",
        "Co",
        "Corp",
        "vs",
        "Ret",
        "Ph",
        "Mt",
        "Ft",
        "Messrs",
        "Chr",
    ]
)


def _abbreviated(word: str) -> bool:
    dotted = f"{word}."
    return (
        dotted in abbreviations()
        or (word[:1].isupper() and (word in honorifics() or word in _OTHER_ABBREVIATIONS))
        or f"{word.lower()}." in modifiers()
        or (len(word) == 1 and word.isupper())
    )


def _sentence_starts(doc: Doc) -> list[int]:
    """Return the offsets where sentences start, by rule where the document has no boundaries."""
    if doc.has_annotation("SENT_START"):
        return [sent.start_char for sent in doc.sents]
    starts = [0]
    for match in _SENTENCE_END.finditer(doc.text):
        before = doc.text[max(0, match.start() - 12) : match.start()].split()
        if doc.text[match.start()] == "." and before and _abbreviated(before[-1].lstrip('("“')):
            continue
        starts.append(match.end())
    return starts


def _wrap_width(lines: list[str]) -> int:
    """Return the width that the text was wrapped at, 0 where it was not.

    A wrapped text has no line much beyond its width, and most lines could not have held the first
    word of the next one.
    """
    followed = [(a, b) for a, b in pairwise(lines) if a.strip() and b.strip()]
    if len(followed) < 4:
        return 0
    lengths = sorted(len(a) for a, _ in followed)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if not 50 <= width <= 110:
        return 0
    full = sum(len(a) + 1 + len(b.split()[0]) >= width - 4 for a, b in followed)
    return width if full >= 0.55 * len(followed) else 0


def _soft_breaks(text: str) -> frozenset[int]:
    """Return the offsets of the line breaks that only wrap a paragraph."""
    lines = text.split("\n")
    width = _wrap_width(lines)
    if not width:
        return frozenset()
    soft, at = set(), 0
    for line, following in pairwise(lines):
        at += len(line)
        words = following.split()
        wraps = words and len(line) + 1 + len(words[0]) >= width - 4
        if line.strip() and wraps and not _BULLET.match(following):
            soft.add(at)
        at += 1
    return frozenset(soft)


def _zones(doc: Doc) -> list[tuple[int, int]]:
    """Return the stretches to read; those that touch are joined when of one kind."""
    if not doc._.zones:
        return [(0, len(doc.text))]
    return [(zone.start, zone.end) for zone in doc._.zones if zone.kind in ANALYSED]


@dataclass(frozen=True, slots=True)
class _Name:
    start: int
    end: int
    kind: Literal["person", "body", "place"]
    ref: str | None


def _names(doc: Doc) -> list[_Name]:
    """Return the mentions in order, without overlaps: people before bodies before places."""
    found: list[_Name] = []
    for person in doc._.people:
        found += (_Name(m.start, m.end, "person", person.id) for m in person.mentions)
    for body in doc._.organizations:
        kind: Literal["body", "place"] = "place" if body.type == "place" else "body"
        found += (_Name(m.start, m.end, kind, body.id) for m in body.mentions)
    found += (_Name(m.start, m.end, "place", None) for m in doc._.places)
    rank = {"person": 0, "body": 1, "place": 2}
    found.sort(key=lambda n: (n.start, rank[n.kind], n.ref is None, -n.end))
    kept: list[_Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def read_units(doc: Doc) -> list[Unit]:
    """Return the units of the analysed zones of ``doc``, in order."""
    text = doc.text
    soft = _soft_breaks(text)
    starts = _sentence_starts(doc)
    names = _names(doc)
    units: list[Unit] = []
    for zone_start, zone_end in _zones(doc):
        at = zone_start
        for name in names:
            if name.end <= zone_start or name.start < at or name.end > zone_end:
                continue
            units += _tokens(text, at, name.start, soft)
            units.append(_name_unit(text, name))
            at = name.end
        units += _tokens(text, at, zone_end, soft)
        units.append(Unit("gap", zone_end, zone_end, "", ""))
    return _number_sentences(_join_places(units), starts)


def _name_unit(text: str, name: _Name) -> Unit:
    surface = " ".join(text[name.start : name.end].split())
    known = places().get(surface)
    kind: UnitKind = "place" if name.kind == "body" and known and known.country else name.kind
    written = known.name if known and known.demonym else surface
    demonym = known is not None and known.demonym
    return Unit(kind, name.start, name.end, surface, surface.lower(), 0, name.ref, written, demonym)


def _tokens(text: str, start: int, end: int, soft: frozenset[int]) -> Iterator[Unit]:
    at = start
    while at < end:
        match = _TOKEN.match(text, at, end)
        if match is None:  # pragma: no cover - the last alternative takes any character
            return
        kind, stop = match.lastgroup, match.end()
        surface = match.group()
        if kind == "word" and stop < end and text[stop] == "." and _abbreviated(surface):
            stop += 1
            surface += "."
        if kind in {"word", "dotted"}:
            lower = surface.lower().replace("’", "'").replace("‑", "-")
            yield Unit("word", at, stop, surface, lower, name=surface)
        elif kind == "possessive":
            yield Unit("mark", at, stop, "'s", "'s")
        elif kind == "mark":
            yield Unit("mark", at, stop, surface, surface)
        elif kind == "stripped":
            # releases whose punctuation was lost keep a space for each mark
            mark = "," if stop - at == 2 else ";"
            yield Unit("mark", at, stop, mark, mark)
        elif kind == "gap":
            yield Unit("gap", at, stop, "\n\n", "\n\n")
        elif (kind == "line" and at not in soft) or (
            kind == "tag" and not _INLINE_TAG.match(surface)
        ):
            yield Unit("line", at, stop, "\n", "\n")
        at = stop


def _join_places(units: list[Unit]) -> list[Unit]:
    """Return the units with those words that name a known place joined into one."""
    joined: list[Unit] = []
    at = 0
    while at < len(units):
        unit = units[at]
        sizes = place_starts().get(unit.text.replace("’", "'"), ()) if unit.kind == "word" else ()
        for size in sizes:
            stretch = units[at : at + size]
            form = " ".join(u.text for u in stretch).replace("’", "'")
            place = places().get(form)
            if place is not None and all(u.kind == "word" for u in stretch):
                name = place.name if place.demonym else " ".join(u.text for u in stretch)
                joined.append(
                    Unit(
                        "place",
                        unit.start,
                        stretch[-1].end,
                        form,
                        form.lower(),
                        0,
                        None,
                        name,
                        place.demonym,
                    )
                )
                at += size
                break
        else:
            state = _state_name(units, at, joined)
            if state is not None:
                joined.append(state)
                at += 1
                continue
            joined.append(unit)
            at += 1
    return joined


_POLITIES = frozenset(
    [
        "Kingdom",
        "Republic",
        "State",
        "Commonwealth",
        "Federation",
        "Sultanate",
        "Union",
        "Principality",
        "Province",
    ]
)


_POLITY_WORDS = frozenset(
    ["people's", "democratic", "islamic", "socialist", "federal", "united", "arab", "hashemite"]
)


def _state_name(units: list[Unit], at: int, joined: list[Unit]) -> Unit | None:
    """Return "Kingdom of X" as one place where the place X stands at ``at``, and unjoin its words."""
    unit = units[at]
    if unit.kind != "place" or unit.demonym or len(joined) < 2:
        return None
    back = 2 if joined[-1].lower == "the" else 1
    if (
        len(joined) <= back
        or joined[-back].lower != "of"
        or joined[-back - 1].text not in _POLITIES
    ):
        return None
    start = len(joined) - back - 1
    while start > 0 and joined[start - 1].kind == "word" and joined[start - 1].capital:
        if joined[start - 1].lower not in _POLITY_WORDS:
            break
        start -= 1
    words = [*joined[start:], unit]
    name = " ".join(u.text for u in words)
    del joined[start:]
    return Unit("place", words[0].start, unit.end, name, name.lower(), 0, unit.ref, name)


def _number_sentences(units: Iterable[Unit], starts: list[int]) -> list[Unit]:
    return [
        Unit(
            u.kind,
            u.start,
            u.end,
            u.text,
            u.lower,
            bisect_right(starts, u.start),
            u.ref,
            u.name,
            u.demonym,
        )
        for u in units
    ]
