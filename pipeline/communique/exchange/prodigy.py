"""Prodigy's JSONL: a task a line, with tokens, spans, and relations between tokens.

Offsets are code points. Spans carry what Prodigy has no field for in ``id`` and ``attributes``, which
it passes on with spans that nobody touched; relations name their spans by ``head_span`` and
``child_span``, and by the last token of each.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from pydantic import Field

from communique.exchange.annotated import AnnotatedText, Format, Losses, Reading, Span
from communique.exchange.lines import Part, read_lines
from communique.exchange.tokens import Token, token_range, tokenizing, tokens_of
from communique.stores.jsonl import JsonlFile

if TYPE_CHECKING:
    from spacy.language import Language


class ProdigyToken(Part):
    """A token; ``ws`` says whether a space follows."""

    text: str
    start: int
    end: int
    id: int
    ws: bool = True


class ProdigySpan(Part):
    """A span; ``token_end`` is that of its last token."""

    start: int
    end: int
    label: str | None = None
    token_start: int | None = None
    token_end: int | None = None
    id: str | int | None = None
    attributes: dict[str, str] = Field(default={})


class ProdigyRelation(Part):
    """A relation; ``head`` and ``child`` are tokens."""

    head: int
    child: int
    label: str
    head_span: ProdigySpan | None = None
    child_span: ProdigySpan | None = None


class ProdigyTask(Part):
    """A line."""

    text: str
    meta: dict[str, str | int | float | bool | None] = Field(default={})
    tokens: tuple[ProdigyToken, ...] = ()
    spans: tuple[ProdigySpan, ...] = ()
    relations: tuple[ProdigyRelation, ...] = ()
    answer: str | None = None


def task_of(nlp: Language, annotated: AnnotatedText, *, answered: bool) -> ProdigyTask:
    """Return a text as a task: with an answer as finished work, without one still to be judged."""
    tokens = tokens_of(nlp, annotated.text, annotated.spans)
    spans = {span.id: _span(span, tokens) for span in annotated.spans}
    text = annotated.text
    day = {} if annotated.publish_date is None else {"publish_date": annotated.publish_date}
    return ProdigyTask(
        text=text,
        meta={"id": annotated.id, **day},
        tokens=tuple(
            ProdigyToken(
                text=text[token.start : token.end],
                start=token.start,
                end=token.end,
                id=number,
                ws=token.space,
            )
            for number, token in enumerate(tokens)
        ),
        spans=tuple(spans.values()),
        relations=tuple(
            ProdigyRelation(
                head=spans[relation.head].token_end or 0,
                child=spans[relation.child].token_end or 0,
                label=relation.label,
                head_span=spans[relation.head],
                child_span=spans[relation.child],
            )
            for relation in annotated.relations
        ),
        answer="accept" if answered else None,
    )


def task_line(task: ProdigyTask) -> bytes:
    """Return a task as a line of JSON, without what it does not say."""
    return task.model_dump_json(exclude_none=True).encode()


def _span(span: Span, tokens: list[Token]) -> ProdigySpan:
    first, last = token_range(tokens, span)
    return ProdigySpan(
        start=span.start,
        end=span.end,
        label=span.label,
        token_start=first,
        token_end=last,
        id=span.id,
        attributes=dict(span.attributes),
    )


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:
    for number, place, task in read_lines(path, ProdigyTask):
        if task.answer not in (None, "accept"):
            losses[f"tasks left out: their answer is {task.answer}"] += 1
            continue
        reading = Reading(place, task.text)
        for n, span in enumerate(task.spans):
            # a span that the annotator added has no id: none of ours has a letter
            name = f"s{n}" if span.id is None else str(span.id)
            if span.label is not None:
                reading.span(name, span.start, span.end, span.label, span.attributes)
        ends = _Ends(reading, task)
        for relation in task.relations:
            head = ends.find(relation.head, relation.head_span)
            child = ends.find(relation.child, relation.child_span)
            reading.relation(head, child, relation.label)
        day = task.meta.get("publish_date")
        name = str(task.meta.get("id") or f"{path.stem}-{number}")
        yield reading.annotated(name, str(day) if day else None)


class _Ends:
    """The spans that relations lead to, as they name them: by id, by place, by token."""

    def __init__(self, reading: Reading, task: ProdigyTask) -> None:
        self._reading = reading
        self._task = task
        self._ids = {span.id for span in reading.spans}
        self._places: Mapping[tuple[int, int, str], str] = {
            (*span.place, span.label): span.id for span in reversed([*reading.spans])
        }

    def find(self, token: int, named: ProdigySpan | None) -> str:
        if named is not None:
            if str(named.id) in self._ids:
                return str(named.id)
            found = self._places.get((named.start, named.end, named.label or ""))
            if found is not None:
                return found
        elif 0 <= token < len(self._task.tokens):
            at = self._task.tokens[token].start
            for span in self._reading.spans:
                if span.start <= at < span.end:
                    return span.id
        raise self._reading.error(f"a relation leads to the token {token}, which is in no span")


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:  # noqa: ARG001 - nothing is lost
    nlp = tokenizing()
    with JsonlFile(path) as file:
        for annotated in texts:
            file.write(task_line(task_of(nlp, annotated, answered=True)))


PRODIGY = Format(
    name="prodigy",
    title="Prodigy's tasks and its db-out",
    endings=(".jsonl",),
    read=_read,
    write=_write,
)
