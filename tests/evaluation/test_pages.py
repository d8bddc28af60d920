from __future__ import annotations

from pathlib import Path

import pytest

from communique.evaluation.pages import main, varied

SAMPLE = Path(__file__).parents[2] / "outputs" / "sample.jsonl"


def test_varied_records_are_releases_of_their_own() -> None:
    records = list(varied(str(SAMPLE), 9))
    assert len({record.id for record in records}) == 9
    assert len({record.title for record in records}) == 9
    names = {record.people[0].name for record in records}
    assert len(names) == 7  # three of them as they were
    assert records[1].agreements == records[0].agreements


def test_what_was_measured_is_told(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    main([str(SAMPLE), "--count", "3", "--chromium", "", "--site", str(tmp_path / "site")])
    lines = capsys.readouterr().out.splitlines()
    assert lines[1].startswith("3 records: site made in ")
    assert (tmp_path / "site" / "index.html").is_file()
