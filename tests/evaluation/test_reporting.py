"""The same sections for a terminal, Markdown and a page, whatever the texts hold."""

from __future__ import annotations

import io
import re
from collections.abc import Sequence

import pytest
from lxml import html
from rich.console import Console

from communique.evaluation.contest import contest
from communique.evaluation.evaluation import Asked, Gold, evaluate
from communique.evaluation.reporting import markdown, page, plots, terminal
from communique.evaluation.reporting.sections import (
    Section,
    Table,
    contest_sections,
    evaluation_sections,
)

from .test_evaluation import HOW, case

EVIL = "<script>alert(1)</script>|\x1b[31m*"


@pytest.fixture(scope="module")
def sections() -> Sequence[Section]:
    cases = [case("1"), case("2", dates=[]), case("3", people=[], agreements=[])]
    metadata = {"1": {"genre": "city"}, "2": {"genre": EVIL}}
    asked = Asked(HOW, ["genre"], metadata, errors=True)
    return evaluation_sections(evaluate(cases, Gold("gold", "0"), EVIL, asked), listed=True)


def test_all_that_was_asked_for_is_told(sections: Sequence[Section]) -> None:
    assert [section.title for section in sections] == [
        "Figures",
        "By genre",
        "Errors by cause",
        "Errors, release by release",
    ]
    table = sections[1].table
    assert table is not None
    names = [row[:2] for part in table.parts for row in part]
    assert names == [
        ["(none)", "1"],
        [EVIL, "1"],
        ["city", "1"],
        ["mean of the groups", "3"],
        ["all", "3"],
    ]


def test_a_terminal_gets_no_signs_that_steer_it(sections: Sequence[Section]) -> None:
    console = Console(file=io.StringIO(), width=160)
    console.print(terminal.render(sections))
    shown = console.file.getvalue()  # type: ignore[attr-defined]
    assert "\x1b" not in shown
    assert "alert(1)" in shown
    assert re.search(r"^dates\s+1\.000\s+0\.667\s+0\.800", shown, re.MULTILINE)


def test_markdown_is_not_broken_by_texts(sections: Sequence[Section]) -> None:
    shown = markdown.render(sections)
    assert re.search(r"(?<!\\)[<>]", shown) is None
    rows = [line for line in shown.splitlines() if line.startswith("|")]
    assert all(re.search(r"(?<!\\)\|$", row) for row in rows)
    assert r"\<script\>alert(1)\</script\>\|" in shown
    assert r"| strict\_dates | 1.000 | 0.667 | 0.800 |" in shown


@pytest.fixture(scope="module")
def drawn(sections: Sequence[Section]) -> str:
    pytest.importorskip("vl_convert", reason="the extra plots is not installed")
    return page.render(EVIL, sections)


def test_a_page_is_whole_and_harmless(drawn: str) -> None:
    tree = html.document_fromstring(drawn)
    assert tree.xpath("//script") == []
    assert tree.xpath("//@src | //link/@href | //*[local-name()='image']") == []
    assert "url(http" not in drawn
    assert [title.text for title in tree.xpath("//h2")][:2] == ["Figures", "By genre"]
    assert len(tree.xpath("//figure[@role='img']/*[local-name()='svg']")) == 3
    assert "left out: drawing" not in drawn
    assert all(table.xpath("./thead//th[@scope='col']") for table in tree.xpath("//table"))


def test_without_the_extra_the_page_says_what_is_missing(
    sections: Sequence[Section], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(page, "draw", lambda _: None)
    shown = page.render("Evaluation", sections)
    assert "pip install &#39;communique[plots]&#39;" in shown.replace("'", "&#39;")
    assert html.document_fromstring(shown).xpath("//svg | //figure") == []
    assert len(html.document_fromstring(shown).xpath("//table")) == 4


def test_a_contest_has_its_own_sections() -> None:
    first, second = [case("1"), case("2", dates=[])], [case("1"), case("2")]
    asked = Asked(HOW, ["genre"], {"1": {"genre": "city"}, "2": {"genre": "city"}})
    found = contest_sections(contest(first, second, Gold("gold", "0"), ("a", "b"), asked))
    figures, by_genre, changes = (section.table for section in found)
    assert figures is not None
    assert by_genre is not None
    assert changes is not None
    rows = {row[0]: list(row[1:]) for part in figures.parts for row in part}
    assert rows["dates"] == ["0.667", "1.000", "+0.333", "1.000"]
    assert by_genre.parts[0][0][-1] == "+0.333"
    assert [row[:4] for part in changes.parts for row in part] == [
        ["2", "gain", "dates", "missed"],
    ]


def test_nothing_to_tell_is_told() -> None:
    nothing = [Section("Errors by cause", Table([""], [], 1))]
    assert markdown.render(nothing).endswith("none\n")
    assert "<p>none</p>" in page.render("Evaluation", nothing)
    assert plots.of_causes({}) is None
