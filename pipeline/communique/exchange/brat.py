"""brat's standoff: a folder with NAME.txt and NAME.ann for each text.

Offsets are code points. A span over a line end is written in fragments, as brat shows it. Values out
of a list are attributes; values in words are notes, ``value=2024-05-07``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from communique.evaluation.places import folded
from communique.exchange import scheme
from communique.exchange.annotated import (
    AnnotatedText,
    Format,
    Holds,
    Losses,
    Reading,
    Relation,
    Span,
)
from communique.exchange.file_names import Names, new_folder

_LINE = re.compile(r"[^\n]+")
_TEXT_BOUND = re.compile(r"(?P<label>\S+) (?P<places>\d+ \d+(?:;\d+ \d+)*)")
_RELATION = re.compile(r"(?P<label>\S+) \w+:(?P<head>\S+) \w+:(?P<child>\S+)\s*")
_ATTRIBUTE = re.compile(r"(?P<name>\S+) (?P<of>\S+)(?: (?P<value>\S+))?")
_NOTE = re.compile(r"(?P<kind>\S+) (?P<of>\S+)")
_WRITTEN = {attribute for _, attribute in scheme.WRITTEN}


def configuration() -> str:
    """Return the ``annotation.conf`` that makes brat know the labels, relations and values."""
    lines = ["[entities]", *scheme.LABELS, "", "[relations]"]
    for label, pairs in scheme.RELATIONS.items():
        lines += [f"{label} Arg1:{head}, Arg2:{child}" for head, child in pairs]
    lines += ["<OVERLAP> Arg1:<ENTITY>, Arg2:<ENTITY>, <OVL-TYPE>:<ANY>", "", "[events]", ""]
    lines.append("[attributes]")
    for (label, attribute), values in scheme.CHOICES.items():
        name = scheme.field_name(label, attribute)
        lines.append(f"{name} Arg:{label}, Value:{'|'.join(values)}")
    return "\n".join(lines) + "\n"


def _lines(annotated: AnnotatedText) -> Iterator[str]:
    attributes = notes = 0
    for span in annotated.spans:
        places = list(_fragments(annotated.text, span))
        offsets = ";".join(f"{start} {end}" for start, end in places)
        surface = " ".join(annotated.text[start:end] for start, end in places)
        yield f"T{span.id}\t{span.label} {offsets}\t{surface}"
    for number, relation in enumerate(annotated.relations, 1):
        yield f"R{number}\t{relation.label} Arg1:T{relation.head} Arg2:T{relation.child}"
    for span in annotated.spans:
        for attribute, value in span.attributes.items():
            if value in scheme.CHOICES.get((span.label, attribute), ()):
                attributes += 1
                name = scheme.field_name(span.label, attribute)
                yield f"A{attributes}\t{name} T{span.id} {value}"
            else:
                notes += 1
                yield f"#{notes}\tAnnotatorNotes T{span.id}\t{attribute}={folded(value)}"


def _fragments(text: str, span: Span) -> Iterator[tuple[int, int]]:
    for match in _LINE.finditer(text, span.start, span.end):
        if match.group().strip():
            yield match.span()


class _Standoff:
    """The lines of an ``.ann`` file."""

    def __init__(self, path: Path, text: str, losses: Losses) -> None:
        self._path = path
        self._text = text
        self._losses = losses
        self._spans: dict[str, tuple[int, str, int, int]] = {}
        self._relations: list[tuple[int, Relation]] = []
        self._said: dict[str, dict[str, str]] = {}

    def take(self, number: int, line: str) -> None:
        name, _, rest = line.partition("\t")
        match name[:1]:
            case "T":
                self._take_span(number, name, rest)
            case "R":
                found = self._match(_RELATION, number, rest)
                relation = Relation(found["head"], found["child"], found["label"])
                self._relations.append((number, relation))
            case "A" | "M":
                found = self._match(_ATTRIBUTE, number, rest)
                said = self._said.setdefault(found["of"], {})
                said[scheme.attribute_of(found["name"])] = found["value"] or "true"
            case "#":
                self._take_note(number, rest)
            case "*":
                _, *members = rest.split()
                self._relations += [
                    (number, Relation(member, members[0], scheme.ALIAS_OF))
                    for member in members[1:]
                ]
            case _:
                self._losses[f"lines of brat left out: {name[:1]} (events, normalizations)"] += 1

    def reading(self) -> Reading:
        reading = Reading(str(self._path), self._text)
        for name, (number, label, start, end) in self._spans.items():
            try:
                reading.span(name, start, end, label, self._said.get(name))
            except ValueError as error:
                raise self._error(number, str(error).removeprefix(f"{self._path}: ")) from None
        for number, relation in self._relations:
            try:
                reading.relation(relation.head, relation.child, relation.label)
            except ValueError as error:
                raise self._error(number, str(error).removeprefix(f"{self._path}: ")) from None
        return reading

    def _take_span(self, number: int, name: str, rest: str) -> None:
        head, _, surface = rest.partition("\t")
        found = self._match(_TEXT_BOUND, number, head)
        places = [tuple(map(int, part.split())) for part in found["places"].split(";")]
        start, end = places[0][0], places[-1][1]
        whole = folded(self._text[start:end])
        parts = folded(" ".join(self._text[start:end] for start, end in places))
        if parts != folded(surface):
            what = f"the text at {found['places']} is {parts!r}, and that of {name} {surface!r}"
            raise self._error(number, what)
        if whole != parts:
            self._losses["spans in pieces taken as whole, with what lies between"] += 1
        if name in self._spans:
            raise self._error(number, f"two spans have the id {name!r}")
        self._spans[name] = number, found["label"], start, end

    def _take_note(self, number: int, rest: str) -> None:
        head, _, note = rest.partition("\t")
        found = self._match(_NOTE, number, head)
        attribute, equals, value = note.partition("=")
        if equals and attribute in _WRITTEN | {a for _, a in scheme.CHOICES}:
            self._said.setdefault(found["of"], {})[attribute] = folded(value)
        else:
            self._losses["notes left out"] += 1

    def _match(self, pattern: re.Pattern[str], number: int, rest: str) -> re.Match[str]:
        found = pattern.fullmatch(rest)
        if found is None:
            raise self._error(number, f"not brat standoff: {rest!r}")
        return found

    def _error(self, number: int, what: str) -> ValueError:
        return ValueError(f"{self._path}, line {number}: {what}")


def _read(path: Path, losses: Losses) -> Iterator[AnnotatedText]:
    for file in sorted(path.rglob("*.ann"), key=lambda file: file.with_suffix("")):
        text = _text_of(file.with_suffix(".txt"))
        standoff = _Standoff(file, text, losses)
        for number, line in enumerate(_text_of(file).split("\n"), 1):
            if line.strip():
                standoff.take(number, line.rstrip("\r"))
        name = str(file.relative_to(path).with_suffix(""))
        yield standoff.reading().annotated(name)


def _text_of(path: Path) -> str:
    """Return a text without touching its line ends, which offsets count."""
    try:
        return path.read_bytes().decode("utf-8")
    except UnicodeDecodeError as error:
        raise ValueError(f"{path}: not UTF-8 ({error.reason} at byte {error.start})") from None


def _write(path: Path, texts: Iterable[AnnotatedText], losses: Losses) -> None:  # noqa: ARG001 - fitted
    names = Names()
    with new_folder(path) as folder:
        (folder / "annotation.conf").write_text(configuration(), encoding="utf-8")
        for annotated in texts:
            name = names.new(annotated.id)
            (folder / f"{name}.txt").write_bytes(annotated.text.encode())
            lines = "".join(f"{line}\n" for line in _lines(annotated))
            (folder / f"{name}.ann").write_bytes(lines.encode())


BRAT = Format(
    name="brat",
    title="a folder of brat standoff",
    endings=(".ann",),
    read=_read,
    write=_write,
    holds=Holds(publish_date=False),
    folder=True,
)
