"""Why a record says what it says."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from spacy.language import Language

import communique
from communique.components.reasons import meanings
from communique.records.explanation import Explanation

TEXT = (
    "KELM, 3 May 2024 - The Harbour Trust of Kelm (HTK) signed a memorandum of understanding with "
    "Tallberg Foundry Ltd on Friday. Marta Okonjo, Chairwoman of HTK, spoke. Ms Okonjo smiled."
)


@pytest.fixture(scope="module")
def nlp(embedded: Path) -> Language:
    return communique.load(embedded)


def explain(nlp: Language, path: Path) -> Explanation:
    (release,) = communique.read(path)
    assert isinstance(release, communique.Release)
    return communique.explain(nlp, release)


@pytest.fixture
def explanation(nlp: Language, tmp_path: Path) -> Explanation:
    path = tmp_path / "x.txt"
    path.write_text(TEXT, encoding="utf-8")
    return explain(nlp, path)


def test_titles_aliases_and_agreements_are_explained(explanation: Explanation) -> None:
    told = {
        (d.kind, d.name, d.what): {(r.slot, r.value, r.rule) for r in d.reasons}
        for d in explanation.decisions
    }
    assert told["title", "Marta Okonjo", "Chairwoman"] == {
        ("title", "Chairwoman", "head"),
        ("holder", "Marta Okonjo", "apposition"),
        ("body", "HTK", "body-behind-title"),
    }
    assert told["alias", "Marta Okonjo", "Okonjo"] == {("alias", "Okonjo", "family-name")}
    (agreement,) = (reasons for (kind, *_), reasons in told.items() if kind == "agreement")
    assert {
        ("type", "mou", "noun"),
        ("status", "signed", "object-of-verb"),
        ("date", "2024-05-03", "beside-verb"),
        ("party", "Harbour Trust of Kelm", "subject-of-verb"),
        ("party", "Tallberg Foundry Ltd", "with"),
    } <= agreement


def test_ids_are_those_of_the_record(explanation: Explanation, nlp: Language) -> None:
    record = communique.extract(TEXT, nlp=nlp)
    assert explanation.id == record.id
    names = {e.id: e.name for e in (*record.people, *record.organizations, *record.agreements)}
    assert all(names[d.entity] == d.name for d in explanation.decisions)


def test_spans_are_those_of_the_release_where_lines_are_wrapped(
    nlp: Language, tmp_path: Path
) -> None:
    path = tmp_path / "x.txt"
    words, lines = [*TEXT.split(), *TEXT.split()], [""]
    for word in words:
        if len(lines[-1]) + len(word) > 70:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    path.write_text("\n".join(lines), encoding="utf-8")
    explanation = explain(nlp, path)
    reasons = [r for d in explanation.decisions for r in d.reasons]
    assert all(explanation.text[r.start : r.end] == r.text for r in reasons)
    assert "Marta Okonjo, Chairwoman" in {" ".join(r.text.split()) for r in reasons}


def test_every_span_is_a_slice_and_every_rule_has_a_meaning(nlp: Language) -> None:
    folder = Path(__file__).parents[2] / "corpus" / "releases" / "docs"
    for path in sorted(folder.iterdir()):
        explanation = explain(nlp, path)
        for reason in (r for d in explanation.decisions for r in d.reasons):
            assert explanation.text[reason.start : reason.end] == reason.text
            assert reason.text
            assert reason.value
            assert reason.meaning, (reason.slot, reason.rule)


def test_no_rule_is_described_that_no_component_has() -> None:
    components = Path(communique.__file__).parent / "components"
    code = "".join(path.read_text(encoding="utf-8") for path in components.rglob("*.py"))
    names = set(re.findall(r'"([a-z-]+)"', code))
    assert {rule for _, rule in meanings()} <= names
