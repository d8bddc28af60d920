"""Agreement of two annotators, and an annotation as a record."""

from __future__ import annotations

import json
import shutil
import sys
from pathlib import Path

import pytest

from communique.evaluation import annotators
from communique.evaluation.gold import read_gold
from communique.evaluation.scoring import score_release

CORPUS = Path(__file__).parents[2] / "corpus"


@pytest.mark.parametrize("folder", ["releases", "seed"])
def test_an_annotation_as_a_record_is_perfect(folder: str) -> None:
    for path, gold in read_gold(CORPUS / folder):
        text = path.read_text(encoding="utf-8")
        record = annotators.as_record(gold, text)
        scores = score_release(gold, record)
        assert {name for name, score in scores.items() if score.f1 < 1} == set(), path.name
        for entity in (*record.people, *record.organizations, *record.agreements):
            assert all(text[m.start : m.end] == m.text for m in entity.mentions)


def test_entities_and_dates_have_the_same_f1_both_ways(tmp_path: Path) -> None:
    shutil.copytree(CORPUS / "second", tmp_path / "second")
    shutil.copytree(CORPUS / "releases" / "docs", tmp_path / "second" / "docs")
    count, there = annotators.compare_annotators(CORPUS / "releases", CORPUS / "second")
    _, back = annotators.compare_annotators(tmp_path / "second", CORPUS / "releases")
    assert count == len(list((CORPUS / "second").iterdir())) == 20
    for figure in ("people", "organizations", "dates", "date_spans", "publish_date"):
        one, other = there[figure], back[figure]
        assert (one.right, one.gold, one.found) == (other.right, other.found, other.gold)


def test_folders_without_a_common_release(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="have no release in common"):
        annotators.compare_annotators(CORPUS / "releases", tmp_path)


def test_a_party_that_is_no_entity(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "1.txt").write_text("A pact.", encoding="utf-8")
    pact = {
        "name": "pact",
        "mentions": ["pact"],
        "type": "other",
        "status": "signed",
        "parties": ["Nobody"],
    }
    gold = {"id": "1", "agreements": [pact]}
    (tmp_path / "1.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    with pytest.raises(ValueError, match="1: 'Nobody' is no entity of the annotation"):
        annotators.compare_annotators(tmp_path, tmp_path)


def test_the_table(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    folders = [str(CORPUS / "releases"), str(CORPUS / "second")]
    monkeypatch.setattr(sys, "argv", ["annotators", *folders])
    annotators.main()
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("20 releases")
    assert {line.split()[0] for line in lines[1:]} >= {"people", "titles", "agreement_records"}
