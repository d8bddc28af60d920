"""End to end: releases with gold, through the whole pipeline, against pinned floors."""

from __future__ import annotations

from pathlib import Path

import pytest

import communique
from communique.evaluation.floors import read_floors, score_folder
from communique.evaluation.gold import fingerprint
from communique.evaluation.scoring import Score

CORPUS = Path(__file__).parents[1] / "corpus"
PINNED = read_floors(CORPUS / "floors.toml")


@pytest.fixture(scope="module", params=sorted(PINNED))
def part(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def scores(part: str, embedded: Path) -> dict[str, Score]:
    return score_folder(CORPUS / part, communique.load(embedded))


def test_the_project_s_own_gold_is_pinned() -> None:
    assert set(PINNED) == {"releases", "seed"}


def test_the_floors_are_those_of_this_gold(part: str) -> None:
    assert fingerprint(CORPUS / part) == PINNED[part].fingerprint, (
        "the gold has changed: pin the floors anew with `make floors`"
    )


def test_every_figure_has_a_floor_and_stands_above_it(part: str, scores: dict[str, Score]) -> None:
    floors = PINNED[part].floors
    assert set(floors) == set(scores)
    below = {
        name: f"{scores[name].f1:.3f} < {floor}"
        for name, floor in floors.items()
        if scores[name].f1 < floor
    }
    assert not below


def test_the_seed_is_read_without_a_fault() -> None:
    assert set(PINNED["seed"].floors.values()) == {1.0}
