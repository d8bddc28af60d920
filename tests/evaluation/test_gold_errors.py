"""Errors of the gold are kept in a log, and left out on request from gold and record alike."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest

from communique.evaluation.cases import Case
from communique.evaluation.gold import GoldRelease
from communique.evaluation.gold_errors import GoldError, leave_out, read_gold_errors
from communique.evaluation.measures import measure
from communique.evaluation.scoring import Score, score_release
from communique.records.model import Record

from .test_causes import GOLD, right

HEAD = "document\tkind\tspan\twhy\twho\n"
LINE = "1\torganizations\tTallberg Foundry\tthe text means the street\tM. O.\n"


def case(**changes: object) -> Case:
    record = Record.model_validate({**right(), **changes})
    return Case("1", GoldRelease.model_validate(GOLD), record)


def left(kind: str, span: str, one: Case | None = None) -> Case:
    error = GoldError("1", kind, span, "why", "who")
    (found,) = leave_out([one or case()], [error])
    return found


def test_the_log_is_read(tmp_path: Path) -> None:
    assert read_gold_errors(tmp_path) == []
    (tmp_path / "errors.tsv").write_text(HEAD + LINE, encoding="utf-8")
    assert read_gold_errors(tmp_path) == [GoldError(*LINE.strip().split("\t"))]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", r"errors\.tsv:1: the head is not document"),
        (LINE, r"errors\.tsv:1: the head is not document"),
        (HEAD + "1\tpeople\tMarta Okonjo\tnobody\n", r"errors\.tsv:2: not 5 filled columns"),
        (HEAD + "1\tpeople\tMarta Okonjo\t\tM. O.\n", r"errors\.tsv:2: not 5 filled columns"),
        (HEAD + LINE.replace("organizations", "bodies"), r"errors\.tsv:2: 'bodies' is none of"),
    ],
)
def test_a_broken_log_is_named(tmp_path: Path, content: str, said: str) -> None:
    (tmp_path / "errors.tsv").write_text(content, encoding="utf-8")
    with pytest.raises(ValueError, match=said):
        read_gold_errors(tmp_path)


def test_an_error_of_nothing_is_told() -> None:
    with pytest.raises(ValueError, match=r"there is no document '2'"):
        leave_out([case()], [GoldError("2", "people", "x", "why", "who")])
    with pytest.raises(ValueError, match=r"1 doesn't have the people 'Nobody'"):
        left("people", "Nobody")


def test_cases_without_errors_stay_as_they_are() -> None:
    assert leave_out([case()], []) == [case()]


@pytest.mark.parametrize(
    ("kind", "span", "changed"),
    [
        (
            "organizations",
            "Tallberg Foundry",
            {"organizations": Score(1, 1, 1), "agreement_parties": Score(1, 1, 1)},
        ),
        (
            "people",
            "Ilse Brandt",
            {
                "people": Score(1, 1, 1),
                "titles": Score(1, 1, 1),
                "agreement_signatories": Score(0, 0, 0),
            },
        ),
        ("titles", "Mayor", {"titles": Score(1, 1, 1), "person_titles": Score(1, 1, 1)}),
        ("titles", "Ilse Brandt | Mayor", {"titles": Score(1, 1, 1)}),
        ("titles", "Marta Okonjo | Mayor", {"titles": Score(2, 2, 2)}),
        ("agreements", "pact", {"agreements": Score(0, 0, 0), "agreement_type": Score(0, 0, 0)}),
        (
            "agreement_status",
            "Pier Pact",
            {"agreement_status": Score(0, 0, 0), "agreement_type": Score(1, 1, 1)},
        ),
        ("dates", "3 March 2024", {"dates": Score(0, 0, 0), "agreement_date": Score(1, 1, 1)}),
    ],
)
def test_what_is_left_out_counts_on_neither_side(
    kind: str, span: str, changed: dict[str, Score]
) -> None:
    judged = left(kind, span)
    scores = score_release(judged.gold, judged.record, judged.unasked)
    assert {name: scores[name] for name in changed} == changed
    assert all(score.f1 == 1.0 for score in scores.values())


def test_what_only_the_record_has_is_left_out_too() -> None:
    gold = {**GOLD, "people": GOLD["people"][:1], "publish_date": None}
    one = dataclasses.replace(case(), gold=GoldRelease.model_validate(gold))
    assert measure(one)["people"] == Score(1, 2, 1)
    assert measure(left("people", "Marta Okonjo", one))["people"] == Score(1, 1, 1)


def test_a_wrong_slot_that_is_left_out_leaves_the_agreement_whole() -> None:
    pact = {**right()["agreements"][0], "status": "planned"}
    one = case(agreements=[pact])
    assert measure(one)["agreement_records"] == Score(0, 1, 1)
    assert measure(left("agreement_status", "Pier Pact", one))["agreement_records"] == Score(
        1, 1, 1
    )


def test_a_day_of_publication() -> None:
    one = case(publish_date="2024-03-04")
    assert measure(one)["publish_date"] == Score(0, 1, 0)
    assert measure(left("publish_date", "2024-03-04", one))["publish_date"] == Score(0, 0, 0)
    assert measure(left("publish_date", "2024-03-05", one))["publish_date"] == Score(0, 1, 0)
