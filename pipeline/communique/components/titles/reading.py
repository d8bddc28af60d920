"""A document as units.

Titles are read over units, so that a name of a person or a body is one symbol whatever words it
holds, and so that markup does not stand between the words of a title.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from spacy.tokens import Doc

from communique.components.mentions import Mention
from communique.components.text import text_of
from communique.components.titles.joining import join_places
from communique.components.titles.lexicon import abbreviations, honorifics, is_honorific, modifiers
from communique.components.titles.places import places
from communique.components.titles.units import Unit, UnitKind
from communique.components.zones.types import ANALYSED

#: A single space in front of a word is read with it; what is most frequent is tried first: words
#: that nothing goes on from, and marks that nothing else begins with.
_TOKEN = re.compile(
    r"""
    (?:[ ](?=[\w(“"]))?
  (?:
    (?P<plain>[^\W_]{3,}+(?![-‑&'’]))
  | (?P<sign>[,.;:()“”"])
  | (?P<tag></?[a-zA-Z][^<>\n]{0,200}>|\{:[^{}\n]{0,60}\})
  | (?P<stripped>(?<=\w)[^\S\n]{2,}(?=\w))
  | (?P<item>(?<=[^\s])[^\S\n]+[-–•*][^\S\n]{3,}(?=\S))
  | (?P<skip>[*_#\\]+|[^\S\n]+)
  | (?P<gap>\n[^\S\n]*(?:\n\s*)+)
  | (?P<line>\n[^\S\n]*)
  | (?P<dotted>(?:[^\W\d_]{1,2}\.){2,}(?:[^\W\d_](?!\w))?|[A-Z]\.[A-Z](?![\w.]))
  | (?P<possessive>['’]s\b)
  | (?P<word>[DRI]-(?:[A-Z]\.){2}|W/(?:ro|rt|o)\b|A/Prof\b|People['’]s(?=\s+(?:Democratic|Republic))|[^\W_]+(?:(?:[-‑&]|['’](?!s\b))[^\W_]+)*)
  | (?P<mark>.)
  )
    """,
    re.VERBOSE,
)
#: What the groups find, by their number; a space alone is passed over as markup is.
_KINDS = ("skip", *_TOKEN.groupindex)
_INLINE_TAG = re.compile(r"</?(?:b|i|u|em|strong|a|span|sup|sub|small|font)\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.!?][\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z\d])|\n\s*\n")
#: "D-Calif", "R-Tenn" before their full stop.
_PARTY_STATE = re.compile(r"[DRI]-[A-Z][a-z]{2,5}$")
_OTHER_ABBREVIATIONS = frozenset(
    [
        "Chr",
        "Co",
        "Corp",
        "Esq",
        "Ft",
        "Inc",
        "Jr",
        "Ltd",
        "Mt",
        "No",
        "Ph",
        "Ret",
        "Sr",
        "St",
        "vs",
    ]
)


#: Styles that are whole words: a full stop behind them ends a sentence.
_WHOLE_STYLES = frozenset(
    ["Baron", "Baroness", "Countess", "Dame", "Excellency", "Highness", "Lady", "Lord", "Majesty"]
)


def _abbreviated(word: str) -> bool:
    dotted = f"{word}."
    return (
        dotted in abbreviations()
        or (word[:1].isupper() and word in honorifics() and word not in _WHOLE_STYLES)
        or word in _OTHER_ABBREVIATIONS
        or f"{word.lower()}." in modifiers()
        or (len(word) == 1 and word.isupper())
        or _PARTY_STATE.match(word) is not None
    )


def _sentence_starts(doc: Doc) -> list[int]:
    """Return the offsets where sentences start, by rule where the document has no boundaries."""
    if doc.has_annotation("SENT_START"):
        # Doc.sents looks at every token twice; titles need only where sentences start
        return [doc[int(at)].idx for at in (doc.to_array("SENT_START") == 1).nonzero()[0]]
    starts = [0]
    text = text_of(doc)
    for match in _SENTENCE_END.finditer(text):
        before = text[max(0, match.start() - 12) : match.start()].split()
        if text[match.start()] == "." and before and _abbreviated(before[-1].lstrip('("“')):
            continue
        starts.append(match.end())
    return starts


def _zones(doc: Doc) -> list[tuple[int, int]]:
    """Return the stretches to read; those that touch are joined when of one kind."""
    if not doc._.zones:
        return [(0, len(text_of(doc)))]
    return [(zone.start, zone.end) for zone in doc._.zones if zone.kind in ANALYSED]


#: What is no part of a country's name.
_OF = re.compile(r"of (?:the )?")
#: The country behind the place of a dateline.
_NATION_BEHIND = re.compile(r"\w (U\.? ?S\.?)$")


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
        found += (
            _body_or_place(m, "place", None)
            if " " in m.text and m.text in places()  # "British Columbia" taken for a person
            else _Name(m.start, m.end, "person", person.id)
            for m in person.mentions
        )
    for body in doc._.organizations:
        kind: Literal["body", "place"] = "place" if body.type == "place" else "body"
        found += (_body_or_place(m, kind, body.id) for m in body.mentions)
    found += (_body_or_place(m, "place", None) for m in doc._.places if not is_honorific(m.text))
    rank = {"person": 0, "body": 1, "place": 2}
    found.sort(key=lambda n: (n.start, rank[n.kind], n.ref is None, -n.end))
    kept: list[_Name] = []
    for name in found:
        if not kept or name.start >= kept[-1].end:
            kept.append(name)
    return kept


def _body_or_place(mention: Mention, kind: Literal["body", "place"], ref: str | None) -> _Name:
    """Return the name of a body or place, the country alone where it runs on: "United States to the Union"."""
    nation = _NATION_BEHIND.search(mention.text) if kind == "place" else None
    if nation is not None:  # "Washington U S Senator", where the marks were lost
        return _Name(mention.start + nation.start(1), mention.end, kind, None)
    behind = _OF.match(mention.text) if kind == "body" else None
    if behind is not None and mention.text[behind.end() :] in places():
        return _Name(mention.start + behind.end(), mention.end, "place", None)
    words = mention.text.split()
    country = " ".join(words[: words.index("to")]) if "to" in words else ""
    known = places().get(country)
    if known is None and country.lower().startswith(("republic ", "kingdom ", "state of ")):
        known = places().get(country.rpartition(" ")[2])
    if known is None or not mention.text.startswith(country):
        return _Name(mention.start, mention.end, kind, ref)
    return _Name(mention.start, mention.start + len(country), "place", None)


def read_units(doc: Doc) -> list[Unit]:
    """Return the units of the analysed zones of ``doc``, in order."""
    text = text_of(doc)
    starts = _sentence_starts(doc)
    names = _names(doc)
    name_starts = [name.start for name in names]
    units: list[Unit] = []
    for zone_start, zone_end in _zones(doc):
        at = zone_start
        inside = slice(bisect_left(name_starts, zone_start), bisect_left(name_starts, zone_end))
        for name in names[inside]:
            if name.end > zone_end:
                continue
            units += _tokens(text, at, name.start, starts)
            units.append(_name_unit(text, name, bisect_right(starts, name.start)))
            at = name.end
        units += _tokens(text, at, zone_end, starts)
        units.append(Unit("gap", zone_end, zone_end, "", "", bisect_right(starts, zone_end)))
    return join_places(units)


def _name_unit(text: str, name: _Name, sentence: int) -> Unit:
    surface = " ".join(text[name.start : name.end].split())
    known = places().get(surface)
    kind: UnitKind = "place" if name.kind == "body" and known and known.country else name.kind
    written = known.name if known and known.demonym else surface
    demonym = known is not None and known.demonym
    lower = surface.lower()
    return Unit(kind, name.start, name.end, surface, lower, sentence, name.ref, written, demonym)


def _tokens(text: str, start: int, end: int, sentences: list[int]) -> Iterator[Unit]:
    """Yield the units of a stretch without names; ``sentences`` are the offsets where they start."""
    sentence = bisect_right(sentences, start)
    next_sentence = sentences[sentence] if sentence < len(sentences) else len(text) + 1
    read = start
    new = tuple.__new__  # what Unit(…) does, in half the time
    for match in _TOKEN.finditer(text, start, end):
        group = match.lastindex or 0  # no group stands in another one
        kind = _KINDS[group]
        if kind == "skip":
            continue
        at, stop = match.span(group)
        if at < read:
            continue  # the full stop of an abbreviation
        if at >= next_sentence:
            sentence = bisect_right(sentences, at)
            next_sentence = sentences[sentence] if sentence < len(sentences) else len(text) + 1
        if kind in {"plain", "word", "dotted"}:
            surface = match[group]
            if kind != "dotted" and stop < end and text[stop] == "." and _abbreviated(surface):
                stop += 1
                surface += "."
                read = stop
            lower = surface.lower()
            if not lower.isascii():
                lower = lower.replace("’", "'").replace("‑", "-")
            yield new(Unit, ("word", at, stop, surface, lower, sentence, None, surface, False))
        elif kind == "possessive":
            yield Unit("mark", at, stop, "'s", "'s", sentence)
        elif kind in {"sign", "mark"}:
            surface = match[group]
            yield new(Unit, ("mark", at, stop, surface, surface, sentence, None, "", False))
        elif kind == "stripped":
            # releases whose punctuation was lost keep a space for each mark
            mark = "," if stop - at == 2 else ";"
            yield Unit("mark", at, stop, mark, mark, sentence)
        elif kind == "item":
            yield Unit("line", at, stop, "\n", "\n", sentence)
            yield Unit("mark", at, stop, "•", "•", sentence)
        elif kind == "gap":
            yield Unit("gap", at, stop, "\n\n", "\n\n", sentence)
        elif kind == "line" or not _INLINE_TAG.match(match[group]):
            yield Unit("line", at, stop, "\n", "\n", sentence)
