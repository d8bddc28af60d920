"""Weights of evidence, learned from annotated releases."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from spacy.language import Language

from communique.pipeline import load
from communique.training.evidence import as_toml, learn, rows


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load()


def test_weights_tell_right_from_wrong() -> None:
    seen = [({"bias": 1.0, "head": 1.0}, True)] * 9 + [({"bias": 1.0, "verb": 1.0}, False)] * 9
    weights = learn(seen)
    assert weights["head"] > 0 > weights["verb"]
    assert abs(learn(seen, penalty=100.0)["head"]) < weights["head"]


def test_lines_hold_the_heaviest_first() -> None:
    assert list(as_toml({"a": -1.0, "b": 2.0})) == ["[weights]", "b = 2.00", "a = -1.00"]


def test_rows_of_annotated_releases(nlp: Language, tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    text = "The Orme Harbour Council met the Ministry of Piers in Lima on Monday.\n"
    (tmp_path / "docs" / "1.txt").write_text(text, encoding="utf-8")
    (tmp_path / "docs" / "2.txt").write_text(text, encoding="utf-8")
    gold = {"organizations": [{"name": "Ministry of Piers", "mentions": ["Ministry of Piers"]}]}
    (tmp_path / "1.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    found = list(rows(nlp, tmp_path))
    right = [is_right for _, is_right in found]
    assert right.count(True) == 1
    assert False in right
    assert all(seen["bias"] == 1.0 and 0 <= seen["surest"] <= 1 for seen, _ in found)


def test_pipeline_without_the_component_is_refused(tmp_path: Path) -> None:
    with pytest.raises(KeyError, match="communique_organizations"):
        next(rows(Language(), tmp_path))
