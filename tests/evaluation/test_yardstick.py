"""The scorer that the gold of real releases comes with, and this project's: the same counts.

That scorer isn't part of the repository. Where it lies beside it, both score the same records, the
second reader's and broken ones; what it counted in them is pinned here besides.
"""

from __future__ import annotations

import importlib.util
import json
import random
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from communique.evaluation.cases import Case
from communique.evaluation.scoring import add_scores, score_release
from communique.records.model import Record

from .second import CORPUS, second_reader

SCORER = Path(__file__).parents[3] / "shared" / "gold" / "score.py"

#: What it counts on the second reader's annotations: right, found and gold of each figure.
PINNED: Mapping[str, tuple[int, int, int]] = {
    "people": (153, 155, 155),
    "organizations": (190, 192, 190),
    "titles": (190, 197, 196),
    "person_titles": (190, 197, 196),
    "agreements": (75, 75, 76),
    "agreement_type": (72, 75, 76),
    "agreement_status": (75, 75, 76),
    "agreement_date": (54, 59, 56),
    "agreement_parties": (142, 143, 145),
    "agreement_signatories": (42, 43, 43),
    "agreement_witnesses": (44, 45, 51),
    "agreement_records": (63, 75, 76),
    "dates": (206, 207, 207),
    "date_spans": (206, 207, 207),
    "publish_date": (19, 19, 19),
}


@pytest.fixture(scope="module")
def cases() -> list[Case]:
    return list(second_reader())


def broken(record: Record, chance: random.Random) -> Record:
    """Return a record that lacks some things and has others wrong."""
    value = record.model_dump(mode="json")
    for part in ("people", "organizations", "agreements", "dates"):
        chance.shuffle(value[part])
    value["dates"] = value["dates"][1:]
    gone = {value["people"].pop()["id"]} if value["people"] else set()
    for instrument in value["agreements"]:
        instrument["signatories"] = [
            s for s in instrument["signatories"] if s["person"] not in gone
        ]
        for slot in ("parties", "witnesses"):
            instrument[slot] = [who for who in instrument[slot] if who not in gone]
        instrument["status"] = chance.choice(["signed", "planned", instrument["status"]])
        instrument["parties"] = instrument["parties"][chance.randint(0, 1) :]
    for person in value["people"]:
        for title in person["titles"]:
            title["title"] = chance.choice([title["title"], "head"])
    return Record.model_validate(value)


def theirs(scorer: Any, case: Case) -> dict[str, tuple[int, int, int]]:
    path = CORPUS / "releases" / f"{case.id}.gold.json"
    tally = scorer.Tally()
    gold = json.loads(path.read_text(encoding="utf-8"))
    scorer.score(gold, case.record.model_dump(mode="json"), tally, lambda *_: None)
    return {figure: tuple(counts) for figure, counts in tally.n.items()}


def test_counts_are_those_that_it_counted(cases: list[Case]) -> None:
    total = add_scores(score_release(case.gold, case.record) for case in cases)
    assert {name: (s.right, s.found, s.gold) for name, s in total.items()} == PINNED


@pytest.fixture(scope="module")
def scorer() -> Iterator[Any]:
    if not SCORER.exists():
        pytest.skip(f"{SCORER.parent.parent.name}/gold/score.py does not lie beside the repository")
    spec = importlib.util.spec_from_file_location("yardstick", SCORER)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_it_counts_the_same_release_by_release(scorer: Any, cases: list[Case]) -> None:
    chance = random.Random(1)
    for case in cases:
        for record in (case.record, broken(case.record, chance)):
            judged = case.with_record(record)
            ours = score_release(judged.gold, judged.record)
            counts = {name: (s.right, s.found, s.gold) for name, s in ours.items()}
            nothing = dict.fromkeys(counts, (0, 0, 0))  # it leaves out slots where there are none
            assert counts == {**nothing, **theirs(scorer, judged)}, case.id
