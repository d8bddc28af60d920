from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from communique.records.model import Record

from .conftest import Call

TEXT = "Marta Okonjo of Tallberg Foundry spoke on 3 March 2024."


def record(name: str, **changes: object) -> dict[str, Any]:
    value = {
        "id": "0" * 16,
        "source": {"path": f"{name}.txt", "format": "text", "sha256": "0" * 64},
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "text": TEXT,
        "people": [{"id": "p1", "name": "Marta Okonjo", "mentions": [{"start": 0, "end": 12, "text": "Marta Okonjo"}]}],
        "organizations": [
            {
                "id": "o1",
                "name": "Tallberg Foundry",
                "type": "company",
                "mentions": [{"start": 16, "end": 32, "text": "Tallberg Foundry"}],
            }
        ],
        "dates": [
            {"start": 42, "end": 54, "text": "3 March 2024", "value": "2024-03-03", "kind": "date"}
        ],
    }  # fmt: skip
    return Record.model_validate({**value, **changes}).model_dump(mode="json")


@pytest.fixture
def gold(call: Call) -> str:
    """A folder of gold with two releases in two genres, and records beside it."""
    Path("gold/docs").mkdir(parents=True)
    lines = []
    for name in ("1", "2"):
        Path(f"gold/docs/{name}.txt").write_text(TEXT, encoding="utf-8")
        annotation = {
            "id": name,
            "people": [{"name": "Marta Okonjo", "mentions": ["Marta Okonjo"]}],
            "organizations": [
                {"name": "Tallberg Foundry", "mentions": ["Tallberg Foundry"], "type": "company"}
            ],
            "dates": [{"text": "3 March 2024", "value": "2024-03-03"}],
        }
        Path(f"gold/{name}.gold.json").write_text(json.dumps(annotation), encoding="utf-8")
        lines.append(json.dumps(record(name)) + "\n")
    Path("gold/metadata.tsv").write_text("id\tgenre\n1\tcity\n2\tcourt\n", encoding="utf-8")
    Path("right.jsonl").write_text("".join(lines), encoding="utf-8")
    Path("worse.jsonl").write_text(
        lines[0] + json.dumps(record("2", people=[], text=None)) + "\n", encoding="utf-8"
    )
    return "gold"


def test_a_table_is_shown(call: Call, gold: str) -> None:
    called = call("evaluate", gold, "worse.jsonl", "--by", "genre", "--errors")
    assert called.code == 0
    lines = [line.split() for line in called.out.splitlines()]
    assert ["people", "1.000", "0.500", "0.667"] in [line[:4] for line in lines]
    assert ["people", "not", "found", "1", "0"] in lines
    assert ["court", "1"] in [line[:2] for line in lines]
    assert "missed" not in called.out.split("Errors by cause")[0]


def test_json_holds_everything_and_is_the_same_each_time(call: Call, gold: str) -> None:
    asked = ["evaluate", gold, "worse.jsonl", "--by", "genre", "--errors", "--format", "json"]
    called = call(*asked)
    found = json.loads(called.out)
    assert found["releases"] == 2
    assert found["figures"]["people"]["f1"] == pytest.approx(2 / 3, abs=1e-6)
    assert found["groups"]["genre"]["court"]["figures"]["people"]["f1"] == 0.0
    assert found["errors"][0]["what"] == "Marta Okonjo"
    assert call(*asked).out == called.out
    assert json.loads(call(*asked, "--seed", "3").out)["resampling"]["seed"] == 3


def test_two_systems_are_compared(call: Call, gold: str) -> None:
    called = call("evaluate", gold, "--compare", "worse.jsonl", "right.jsonl", "--format", "json")
    found = json.loads(called.out)
    assert found["figures"]["people"] == {"difference": pytest.approx(1 / 3, abs=1e-6), "p": 1.0}
    assert [change["release"] for change in found["changes"]] == ["2"]
    shown = call("evaluate", gold, "--compare", "worse.jsonl", "right.jsonl").out
    assert "1 mistake of A that B does not make (gain) and 0 of B" in " ".join(shown.split())


def test_a_model_makes_the_records(call: Call, gold: str, ruled_model: str) -> None:
    called = call("evaluate", gold, "--model", ruled_model, "--format", "json")
    found = json.loads(called.out)
    assert (found["system"], found["figures"]["people"]["f1"]) == (ruled_model, 1.0)


def test_the_plain_baseline_stands_beside(call: Call, gold: str) -> None:
    compared = call("evaluate", gold, "--compare", "baseline", "right.jsonl", "--format", "json")
    found = json.loads(compared.out)
    assert found["a"]["system"] == "baseline"
    assert found["a"]["figures"]["dates"]["f1"] == 1.0
    assert "people_b_cubed" in found["figures"]


def test_files_are_written(call: Call, gold: str) -> None:
    for form in ("table", "json", "markdown", "html"):
        called = call("evaluate", gold, "right.jsonl", "--format", form, "-o", f"out/{form}")
        assert (called.code, called.out) == (0, "")
        assert Path(f"out/{form}").stat().st_size > 500
    assert sorted(path.name for path in Path("out").iterdir()) == [
        "html",
        "json",
        "markdown",
        "table",
    ]


def test_errors_of_the_gold_are_left_out_on_request_and_said(call: Call, gold: str) -> None:
    log = "document\tkind\tspan\twhy\twho\n2\tpeople\tMarta Okonjo\ta ship\tI. B.\n"
    Path("gold/errors.tsv").write_text(log, encoding="utf-8")
    told = call("evaluate", gold, "worse.jsonl")
    assert "Known errors of the gold, 1 in its log, count like all else." in told.out
    left = call("evaluate", gold, "worse.jsonl", "--without-gold-errors")
    assert "Known errors of the gold, 1 in its log, are left out on either side." in left.out
    people = next(line for line in left.out.splitlines() if line.startswith("people "))
    assert people.split()[3] == "1.000"
    Path("gold/errors.tsv").write_text(log.replace("\twho", ""), encoding="utf-8")
    assert "errors.tsv:1: the head is not" in call("evaluate", gold, "worse.jsonl").err


def test_floors_are_pinned_and_held(call: Call, gold: str) -> None:
    floors = ["--floors", "floors.toml"]
    assert call("evaluate", gold, "right.jsonl", *floors).code == 1  # there is no such file
    assert call("evaluate", gold, "right.jsonl", *floors, "--pin").code == 0
    assert call("evaluate", gold, "right.jsonl", *floors).code == 0
    broken = call("evaluate", gold, "worse.jsonl", *floors)
    assert broken.code == 3
    assert "floors: people is 0.667, under its floor of 1.00" in broken.err
    before = Path("floors.toml").read_bytes()
    assert call("evaluate", gold, "worse.jsonl", *floors, "--pin").code == 0
    assert Path("floors.toml").read_bytes() == before
    assert call("evaluate", gold, "worse.jsonl", *floors, "--pin", "--lower").code == 0
    assert call("evaluate", gold, "worse.jsonl", *floors).code == 0
    with Path("gold/docs/1.txt").open("a", encoding="utf-8") as text:
        text.write(" ")
    changed = call("evaluate", gold, "worse.jsonl", *floors)
    assert (changed.code, "the gold is not the one" in changed.err) == (3, True)
    shutil.copytree("gold", "other")
    unknown = call("evaluate", "other", "worse.jsonl", *floors)
    assert (unknown.code, unknown.err) == (1, "communique: floors.toml: has no floors of other\n")


@pytest.mark.parametrize(
    "arguments",
    [
        ["right.jsonl", "--model", "x"],
        ["right.jsonl", "--compare", "right.jsonl", "worse.jsonl"],
        ["right.jsonl", "--pin"],
        ["right.jsonl", "--floors", "floors.toml", "--lower"],
    ],
)
def test_what_cannot_be_asked_together(call: Call, gold: str, arguments: list[str]) -> None:
    assert call("evaluate", gold, *arguments).code == 2


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["nowhere", "right.jsonl"], "nowhere: no folder of gold"),
        (["gold", "gold/metadata.tsv"], "gold/metadata.tsv: holds no records"),
        (["gold", "right.jsonl", "--by", "region"], "nothing tells 'region' of releases"),
        (["gold", "right.jsonl", "--by", "x", "--metadata", "no.tsv"], "no.tsv"),
        (["gold", "missing.jsonl"], "missing.jsonl"),
    ],
)
def test_what_cannot_be_done_is_said(
    call: Call, gold: str, arguments: list[str], said: str
) -> None:
    called = call("evaluate", *arguments)
    assert called.code == 1
    assert said in called.err
    assert called.out == ""
