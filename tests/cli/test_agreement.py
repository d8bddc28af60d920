from __future__ import annotations

import json
from pathlib import Path

from .conftest import Call

CORPUS = Path(__file__).parents[2] / "corpus"


def test_the_table(call: Call) -> None:
    called = call("agreement", str(CORPUS / "seed"), str(CORPUS / "seed"))
    lines = called.out.splitlines()
    assert called.code == 0
    assert lines[0].split() == ["1", "releases", "P", "R", "F1", "both", "second", "first"]
    assert {line.split()[0] for line in lines if line} >= {"people", "words", "all", "values"}


def test_json(call: Call) -> None:
    found = json.loads(call("agreement", str(CORPUS / "seed"), str(CORPUS / "seed"), "--json").out)
    assert found["releases"] == 1
    assert found["scores"]["people"]["f1"] == found["words"]["all"]["alpha"] == 1.0


def test_nothing_in_common(call: Call) -> None:
    called = call("agreement", str(CORPUS / "seed"), str(CORPUS / "releases"))
    assert called.code == 1
    assert "have no release in common" in called.err
