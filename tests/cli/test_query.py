from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Call
from .test_show import make_record


@pytest.fixture
def db(call: Call) -> str:
    record = make_record().model_dump(mode="json")
    record["people"][0]["titles"][0]["title"] = "=Minister\x1b[31m"
    Path("records.jsonl").write_text(json.dumps(record) + "\n", encoding="utf-8")
    assert call("load", "records.jsonl", "--db", "x.db").code == 0
    return "x.db"


def test_answers_are_tables_json_or_csv(call: Call, db: str) -> None:
    table = call("query", "offices", "Okonjo", "--db", db)
    assert table.code == 0
    assert "=Minister\N{REPLACEMENT CHARACTER}[31m" in table.out
    rows = json.loads(call("query", "offices", "--db", db, "--format", "json").out)
    assert [row["title"] for row in rows] == ["=Minister\x1b[31m", "Mayor"]
    assert rows[1]["first_said"] == "2024-03-04"
    lines = call("query", "offices", "--db", db, "--format", "csv").out.splitlines()
    assert lines[0] == "name,title,organization,when,first_said,last_said,releases"
    assert lines[1].startswith("Marta Okonjo,'=Minister")


def test_days_limit_what_is_found(call: Call, db: str) -> None:
    asked = ["query", "agreements", "--db", db, "--format", "json"]
    assert len(json.loads(call(*asked, "--since", "2024-03-03").out)) == 1
    assert json.loads(call(*asked, "--since", "2024-03-04").out) == []
    assert call(*asked, "--until", "2024-02-31").code == 2


def test_what_cannot_be_answered_is_said(call: Call, db: str) -> None:
    assert call("query", "search", "--db", db).code == 2
    missing = call("query", "offices", "--db", "missing.db")
    assert (missing.code, missing.err) == (1, "communique: there is no database at missing.db\n")
    assert not Path("missing.db").exists()
    Path("empty.db").touch()
    assert "holds no records" in call("query", "offices", "--db", "empty.db").err
