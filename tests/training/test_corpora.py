"""Reading annotations as training texts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from communique.components.extensions import PHRASES_KEY
from communique.training.corpora import (
    LABELS,
    AnnotatedText,
    read_gold_folder,
    read_ner_corpus,
    softened,
    to_doc,
    write_texts,
)

NLP = spacy.blank("en", config={"nlp": {"tokenizer": {"@tokenizers": "communique.Tokenizer.v1"}}})
ROW = {
    "id": "1",
    "text": "Ana Reyes left Lima.",
    "spans": [[0, 9, "PERSON"], [15, 19, "LOC"], [10, 14, "VERB"]],
    "meta": {"source": "made-up", "labelled": ["PERSON", "LOC"]},
}


def corpus(path: Path, *lines: str) -> Path:
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def test_corpus_is_read_with_the_labels_that_count(tmp_path: Path) -> None:
    (text,) = read_ner_corpus(corpus(tmp_path / "a.jsonl", json.dumps(ROW)))
    assert text.spans == ((0, 9, "PERSON"), (15, 19, "LOC"))
    assert text.labelled == {"PERSON", "LOC"}
    assert (text.id, text.source) == ("1", "made-up")


@pytest.mark.parametrize(
    "line",
    [
        "{not json",
        "[]",
        "{}",
        json.dumps({**ROW, "meta": {}}),
        json.dumps({**ROW, "spans": [[0, 9]]}),
        json.dumps({**ROW, "spans": None}),
    ],
)
def test_malformed_line_is_named(tmp_path: Path, line: str) -> None:
    path = corpus(tmp_path / "a.jsonl", json.dumps(ROW), line)
    with pytest.raises(ValueError, match=r"a\.jsonl:2: not an annotated text"):
        list(read_ner_corpus(path))


def gold(folder: Path, text: str, people: list[list[str]], bodies: list[tuple[str, str]]) -> Path:
    (folder / "docs").mkdir(parents=True)
    (folder / "docs" / "7.txt").write_text(text, encoding="utf-8")
    entry = {
        "people": [{"name": names[0], "mentions": names} for names in people],
        "organizations": [{"name": n, "mentions": [n], "type": kind} for n, kind in bodies],
    }
    (folder / "7.gold.json").write_text(json.dumps(entry), encoding="utf-8")
    return folder


def surfaces(text: AnnotatedText) -> list[tuple[str, str]]:
    return [(text.text[s:e], label) for s, e, label in text.spans]


def test_gold_marks_every_whole_word_the_longest_first(tmp_path: Path) -> None:
    folder = gold(
        tmp_path,
        "Li Gang of Lima and Li met at the Bank of Lima. Libya and Lima agreed.",
        [["Li Gang", "Li"]],
        [("Bank of Lima", "company"), ("Lima", "place")],
    )
    (text,) = read_gold_folder(folder)
    assert surfaces(text) == [
        ("Li Gang", "PERSON"),
        ("Lima", "LOC"),
        ("Li", "PERSON"),
        ("Bank of Lima", "ORG"),
        ("Lima", "LOC"),
    ]
    assert text.labelled == {"PERSON", "ORG", "TITLE", "AGREEMENT"}


def test_gold_phrases_are_a_layer_of_their_own(tmp_path: Path) -> None:
    folder = gold(
        tmp_path,
        "Chair of what?\nAna Reyes, Chair, and Ben, Member, signed the Lima Pact.\nMember",
        [],
        [],
    )
    entry = {
        "people": [
            {"name": "Ana Reyes", "mentions": ["Ana Reyes"], "titles": [{"title": "Chair"}]},
            {"name": "Ben", "mentions": ["Ben"], "titles": [{"title": "Member"}]},
        ],
        "organizations": [{"name": "Lima", "mentions": ["Lima"], "type": "place"}],
        "agreements": [{"name": "Lima Pact", "mentions": ["Lima Pact", "Pact"]}],
    }
    (folder / "7.gold.json").write_text(json.dumps(entry), encoding="utf-8")
    (text,) = read_gold_folder(folder)
    assert surfaces(text) == [
        ("Ana Reyes", "PERSON"),
        ("Chair", "TITLE"),
        ("Ben", "PERSON"),
        ("Member", "TITLE"),
        ("Lima", "LOC"),
        ("Lima Pact", "AGREEMENT"),
    ]
    doc, misaligned = to_doc(text, NLP)
    assert [e.label_ for e in doc.ents] == ["PERSON", "PERSON", "LOC"]
    assert [s.text for s in doc.spans[PHRASES_KEY]] == ["Chair", "Member", "Lima Pact"]
    assert misaligned == 0


def test_a_title_far_from_its_holder_is_taken_where_it_stands_first(tmp_path: Path) -> None:
    folder = gold(tmp_path, "Members:\nMember\nAna Reyes\nMember", [], [])
    entry = {
        "people": [{"name": "Ana Reyes", "mentions": [], "titles": [{"title": "Member"}]}],
        "organizations": [],
    }
    (folder / "7.gold.json").write_text(json.dumps(entry), encoding="utf-8")
    (text,) = read_gold_folder(folder)
    assert text.spans == ((9, 15, "TITLE"), (16, 25, "PERSON"))


def test_gold_name_may_go_on_behind_a_line_break(tmp_path: Path) -> None:
    (text,) = read_gold_folder(gold(tmp_path, "Ana\nReyes left", [["Ana Reyes"]], []))
    assert surfaces(text) == [("Ana\nReyes", "PERSON")]


def test_gold_without_its_text_is_an_error_but_pages_are_passed_over(tmp_path: Path) -> None:
    folder = gold(tmp_path, "Ana", [["Ana"]], [])
    (folder / "docs" / "7.txt").rename(folder / "docs" / "7.html")
    assert list(read_gold_folder(folder)) == []
    (folder / "docs" / "7.html").unlink()
    with pytest.raises(FileNotFoundError, match=r"7\.gold\.json"):
        list(read_gold_folder(folder))


@st.composite
def annotated_texts(draw: st.DrawFn) -> AnnotatedText:
    lines = draw(st.lists(st.text("ab ", max_size=400), min_size=1, max_size=12))
    text = "\n".join(lines)
    cuts = sorted(draw(st.lists(st.integers(0, len(text)), max_size=8, unique=True)))
    spans = tuple((s, e, "ORG") for s, e in zip(cuts[::2], cuts[1::2], strict=False))
    return AnnotatedText("1", "made-up", text, spans, frozenset({"ORG"}))


@given(annotated_texts())
def test_what_is_written_is_read(text: AnnotatedText) -> None:
    for one in (text, replace(text, soft_labels=((0, 3, 900), (2, 1, 5)))):
        with TemporaryDirectory() as folder:
            path = Path(folder) / "a.jsonl"
            assert write_texts([one, one], path) == 2
            assert list(read_ner_corpus(path)) == [one, one]


def test_softened_texts_keep_what_their_source_marks() -> None:
    def label(texts: Iterable[tuple[str, str]]) -> Iterator[AnnotatedText]:
        for name, text in texts:
            yield AnnotatedText(name, "model", text, (), frozenset(LABELS), ((1, 3, 990),))

    text = AnnotatedText("1", "made-up", "Ana left.", ((0, 3, "PERSON"),), frozenset({"PERSON"}))
    assert list(softened([text], label)) == [replace(text, soft_labels=((1, 3, 990),))]


def test_spans_off_the_tokens_are_counted() -> None:
    text = AnnotatedText(
        "1", "x", "Ana Reyes left", ((0, 9, "PERSON"), (11, 14, "LOC")), frozenset()
    )
    doc, misaligned = to_doc(text, NLP)
    assert [(e.text, e.label_) for e in doc.ents] == [("Ana Reyes", "PERSON")]
    assert misaligned == 1
