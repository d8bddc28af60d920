from __future__ import annotations

from pathlib import Path

import pytest

from communique.cli.annotate import Tool
from communique.cli.convert import AnnotationFormat
from communique.exchange.formats import FORMATS
from communique.exchange.tasks import TOOLS

from .conftest import Call

SEED = str(Path(__file__).parents[2] / "corpus" / "seed")


def test_the_command_knows_the_formats_and_tools() -> None:
    assert {form.value for form in AnnotationFormat} == set(FORMATS)
    assert {tool.value for tool in Tool} == set(TOOLS)


def test_what_is_left_out_is_told(call: Call) -> None:
    called = call("convert", SEED, "seed.conll")
    assert (called.code, called.out) == (0, "")
    assert "relations left out: conll has no place for them" in called.err
    assert called.err.endswith("1 texts from gold to conll\n")
    assert Path("seed.conll").read_text(encoding="utf-8").startswith("-DOCSTART-")
    assert call("convert", SEED, "seed2.conll", "--quiet").err == ""


@pytest.mark.parametrize("to", ["prodigy", "doccano", "records"])
def test_lines_of_json_need_a_name(call: Call, to: str) -> None:
    assert call("convert", SEED, "x.jsonl").code == 2
    assert call("convert", SEED, "x.jsonl", "--to", to).code == 0
    assert call("convert", "x.jsonl", "back", "--to", "gold").code == 0


def test_what_cannot_be_read_is_named(call: Call) -> None:
    Path("x.json").write_text("[", encoding="utf-8")
    called = call("convert", "x.json", "gold", "--to", "gold")
    assert called.code == 1
    assert called.err.startswith("communique: x.json: not JSON")
    assert not Path("gold").exists()
    assert call("convert", "none.json", "gold", "--to", "gold").code == 1


def test_tasks_and_finished_work(call: Call) -> None:
    call("convert", SEED, "records.jsonl", "--to", "records")
    called = call("annotate", "records.jsonl", "--to", "labelstudio", "-o", "tasks")
    assert called.out.splitlines() == ["tasks/config.xml", "tasks/tasks.json"]
    assert call("convert", "tasks/tasks.json", "gold", "--to", "gold").code == 0
    assert call("check", "gold").code == 0
    agreement = call("agreement", "tasks/tasks.json", "gold")
    assert "agreement_records          1.000" in agreement.out
    again = call("annotate", "records.jsonl", "--to", "prodigy", "-o", "tasks")
    assert (again.code, again.err) == (
        1,
        "communique: tasks is there already, and not an empty folder\n",
    )
