"""Faults of a folder of gold: what is no annotation, what does not stand in the text, what dangles.

The form is that of :mod:`communique.evaluation.gold` and ``docs/gold.schema.json``; what has to stand
in the text and resolve within the annotation is what ``corpus/GUIDELINES.md`` asks for.
"""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from pydantic import ValidationError

from communique.evaluation.gold import (
    DATE_VALUE,
    GoldAgreement,
    GoldDate,
    GoldOrganization,
    GoldPerson,
    GoldRelease,
    annotation_files,
    release_of,
    stem,
)
from communique.evaluation.json_places import line_of
from communique.evaluation.places import folded

_DATE_VALUE = re.compile(DATE_VALUE)

Path_ = tuple[str | int, ...]


@dataclass(frozen=True)
class Fault:
    """Something wrong in a file; ``place`` is the path of the value (``people[2].titles[0]``)."""

    path: Path
    line: int | None
    place: str
    what: str

    def __str__(self) -> str:
        line = "" if self.line is None else f", line {self.line}"
        place = f" {self.place}:" if self.place else ""
        return f"{self.path}{line}:{place} {self.what}"


def check_folder(folder: Path) -> Iterator[Fault]:
    """Yield the faults of a folder's annotations, file by file.

    Raises ``FileNotFoundError`` where the folder holds no annotation.
    """
    paths = annotation_files(folder)
    if not paths:
        raise FileNotFoundError(f"{folder}: no annotations (NAME.gold.json)")
    for path in paths:
        yield from check_file(path)


def check_file(path: Path) -> Iterator[Fault]:
    """Yield the faults of one annotation."""
    try:
        text = path.read_text(encoding="utf-8")
        json.loads(text)
    except UnicodeDecodeError as error:
        yield Fault(path, None, "", f"not UTF-8 ({error.reason} at byte {error.start})")
        return
    except json.JSONDecodeError as error:
        yield Fault(path, error.lineno, "", f"not JSON ({error.msg}, column {error.colno})")
        return
    try:
        gold = GoldRelease.model_validate_json(text)
    except ValidationError as errors:
        found: Iterable[tuple[Path_, str]] = [
            (error["loc"], _said(error["msg"], error["input"]))
            for error in errors.errors(include_url=False)
        ]
    else:
        found = _faults(path, gold)
    for place, what in found:
        yield Fault(path, line_of(text, place), _written(place), what)


def _faults(path: Path, gold: GoldRelease) -> Iterator[tuple[Path_, str]]:
    if gold.id != stem(path):
        yield ("id",), f"{gold.id!r} is not the name of the file"
    if gold.publish_date is not None and not _is_value(gold.publish_date):
        yield ("publish_date",), f"no date: {gold.publish_date!r}"
    try:
        release = release_of(path)
    except FileNotFoundError:
        yield (), f"no release docs/{stem(path)}.txt or .html"
        return
    # as a reader sees it: references resolved, white space as one space
    text = folded(html.unescape(release.read_text(encoding="utf-8", errors="replace")))
    people = {person.name for person in gold.people}
    bodies = {body.name for body in gold.organizations}
    for kind, entities in _entities(gold):
        yield from _mentions(kind, entities, text)
    for kind, named in (("people", gold.people), ("organizations", gold.organizations)):
        yield from _names(kind, named)
    for i, person in enumerate(gold.people):
        yield from _titles(("people", i, "titles"), person, bodies, text)
    for i, instrument in enumerate(gold.agreements):
        yield from _instrument(("agreements", i), instrument, people, bodies)
    yield from _dates(gold.dates, text)


def _entities(
    gold: GoldRelease,
) -> Iterator[tuple[str, Iterable[GoldPerson | GoldOrganization | GoldAgreement]]]:
    yield "people", gold.people
    yield "organizations", gold.organizations
    yield "agreements", gold.agreements


def _mentions(
    kind: str, entities: Iterable[GoldPerson | GoldOrganization | GoldAgreement], text: str
) -> Iterator[tuple[Path_, str]]:
    for i, entity in enumerate(entities):
        if not entity.mentions:
            yield (kind, i, "mentions"), f"{entity.name!r} has no mention"
        for j, mention in enumerate(entity.mentions):
            if not _stands(mention, text):
                yield (kind, i, "mentions", j), f"mention not in the text: {mention!r}"


def _names(
    kind: str, entities: Iterable[GoldPerson | GoldOrganization]
) -> Iterator[tuple[Path_, str]]:
    seen: set[str] = set()
    for i, entity in enumerate(entities):
        if entity.name in seen:
            yield (kind, i, "name"), f"two have the name {entity.name!r}"
        seen.add(entity.name)


def _titles(
    place: Path_, person: GoldPerson, bodies: set[str], text: str
) -> Iterator[tuple[Path_, str]]:
    for i, title in enumerate(person.titles):
        if not _stands(title.title, text):
            yield (*place, i, "title"), f"title not in the text: {title.title!r}"
        body = title.organization
        if body is not None and body not in bodies and not _stands(body, text):
            what = f"neither an organization of the annotation nor in the text: {body!r}"
            yield (*place, i, "organization"), what


def _instrument(
    place: Path_, instrument: GoldAgreement, people: set[str], bodies: set[str]
) -> Iterator[tuple[Path_, str]]:
    if instrument.date is not None and not _is_value(instrument.date):
        yield (*place, "date"), f"no date: {instrument.date!r}"
    for i, name in enumerate(instrument.parties):
        if name not in bodies | people:
            yield (*place, "parties", i), f"no organization or person of the annotation: {name!r}"
    for slot in ("signatories", "witnesses"):
        for i, name in enumerate(getattr(instrument, slot)):
            if name not in people:
                yield (*place, slot, i), f"no person of the annotation: {name!r}"


def _dates(dates: Iterable[GoldDate], text: str) -> Iterator[tuple[Path_, str]]:
    at = 0
    for i, date in enumerate(dates):
        string = folded(date.text)
        found = text.find(string, at)
        if not string or found < 0:
            behind = f" behind character {at}, where the one before it ends" if at else ""
            yield ("dates", i, "text"), f"date not in the text{behind}: {date.text!r}"
        else:
            at = found + len(string)
        if not _is_value(date.value):
            yield ("dates", i, "value"), f"no date: {date.value!r}"


def _stands(string: str, text: str) -> bool:
    string = folded(html.unescape(string))
    return bool(string) and string in text


def _is_value(value: str) -> bool:
    return _DATE_VALUE.fullmatch(value) is not None


def _said(message: str, value: object) -> str:
    return f"{message}, not {value!r}" if isinstance(value, str | int | float) else message


def _written(place: Path_) -> str:
    return "".join(
        f"[{step}]" if isinstance(step, int) else f".{step}" for step in place
    ).removeprefix(".")
