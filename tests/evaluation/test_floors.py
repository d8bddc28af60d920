from __future__ import annotations

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import communique
from communique.evaluation.cases import analysed
from communique.evaluation.floors import (
    Floors,
    broken,
    part_name,
    pin,
    read_floors,
    scores_of,
    write_floors,
)
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
    parts = {"seed": Floors("0" * 64, {"people": 1.0, "dates": 0.5}), 'a/"b é"': Floors("1", {})}
    write_floors(tmp_path / "floors.toml", parts)
    assert read_floors(tmp_path / "floors.toml") == parts
    assert [path.name for path in tmp_path.iterdir()] == ["floors.toml"]


def test_a_file_of_something_else_is_named(tmp_path: Path) -> None:
    path = tmp_path / "floors.toml"
    for content in ("[seed", "[seed]\n", "seed = 1\n"):
        path.write_text(content, encoding="utf-8")
        with pytest.raises(ValueError, match=r"floors\.toml: no file of floors"):
            read_floors(path)


def test_a_folder_is_named_from_the_file(tmp_path: Path) -> None:
    assert part_name(tmp_path / "floors.toml", tmp_path / "a" / "b") == "a/b"
    with pytest.raises(ValueError, match="not in the subpath"):
        part_name(tmp_path / "a" / "floors.toml", tmp_path)


def test_what_breaks_floors_is_said() -> None:
    pinned = Floors("f", {"people": 0.9, "gone": 0.5})
    assert broken(Floors("f", {"people": 0.9}), "f", {"people": Score(9, 10, 10)}) == []
    assert broken(pinned, "g", {"people": Score(8, 10, 10), "new": Score(1, 1, 1)}) == [
        "the gold is not the one that the floors were pinned on",
        "new has no floor",
        "gone has a floor and no score",
        "people is 0.800, under its floor of 0.90",
    ]


@given(st.integers(1, 200), st.data())
def test_no_loss_of_two_hundredths_gets_through(size: int, data: st.DataObject) -> None:
    reached = Score(data.draw(st.integers(0, size)), size, size)
    worse = Score(data.draw(st.integers(0, int(reached.right))), size, size)
    pinned = pin(Floors("f", {}), "f", {"people": reached}, lower=False)
    assert broken(pinned, "f", {"people": reached}) == []
    if worse.f1 <= reached.f1 - 0.02:
        assert broken(pinned, "f", {"people": worse}) != []


def test_a_folder_is_scored_as_a_whole(tmp_path: Path, ruled_model: str) -> None:
    (tmp_path / "docs").mkdir()
    for number in ("1", "2"):
        text = f"Marta Okonjo spoke on day {number}."
        (tmp_path / "docs" / f"{number}.txt").write_text(text, encoding="utf-8")
        gold = {"id": number, "people": [{"name": "Marta Okonjo", "mentions": ["Marta Okonjo"]}]}
        (tmp_path / f"{number}.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    nlp = communique.load(ruled_model)
    assert scores_of(analysed(tmp_path, nlp))["people"] == Score(2, 2, 2)
    (tmp_path / "docs" / "1.txt").write_text("", encoding="utf-8")
    with pytest.raises(ValueError, match=r"not one release.*is empty"):
        scores_of(analysed(tmp_path, nlp))
