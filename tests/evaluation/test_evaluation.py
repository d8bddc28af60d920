"""Evaluations and contests: figures, groups, causes, gains and losses."""

from __future__ import annotations

import pytest

from communique.evaluation.cases import Case
from communique.evaluation.contest import Contest, contest
from communique.evaluation.evaluation import Asked, Evaluation, Gold, evaluate
from communique.evaluation.gold import GoldRelease
from communique.evaluation.gold_errors import GoldError
from communique.evaluation.resampling import Resampling
from communique.evaluation.scoring import Score
from communique.records.model import Record

from .test_causes import GOLD, right

HOW = Resampling(draws=100)
FOLDER = Gold("gold", "0" * 64)


def case(name: str, **changes: object) -> Case:
    gold = GoldRelease.model_validate({**GOLD, "id": name})
    return Case(name, gold, Record.model_validate({**right(), **changes}))


def of(*cases: Case, gold: Gold = FOLDER, **asked: object) -> Evaluation:
    return evaluate(cases, gold, "system", Asked(HOW, **asked))  # type: ignore[arg-type]


def test_figures_are_of_all_releases_and_of_the_mean_release() -> None:
    found = of(case("1"), case("2", dates=[]), case("3"))
    dates = found.all.figures["dates"]
    assert dates.score == Score(2, 2, 3)
    assert dates.macro == pytest.approx(2 / 3)
    assert dates.score.f1 == pytest.approx(0.8)
    assert dates.low < dates.score.f1 < dates.high
    witnesses = found.all.figures["agreement_witnesses"]
    assert (witnesses.macro, witnesses.score.f1) == (None, 1.0)
    assert (found.absent, found.mistakes, found.groups) == ([], None, {})


def test_groups_have_figures_of_their_own() -> None:
    metadata = {"1": {"genre": "city"}, "2": {"genre": "court"}}
    found = of(case("1"), case("2", dates=[]), fields=["genre"], metadata=metadata)
    city, court = found.groups["genre"]
    assert (city.name, city.releases, city.figures["dates"].score.f1) == ("city", 1, 1.0)
    assert (court.name, court.releases, court.figures["dates"].score.f1) == ("court", 1, 0.0)


def test_mistakes_are_counted_by_cause() -> None:
    found = of(case("1"), case("2", dates=[]), errors=True)
    assert [(name, one.figure, one.cause) for name, one in found.mistakes or ()] == [
        ("2", "dates", "not found")
    ]
    assert found.by_cause() == {("dates", "not found"): {True: 1}}


def test_errors_of_the_gold_are_left_out_on_request() -> None:
    errors = [GoldError("2", "dates", "3 March 2024", "an age", "M. O.")]
    cases = case("1"), case("2", dates=[])
    told = of(*cases, gold=Gold("gold", "0", errors))
    left = of(*cases, gold=Gold("gold", "0", errors, left_out=True), errors=True)
    assert told.all.figures["dates"].score == Score(1, 1, 2)
    assert left.all.figures["dates"].score == Score(1, 1, 1)
    assert left.mistakes == []


@pytest.fixture
def both() -> Contest:
    worse = right()
    worse["agreements"][0]["status"] = "planned"
    first = [case("1"), case("2", dates=[]), case("3")]
    second = [case("1"), case("2"), case("3", agreements=worse["agreements"])]
    return contest(first, second, FOLDER, ("one", "other"), Asked(HOW))


def test_gains_and_losses_are_told_release_by_release(both: Contest) -> None:
    gain, loss = both.changes
    assert (gain.release, [one.figure for one in gain.gains], gain.losses) == ("2", ["dates"], [])
    assert (loss.release, loss.gains) == ("3", [])
    assert [(one.figure, one.missed) for one in loss.losses] == [
        ("agreement_status", True),
        ("agreement_status", False),
    ]


def test_a_difference_in_one_release_of_three_may_be_chance(both: Contest) -> None:
    assert both.second.all.figures["dates"].score.f1 > both.first.all.figures["dates"].score.f1
    assert both.p["dates"] == 1.0
    assert set(both.p) == set(both.first.all.figures)


def test_a_mistake_with_another_cause_is_no_change() -> None:
    nothing = right()
    nothing["people"], nothing["agreements"] = nothing["people"][1:], []
    shorter = right()
    shorter["people"][0]["name"] = "Brandt of"
    shorter["people"][0]["mentions"] = [{"start": 11, "end": 20, "text": "Brandt of"}]
    shorter["people"][0]["titles"] = shorter["agreements"] = []
    first, second = ([case("1", **record)] for record in (nothing, shorter))
    (change,) = contest(first, second, FOLDER, ("one", "other"), Asked(HOW)).changes
    assert change.gains == []
    assert [(one.missed, one.what) for one in change.losses] == [(False, "Brandt of")]
