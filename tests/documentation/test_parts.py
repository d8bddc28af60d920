"""Parts of pages that the program makes."""

from __future__ import annotations

from pathlib import Path

import pytest

from communique.documentation.command_tables import arguments, options
from communique.documentation.fault_tables import faults
from communique.documentation.markdown_tables import one_of, table
from communique.documentation.parts import parts, renew, renewed
from communique.documentation.record_tables import fields
from communique.documentation.rule_tables import rules

STALE = "# A\n\n<!-- made: arguments of show -->\nold\n<!-- end -->\n\nProse stays.\n"


def test_a_part_is_made_anew_and_prose_stays(tmp_path: Path) -> None:
    page = tmp_path / "a.md"
    page.write_text(STALE, encoding="utf-8")
    assert renew(tmp_path) == [page]
    text = page.read_text(encoding="utf-8")
    assert "old" not in text
    assert "| `FILE` |" in text
    assert text.endswith("\n<!-- end -->\n\nProse stays.\n")
    assert renew(tmp_path) == []
    assert parts(text) == [("arguments", "show")]


@pytest.mark.parametrize("asked", ["arguments of shew", "fields of Show", "rules of x", "x of y"])
def test_a_part_of_nothing_is_an_error(asked: str, tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        renewed(f"<!-- made: {asked} -->\n<!-- end -->", tmp_path)


def test_options_have_their_defaults_values_and_variables() -> None:
    rows = options("query").splitlines()
    assert "| option | default | |" in rows
    assert "| `--since` `YYYY-MM-DD` | | The first day that counts. |" in rows
    assert "| `--format` | `table` | How the answer is written: `table`, `json` or `csv`. |" in rows
    (db,) = (row for row in rows if "`--db`" in row)
    assert "`outputs/communique.db`, or what `COMMUNIQUE_DB` says" in db
    assert not any("--help" in row for row in rows)


def test_options_are_grouped_as_in_the_help() -> None:
    groups = [line for line in options("extract").splitlines() if line.endswith(":")]
    assert groups == ["Large runs:", "Fields of JSON, columns of CSV:"]


def test_a_flag_with_two_names_says_which_is_chosen() -> None:
    assert "| `--open`, `--no-open` | `--open` |" in options("browse")
    assert "| `-q`, `--quiet` | |" in options("load")
    assert "| `-o`, `--output` `FOLDER` | must be given |" in options("export")


def test_arguments_that_may_be_left_out_stand_in_brackets() -> None:
    assert "| `GOLD` |" in arguments("evaluate")
    assert "| `[RECORDS]` |" in arguments("evaluate")
    assert "| `[DB]` |" in arguments("browse")


def test_fields_have_types_values_and_links() -> None:
    titles = fields("TitleRecord")
    assert "| `start`, `end` | [span](#spans) | where its words stand |" in titles
    assert "| `organization` | text, or null |" in titles
    assert "| `when` | `current`, `former` or `future` |" in titles
    assert "| `titles` | list of [titles](#titles) |" in fields("PersonRecord")
    assert "| `value` | text, or null |" in fields("DateRecord")
    assert "| `publish_date` | text, or null |" in fields("Record")


def test_rules_have_what_they_say() -> None:
    assert "| `family-name` | the family name of exactly one person |" in rules("alias")


def test_faults_are_what_precision_and_recall_leave(repository: Path) -> None:
    page = repository / "docs" / "benchmarks.md"
    lines = faults(page).splitlines()
    assert lines[0] == "| | wrong | missed |"
    first = page.read_text(encoding="utf-8").split("\n## ")[1]
    (row,) = (line for line in first.splitlines() if line.startswith("| people |"))
    thousandths = (1000 - round(1000 * float(cell)) for cell in row.split(" | ")[1:3])
    wrong, missed = ((n + 5) // 10 for n in thousandths)
    assert f"| people (`people`) | {wrong} | {missed} |" in lines


def test_bars_in_cells_are_escaped() -> None:
    assert table(("a", ""), [("`x|y`", "z")]) == "| a | |\n|---|---|\n| `x\\|y` | z |\n"
    assert one_of(["a"]) == "`a`"
    assert one_of("abc") == "`a`, `b` or `c`"
