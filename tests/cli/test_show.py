from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.records.model import Record
from communique.reports.terminal import coloured_text

from .conftest import Call

SPAN = {"start": 0, "end": 12, "text": "Marta Okonjo"}


def make_record(**changes: object) -> Record:
    values: dict[str, object] = {
        "id": "0" * 16,
        "source": {"path": "x.jsonl", "format": "jsonl", "sha256": "0" * 64, "record": "line 2"},
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "publish_date": "2024-03-04",
        "text": "Marta Okonjo, Minister [of Harbours], signed the Pier Pact on 3 March.",
        "people": [
            {
                "id": "p1",
                "name": "Marta Okonjo",
                "mentions": [SPAN],
                "titles": [
                    {"title": "Minister", "organization": "o1", "start": 14, "end": 22},
                    {
                        "title": "Mayor",
                        "organization_name": "Kelm",
                        "when": "former",
                        "start": 14,
                        "end": 22,
                    },
                ],
            }
        ],
        "organizations": [
            {"id": "o1", "name": "Ministry [of Harbours]", "type": "government", "aliases": ["MoH"]}
        ],
        "agreements": [
            {
                "id": "a1",
                "name": "Pier Pact",
                "type": "contract",
                "status": "signed",
                "date": {"value": "2024-03-03", "start": 62, "end": 69},
                "parties": ["o1"],
                "signatories": [{"person": "p1", "on_behalf_of": "o1"}],
                "mentions": [{"start": 49, "end": 58, "text": "Pier Pact"}],
            }
        ],
        "dates": [
            {"start": 62, "end": 69, "text": "3 March", "value": "2024-03-03", "kind": "date"}
        ],
        "warnings": ["the text is made up"],
    }
    return Record.model_validate({**values, **changes})


def test_a_record_is_shown_whole(call: Call) -> None:
    Path("records.jsonl").write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    called = call("show", "records.jsonl")
    assert called.code == 0
    for shown in (
        "Marta Okonjo, Minister [of Harbours], signed the Pier Pact on 3 March.",
        "Minister, Ministry [of Harbours]",
        "Mayor, Kelm (former)",
        "party: Ministry [of Harbours]",
        "signed by: Marta Okonjo for Ministry [of Harbours]",
        "2024-03-03",
        "x.jsonl, line 2",
        "warning: the text is made up",
        "MoH",
    ):
        assert shown in called.out


def test_a_record_without_text_has_its_tables(call: Call) -> None:
    line = make_record(text=None).model_dump_json()
    Path("records.jsonl").write_text(line + "\n", encoding="utf-8")
    called = call("show", "records.jsonl")
    assert called.code == 0
    assert "Pier Pact" in called.out
    assert "╭" not in called.out


def test_the_text_is_coloured_where_the_spans_are() -> None:
    record = make_record()
    text = coloured_text(record)
    assert text.plain == record.text
    assert {(s.start, s.end): s.style for s in text.spans} == {
        (0, 12): "bold cyan",
        (14, 22): "blue",
        (49, 58): "underline yellow",
        (62, 69): "magenta",
    }


def test_one_of_several_records(call: Call) -> None:
    lines = [make_record(title=title).model_dump_json() for title in ("First", "Second")]
    Path("records.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert "First" in call("show", "records.jsonl").out
    assert "Second" in call("show", "records.jsonl", "--record", "2").out
    called = call("show", "records.jsonl", "-n", "3")
    assert called.code == 1
    assert "records.jsonl: there is no record 3" in called.err


def test_a_release_is_analysed(call: Call, ruled_model: str, release_text: str) -> None:
    lines = [json.dumps({"text": "Nothing."}), json.dumps({"text": release_text})]
    Path("x.jsonl").write_text("\n".join(lines), encoding="utf-8")
    called = call("show", "x.jsonl", "-n", "2", "--model", ruled_model)
    assert called.code == 0
    assert "x.jsonl, line 2" in called.out
    assert "spoke at the opening" in called.out


@pytest.mark.parametrize(
    ("arguments", "code", "message"),
    [
        (["missing.txt"], 1, "missing.txt: there is no such file"),
        (["."], 1, ".: this is a folder, not a file"),
        (["empty.txt"], 1, "empty.txt: the file is empty"),
        (["broken.jsonl"], 1, "broken.jsonl, line 1: invalid JSON"),
        (["empty.txt", "--publish-date", "2023-02-29"], 2, "--publish-date"),
        (["empty.txt", "--save", "x.pdf"], 2, ".svg, .html or .txt"),
    ],
)
def test_what_cannot_be_shown(call: Call, arguments: list[str], code: int, message: str) -> None:
    Path("empty.txt").touch()
    Path("broken.jsonl").write_text("{", encoding="utf-8")
    called = call("show", *arguments)
    assert called.code == code
    assert message in called.err


@pytest.mark.parametrize("ending", ["svg", "html", "txt"])
def test_what_is_shown_can_be_saved(call: Call, ending: str) -> None:
    Path("records.jsonl").write_text(make_record().model_dump_json(), encoding="utf-8")
    assert call("show", "records.jsonl", "--save", f"new/x.{ending}", "--width", "90").code == 0
    saved = Path(f"new/x.{ending}").read_text(encoding="utf-8")
    assert "Okonjo" in saved
    assert "@font-face" not in saved  # nothing that a viewer would fetch
