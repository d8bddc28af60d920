"""Properties of all figures at once, on real annotations that are shuffled, broken and mended."""

from __future__ import annotations

import random
from collections.abc import Mapping

import pytest
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from communique.evaluation.cases import Case
from communique.evaluation.gold import GoldRelease
from communique.evaluation.gold_records import as_record
from communique.evaluation.measures import FIGURES, measure
from communique.evaluation.scoring import Score
from communique.records.model import Record

from .second import flat, second_reader

#: Short ones: a property is tried on many draws.
CASES = sorted(map(flat, second_reader()), key=lambda case: len(case.text))[:5]

_few = settings(max_examples=25)


def shuffled(case: Case, chance: random.Random) -> Case:
    """Return a case whose gold and record list their entities in another order, under other ids."""
    value = case.record.model_dump(mode="json")
    for part in ("people", "organizations", "agreements", "dates"):
        chance.shuffle(value[part])
        for item in value[part]:
            if "mentions" in item:
                chance.shuffle(item["mentions"])
    gold = case.gold.model_dump(mode="json")
    for part in ("people", "organizations", "agreements"):
        chance.shuffle(gold[part])
        for item in gold[part]:
            chance.shuffle(item["mentions"])
    judged = case.with_record(Record.model_validate(value))
    return Case(case.id, GoldRelease.model_validate(gold), judged.record)


def nearly(scores: Mapping[str, Score]) -> dict[str, Score]:
    """Return scores that sums in another order are equal to."""
    return {
        name: Score(
            pytest.approx(s.right),
            s.found,
            s.gold,
            None if s.recalled is None else pytest.approx(s.recalled),
        )
        for name, s in scores.items()
    }


def less(record: Record, part: str, number: int) -> Record:
    """Return the record without one thing, and without what refers to it."""
    value = record.model_dump(mode="json")
    gone = value[part].pop(number).get("id")
    for person in value["people"]:
        for title in person["titles"]:
            if title["organization"] == gone:
                title["organization"] = None
    for instrument in value["agreements"]:
        instrument["signatories"] = [s for s in instrument["signatories"] if s["person"] != gone]
        for slot in ("parties", "witnesses"):
            instrument[slot] = [who for who in instrument[slot] if who != gone]
    return Record.model_validate(value)


def test_every_figure_is_told_once() -> None:
    names = [name for group in FIGURES.values() for name in group]
    assert len(names) == len(set(names))
    assert list(measure(CASES[0])) == names


@_few
@given(st.sampled_from(CASES), st.randoms())
def test_the_order_decides_nothing(case: Case, chance: random.Random) -> None:
    assert measure(shuffled(case, chance)) == nearly(measure(case))


@_few
@given(st.sampled_from(CASES), st.sampled_from(["people", "organizations", "dates"]), st.data())
def test_finding_what_was_missed_makes_nothing_worse(
    case: Case, part: str, data: st.DataObject
) -> None:
    number = data.draw(st.integers(0, len(getattr(case.record, part)) - 1))
    before, after = measure(case.with_record(less(case.record, part, number))), measure(case)
    one, other = before["spans_strict"], after["spans_strict"]
    # what the record has at a wrong place was no miss
    assume(other.right - one.right == other.found - one.found)
    for name in ("spans_strict", "spans_partial", "spans_type", part, f"strict_{part}"):
        assert after[name].f1 >= before[name].f1, name
    for name in after:
        assert after[name].right >= before[name].right - 1e-9, name


def test_an_annotation_against_itself_is_right_in_everything() -> None:
    for case in CASES:
        same = flat(case.with_record(as_record(case.gold, case.text)))
        wrong = {name for name, score in measure(same).items() if score.f1 < 1 - 1e-9}
        assert wrong == set(), case.id
