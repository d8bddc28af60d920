from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation.databases import main, timed_load, write_repeated
from communique.stores.records import read_records

SAMPLE = Path(__file__).parents[2] / "outputs" / "sample.jsonl"


def test_repeated_records_are_releases_of_their_own(tmp_path: Path) -> None:
    write_repeated(str(SAMPLE), 7, tmp_path / "records.jsonl")
    summary, memory = timed_load(tmp_path / "records.jsonl", str(tmp_path / "x.db"))
    assert (summary.new, summary.failed) == (7, 0)
    assert len(memory) == 1


def test_no_two_repeated_records_name_the_same(tmp_path: Path) -> None:
    write_repeated(str(SAMPLE), 2, tmp_path / "records.jsonl")
    one, two = read_records(tmp_path / "records.jsonl")
    assert one.people
    assert not {person.name for person in one.people} & {person.name for person in two.people}
    assert one.id != two.id
    assert one.text != two.text


@pytest.mark.parametrize("plain", [[], ["--plain", "3"]])
def test_a_table_is_printed(capsys: pytest.CaptureFixture[str], plain: list[str]) -> None:
    pytest.importorskip("sqlite_utils")
    main([str(SAMPLE), "--count", "5", *plain])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("5 records of ")
    assert {line.count("|") for line in lines[1:]} == {10}
    assert lines[3].startswith("| SQLite, sqlite-utils | ")
    assert lines[4].startswith("| SQLite, bare executemany | ")
