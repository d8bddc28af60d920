"""End to end: releases with gold, through the whole pipeline, against pinned floors."""

from __future__ import annotations

import dataclasses
import json
import math
import shutil
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

import communique
from communique.evaluation.cases import Case, analysed
from communique.evaluation.floors import (
    Floors,
    broken,
    pin,
    read_floors,
    scores_of,
)
from communique.evaluation.gold import fingerprint
from communique.evaluation.scoring import Score

CORPUS = Path(__file__).parents[1] / "corpus"
PINNED = read_floors(CORPUS / "floors.toml")


@pytest.fixture(scope="module")
def nlp(embedded: Path) -> Language:
    return communique.load(embedded)


@pytest.fixture(scope="module")
def cases(nlp: Language) -> dict[str, list[Case]]:
    return {part: list(analysed(CORPUS / part, nlp)) for part in PINNED}


def test_the_project_s_own_gold_is_pinned() -> None:
    assert set(PINNED) == {"releases", "seed"}


@pytest.mark.parametrize("part", sorted(PINNED))
def test_every_figure_has_a_floor_and_stands_above_it(
    part: str, cases: dict[str, list[Case]]
) -> None:
    faults = broken(PINNED[part], fingerprint(CORPUS / part), scores_of(cases[part]))
    assert faults == [], "`make floors` pins the floors anew"


def test_the_seed_is_read_without_a_fault() -> None:
    assert set(PINNED["seed"].floors.values()) == {1.0}


def with_a_wrong_name(case: Case) -> Case:
    """Return the case with the first person of the gold under another name."""
    first, *others = case.gold.people
    first = first.model_copy(update={"name": "Nobody Whatever", "mentions": ("Nobody Whatever",)})
    return dataclasses.replace(case, gold=case.gold.model_copy(update={"people": (first, *others)}))


def test_a_change_of_the_gold_that_costs_two_hundredths_fails(
    cases: dict[str, list[Case]],
) -> None:
    reached = scores_of(cases["releases"])
    pinned = pin(Floors("gold", {}), "gold", reached, lower=False)
    people = reached["people"]
    names = math.ceil(0.02 * (people.found + people.gold) / 2)  # each that is missed costs 2 / both
    named = [case for case in cases["releases"] if case.gold.people]
    changed = [*map(with_a_wrong_name, named[:names]), *named[names:]]
    scores = {**reached, "people": scores_of(changed)["people"]}
    assert 0.01 < people.f1 - scores["people"].f1 < 0.03
    faults = broken(pinned, "gold", scores)
    assert len(faults) == 1
    assert faults[0].startswith("people is")


def test_a_changed_gold_fails_until_floors_are_pinned_on_it(tmp_path: Path) -> None:
    folder = tmp_path / "seed"
    shutil.copytree(CORPUS / "seed", folder)
    (path,) = folder.glob("*.gold.json")
    gold = json.loads(path.read_text(encoding="utf-8"))
    gold["dates"].pop()
    path.write_text(json.dumps(gold), encoding="utf-8")
    perfect = dict.fromkeys(PINNED["seed"].floors, Score(1, 1, 1))
    assert broken(PINNED["seed"], fingerprint(folder), perfect) == [
        "the gold is not the one that the floors were pinned on"
    ]


@Language.component("loses_a_title")
def loses_a_title(doc: Doc) -> Doc:
    doc._.titles = doc._.titles[1:]
    return doc


def test_a_component_that_gets_worse_fails(embedded: Path) -> None:
    broken_one = communique.load(embedded)
    broken_one.add_pipe("loses_a_title", after="communique_titles")
    scores = scores_of(analysed(CORPUS / "seed", broken_one))
    faults = broken(PINNED["seed"], fingerprint(CORPUS / "seed"), scores)
    assert faults == [
        "titles is 0.800, under its floor of 1.00",
        "person_titles is 0.800, under its floor of 1.00",
    ]
