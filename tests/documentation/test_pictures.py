"""Pictures: drawn from what the program says, and the drawn ones are those of today."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

import pytest
from lxml import etree

import communique
from communique.documentation.annotated_text import Note, drawing
from communique.documentation.pictures import COLOURS, FOLDER, TABLES_PICTURE, described, picture
from communique.documentation.table_drawing import table_drawing
from communique.stores.sql.schema import RESOLVED, TABLES

DOCS = Path(__file__).parents[2] / "docs"
PICTURES = described(DOCS)
SVG = "{http://www.w3.org/2000/svg}"


@pytest.fixture(scope="module")
def nlp(embedded: Path) -> object:
    return communique.load(embedded)


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.name)
def test_pictures_are_those_of_today(one: object, nlp: object) -> None:
    path = DOCS / FOLDER / f"{one.name}.svg"  # type: ignore[attr-defined]
    drawn = picture(one, nlp)  # type: ignore[arg-type]
    assert path.read_text(encoding="utf-8") == drawn, "make pages draws it anew"


@pytest.mark.parametrize("one", PICTURES, ids=lambda one: one.name)
def test_every_picture_is_on_a_page_and_shows_something(one: object) -> None:
    name = one.name  # type: ignore[attr-defined]
    pages = "".join(page.read_text(encoding="utf-8") for page in DOCS.glob("*.md"))
    assert f"]({FOLDER}/{name}.svg)" in pages
    drawn = (DOCS / FOLDER / f"{name}.svg").read_text(encoding="utf-8")
    assert drawn.count("<path") >= 2


def test_the_drawing_of_the_tables_is_that_of_the_models() -> None:
    drawn = table_drawing((*TABLES, *RESOLVED))
    path = DOCS / FOLDER / f"{TABLES_PICTURE}.svg"
    assert path.read_text(encoding="utf-8") == drawn, "make pages draws it anew"
    assert f"]({FOLDER}/{path.name})" in (DOCS / "databases.md").read_text(encoding="utf-8")
    written = "".join(etree.fromstring(drawn.encode()).itertext())
    for table in (*TABLES, *RESOLVED):
        assert table.name in written
        assert all(column.name in written for column in table.columns)


def test_tables_stand_to_the_right_of_those_that_they_refer_to_and_on_none() -> None:
    boxes = sorted(
        (float(rect.get("x")), float(rect.get("y")), float(rect.get("height")))
        for rect in shapes(table_drawing((*TABLES, *RESOLVED)), "rect")[1:]
    )
    assert len(boxes) == len(TABLES) + len(RESOLVED)
    for (x, y, height), (next_x, next_y, _) in pairwise(boxes):
        assert next_x > x or next_y > y + height
    for path in shapes(table_drawing((*TABLES, *RESOLVED)), "path"):
        points = [float(number) for number in re.findall(r"[\d.]+", path.get("d"))]
        assert points[-2] < points[0]


def shapes(svg: str, kind: str) -> list[etree._Element]:
    return etree.fromstring(svg.encode()).findall(f"{SVG}{kind}")


def test_notes_stand_under_their_words_and_cross_no_line() -> None:
    text = "Ana Reyes met Ben Okonjo & Esi."
    notes = [
        Note(0, 9, "party", "first"),
        Note(14, 24, "party", "a note that is rather long"),
        Note(27, 30, "date", "x"),
    ]
    svg = drawing(text, notes, COLOURS, "two <people>")
    assert shapes(svg, "title")[0].text == "two <people>"
    line, *said = shapes(svg, "text")
    assert line.text == text
    places = {one.text: (float(one.get("x")), float(one.get("y"))) for one in said}
    assert places["first"][0] < places["a note that is rather long"][0] < places["x"][0]
    assert places["first"][1] == places["x"][1] < places["a note that is rather long"][1]
    assert len(shapes(svg, "path")) == len(notes)


def test_long_texts_are_broken_between_words() -> None:
    text = " ".join(["harbour"] * 30) + "\nEnd."
    lines = [one.text for one in shapes(drawing(text, [], COLOURS, ""), "text")]
    assert " ".join(lines) == text.replace("\n", " ")
    assert all(re.fullmatch(r"harbour( harbour)*|End\.", line) for line in lines)
