"""Where gold and records have their names, instruments and dates: labelled spans of the text.

The gold names surface strings: every whole-word occurrence counts, the longest string winning where
two overlap, and dates stand in the order of the text. People and organizations share one layer, in
which no two overlap; instruments have one of their own, since they hold names, and dates another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from communique.evaluation.comparison import is_scored
from communique.evaluation.gold import GoldRelease
from communique.evaluation.places import longest, occurrences
from communique.evaluation.placing import in_order
from communique.readers.normalize import normalize
from communique.records.model import Record

#: What is marked, in the order in which it is told.
LABELS = ("people", "organizations", "agreements", "dates")


class Mark(NamedTuple):
    """Half-open characters of the text, with what they are."""

    start: int
    end: int
    label: str


#: The places of each entity, by label and any key that tells the entities of a label apart.
Entities = Mapping[tuple[str, int], frozenset[Mark]]


def gold_entities(gold: GoldRelease, text: str) -> Entities:
    """Return the marks of the gold's people, organizations and instruments.

    A place that two entities claim is that of the one whose name, then whose mentions come first.
    Entities without a place of their own have none.
    """
    entities: dict[tuple[str, int], frozenset[Mark]] = {}
    for labels in (("people", "organizations"), ("agreements",)):
        claims = sorted(
            ((start, end), label, entity.name, entity.mentions, index)
            for label in labels
            for index, entity in enumerate(getattr(gold, label))
            for mention in entity.mentions
            for start, end in occurrences(text, normalize(mention))
        )
        free = longest((place for place, *_ in claims), len(text))
        owned: dict[tuple[str, int], set[Mark]] = {key: set() for key in _keys(gold, labels)}
        for place, label, _, _, index in claims:
            if place in free:
                free.discard(place)
                owned[label, index].add(Mark(*place, label))
        entities |= {key: frozenset(marks) for key, marks in owned.items()}
    return entities


def found_entities(record: Record) -> Entities:
    """Return the places of the record's people, organizations and instruments, as it has them."""
    entities: dict[tuple[str, int], frozenset[Mark]] = {}
    for label in ("people", "organizations", "agreements"):
        claims = sorted(
            (m.start, m.end, entity.name, len(entity.mentions), index)
            for index, entity in enumerate(getattr(record, label))
            for m in entity.mentions
        )
        owned: dict[int, set[Mark]] = {}
        seen: set[tuple[int, int]] = set()
        for start, end, _, _, index in claims:
            if (start, end) not in seen:
                seen.add((start, end))
                owned.setdefault(index, set()).add(Mark(start, end, label))
        entities |= {
            (label, index): frozenset(owned.get(index, ()))
            for index in range(len(getattr(record, label)))
        }
    return entities


def gold_marks(gold: GoldRelease, text: str) -> set[Mark]:
    """Return all labelled spans of the gold; a date that the text does not hold stands nowhere."""
    return _all(gold_entities(gold, text)) | set(_gold_dates(gold, text))


def found_marks(record: Record) -> set[Mark]:
    """Return all labelled spans of the record."""
    dates = {Mark(d.start, d.end, "dates") for d in record.dates if is_scored(d)}
    return _all(found_entities(record)) | dates


def _keys(gold: GoldRelease, labels: Iterable[str]) -> Iterator[tuple[str, int]]:
    for label in labels:
        for index in range(len(getattr(gold, label))):
            yield label, index


def _all(entities: Entities) -> set[Mark]:
    return set().union(*entities.values())


def _gold_dates(gold: GoldRelease, text: str) -> Iterator[Mark]:
    places = in_order(text, [date.text for date in gold.dates])
    for number, (date, (start, end)) in enumerate(zip(gold.dates, places, strict=True)):
        if not date.value.endswith("_REF"):
            # each that stands nowhere has a mark of its own, which nothing overlaps
            yield Mark(start, end, "dates") if end else Mark(-2 - number, -1 - number, "dates")
