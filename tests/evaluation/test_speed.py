"""The comparison with spaCy's small recogniser runs; how fast it is, no test says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from communique.evaluation import speed


def test_both_recognisers_run_over_the_same_texts(
    repository: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "argv", ["speed", str(repository / "seeds"), "--turns", "1"])
    speed.main()
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert [line[0] for line in lines] == ["ours", "spaCy", "ratio", "first"]
    assert all(float(line[1].replace(",", "")) > 0 for line in lines)


def test_the_other_one_knows_the_same_labels() -> None:
    nlp = speed.spacys_small(["PERSON", "ORG"])
    assert nlp.get_pipe("ner").labels == ("ORG", "PERSON")
    tokens, spent = speed.seconds(nlp, ["Ana left Lima.", ""])
    assert tokens == 4
    assert spent >= 0
