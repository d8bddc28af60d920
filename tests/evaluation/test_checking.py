"""Faults of gold, told with their file, line and place."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from communique.evaluation.checking import check_folder
from communique.evaluation.gold_schema import gold_schema
from communique.evaluation.json_places import line_of

CORPUS = Path(__file__).parents[2] / "corpus"
TEXT = (
    "Ana Ruiz, Director of Harbour\nWorks, signed the Pier Pact on 3 May 2024 &amp; left in June."
)


def gold() -> dict[str, Any]:
    return {
        "id": "1",
        "publish_date": "2024-05",
        "people": [
            {
                "name": "Ana Ruiz",
                "mentions": ["Ana Ruiz"],
                "titles": [{"title": "Director", "organization": "Harbour Works"}],
            }
        ],
        "organizations": [
            {"name": "Harbour Works", "mentions": ["Harbour Works"], "type": "company"}
        ],
        "agreements": [
            {
                "name": "Pier Pact",
                "mentions": ["Pier Pact"],
                "type": "treaty",
                "status": "signed",
                "date": "2024-05-03",
                "parties": ["Harbour Works"],
                "signatories": ["Ana Ruiz"],
                "witnesses": [],
            }
        ],
        "dates": [
            {"text": "3 May 2024", "value": "2024-05-03"},
            {"text": "June", "value": "2024-06"},
        ],
    }


def write(folder: Path, annotation: object) -> Path:
    (folder / "docs").mkdir()
    (folder / "docs" / "1.txt").write_text(TEXT, encoding="utf-8")
    path = folder / "1.gold.json"
    path.write_text(json.dumps(annotation, indent=1), encoding="utf-8")
    return path


def test_the_projects_own_gold_has_no_faults(tmp_path: Path) -> None:
    assert [*check_folder(CORPUS / "releases"), *check_folder(CORPUS / "seed")] == []
    write(tmp_path, gold())
    assert list(check_folder(tmp_path)) == []


@pytest.mark.parametrize(
    ("place", "value", "line", "said"),
    [
        ("id", "2", 2, "id: '2' is not the name of the file"),
        ("publish_date", "May", 3, "publish_date: no date: 'May'"),
        ("people/0/mentions/0", "Anna Ruiz", 8, "people[0].mentions[0]: mention not in the text"),
        ("people/0/mentions", [], 7, "people[0].mentions: 'Ana Ruiz' has no mention"),
        ("people/0/titles/0/title", "Chair", 12, "titles[0].title: title not in the text: 'Chair'"),
        ("people/0/titles/0/organization", "Pier Two", 13, "nor in the text: 'Pier Two'"),
        ("people/0/titles/0/when", "once", 14, "'current', 'former' or 'future', not 'once'"),
        ("organizations/0/type", "firm", 24, "organizations[0].type: Input should be 'government'"),
        ("agreements/0/status", "sealed", 34, "agreements[0].status: Input should be 'signed'"),
        ("agreements/0/date", "2024-13", 35, "agreements[0].date: no date: '2024-13'"),
        ("agreements/0/parties/0", "Works", 37, "parties[0]: no organization or person"),
        ("agreements/0/signatories/0", "Harbour Works", 40, "signatories[0]: no person"),
        ("dates/0/text", "4 May 2024", 47, "dates[0].text: date not in the text: '4 May 2024'"),
        ("dates/1/text", "3 May 2024", 51, "behind character 71, where the one before it ends"),
        ("dates/1/value", "soon", 52, "dates[1].value: no date: 'soon'"),
        ("note", "x", 1, "note: Extra inputs are not permitted"),
    ],
)
def test_each_fault_is_told_at_its_place(
    tmp_path: Path, place: str, value: object, line: int, said: str
) -> None:
    annotation = gold()
    at: Any = annotation
    *steps, last = [int(step) if step.isdigit() else step for step in place.split("/")]
    for step in steps:
        at = at[step]
    at[last] = value
    path = write(tmp_path, annotation)
    faults = list(map(str, check_folder(tmp_path)))
    (found,) = [fault for fault in faults if said in fault]
    if place != "note":
        assert found.startswith(f"{path}, line {line}: ")
    assert len(faults) == 1


def test_two_of_one_name(tmp_path: Path) -> None:
    annotation = gold()
    annotation["people"].append({"name": "Ana Ruiz", "mentions": ["Ana Ruiz"]})
    write(tmp_path, annotation)
    (fault,) = check_folder(tmp_path)
    assert fault.place == "people[1].name"
    assert fault.what == "two have the name 'Ana Ruiz'"


def test_what_is_no_json_or_no_utf8_or_has_no_release(tmp_path: Path) -> None:
    path = write(tmp_path, gold())
    (tmp_path / "docs" / "1.txt").rename(tmp_path / "docs" / "2.txt")
    (fault,) = check_folder(tmp_path)
    assert str(fault) == f"{path}, line 1: no release docs/1.txt or .html"
    path.write_text('{\n "id": ,\n}', encoding="utf-8")
    (fault,) = check_folder(tmp_path)
    assert str(fault) == f"{path}, line 2: not JSON (Expecting value, column 8)"
    path.write_bytes(b'{"id": "\xff"}')
    (fault,) = check_folder(tmp_path)
    assert str(fault) == f"{path}: not UTF-8 (invalid start byte at byte 8)"


def test_a_folder_without_annotations(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="no annotations"):
        list(check_folder(tmp_path))


def test_the_published_schema_is_that_of_the_models_and_all_gold_has_it(repository: Path) -> None:
    published = (repository / "docs" / "gold.schema.json").read_text(encoding="utf-8")
    assert published == gold_schema()
    validator = jsonschema.Draft202012Validator(json.loads(published))
    validator.check_schema(validator.schema)
    for path in CORPUS.glob("*/*.gold.json"):
        validator.validate(json.loads(path.read_text(encoding="utf-8")))


@pytest.mark.parametrize(
    ("place", "value"),
    [
        (("agreements", 0, "date"), "May"),
        (("organizations", 0, "type"), "firm"),
        (("dates", 0, "value"), "2024-05-03/x"),
        (("people", 0, "note"), "x"),
    ],
)
def test_the_schema_refuses_unknown_values(place: tuple[Any, ...], value: str) -> None:
    annotation = gold()
    at: Any = annotation
    for step in place[:-1]:
        at = at[step]
    at[place[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(annotation, json.loads(gold_schema()))


@pytest.mark.parametrize(
    ("path", "line"),
    [((), 1), (("b",), 3), (("b", 1), 4), (("b", 1, "c"), 4), (("x",), 1), (("b", 9), 3)],
)
def test_lines_of_values(path: tuple[str | int, ...], line: int) -> None:
    assert line_of('{"a": "b\\"]",\n "e": [],\n "b": [1,\n  {"c": [2]} ] }', path) == line
