"""The benchmark of dates: sets, values, scorer, systems and the command."""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path

import pytest
import spacy

from communique.evaluation.dates import __main__ as command
from communique.evaluation.dates import cost
from communique.evaluation.dates.scorer import Read, pair, score
from communique.evaluation.dates.sets import Marked, Text, marks_vague, read_set
from communique.evaluation.dates.systems import SYSTEMS, ours
from communique.evaluation.dates.values import cases_of, first_and_last, is_right, plain

TIMEX = {
    "id": "a",
    "dct": "2024-06-05",
    "text": "They met on May 7 for two days.",
    "timex": [[12, 17, "DATE", "2024-05-07"], [22, 30, "DURATION", "P2D"]],
}
CASE = {
    "id": "b",
    "input": "back on May 7 or so",
    "reference": "2024-06-05T12:00:00",
    "results": [
        {
            "start": 8,
            "end": 13,
            "type": "date",
            "values": [
                {"timex": "XXXX-05-07", "value": "2024-05-07"},
                {"timex": "XXXX-05-07", "value": "2025-05-07"},
            ],
        }
    ],
}


@pytest.fixture
def sets(tmp_path: Path) -> Path:
    path = tmp_path / "own.jsonl"
    path.write_text(json.dumps(TIMEX) + "\n" + json.dumps(CASE) + "\n", encoding="utf-8")
    return path


def test_both_forms_of_rows_are_read(sets: Path) -> None:
    timex, case = read_set(sets)
    assert timex.day == case.day == dt.date(2024, 6, 5)
    assert [(m.start, m.end, m.is_date) for m in timex.marked] == [(12, 17, True), (22, 30, False)]
    assert case.marked[0].values == {"XXXX-05-07", "2024-05-07", "2025-05-07"}


def test_a_row_in_no_form_is_named(tmp_path: Path) -> None:
    path = tmp_path / "bad.jsonl"
    path.write_text('{"id": "a"}\n', encoding="utf-8")
    with pytest.raises(ValueError, match=r"bad\.jsonl:1"):
        read_set(path)


def test_gold_dates_are_placed_in_order_and_vague_ones_left_out(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    (tmp_path / "docs" / "a.txt").write_text("In 2021, now, and 2021.", encoding="utf-8")
    dates = [
        {"text": "2021", "value": "2021"},
        {"text": "now", "value": "PRESENT_REF"},
        {"text": "2021", "value": "2021"},
    ]
    gold = {"id": "a", "publish_date": "2024-06", "dates": dates}
    (tmp_path / "a.gold.json").write_text(json.dumps(gold), encoding="utf-8")
    (text,) = read_set(tmp_path)
    assert [(m.start, m.end) for m in text.marked] == [(3, 7), (18, 22)]
    assert text.day is None
    assert not marks_vague([text])


@pytest.mark.parametrize(
    ("value", "one"),
    [
        ("2024-05-07", "2024-05-07"),
        ("199X", "199"),
        ("18XX", "18"),
        ("1801/1900", "18"),
        ("2024-W23-WE", "2024-06-08/2024-06-09"),
        ("--05-07", "XXXX-05-07"),
        ("2024-W5", "2024-W05"),
        ("2024-05-07T00:00:00", "2024-05-07"),
        ("FY2024", "2024"),
        ("2024-XX", "2024"),
        ("2024-05-XX", "2024-05"),
        ("XXXX-XX-XX", "XXXX-XX-XX"),
        ("2024-05-XX/2024-06", "2024-05/2024-06"),
    ],
)
def test_values_are_brought_to_one_notation(value: str, one: str) -> None:
    assert plain(value) == one


def test_values_that_name_the_same_days_are_the_same() -> None:
    assert is_right("2024-Q2", frozenset({"2024-04-01/2024-06-30"}))
    assert is_right("195", frozenset({"1950-01-01/1959-12-31"}))
    assert is_right("1601/1700", frozenset({"1600-01-01/1699-12-31"}))
    assert not is_right("2024-05", frozenset({"2024-05-01/2024-05-30"}))
    assert not is_right(None, frozenset({"2024"}))
    assert first_and_last("2024-H2") == (dt.date(2024, 7, 1), dt.date(2024, 12, 31))
    assert first_and_last("PAST_REF") is None


def test_ranges_of_recognizers_end_before_their_end_or_on_it() -> None:
    right = cases_of([{"timex": "2024-05", "start": "2024-05-01", "end": "2024-06-01"}])
    assert is_right("2024-05", right)
    right = cases_of(
        [{"timex": "(XXXX-05-07,XXXX-05-09,P2D)", "start": "2024-05-07", "end": "2024-05-09"}]
    )
    assert is_right("2024-05-07/2024-05-09", right)
    assert is_right("2024-05-07/2024-05-08", right)
    assert not is_right("2024-05-07/2024-05-10", right)
    since = cases_of([{"timex": "XXXX-08", "Mod": "since", "start": "2023-08-01"}])
    assert is_right("2023-08", since)
    assert not is_right("2024-08", since)
    assert is_right(None, cases_of([{"timex": "2024-02-30", "value": "not resolved"}]))


def test_expressions_match_one_to_one_the_exact_ones_first() -> None:
    marked = [
        Marked(0, 5, is_date=True, values=frozenset()),
        Marked(6, 9, is_date=True, values=frozenset()),
    ]
    read = [Read(4, 9, is_date=True, value=None), Read(6, 9, is_date=True, value=None)]
    assert pair(marked, read) == [(marked[0], read[0]), (marked[1], read[1])]


def test_dates_alone_or_every_type_are_scored(sets: Path) -> None:
    text = read_set(sets)[0]
    read = ours()(text.text, text.day)
    dates = score(text.marked, read, dates=True)
    assert {name: (s.right, s.found, s.gold) for name, s in dates.items()} == {
        "strict": (1, 1, 1),
        "relaxed": (1, 1, 1),
        "value": (1, 1, 1),
    }
    every = score(text.marked, read, dates=False)
    assert (every["value"].right, every["value"].found, every["value"].gold) == (2, 2, 2)


def test_vague_references_count_where_a_set_marks_them() -> None:
    text = Text("a", "It is now open.", None, ())
    figures, _ = command.measure([text], ours())
    assert figures["relaxed"].found == 0
    marked = (Marked(6, 9, is_date=True, values=frozenset({"PRESENT_REF"})),)
    figures, _ = command.measure([Text("a", text.text, None, marked)], ours())
    assert figures["value"].f1 == 1.0


def test_errors_are_listed_by_their_kind() -> None:
    marked = (
        Marked(3, 7, is_date=True, values=frozenset({"2020"})),
        Marked(8, 12, is_date=True, values=frozenset({"X"})),
    )
    lines = list(command.errors([Text("a", "In 2021 some, 2022.", None, marked)], ours()))
    assert [line[0] for line in lines] == ["=", "-", "+"]
    assert lines[0].split("\t")[3] == "2020 not 2021"


def test_the_command_prints_a_table(
    sets: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["dates", str(sets), str(sets), "--joined"])
    command.main()
    title, head, row = capsys.readouterr().out.splitlines()
    assert title == "own.jsonl + own.jsonl, 4 texts"
    assert head.split() == ["strict", "relaxed", "value", "P", "R", "ms"]
    assert row.split()[:4] == ["communique", "1.000", "1.000", "1.000"]


def test_the_command_lists_errors(
    sets: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "argv", ["dates", str(sets), "--errors"])
    command.main()
    assert capsys.readouterr().out.strip() == ""


def test_every_system_has_a_maker() -> None:
    assert list(SYSTEMS) == [
        "communique",
        "communique, reaching",
        "communique, all conventions",
        "dateparser",
        "timexy",
        "recognizers-text",
    ]


def test_the_cost_of_each_component_is_a_share(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "a.txt").write_text("ARLEN, 5 June 2024 – They met on 7 May.", encoding="utf-8")
    nlp = spacy.blank("en")
    nlp.add_pipe("communique_dates")
    monkeypatch.setattr(cost, "load", lambda _model: nlp)
    monkeypatch.setattr(sys, "argv", ["cost", str(tmp_path), "--turns", "1"])
    cost.main()
    lines = capsys.readouterr().out.splitlines()
    assert [line.split()[0] for line in lines] == ["tokenizer", "communique_dates"]
    assert sum(float(line.split()[1]) for line in lines) == pytest.approx(100, abs=0.2)
