from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation.databases import main, timed_load, write_repeated

SAMPLE = Path(__file__).parents[2] / "outputs" / "sample.jsonl"


def test_repeated_records_are_releases_of_their_own(tmp_path: Path) -> None:
    write_repeated(str(SAMPLE), 7, tmp_path / "records.jsonl")
    summary, memory = timed_load(tmp_path / "records.jsonl", str(tmp_path / "x.db"))
    assert (summary.new, summary.failed) == (7, 0)
    assert len(memory) == 1


def test_a_table_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("sqlite_utils")
    main([str(SAMPLE), "--count", "5"])
    lines = capsys.readouterr().out.splitlines()
    assert lines[0].startswith("5 records of ")
    assert lines[3].startswith("| SQLite, sqlite-utils | ")
