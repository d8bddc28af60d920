from __future__ import annotations

from pathlib import Path

from .conftest import Call
from .test_show import make_record


def test_loading_says_what_was_done(call: Call) -> None:
    Path("records.jsonl").write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    called = call("load", "records.jsonl")
    assert called.code == 0
    assert "new  changed" in called.err
    assert called.out == ""
    assert Path("outputs/communique.db").is_file()
    assert call("load", "records.jsonl", "--quiet").err == ""


def test_what_is_no_record_is_told(call: Call) -> None:
    line = make_record().model_dump_json()
    Path("records.jsonl").write_text(f"{line}\nprose\n", encoding="utf-8")
    called = call("load", "records.jsonl", "--db", "x.db")
    assert called.code == 3
    assert "failed: records.jsonl, line 2: not a record (Invalid JSON" in called.err


def test_nothing_done_is_a_failure(call: Call) -> None:
    called = call("load", "missing.jsonl")
    assert called.code == 1
    assert "failed: missing.jsonl: No such file or directory" in called.err
    called = call("load", "missing.jsonl", "--db", "oracle://host/x")
    assert called.code == 1
    assert "communique: oracle is no kind of database" in called.err


def test_without_records_the_tables_are_made(call: Call) -> None:
    assert call("load", "--db", "x.db").code == 0
    assert Path("x.db").is_file()
