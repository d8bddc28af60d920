from __future__ import annotations

from pathlib import Path

from .conftest import Call
from .test_show import make_record


def test_an_export_names_its_files(call: Call) -> None:
    Path("records.jsonl").write_text(make_record().model_dump_json() + "\n", encoding="utf-8")
    assert call("load", "records.jsonl", "--db", "x.db").code == 0
    called = call("export", "--db", "x.db", "-o", "out", "--format", "csv")
    assert called.code == 0
    paths = [Path(line) for line in called.out.splitlines()]
    assert Path("out/people.csv") in paths
    assert all(path.is_file() for path in paths)


def test_nothing_to_export_is_said(call: Call) -> None:
    called = call("export", "--db", "x.db", "-o", "out", "--format", "ftm")
    assert (called.code, called.err) == (1, "communique: there is no database at x.db\n")
    assert not Path("out").exists()
