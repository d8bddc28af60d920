"""doccano's JSONL, with relations (``entities``) or without (``label``).

Offsets are units of UTF-16, as doccano's page counts in JavaScript (doccano issue 2290), but in
projects that count grapheme clusters as one character. Spans have a label and nothing else. The
columns that doccano does not know, ``release`` and ``publish_date``, it keeps and writes out again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.exchange.annotated import AnnotatedText, Format, Holds, Losses, Reading
from communique.exchange.lines import Part, read_lines
from communique.exchange.utf16 import Utf16
from communique.stores.jsonl import JsonlFile


class DoccanoEntity(Part):
    """A labelled span."""

    id: int
    start_offset: int
    end_offset: int
    label: str


class DoccanoRelation(Part):
    """A relation between two entities, by their ids."""

    id: int
    from_id: int
    to_id: int
    type: str


class DoccanoExample(Part):
    """A line."""

    text: str
    id: int | str | None = None
    entities: tuple[DoccanoEntity, ...] = ()
    relations: tuple[DoccanoRelation, ...] = ()
    label: tuple[tuple[int, int, str], ...] = ()
    release: str | None = None
    publish_date: str | None = None


def _example(annotated: AnnotatedText, number: int, before: int) -> DoccanoExample:
    """Return a text as a line; ``before`` entities stand in the lines before, so no id comes twice."""
    offsets = Utf16(annotated.text)
    return DoccanoExample(
        id=number,
        text=annotated.text,
        entities=tuple(
            DoccanoEntity(
                id=before + int(span.id),
                start_offset=offsets.units(span.start),
                end_offset=offsets.units(span.end),
                label=span.label,
            )
            for span in annotated.spans
        ),
        relations=tuple(
            DoccanoRelation(
                id=before + n,
                from_id=before + int(relation.head),
                to_id=before + int(relation.child),
                type=relation.label,
            )
            for n, relation in enumerate(annotated.relations, 1)
        ),
        release=annotated.id,
        publish_date=annotated.publish_date,
    )


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:  # noqa: ARG001 - nothing is lost
    for number, place, example in read_lines(path, DoccanoExample):
        reading = Reading(place, example.text)
        offsets = Utf16(example.text)
        for entity in example.entities:
            start, end = map(offsets.characters, (entity.start_offset, entity.end_offset))
            reading.span(str(entity.id), start, end, entity.label)
        for n, (start, end, label) in enumerate(example.label):
            reading.span(f"l{n}", offsets.characters(start), offsets.characters(end), label)
        for relation in example.relations:
            reading.relation(str(relation.from_id), str(relation.to_id), relation.type)
        fallback = number if example.id is None else example.id
        name = example.release or f"{path.stem}-{fallback}"
        yield reading.annotated(name, example.publish_date)


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:  # noqa: ARG001 - fitted
    with JsonlFile(path) as file:
        before = 0
        for number, annotated in enumerate(texts, 1):
            example = _example(annotated, number, before)
            file.write(example.model_dump_json(exclude={"label"}).encode())
            before += max(len(example.entities), len(example.relations))


DOCCANO = Format(
    name="doccano",
    title="doccano's JSONL, with relations or without",
    endings=(".jsonl",),
    read=_read,
    write=_write,
    holds=Holds(attributes=False),
)
