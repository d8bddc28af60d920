"""Label Studio's JSON: an array of tasks with their annotations or predictions.

A region is a result of type ``labels``; what is said of it are results of type ``choices`` or
``textarea`` with the region's id, and a relation is a result of its own. Offsets are code points
(versions before the one that answered label-studio issue 1008 counted units of UTF-16); a region
carries its text, by which the two are told apart.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter, ValidationError

from communique.evaluation.places import Place, folded
from communique.exchange import scheme
from communique.exchange.annotated import AnnotatedText, Format, Losses, Reading
from communique.exchange.lines import Part, first_error
from communique.exchange.utf16 import Utf16
from communique.stores.exports.files import new_file

#: The names of the tags of the labelling configuration that regions and the text refer to.
LABEL_TAG = "label"
TEXT_TAG = "text"


class LabelStudioValue(Part):
    """Where a region is and what is said of it; the text of a ``textarea`` is a list."""

    start: int | None = None
    end: int | None = None
    text: str | list[str] | None = None
    labels: list[str] | None = None
    choices: list[str] | None = None


class LabelStudioResult(Part):
    """A region, something said of one, or a relation."""

    type: str
    id: str | None = None
    from_name: str | None = None
    to_name: str | None = None
    value: LabelStudioValue | None = None
    from_id: str | None = None
    to_id: str | None = None
    direction: str | None = None
    labels: list[str] | None = None


class LabelStudioAnnotation(Part):
    """What one annotator, or a model, has found."""

    result: tuple[LabelStudioResult, ...]
    was_cancelled: bool | None = None
    model_version: str | None = None


class LabelStudioData(Part):
    """What a task shows; ``id`` and ``publish_date`` are columns of ours."""

    text: str
    id: str | int | None = None
    publish_date: str | None = None


class LabelStudioTask(Part):
    """A task."""

    data: LabelStudioData
    id: int | None = None
    annotations: tuple[LabelStudioAnnotation, ...] = ()
    predictions: tuple[LabelStudioAnnotation, ...] = ()


def task_of(annotated: AnnotatedText, model: str | None = None) -> LabelStudioTask:
    """Return a text as a task: annotated, or with a model's predictions where ``model`` names one."""
    found = LabelStudioAnnotation(result=tuple(_results(annotated)), model_version=model)
    data = LabelStudioData(
        text=annotated.text, id=annotated.id, publish_date=annotated.publish_date
    )
    if model is None:
        return LabelStudioTask(data=data, annotations=(found,))
    return LabelStudioTask(data=data, predictions=(found,))


def write_tasks(path: Path, tasks: Iterable[LabelStudioTask]) -> None:
    """Write tasks as one array, a task a line."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with new_file(path) as stream:
        before = b"[\n"
        for task in tasks:
            stream.write(before + task.model_dump_json(exclude_none=True).encode())
            before = b",\n"
        stream.write(b"[\n]\n" if before == b"[\n" else b"\n]\n")


def _results(annotated: AnnotatedText) -> Iterator[LabelStudioResult]:
    for span in annotated.spans:
        place: dict[str, Any] = {"start": span.start, "end": span.end}
        surface = annotated.text[span.start : span.end]
        common: dict[str, Any] = {"id": span.id, "to_name": TEXT_TAG}
        yield LabelStudioResult(
            type="labels",
            from_name=LABEL_TAG,
            value=LabelStudioValue(**place, text=surface, labels=[span.label]),
            **common,
        )
        for attribute, value in span.attributes.items():
            listed = (span.label, attribute) in scheme.CHOICES
            said: dict[str, Any] = {"choices" if listed else "text": [value]}
            yield LabelStudioResult(
                type="choices" if listed else "textarea",
                from_name=scheme.field_name(span.label, attribute),
                value=LabelStudioValue(**place, **said),
                **common,
            )
    for relation in annotated.relations:
        yield LabelStudioResult(
            type="relation",
            from_id=relation.head,
            to_id=relation.child,
            direction="right",
            labels=[relation.label],
        )


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:
    try:
        tasks = json.loads(path.read_bytes())
    except ValueError as error:
        raise ValueError(f"{path}: not JSON ({error})") from None
    if not isinstance(tasks, list):
        raise ValueError(f"{path}: not an array of tasks")  # noqa: TRY004 - a fault of the file
    adapter = TypeAdapter(LabelStudioTask)
    for number, value in enumerate(tasks, 1):
        place = f"{path}, task {number}"
        try:
            task = adapter.validate_python(value)
        except ValidationError as error:
            raise ValueError(f"{place}: {first_error(error)}") from None
        done = [found for found in task.annotations if not found.was_cancelled]
        if len(done) > 1:
            losses["tasks with several annotations: the first was taken"] += 1
        reading = Reading(place, task.data.text)
        for found in (done or task.predictions)[:1]:
            _take(found.result, task.data.text, reading, losses)
        name = task.data.id if task.data.id is not None else task.id
        yield reading.annotated(
            f"{path.stem}-{number}" if name is None else str(name), task.data.publish_date
        )


def _take(
    results: Iterable[LabelStudioResult], text: str, reading: Reading, losses: Losses
) -> None:
    results = list(results)
    said: dict[str | None, dict[str, str]] = {}
    for result in results:
        value = result.value
        if result.type in ("choices", "textarea") and value is not None:
            words = value.choices if result.type == "choices" else value.text
            first = words[0] if isinstance(words, list) and words else words
            if first and result.id is not None:
                attribute = scheme.attribute_of(result.from_name or "")
                said.setdefault(result.id, {})[attribute] = folded(str(first))
    offsets = Utf16(text)
    for result in results:
        if result.type == "labels":
            _take_region(result, text, offsets, said.get(result.id, {}), reading)
        elif result.type not in ("choices", "textarea", "relation"):
            losses[f"results left out: their type is {result.type}"] += 1
    for result in results:
        if result.type == "relation":
            ends = str(result.from_id), str(result.to_id)
            if result.direction == "left":
                ends = ends[1], ends[0]
            for label in result.labels or ():
                reading.relation(*ends, label)
            if not result.labels:
                losses["relations left out: they have no label"] += 1


def _take_region(
    result: LabelStudioResult,
    text: str,
    offsets: Utf16,
    attributes: Mapping[str, str],
    reading: Reading,
) -> None:
    value = result.value
    if value is None or value.start is None or value.end is None or not value.labels:
        raise reading.error(f"the region {result.id!r} has no start, end and labels")
    points = value.start, value.end
    place = points
    if isinstance(value.text, str):
        units = offsets.characters(value.start), offsets.characters(value.end)
        found = _place_of(value.text, text, (points, units))
        if found is None:
            said = text[value.start : value.end]
            raise reading.error(
                f"the text at {value.start}-{value.end} is {said!r}, "
                f"and that of the region {value.text!r}"
            )
        place = found
    reading.span(str(result.id), *place, value.labels[0], attributes)


def _place_of(surface: str, text: str, places: Sequence[Place]) -> Place | None:
    """Return the place that has the text of a region, or holds it.

    Versions before the answer to label-studio issue 1931 widened a selection to whole words, but not
    the text that they said of it.
    """
    wanted = folded(surface.replace("\\n", "\n"))
    there = [(folded(text[start:end]), (start, end)) for start, end in places]
    exact = (place for found, place in there if found == wanted)
    wider = (place for found, place in there if wanted and wanted in found)
    return next(exact, None) or next(wider, None)


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:  # noqa: ARG001 - nothing is lost
    write_tasks(path, map(task_of, texts))


LABEL_STUDIO = Format(
    name="labelstudio",
    title="Label Studio's JSON",
    endings=(".json",),
    read=_read,
    write=_write,
)
