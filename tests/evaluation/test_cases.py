from __future__ import annotations

import json
from pathlib import Path

import pytest

import communique
from communique.evaluation.cases import analysed, recorded
from communique.evaluation.scoring import score_release
from communique.records.model import Record

from .test_causes import GOLD, TEXT, right


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    (folder / "docs").mkdir(parents=True)
    for name in ("1", "2"):
        (folder / "docs" / f"{name}.txt").write_text(TEXT, encoding="utf-8")
        gold = json.dumps({**GOLD, "id": name})
        (folder / f"{name}.gold.json").write_text(gold, encoding="utf-8")
    return folder


def written(path: Path, *names: str, **changes: object) -> Path:
    lines = []
    for name in names:
        source = {"path": f"somewhere/{name}.txt", "format": "text", "sha256": "0" * 64}
        record = Record.model_validate({**right(), "source": source, **changes})
        lines.append(record.model_dump_json() + "\n")
    path.write_text("".join(lines), encoding="utf-8")
    return path


def test_a_record_belongs_to_the_release_of_its_name(folder: Path, tmp_path: Path) -> None:
    records = written(tmp_path / "records.jsonl", "1", "elsewhere", text=None)
    one, other = recorded(folder, records)
    assert (one.id, one.absent, other.id, other.absent) == ("1", False, "2", True)
    assert one.text == other.text == TEXT
    assert score_release(other.gold, other.record)["people"].found == 0


def test_records_that_judge_nothing_are_named(folder: Path, tmp_path: Path) -> None:
    with pytest.raises(ValueError, match=r"a\.jsonl: two records are of release 1"):
        recorded(folder, written(tmp_path / "a.jsonl", "1", "1"))
    with pytest.raises(ValueError, match=r"b\.jsonl: no record is of a release of .*gold"):
        recorded(folder, written(tmp_path / "b.jsonl", "3"))
    with pytest.raises(ValueError, match=r"no folder of gold: there is no NAME\.gold\.json"):
        recorded(tmp_path, written(tmp_path / "c.jsonl", "1"))


def test_a_pipeline_makes_the_records(folder: Path, ruled_model: str) -> None:
    cases = list(analysed(folder, communique.load(ruled_model)))
    assert [case.id for case in cases] == ["1", "2"]
    assert score_release(cases[0].gold, cases[0].record)["people"].right == 2
    (folder / "docs" / "2.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"2\.txt is not one release.*is empty"):
        list(analysed(folder, communique.load(ruled_model)))
