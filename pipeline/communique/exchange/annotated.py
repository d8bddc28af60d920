"""A text with spans and relations: what annotation tools know, each in its own format.

Offsets are half-open characters (code points) of ``text``. Ids hold within one text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from communique.evaluation.places import longest

#: What was left out or filled in on the way, in words, and how often.
Losses = Counter[str]


@dataclass(frozen=True)
class Span:
    """A stretch of the text with its label, and what is said of it in other fields."""

    id: str
    start: int
    end: int
    label: str
    attributes: Mapping[str, str] = field(default_factory=dict)

    @property
    def place(self) -> tuple[int, int]:
        """Its half-open offsets."""
        return self.start, self.end


@dataclass(frozen=True)
class Relation:
    """A directed, labelled pair of spans, by their ids."""

    head: str
    child: str
    label: str


@dataclass(frozen=True)
class AnnotatedText:
    """A text as an annotator leaves it."""

    id: str
    text: str
    spans: tuple[Span, ...] = ()
    relations: tuple[Relation, ...] = ()
    publish_date: str | None = None

    def numbered(self) -> AnnotatedText:
        """Return the same with the spans in the order of the text, their ids counted from 1."""
        spans = sorted(self.spans, key=lambda span: span.place)
        ids = {span.id: str(number) for number, span in enumerate(spans, 1)}
        return replace(
            self,
            spans=tuple(replace(span, id=ids[span.id]) for span in spans),
            relations=tuple(
                replace(relation, head=ids[relation.head], child=ids[relation.child])
                for relation in self.relations
            ),
        )


class Reading:
    """The spans and relations of one text as they are read from a file.

    ``place`` names the file and the place in it for messages. Raises ``ValueError`` for a span that
    lies outside the text, an id that is there twice, and a relation to a span that is not there.
    """

    def __init__(self, place: str, text: str) -> None:
        self._place = place
        self._text = text
        self._spans: dict[str, Span] = {}
        self._relations: list[Relation] = []

    def span(
        self,
        name: str,
        start: int,
        end: int,
        label: str,
        attributes: Mapping[str, str] | None = None,
    ) -> None:
        """Take a span; white space at its ends is cut off, and one of white space alone left out."""
        if not 0 <= start <= end <= len(self._text):
            raise self.error(
                f"the span {start}-{end} lies outside the text of {len(self._text)} characters"
            )
        if name in self._spans:
            raise self.error(f"two spans have the id {name!r}")
        surface = self._text[start:end]
        start += len(surface) - len(surface.lstrip())
        end -= len(surface) - len(surface.rstrip())
        if start < end:
            self._spans[name] = Span(name, start, end, label, dict(attributes or {}))

    def relation(self, head: str, child: str, label: str) -> None:
        """Take a relation between two spans that were taken before."""
        for name in (head, child):
            if name not in self._spans:
                raise self.error(f"the relation {label!r} leads to no span ({name!r})")
        self._relations.append(Relation(head, child, label))

    @property
    def spans(self) -> Iterable[Span]:
        """What was taken so far."""
        return self._spans.values()

    def error(self, what: str) -> ValueError:
        """Return an error that names the place."""
        return ValueError(f"{self._place}: {what}")

    def annotated(self, name: str, publish_date: str | None = None) -> AnnotatedText:
        """Return the text with what was taken."""
        spans = tuple(self._spans.values())
        relations = tuple(self._relations)
        return AnnotatedText(name, self._text, spans, relations, publish_date).numbered()


@dataclass(frozen=True)
class Holds:
    """What a format has a place for, beside a text and its labelled spans."""

    relations: bool = True
    attributes: bool = True
    overlaps: bool = True
    publish_date: bool = True


@dataclass(frozen=True)
class Format:
    """An annotation format: how it is called, what it holds, how it is read and written.

    ``endings`` are those of its files, or of the files in its folder where it is a ``folder``. Reading
    raises ``OSError``, and ``ValueError`` naming the file and the place in it.
    """

    name: str
    title: str
    endings: tuple[str, ...]
    read: Callable[[Path, Losses], Iterator[AnnotatedText]]
    write: Callable[[Path, Iterable[AnnotatedText], Losses], None]
    holds: Holds = Holds()
    folder: bool = False


def fit(annotated: AnnotatedText, fmt: Format, losses: Losses) -> AnnotatedText:
    """Return what of a text a format can hold, and count what it can't."""
    holds = fmt.holds
    spans = annotated.spans
    if not holds.overlaps:
        spans = tuple(apart(spans))
        losses[f"spans left out: {fmt.name} has no place for what overlaps a longer one"] += len(
            annotated.spans
        ) - len(spans)
    if not holds.attributes:
        count = sum(len(span.attributes) for span in spans)
        losses[f"values of spans left out: {fmt.name} has no place for types, dates, …"] += count
        spans = tuple(replace(span, attributes={}) for span in spans)
    relations = annotated.relations
    if not holds.relations:
        losses[f"relations left out: {fmt.name} has no place for them"] += len(relations)
        relations = ()
    if not holds.publish_date and annotated.publish_date is not None:
        losses[f"days of publication left out: {fmt.name} has no place for them"] += 1
        annotated = replace(annotated, publish_date=None)
    return replace(annotated, spans=spans, relations=relations).numbered()


def apart(spans: Iterable[Span]) -> Iterator[Span]:
    """Yield the spans that overlap with none that is longer, or as long and earlier."""
    spans = list(spans)
    kept = longest((span.place for span in spans), max((span.end for span in spans), default=0))
    for span in spans:
        if span.place in kept:
            kept.remove(span.place)
            yield span
