"""All that a case is measured by: figures by name, in groups that belong together."""

from __future__ import annotations

from collections.abc import Mapping

from communique.evaluation.cases import Case
from communique.evaluation.comparison import SLOTS
from communique.evaluation.coreference import score_entities
from communique.evaluation.marks import (
    LABELS,
    found_entities,
    found_marks,
    gold_entities,
    gold_marks,
)
from communique.evaluation.scoring import Score, score_release
from communique.evaluation.spans import score_spans

#: The figures under what they are of, in the order in which they are shown.
FIGURES: Mapping[str, tuple[str, ...]] = {
    "Spans of the text": (
        "spans_strict",
        "spans_partial",
        "spans_type",
        *(f"strict_{label}" for label in LABELS),
    ),
    "Entities": (
        "people",
        "people_b_cubed",
        "people_ceaf",
        "organizations",
        "organizations_b_cubed",
        "organizations_ceaf",
    ),
    "Titles": ("titles", "person_titles"),
    "Agreements": ("agreements", *(f"agreement_{slot}" for slot in SLOTS), "agreement_records"),
    "Dates": ("dates", "date_spans", "publish_date"),
}


def measure(case: Case) -> dict[str, Score]:
    """Return every figure of ``FIGURES`` for one release, in that order."""
    figures = {
        **score_release(case.gold, case.record, case.unasked),
        **score_spans(gold_marks(case.gold, case.text), found_marks(case.record)),
        **score_entities(gold_entities(case.gold, case.text), found_entities(case.record)),
    }
    return {name: figures[name] for names in FIGURES.values() for name in names}
