from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.components.user_lexicon import SHAPES

from .conftest import Call


@pytest.fixture
def lexicon(call: Call) -> str:
    (Path("mine") / "titles").mkdir(parents=True)
    (Path("mine") / "titles" / "heads.tsv").write_text("vidame\n", encoding="utf-8")
    Path("x.txt").write_text("Marta Okonjo, Vidame, spoke.\n", encoding="utf-8")
    return "mine"


def test_every_file_is_told_with_its_columns_and_an_example(call: Call) -> None:
    called = call("lexicon")
    assert called.code == 0
    assert [line.split(":")[0] for line in called.out.splitlines()[::3]] == [*SHAPES]
    assert "  word <TAB> type <TAB> strength <TAB> places <TAB> [bare]" in called.out
    assert "  Ana Reyes <TAB> A. Reyes" in called.out


def test_a_lexicon_is_checked(call: Call, lexicon: str) -> None:
    called = call("lexicon", lexicon)
    assert called.code == 0
    assert called.out.splitlines()[0] == "titles/heads.tsv: 1"
    (Path(lexicon) / "titles" / "heads.tsv").write_text("Vidame\n", encoding="utf-8")
    called = call("lexicon", lexicon)
    assert called.code == 2
    assert "heads.tsv, line 1: words must be in" in called.err


@pytest.mark.parametrize("command", ["show", "explain"])
def test_what_is_shown_is_read_with_it(
    call: Call, ruled_model: str, lexicon: str, command: str
) -> None:
    called = call(command, "x.txt", "--model", ruled_model, "--lexicon", lexicon)
    assert called.code == 0
    assert called.out != call(command, "x.txt", "--model", ruled_model).out
    assert called.out.count("Vidame") > 1


def test_each_process_of_a_run_has_it(call: Call, ruled_model: str, lexicon: str) -> None:
    options = ("--model", ruled_model, "--lexicon", lexicon, "--quiet")
    assert call("extract", "x.txt", "-o", "one.jsonl", *options).code == 0
    assert call("extract", "x.txt", "-o", "two.jsonl", "--jobs", "2", *options).code == 0
    assert Path("one.jsonl").read_bytes() == Path("two.jsonl").read_bytes()
    record = json.loads(Path("one.jsonl").read_text(encoding="utf-8"))
    assert [t["title"] for t in record["people"][0]["titles"]] == ["Vidame"]
    assert record["pipeline"]["lexicon"]


def test_a_wrong_line_ends_the_run_before_it_starts(call: Call, lexicon: str) -> None:
    (Path(lexicon) / "titles" / "heads.tsv").write_text("vidame\trankest\n", encoding="utf-8")
    called = call("extract", "x.txt", "-o", "one.jsonl", "--lexicon", lexicon)
    assert called.code == 2
    assert "line 1" in called.err
    assert not Path("one.jsonl").exists()
