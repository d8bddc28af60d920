"""A text cut where spans begin and end, so that spans may nest and overlap as they like."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from communique.records.model import Record, SpanOffsets

#: Kinds of marks, as classes of the page.
KINDS = ("person", "title", "organization", "agreement", "date")
_Span = tuple[int, int]
_BREAK = re.compile(r"\n[^\S\n]*\n\s*")


@dataclass(frozen=True)
class Mark:
    """A span that stands for something of the record: ``card`` is the id of its card in the page."""

    kind: str
    card: str
    start: int
    end: int


@dataclass(frozen=True)
class Piece:
    """A stretch of text under the same spans throughout.

    ``marks`` are those over it, the shortest first; ``anchors`` the ids of spans that begin with
    it, whether they are marks or the words that something rests on.
    """

    start: int
    text: str
    marks: tuple[Mark, ...] = ()
    anchors: tuple[str, ...] = ()
    covered: bool = False

    @property
    def classes(self) -> str:
        """The kinds of its marks, as classes."""
        kinds = {mark.kind for mark in self.marks}
        return " ".join(kind for kind in KINDS if kind in kinds)

    @property
    def cards(self) -> str:
        """The cards of its marks, each once, that of the shortest first."""
        return " ".join(dict.fromkeys(mark.card for mark in self.marks))


def anchor(span: SpanOffsets) -> str:
    """Return the id of the place where a span begins."""
    return f"s{span.start}-{span.end}"


def marks_of(record: Record) -> Iterator[Mark]:
    """Yield all marks of a record; cards are counted as the record lists them."""
    for number, person in enumerate(record.people, 1):
        yield from _marks("person", f"p{number}", person.mentions)
        yield from _marks("title", f"p{number}", person.titles)
    for number, body in enumerate(record.organizations, 1):
        yield from _marks("organization", f"o{number}", body.mentions)
    for number, agreement in enumerate(record.agreements, 1):
        yield from _marks("agreement", f"a{number}", agreement.mentions)
    for number, date in enumerate(record.dates, 1):
        yield from _marks("date", f"d{number}", [date])


def grounds_of(record: Record) -> Iterator[SpanOffsets]:
    """Yield the spans that slots rest on; pages jump to them, and don't mark them."""
    for agreement in record.agreements:
        yield from agreement.evidence
        yield from agreement.grounds
        yield from agreement.amounts
        yield from (span for span in (agreement.date, agreement.term) if span)


def paragraphs(record: Record) -> list[list[Piece]]:
    """Return the text as paragraphs of pieces; nothing for a record without its text."""
    text = (record.text or "").rstrip()
    by_span: defaultdict[_Span, list[Mark]] = defaultdict(list)
    for mark in marks_of(record):
        by_span[mark.start, mark.end].append(mark)
    spans = {*by_span, *((span.start, span.end) for span in grounds_of(record))}
    coming = deque(sorted(spans))
    bounds = sorted({at for span in spans for at in span})
    open_spans: list[_Span] = []
    found = []
    for first, last in _paragraphs(text):
        within = bounds[bisect_right(bounds, first) : bisect_left(bounds, last)]
        pieces = []
        for at, until in pairwise([first, *within, last]):
            open_spans = [span for span in open_spans if span[1] > at]
            begun = []
            while coming and coming[0][0] <= at:
                begun.append(coming.popleft())
            open_spans += begun
            pieces.append(_piece(text[at:until], at, open_spans, begun, by_span))
        found.append(pieces)
    return found


def _piece(
    text: str,
    at: int,
    spans: Iterable[_Span],
    begun: Iterable[_Span],
    by_span: Mapping[_Span, list[Mark]],
) -> Piece:
    short_first = sorted(spans, key=lambda span: (span[1] - span[0], span))
    return Piece(
        start=at,
        text=text,
        marks=tuple(mark for span in short_first for mark in by_span.get(span, ())),
        anchors=tuple(f"s{start}-{end}" for start, end in begun),
        covered=bool(short_first),
    )


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    at = len(text) - len(text.lstrip("\n"))
    for match in _BREAK.finditer(text):
        if match.start() > at:
            yield at, match.start()
        at = max(at, match.end())
    if at < len(text):
        yield at, len(text)


def _marks(kind: str, card: str, spans: Iterable[SpanOffsets]) -> Iterator[Mark]:
    for span in spans:
        yield Mark(kind, card, span.start, span.end)
