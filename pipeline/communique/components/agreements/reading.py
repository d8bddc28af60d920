"""A document as the rules for agreements read it: words, sentences, and the entities among them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Literal

from spacy.tokens import Doc

from communique.components.agreements import lexicon
from communique.components.agreements.words import Word, lex
from communique.components.extensions import PHRASES_KEY
from communique.components.lexicon_files import lexical
from communique.components.mentions import Mention
from communique.components.text import text_of
from communique.components.titles.places import is_people_in_capitals
from communique.components.zones.types import ANALYSED

EntityKind = Literal["person", "organization", "place", "date", "money"]

_MONEY = re.compile(
    r"(?=[$€£¥₹\dACDEGHIJKMNPRSU])"  # what all that follows begins with: most places are passed over
    r"(?:(?:(?:US|S|A|C|NZ|HK|NT|R)?\$|€|£|¥|₹|(?:USD|EUR|GBP|SEK|NOK|DKK|CHF|RMB|SGD|JPY|INR|AUD|CAD|"
    r"HKD|CNY|AED|MSEK|MEUR|MNOK|KES|NGN|PKR|Rs\.?)\s?)\s?\d[\d.,]*\d?(?:\s?(?:thousand|million|billion|"
    r"trillion|crore|lakh|mn|bn|m|k)\b)?"
    r"|\b\d[\d.,]*\s(?:thousand\s|million\s|billion\s|trillion\s)?(?:US\s)?(?:dollars|euros|pounds|yen|yuan|"
    r"MSEK|MEUR|MNOK|SEK|EUR|USD|NOK|DKK|CHF|RMB)\b)"
)
#: Without one of these in it, a text has no money.
_SIGNS_OF_MONEY = (
    *"$€£¥₹",
    *("USD", "EUR", "GBP", "SEK", "NOK", "DKK", "CHF", "RMB", "SGD", "JPY", "INR", "AUD", "CAD"),
    *("HKD", "CNY", "AED", "KES", "NGN", "PKR", "Rs"),
    *("dollars", "euros", "pounds", "yen", "yuan"),
)
_ABBREVIATION = re.compile(
    r"(?:\b(?:Mr|Mrs|Ms|Dr|Prof|Sen|Rep|Gov|Gen|Lt|Col|Maj|Capt|Sgt|Hon|St|No|Inc|Ltd|Co|Corp|Pte|vs|"
    r"Jr|Sr|H\.E|Eng|Amb|Rev|Jan|Feb|Aug|Sept|Oct|Nov|Dec)|\b[A-Z]|\b(?:[A-Z]\.)+[A-Z])\.$"
)
#: How far before a name "counterpart" may stand.
_COUNTERPART_REACH = 3
_JOINT = re.compile(r"\s?[-–—/]\s?")
_SENTENCE_END = re.compile(r"[.!?…][\"”’')\]]*(?=\s+[\"“‘'(\[]*[A-Z\d])|\n+")


@dataclass(frozen=True)
class Entity:
    """A named thing in the text.

    ``start`` and ``end`` are characters, ``first`` and ``last`` half-open word indices; ``ref`` is
    the id of the person or organization, None for a place that is none, a date or money.
    """

    kind: EntityKind
    ref: str | None
    start: int
    end: int
    first: int
    last: int
    text: str
    value: str | None = None


@dataclass(frozen=True)
class Sentence:
    """A sentence: half-open word indices, its paragraph's number and whether it is a headline."""

    index: int
    first: int
    last: int
    paragraph: int
    headline: bool


_CREDITS = frozenset(
    {"photo", "photos", "photograph", "photographs", "picture", "image", "credit", "credits"}
)


class Reading:
    """The words, sentences and entities of one document."""

    def __init__(self, doc: Doc) -> None:
        self.text: str = text_of(doc)
        self.words: list[Word] = []
        self.sentences: list[Sentence] = []
        self._read_sentences(doc)
        self.texts = [word.text for word in self.words]
        self.lowers = [word.lower for word in self.words]
        self.entities: list[Entity] = []
        self.entity_of: list[Entity | None] = [None] * len(self.words)
        self._read_entities(doc)
        self._leave_out_credits()
        #: The offices that each person holds now, by the person's id, lower case.
        self.titles: dict[str, list[str]] = {}
        for title in doc._.titles:
            if title.when == "current":
                self.titles.setdefault(title.person, []).append(title.title.lower())
        self._give_counterparts_offices()
        self._learned = [
            (s.start_char, s.end_char)
            for s in doc.spans.get(PHRASES_KEY, ())
            if s.label_ == "AGREEMENT"
        ]

    def _leave_out_credits(self) -> None:
        """Leave out who only took a picture: "Photo: Jane Roe"."""
        for entity in self.entities:
            at = entity.first - 1
            marked = at > 0 and entity.kind == "person" and self.lowers[at] in {":", "by", "/", "©"}
            if marked and self.lowers[at - 1] in _CREDITS:
                for word in range(entity.first, entity.last):
                    self.entity_of[word] = None
        self.entities = [e for e in self.entities if self.entity_of[e.first] is not None]

    def learned(self, first: int, last: int) -> bool:
        """Tell whether the model, too, sees an instrument in the words ``[first, last)``, whole."""
        start, end = self.words[first].start, self.words[last - 1].end
        at = bisect_right(self._learned, (start, len(self.text))) - 1
        return at >= 0 and self._learned[at][0] <= start and end <= self._learned[at][1]

    def surface(self, first: int, last: int) -> str:
        """Return the text of the words ``[first, last)``, line breaks as spaces."""
        return self.text[self.words[first].start : self.words[last - 1].end]

    def sentence_at(self, word: int) -> Sentence:
        """Return the sentence of a word."""
        low, high = 0, len(self.sentences) - 1
        while low < high:
            middle = (low + high + 1) // 2
            if self.sentences[middle].first <= word:
                low = middle
            else:
                high = middle - 1
        return self.sentences[low]

    def entities_in(self, first: int, last: int) -> list[Entity]:
        """Return the entities that begin in the words ``[first, last)``, in order."""
        found: list[Entity] = []
        at = first
        while at < last:
            entity = self.entity_of[at]
            if entity is None:
                at += 1
                continue
            if entity.first >= first:
                found.append(entity)
            at = max(entity.last, at + 1)
        return found

    def joined(self, word: int) -> bool:
        """Tell whether a word follows the one before it without space."""
        return word > 0 and self.words[word - 1].end == self.words[word].start

    def _give_counterparts_offices(self) -> None:
        """Give "his Lao counterpart, B" the offices of the person named before, where B has none."""
        before: Entity | None = None
        for entity in sorted(self.entities, key=lambda e: e.first):
            if entity.kind != "person" or entity.ref is None:
                continue
            near = self.lowers[max(0, entity.first - _COUNTERPART_REACH) : entity.first]
            if before is not None and before.ref is not None and "counterpart" in near:
                self.titles.setdefault(entity.ref, self.titles.get(before.ref, []))
            before = entity

    def _read_sentences(self, doc: Doc) -> None:
        paragraph, previous_end = 0, 0
        zones = doc._.zones
        for start, end, headline in _stretches(doc):
            first = len(self.words)
            self.words.extend(lex(self.text, start, end))
            if len(self.words) > first:
                if "\n" in self.text[previous_end : self.words[first].start]:
                    paragraph += 1
                previous_end = self.words[-1].end
                unpunctuated = first == 0 and self.words[-1].text not in {".", "”", '"', ":"}
                headline_here = headline if zones else unpunctuated
                self.sentences.append(
                    Sentence(len(self.sentences), first, len(self.words), paragraph, headline_here)
                )

    def _read_entities(self, doc: Doc) -> None:
        spans: list[tuple[int, int, int, EntityKind, str | None, str | None]] = [
            (m.start, m.end, 0, "person", p.id, None) for p in doc._.people for m in p.mentions
        ]
        spans += [
            (m.start, m.end, 1, "place" if o.type == "place" else "organization", o.id, None)
            for o in doc._.organizations
            for m in o.mentions
        ]
        spans += [(d.start, d.end, 2, "date", None, d.value) for d in doc._.dates]
        if any(sign in self.text for sign in _SIGNS_OF_MONEY):
            amounts = _MONEY.finditer(self.text)
            spans += [(m.start(), m.end(), 3, "money", None, None) for m in amounts]
        spans += [
            (start, end, 4, "place", None, None)
            for m in doc._.places
            if not is_people_in_capitals(m.text)  # "BURMESE leaders"
            for start, end in _countries_joined(m)
        ]
        spans += [(s, e, 5, "place", None, None) for s, e in self._countries()]
        starts = {word.start: i for i, word in enumerate(self.words)}
        for start, end, _, kind, ref, value in sorted(spans, key=lambda s: (s[2], s[0], -s[1])):
            first = starts.get(start)
            if first is None:
                continue
            last = first
            while last < len(self.words) and self.words[last].start < end:
                last += 1
            if any(self.entity_of[first:last]):
                continue
            entity = Entity(kind, ref, start, end, first, last, self.text[start:end], value)
            self.entities.append(entity)
            self.entity_of[first:last] = [entity] * (last - first)

    def _countries(self) -> Iterator[tuple[int, int]]:
        table = _country_table()
        for sentence in self.sentences:
            at = sentence.first
            while at < sentence.last:
                if self.texts[at] not in table.first_words:
                    at += 1
                    continue
                found = table.at(self.texts, at, sentence.last)
                if found:
                    yield self.words[at].start, self.words[found[0] - 1].end
                at = found[0] if found else at + 1


@lexical
def _country_table() -> lexicon.PhraseTable:
    return lexicon.PhraseTable(
        {tuple(w.text for w in lex(name, 0, len(name))): True for name in lexicon.countries()}
    )


def _countries_joined(place: Mention) -> list[tuple[int, int]]:
    """Return the characters of a place, of each where it is two countries: "U.S.-Oman"."""
    for match in _JOINT.finditer(place.text):
        first, second = place.text[: match.start()], place.text[match.end() :]
        if {first, second} <= lexicon.countries().keys():
            cut = place.start + match.start()
            return [(place.start, cut), (cut + len(match.group()), place.end)]
    return [(place.start, place.end)]


def _stretches(doc: Doc) -> Iterator[tuple[int, int, bool]]:
    """Yield the characters of each sentence in the zones to be analysed, and if it is a headline."""
    text = text_of(doc)
    zones: Sequence[tuple[int, int, bool]] = [
        (z.start, z.end, z.kind == "headline") for z in doc._.zones if z.kind in ANALYSED
    ]
    if not doc._.zones:
        zones = [(0, len(text), False)]
    if doc.has_annotation("SENT_START"):
        begins = (doc.to_array("SENT_START") == 1).nonzero()[0]
        starts = doc.to_array("IDX")[begins].tolist()
        marked = list(pairwise([*starts, len(text)]))
    else:
        marked = list(_split(text))
    at = 0
    for start, end in marked:
        while at < len(zones) and zones[at][1] <= start:
            at += 1
        zone = at
        while zone < len(zones) and zones[zone][0] < end:
            low, high = max(start, zones[zone][0]), min(end, zones[zone][1])
            if text[low:high].strip():
                yield low, high, zones[zone][2]
            zone += 1


def _split(text: str) -> Iterator[tuple[int, int]]:
    """Yield sentences by their marks and line ends, for documents that come without any."""
    start = 0
    for match in _SENTENCE_END.finditer(text):
        if match.group()[0] == "." and _ABBREVIATION.search(text, start, match.start() + 1):
            continue
        end = match.start() if match.group()[0] == "\n" else match.end()
        if text[start:end].strip():
            yield start, end
        start = match.end()
    if text[start:].strip():
        yield start, len(text)
