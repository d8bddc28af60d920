"""Releases with the names marked up in the text."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.training.corpora import LABELS, PHRASE_LABELS
from communique.training.marked import TAGS, parse_marked, read_marked

FOLDER = Path(__file__).parents[2] / "corpus" / "training"


def test_tags_become_spans_of_the_plain_text() -> None:
    text, spans = parse_marked("<T>Mayor</T> <P>Ana Reyes</P> left <G>Lima</G>.")
    assert text == "Mayor Ana Reyes left Lima."
    assert [(text[s:e], label) for s, e, label in spans] == [
        ("Mayor", "TITLE"),
        ("Ana Reyes", "PERSON"),
        ("Lima", "LOC"),
    ]


def test_an_agreement_may_hold_names() -> None:
    text, spans = parse_marked("a <A>treaty between <G>Peru</G> and <G>Oman</G></A> of 1999")
    assert {(text[s:e], label) for s, e, label in spans} == {
        ("treaty between Peru and Oman", "AGREEMENT"),
        ("Peru", "LOC"),
        ("Oman", "LOC"),
    }


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("<X>Ana</X>", "unknown tag"),
        ("<O>Bank of <G>Lima</G></O>", "tag within <O>"),
        ("<P>Ana", "never closed"),
        ("Ana</P>", "closes nothing"),
        ("<A><P>Ana</A></P>", "closes nothing"),
    ],
)
def test_wrong_tags_are_named(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        parse_marked(text)


@given(st.lists(st.tuples(st.sampled_from(sorted(TAGS)), st.text("ab \n", min_size=1))))
def test_what_is_marked_is_what_is_read(parts: list[tuple[str, str]]) -> None:
    text, spans = parse_marked("".join(f"x<{tag}>{inner}</{tag}>" for tag, inner in parts))
    assert text == "".join(f"x{inner}" for _, inner in parts)
    assert [(text[s:e], label) for s, e, label in spans] == [
        (inner, TAGS[tag]) for tag, inner in parts
    ]


def test_files_hold_one_release_after_the_other(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(
        "=== a-1 | Peru | signing\n<P>Ana</P>\n\nleft\n\n=== a-2 | Oman | visit\nnobody\n",
        encoding="utf-8",
    )
    first, second = read_marked(path)
    assert (first.id, first.text, first.spans) == ("a-1", "Ana\n\nleft", ((0, 3, "PERSON"),))
    assert (second.id, second.text, second.spans) == ("a-2", "nobody", ())
    assert first.labelled == {*LABELS, *PHRASE_LABELS}


def test_a_bad_release_is_named(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("=== a-1 | Peru | signing\nAna</P>\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: release a-1: closes nothing"):
        list(read_marked(path))
    path.write_text("Ana", encoding="utf-8")
    with pytest.raises(ValueError, match=r"a\.txt: no release"):
        list(read_marked(path))


def test_the_projects_own_releases_are_well_marked() -> None:
    texts = [text for path in sorted(FOLDER.glob("*.txt")) for text in read_marked(path)]
    ids = [text.id for text in texts]
    assert len(set(ids)) == len(ids) > 500
    for text in texts:
        assert text.spans, text.id
        for start, end, _ in text.spans:
            surface = text.text[start:end]
            assert surface == surface.strip() != "", (text.id, surface)
