from __future__ import annotations

import json
from pathlib import Path

import pytest

import communique
from communique.evaluation.floors import Floors, pin, read_floors, score_folder, write_floors
from communique.evaluation.scoring import Score


@pytest.mark.parametrize(
    ("score", "old", "lower", "floor"),
    [
        (Score(9, 10, 10), 0.5, False, 0.89),
        (Score(9, 10, 10), 0.95, False, 0.95),
        (Score(9, 10, 10), 0.95, True, 0.89),
        (Score(10, 10, 10), 0.5, False, 1.0),
        (Score(0, 10, 10), 0.0, False, 0.0),
    ],
)
def test_a_floor_rises_and_falls_only_when_told(
    score: Score, old: float, lower: bool, floor: float
) -> None:
    pinned = pin(Floors("old", {"people": old}), "new", {"people": score}, lower=lower)
    assert pinned == Floors("new", {"people": pytest.approx(floor)})


def test_a_new_figure_gets_a_floor_and_an_old_one_goes() -> None:
    pinned = pin(Floors("f", {"gone": 0.5}), "f", {"new": Score(1, 2, 2)}, lower=False)
    assert pinned.floors == {"new": 0.49}


def test_floors_are_read_as_they_were_written(tmp_path: Path) -> None:
    parts = {"seed": Floors("0" * 64, {"people": 1.0, "dates": 0.5}), "x": Floors("1", {})}
    write_floors(tmp_path / "floors.toml", parts)
    assert read_floors(tmp_path / "floors.toml") == parts


def test_a_folder_is_scored_as_a_whole(tmp_path: Path, ruled_model: str) -> None:
    (tmp_path / "docs").mkdir()
    for number in ("1", "2"):
        text = f"Marta Okonjo spoke on day {number}."
        (tmp_path / "docs" / f"{number}.txt").write_text(text, encoding="utf-8")
        gold = {"id": number, "people": [{"name": "Marta Okonjo", "mentions": ["Marta Okonjo"]}]}
        (tmp_path / f"{number}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    nlp = communique.load(ruled_model)
    assert score_folder(tmp_path, nlp)["people"] == Score(2, 2, 2)
    (tmp_path / "docs" / "1.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"not one release.*is empty"):
        score_folder(tmp_path, nlp)
