"""Scores by group of releases."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

import communique
from communique.evaluation import breakdown


@pytest.fixture
def folder(tmp_path: Path, release_text: str) -> Path:
    (tmp_path / "docs").mkdir()
    for name, person in (("1", "Marta Okonjo"), ("2", "Somebody Else"), ("3", "Marta Okonjo")):
        (tmp_path / "docs" / f"{name}.txt").write_text(release_text, encoding="utf-8")
        gold = {
            "id": name,
            "publish_date": None,
            "people": [{"name": person, "mentions": [person], "titles": []}],
            "organizations": [],
            "agreements": [],
            "dates": [],
        }
        (tmp_path / f"{name}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    sources = [{"id": "1", "region": "here"}, {"id": "2", "region": "there"}, {"id": "3"}]
    lines = "".join(json.dumps(row) + "\n" for row in sources)
    (tmp_path / "sources.jsonl").write_text(lines, encoding="utf-8")
    return tmp_path


def test_each_group_has_its_own_figures(folder: Path, ruled_model: str) -> None:
    groups = breakdown.read_groups(folder, "region")
    found = breakdown.score_groups(folder, communique.load(ruled_model), groups)
    assert list(found) == ["(none)", "here", "there"]
    assert [n for n, _ in found.values()] == [1, 1, 1]
    assert [scores["people"].f1 for _, scores in found.values()] == [1.0, 1.0, 0.0]


def test_a_table_may_tell_the_groups(folder: Path, tmp_path: Path) -> None:
    table = tmp_path / "groups.tsv"
    table.write_text("1\tnorth\n2\tsouth\n", encoding="utf-8")
    assert breakdown.read_groups(folder, "region", table) == {"1": "north", "2": "south"}
    table.write_text("1\tnorth\n2\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"groups\.tsv:2"):
        breakdown.read_groups(folder, "region", table)


def test_the_command_prints_a_table(
    folder: Path,
    ruled_model: str,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr(sys, "argv", ["breakdown", str(folder), "--model", ruled_model])
    breakdown.main()
    lines = [line.split() for line in capsys.readouterr().out.splitlines()]
    assert lines[0] == ["region", "releases", "people", "organizations"]
    assert lines[-1][:3] == ["all", "3", "0.667"]
