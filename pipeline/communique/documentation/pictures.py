"""Pictures of how things were decided, drawn from what the program says of invented texts."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from spacy.language import Language

import communique
from communique.documentation.annotated_text import Note, drawing
from communique.documentation.table_drawing import table_drawing
from communique.stores.sql.schema import RESOLVED, TABLES

#: What the pictures are of, in the folder of pages, and where they go.
DESCRIBED = "pictures.toml"
FOLDER = "images"
#: The picture of the tables of the database.
TABLES_PICTURE = "tables"

#: The colour of each slot; all are dark enough to be read on white.
COLOURS: Mapping[str, str] = {
    "expression": "#8e2f8e",
    "date": "#8e2f8e",
    "alias": "#136f63",
    "title": "#1f5fa8",
    "holder": "#136f63",
    "body": "#8a5a00",
    "type": "#8a5a00",
    "status": "#b03a2e",
    "place": "#5d6d7e",
    "term": "#5d6d7e",
    "party": "#1e6b2f",
    "signatory": "#1f5fa8",
    "witness": "#4a4fb0",
}


@dataclass(frozen=True)
class Described:
    """A picture to be: its name, what it shows, and the text that the program reads.

    ``slots`` are those that have notes: ``expression`` for dates, ``alias``, slots of titles and agreements.
    """

    name: str
    title: str
    slots: tuple[str, ...]
    text: str
    published: str | None = None


def described(pages: Path) -> list[Described]:
    """Return the pictures that the file beside the pages asks for."""
    asked = tomllib.loads((pages / DESCRIBED).read_text(encoding="utf-8"))
    return [
        Described(
            name, one["title"], tuple(one["slots"]), one["text"].strip(), one.get("published")
        )
        for name, one in asked.items()
    ]


def draw(pages: Path, nlp: Language) -> list[Path]:
    """Draw all pictures into the folder beside the pages; return those that changed."""
    drawings = {one.name: picture(one, nlp) for one in described(pages)}
    drawings[TABLES_PICTURE] = table_drawing((*TABLES, *RESOLVED))
    changed = []
    for name, drawn in drawings.items():
        path = pages / FOLDER / f"{name}.svg"
        if not path.exists() or path.read_text(encoding="utf-8") != drawn:
            partial = path.with_suffix(".partial")
            partial.write_text(drawn, encoding="utf-8")
            partial.replace(path)
            changed.append(path)
    return changed


def picture(one: Described, nlp: Language) -> str:
    """Return a picture as SVG.

    Raises ``ValueError`` where its text cannot be read.
    """
    options = communique.ReaderOptions(publish_date=one.published)
    (release,) = communique.read(one.text.encode(), name="picture.txt", options=options)
    if isinstance(release, communique.ReadFailure):
        raise ValueError(f"{one.name}: {release}")  # noqa: TRY004 - a failure is a value
    notes = [*_dates(release, nlp), *_reasons(release, nlp)]
    shown = (note for note in notes if note.kind in one.slots)
    return drawing(release.text, shown, COLOURS, one.title)


def _dates(release: communique.Release, nlp: Language) -> Iterator[Note]:
    for date in communique.analyse(nlp, release).dates:
        says = f"{date.value or 'no such day'}, {date.kind}"
        if date.anchor is not None:
            says += f", by the {date.anchor.replace('_', ' ')}"
        yield Note(date.start, date.end, "expression", says)


def _reasons(release: communique.Release, nlp: Language) -> Iterator[Note]:
    for decision in communique.explain(nlp, release).decisions:
        for reason in decision.reasons:
            slot = "also" if reason.slot == "alias" else reason.slot
            says = f"{slot} {reason.value} ({reason.rule})"
            yield Note(reason.start, reason.end, reason.slot, says)
