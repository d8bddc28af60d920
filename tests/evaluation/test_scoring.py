from __future__ import annotations

from typing import Any

import pytest

from communique.evaluation.comparison import SLOTS
from communique.evaluation.gold import GoldRelease
from communique.evaluation.scoring import Score, add_scores, score_release
from communique.records.model import Record

GOLD = GoldRelease.model_validate(
    {
        "id": "1",
        "publish_date": "2024-03-04",
        "people": [
            {
                "name": "Marta Okonjo",
                "mentions": ["Marta Okonjo", "Okonjo"],
                "titles": [{"title": "Minister", "organization": "Ministry of Harbours"}],
            },
            {"name": "Ilse Brandt", "mentions": ["Ilse Brandt"], "titles": [{"title": "Mayor"}]},
        ],
        "organizations": [
            {
                "name": "Ministry of Harbours",
                "mentions": ["Ministry of Harbours", "MoH"],
                "type": "government",
            },
            {"name": "Tallberg Foundry", "mentions": ["Tallberg Foundry"], "type": "company"},
        ],
        "agreements": [
            {
                "name": "Pier Pact",
                "mentions": ["Pier Pact"],
                "type": "contract",
                "status": "signed",
                "date": "2024-03-03",
                "parties": ["Ministry of Harbours", "Tallberg Foundry"],
                "signatories": ["Marta Okonjo"],
            }
        ],
        "dates": [
            {"text": "3 March", "value": "2024-03-03"},
            {"text": "recently", "value": "PAST_REF"},
        ],
    }
)


def record(**changes: Any) -> Record:
    values: dict[str, Any] = {
        "id": "0" * 16,
        "source": {"path": "1.txt", "format": "text", "sha256": "0" * 64},
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "publish_date": "2024-03-04",
        "people": [
            {
                "id": "p1",
                "name": "Okonjo",
                "mentions": [],
                "titles": [{"title": "minister", "organization": "o1", "start": 0, "end": 8}],
            },
            {
                "id": "p2",
                "name": "Ilse Brandt",
                "mentions": [],
                "titles": [{"title": "Mayor", "organization_name": "Kelm", "start": 0, "end": 5}],
            },
        ],
        "organizations": [
            {"id": "o1", "name": "the MoH", "type": "government"},
            {"id": "o2", "name": "Tallberg Foundry", "type": "company"},
        ],
        "agreements": [
            {
                "id": "a1",
                "name": "“Pier” Pact",
                "type": "contract",
                "status": "signed",
                "date": {"value": "2024-03-03", "start": 0, "end": 1},
                "parties": ["o2", "o1"],
                "signatories": [{"person": "p1"}],
            }
        ],
        "dates": [
            {"start": 0, "end": 7, "text": "3 March", "value": "2024-03-03", "kind": "date"},
            {"start": 9, "end": 12, "text": "today", "value": "PRESENT_REF", "kind": "vague"},
            {"start": 9, "end": 12, "text": "one day", "value": "P1D", "kind": "duration"},
        ],
    }
    return Record.model_validate({**values, **changes})


def test_a_record_that_says_what_the_gold_says_is_right_in_everything() -> None:
    scores = score_release(GOLD, record())
    assert {name: score.f1 for name, score in scores.items()} == dict.fromkeys(scores, 1.0)
    assert scores["titles"] == Score(2, 2, 2)
    assert scores["agreement_parties"] == Score(2, 2, 2)
    assert scores["dates"] == Score(1, 1, 1)


def test_an_empty_record_finds_nothing() -> None:
    empty = record(publish_date=None, people=[], organizations=[], agreements=[], dates=[])
    scores = score_release(GOLD, empty)
    assert all(score.right == score.found == 0 for score in scores.values())
    assert scores["people"] == Score(0, 0, 2)
    assert scores["agreement_witnesses"].f1 == 1.0  # there are none
    assert scores["agreement_parties"] == Score(0, 0, 2)


def changed(part: str, **values: Any) -> Record:
    items = record().model_dump()[part]
    return record(**{part: [{**items[0], **values}, *items[1:]]})


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"type": "treaty"}, {"type": Score(0, 1, 1)}),
        ({"status": "planned"}, {"status": Score(0, 1, 1)}),
        ({"date": None}, {"date": Score(0, 0, 1)}),
        ({"parties": ["o1"]}, {"parties": Score(1, 1, 2)}),
        ({"parties": ["o1", "o2", "p2"]}, {"parties": Score(2, 3, 2)}),
        ({"signatories": [{"person": "p2"}]}, {"signatories": Score(0, 1, 1)}),
        ({"witnesses": ["p2"]}, {"witnesses": Score(0, 1, 0)}),
    ],
)
def test_a_wrong_slot_is_wrong_alone(values: dict[str, Any], wrong: dict[str, Score]) -> None:
    right = score_release(GOLD, record())
    scores = score_release(GOLD, changed("agreements", **values))
    differing = {name: score for name, score in scores.items() if score != right[name]}
    assert differing == {
        **{f"agreement_{slot}": score for slot, score in wrong.items()},
        "agreement_records": Score(0, 1, 1),
    }
    assert set(wrong) <= set(SLOTS)


def test_another_instrument_is_missed_and_made_up() -> None:
    scores = score_release(GOLD, changed("agreements", name="sister city treaty"))
    assert scores["agreements"] == Score(0, 1, 1)
    assert scores["agreement_parties"] == Score(0, 2, 2)
    assert scores["agreement_type"] == Score(0, 0, 1)


def test_a_title_at_another_body_is_still_the_title_of_the_person() -> None:
    titles = [{"title": "Minister", "organization": "o2", "start": 0, "end": 8}]
    scores = score_release(GOLD, changed("people", titles=titles))
    assert scores["titles"] == Score(1, 2, 2)
    assert scores["person_titles"] == Score(2, 2, 2)


def test_a_person_that_is_not_in_the_gold_is_counted_as_found() -> None:
    scores = score_release(GOLD, changed("people", name="Somebody Else"))
    assert scores["people"] == Score(1, 2, 2)
    assert scores["titles"] == Score(1, 2, 2)
    assert scores["agreement_signatories"] == Score(0, 1, 1)


def test_a_day_never_given_is_not_asked_for() -> None:
    gold = GOLD.model_copy(update={"publish_date": None})
    assert score_release(gold, record(publish_date=None))["publish_date"].f1 == 1.0
    assert score_release(gold, record())["publish_date"] == Score(0, 1, 0)


def test_figures_of_releases_add_up() -> None:
    total = add_scores([score_release(GOLD, record()), score_release(GOLD, changed("dates"))])
    assert total["people"] == Score(4, 4, 4)
    score = Score(1, 2, 4)
    assert (score.precision, score.recall, score.f1) == (0.5, 0.25, pytest.approx(1 / 3))
    assert (Score(0, 0, 3).precision, Score(0, 3, 0).recall) == (0.0, 0.0)
