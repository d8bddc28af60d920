"""Scores of a recogniser: exact spans, only of the labels that a source marks everywhere."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import spacy
from spacy.language import Language

from communique.training.corpora import AnnotatedText
from communique.training.evaluate import score_corpora, score_spans


@pytest.fixture
def ruler() -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(  # type: ignore[attr-defined]
        [
            {"label": "PERSON", "pattern": "Ana Reyes"},
            {"label": "PERSON", "pattern": "Lima"},
            {"label": "GPE", "pattern": "Peru"},
        ]
    )
    return nlp


TEXT = "Ana Reyes met Ben in Lima, Peru."
SPANS = ((0, 9, "PERSON"), (14, 17, "PERSON"), (21, 25, "LOC"), (27, 31, "LOC"))


def test_scores_by_label(ruler: Language) -> None:
    text = AnnotatedText("1", "made-up", TEXT, SPANS, frozenset({"PERSON", "LOC"}))
    scores = score_spans(ruler, [text])
    assert scores["PERSON"] == {"p": 0.5, "r": 0.5, "f": 0.5}
    assert scores["LOC"]["p"] == 1.0  # GPE of other schemes is LOC here
    assert scores["LOC"]["r"] == 0.5
    assert scores["all"]["f"] == pytest.approx(2 * 2 / (3 + 4))


def test_unmarked_labels_are_not_counted(ruler: Language) -> None:
    text = AnnotatedText("1", "made-up", TEXT, SPANS, frozenset({"LOC"}))
    assert set(score_spans(ruler, [text])) == {"LOC", "all"}


def test_corpora_are_named_by_their_files(ruler: Language, tmp_path: Path) -> None:
    row = {
        "id": "1",
        "text": TEXT,
        "spans": [list(span) for span in SPANS],
        "meta": {"source": "made-up", "labelled": ["LOC"]},
    }
    (tmp_path / "made-up.test.jsonl").write_text(json.dumps(row) + "\n", encoding="utf-8")
    (tmp_path / "made-up.train.jsonl").write_text("not read\n", encoding="utf-8")
    assert list(score_corpora(ruler, tmp_path)) == ["made-up"]
