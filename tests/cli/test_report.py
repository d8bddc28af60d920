from __future__ import annotations

from pathlib import Path

import pytest

from communique.reports.site import drawing

from .conftest import Call
from .test_show import make_record


@pytest.fixture(autouse=True)
def _undrawn(monkeypatch: pytest.MonkeyPatch) -> None:
    """Leave the drawings out, which other tests look at."""
    monkeypatch.setattr(drawing, "_vega", lambda: None)


def write_records(name: str = "records.jsonl", behind: str = "") -> None:
    line = make_record().model_dump_json()
    Path(name).write_text(f"{line}\n{behind}", encoding="utf-8")


def test_a_site_is_made_of_records(call: Call) -> None:
    write_records()
    called = call("report", "records.jsonl", "-o", "site", "--title", "Piers & ports")
    assert called.code == 0
    assert called.out == "site/index.html\n"
    assert "releases: 1, agreements: 1, failures: 0, warnings: 1" in called.err
    assert "communique[plots]" in called.err
    assert "Piers &amp; ports" in Path("site/index.html").read_text(encoding="utf-8")
    (page,) = Path("site").glob("releases/*/*.html")
    assert "Pier Pact" in page.read_text(encoding="utf-8")
    assert call("report", "records.jsonl", "-o", "site", "--quiet").err == ""


def test_failures_beside_the_records_are_shown(call: Call) -> None:
    write_records()
    Path("records.failed.jsonl").write_text(
        '{"path":"bad.pdf","record":null,"stage":"parse","reason":"no <PDF>"}\n[]\n',
        encoding="utf-8",
    )
    assert call("report", "records.jsonl").code == 0
    page = Path("outputs/report/faults.html").read_text(encoding="utf-8")
    assert "bad.pdf" in page
    assert "no &lt;PDF&gt;" in page
    assert "not a failure that a run lists" in page


def test_lines_that_are_no_records_are_told_and_listed(call: Call) -> None:
    write_records(behind="prose\n")
    called = call("report", "records.jsonl", "-o", "site")
    assert called.code == 3
    assert "failed: records.jsonl, line 2: not a record (Invalid JSON" in called.err
    assert "not a record" in Path("site/faults.html").read_text(encoding="utf-8")


def test_nothing_done_is_a_failure(call: Call) -> None:
    called = call("report", "missing.jsonl", "-o", "site")
    assert called.code == 1
    assert "communique: missing.jsonl: No such file or directory" in called.err
    assert not Path("site/index.html").exists()
    write_records()
    Path("mine").mkdir()
    Path("mine/thesis.txt").touch()
    called = call("report", "records.jsonl", "-o", "mine")
    assert called.code == 1
    assert "mine holds files and no report" in called.err
    assert call("report", "records.jsonl", "-o", "mine", "--overwrite").code == 0
    assert Path("mine/thesis.txt").exists()
