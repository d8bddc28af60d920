"""Agreement of two annotators."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from communique.evaluation.annotators import Agreement, compare_annotators
from communique.evaluation.gold import GoldOrganization, GoldPerson, GoldRelease
from communique.evaluation.gold_records import as_record
from communique.exchange.annotated import Losses
from communique.exchange.annotators import read_pairs

CORPUS = Path(__file__).parents[2] / "corpus"


def compare(first: Path, second: Path) -> Agreement:
    return compare_annotators(read_pairs(first, second, None, Losses()))


def test_entities_and_dates_have_the_same_f1_both_ways_and_words_the_same_kappa(
    tmp_path: Path,
) -> None:
    shutil.copytree(CORPUS / "second", tmp_path / "second")
    shutil.copytree(CORPUS / "releases" / "docs", tmp_path / "second" / "docs")
    there = compare(CORPUS / "releases", CORPUS / "second")
    back = compare(tmp_path / "second", CORPUS / "releases")
    assert there.releases == len(list((CORPUS / "second").iterdir())) == 20
    for figure in ("people", "organizations", "dates", "date_spans", "publish_date"):
        one, other = there.scores[figure], back.scores[figure]
        assert (one.right, one.gold, one.found) == (other.right, other.found, other.gold)
    assert there.words == pytest.approx(back.words)
    assert all(0.9 < chance.kappa < 1 for chance in there.words.values())


def test_an_annotator_agrees_with_themselves() -> None:
    found = compare(CORPUS / "seed", CORPUS / "seed")
    assert {score.f1 for score in found.scores.values()} == {1.0}
    for chance in (*found.words.values(), *found.values.values()):
        assert (chance.kappa, chance.alpha) == (1.0, 1.0)


def test_words_that_one_alone_has_marked_lower_kappa() -> None:
    text = "Ana Ruiz met Ben Otu of Harbour Works."
    both = GoldPerson(name="Ana Ruiz", mentions=("Ana Ruiz",))
    works = GoldOrganization(name="Harbour Works", mentions=("Harbour Works",), type="company")
    first = GoldRelease(
        id="1",
        people=(both, GoldPerson(name="Ben Otu", mentions=("Ben Otu",))),
        organizations=(works,),
    )
    second = GoldRelease(
        id="1", people=(both,), organizations=(works.model_copy(update={"type": "other"}),)
    )
    found = compare_annotators([(as_record(first, text), as_record(second, text))])
    # of 8 words the first marks 4 and the second 2: observed .75, expected 4*2/64 + 4*6/64 = .5
    assert found.words["people"].items == 8
    assert found.words["people"].kappa == pytest.approx(0.5)
    assert found.words["organizations"].kappa == 1.0
    assert found.values["organization_type"].kappa == 0.0


def test_folders_without_a_common_release() -> None:
    with pytest.raises(ValueError, match="have no release in common"):
        compare(CORPUS / "releases", CORPUS / "seed")


def test_different_texts_are_refused() -> None:
    gold = GoldRelease(id="1")
    with pytest.raises(ValueError, match="different texts"):
        compare_annotators([(as_record(gold, "One."), as_record(gold, "Two."))])
