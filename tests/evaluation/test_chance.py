"""Kappa and alpha, held against NLTK's."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from nltk.metrics.agreement import AnnotationTask

from communique.evaluation.chance import cohen_kappa, krippendorff_alpha

LABELS = st.sampled_from("abc")


def nltk_task(units: list[tuple[str, ...]]) -> AnnotationTask:
    return AnnotationTask(
        [
            (f"coder{coder}", f"item{item}", label)
            for item, unit in enumerate(units)
            for coder, label in enumerate(unit)
        ]
    )


@given(st.lists(st.tuples(LABELS, LABELS), min_size=2))
def test_two_annotators(units: list[tuple[str, ...]]) -> None:
    if len({label for unit in units for label in unit}) == 1:
        assert cohen_kappa(units) == krippendorff_alpha(units) == 1.0  # type: ignore[arg-type]
        return
    task = nltk_task(units)
    if len(set(units)) > 1:
        assert cohen_kappa(units) == pytest.approx(task.kappa())  # type: ignore[arg-type]
    assert krippendorff_alpha(units) == pytest.approx(task.alpha())


@given(st.lists(st.tuples(LABELS, LABELS, LABELS), min_size=2, max_size=20))
def test_three_annotators(units: list[tuple[str, ...]]) -> None:
    if len({label for unit in units for label in unit}) > 1:
        assert krippendorff_alpha(units) == pytest.approx(nltk_task(units).alpha())


def test_a_unit_that_one_annotator_judged_counts_for_nothing() -> None:
    units = [("a", "a"), ("a", "b"), ("b", "b")]
    assert krippendorff_alpha([*units, ("a",), ()]) == krippendorff_alpha(units) < 1


def test_nothing_judged_is_full_agreement() -> None:
    assert cohen_kappa([]) == krippendorff_alpha([]) == 1.0
