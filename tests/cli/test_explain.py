from __future__ import annotations

import json
from pathlib import Path

import pytest

from communique.records.explanation import Decision, Explanation, ReasonRecord
from communique.records.model import PipelineRecord
from communique.reports.explanation import render_explanation

from .conftest import Call

TEXT = (
    "Marta Okonjo, Chairwoman of Tallberg Foundry, spoke. Tallberg Foundry signed a memorandum of "
    "understanding with the Ministry of Harbours. Ms Okonjo left."
)


@pytest.fixture
def release(call: Call) -> str:
    Path("x.txt").write_text(TEXT, encoding="utf-8")
    return "x.txt"


def test_each_decision_is_told_with_its_rule_and_its_words(
    call: Call, ruled_model: str, release: str
) -> None:
    called = call("explain", release, "--model", ruled_model)
    assert called.code == 0
    lines = [" ".join(line.split()) for line in called.out.splitlines()]
    for shown in (
        "Marta Okonjo person p1",
        "title Chairwoman",
        "holder apposition [Marta Okonjo, Chairwoman] of Tallberg Foundry",
        "body body-behind-title Tallberg Foundry Marta Okonjo, Chairwoman of [Tallberg Foundry],",
        "alias family-name Okonjo [Marta Okonjo], Chairwoman",
        "of understanding with the [Ministry of Harbours]. Ms Okonjo left.",
        "alias family-name the family name of exactly one person",
    ):
        assert any(shown in line for line in lines), (shown, called.out)
    assert "\x1b" not in called.out


def test_other_programs_get_json(call: Call, ruled_model: str, release: str) -> None:
    called = call("explain", release, "--model", ruled_model, "--json")
    assert called.code == 0
    value = json.loads(called.out)
    explanation = Explanation.model_validate(value)
    assert explanation.text == TEXT
    spans = [r for d in explanation.decisions for r in d.reasons]
    assert spans
    assert all(TEXT[r.start : r.end] == r.text for r in spans)


def test_a_release_without_anything_says_so(call: Call, ruled_model: str) -> None:
    Path("x.txt").write_text("It rained.", encoding="utf-8")
    called = call("explain", "x.txt", "--model", ruled_model)
    assert called.out.strip() == "No title, alias or agreement was found."


def test_records_are_no_releases(call: Call, ruled_model: str, release: str) -> None:
    assert call("extract", release, "-o", "r.jsonl", "--model", ruled_model, "-q").code == 0
    called = call("explain", "r.jsonl", "--model", ruled_model)
    assert called.code == 1
    assert "r.jsonl: records don't say what they rest on; name the release" in called.err


def test_what_cannot_be_explained(call: Call) -> None:
    called = call("explain", "missing.txt")
    assert called.code == 1
    assert "missing.txt: there is no such file" in called.err


def test_long_stretches_are_shortened_and_line_breaks_are_spaces() -> None:
    text = "A\n" + "b" * 300 + "\nC"
    reason = ReasonRecord(
        slot="status",
        value="signed",
        rule="headline",
        meaning="",
        start=2,
        end=302,
        text=text[2:302],
    )
    decision = Decision(kind="agreement", entity="a1", name="Pact", what="Pact", reasons=[reason])
    pipeline = PipelineRecord(name="communique", version="0", model="none")
    shown = render_explanation(
        Explanation(id="0", path="x", pipeline=pipeline, text=text, decisions=[decision])
    ).plain
    assert f"A [{'b' * 70} … {'b' * 70}] C" in shown
