from __future__ import annotations

import json
from pathlib import Path

from .conftest import Call


def write(text: str, mention: str) -> None:
    Path("gold/docs").mkdir(parents=True)
    Path("gold/docs/1.txt").write_text(text, encoding="utf-8")
    gold = {"id": "1", "people": [{"name": mention, "mentions": [mention]}]}
    Path("gold/1.gold.json").write_text(json.dumps(gold), encoding="utf-8")


def test_no_faults(call: Call) -> None:
    write("Ana Ruiz spoke.", "Ana Ruiz")
    called = call("check", "gold")
    assert (called.code, called.out, called.err) == (0, "", "1 annotations, 0 faults\n")


def test_a_fault_is_an_exit_code(call: Call) -> None:
    write("Ana Ruiz spoke.", "Ben Otu")
    called = call("check", "gold", "--quiet")
    said = "gold/1.gold.json, line 1: people[0].mentions[0]: mention not in the text: 'Ben Otu'\n"
    assert (called.code, called.out, called.err) == (3, said, "")


def test_nothing_to_check(call: Call) -> None:
    Path("empty").mkdir()
    called = call("check", "empty")
    assert (called.code, called.err) == (
        1,
        "communique: empty: no annotations (NAME.gold.json)\n",
    )
