from __future__ import annotations

import json
from pathlib import Path

import pytest

from .conftest import Call
from .test_show import make_record


@pytest.fixture
def db(call: Call) -> str:
    with Path("records.jsonl").open("w", encoding="utf-8") as stream:
        for number in range(2):
            record = make_record().model_dump(mode="json")
            record.update(id=f"{number:016x}", publish_date=f"2024-03-0{number + 1}")
            record["source"]["path"] = f"{number}.txt"
            stream.write(json.dumps(record) + "\n")
    assert call("load", "records.jsonl", "--db", "x.db").code == 0
    return "x.db"


def test_entities_are_made_explained_and_dropped(call: Call, db: str) -> None:
    done = call("resolve", "--db", db)
    assert (done.code, done.out) == (0, "")
    assert "entities" in done.err
    shown = call("resolve", "--db", db, "--explain", f"{1:016x}-p1")
    assert shown.out.startswith(f"{0:016x}-p1  person  Marta Okonjo\n")
    assert f"joined to {0:016x}-p1" in shown.out
    why = call("resolve", "--db", db, "--why", f"{0:016x}-p1", f"{1:016x}-p1")
    assert "name: same  Marta Okonjo / Marta Okonjo" in why.out
    assert "of 7" in why.out
    assert call("resolve", "--db", db, "--undo").code == 0
    assert call("resolve", "--db", db, "--explain", f"{1:016x}-p1").code == 1


def test_rules_decide_and_are_named_when_they_cannot(call: Call, db: str) -> None:
    Path("rules.tsv").write_text(f"apart\t{0:016x}-p1\t{1:016x}-p1\n", encoding="utf-8")
    assert call("resolve", "--db", db, "--rules", "rules.tsv", "-q").code == 0
    apart = call("resolve", "--db", db, "--explain", f"{1:016x}-p1")
    assert (apart.code, apart.err) == (1, f"communique: {1:016x}-p1 is joined with nothing\n")
    Path("rules.tsv").write_text("join\tNobody\tMarta Okonjo\n", encoding="utf-8")
    unmet = call("resolve", "--db", db, "--rules", "rules.tsv")
    assert unmet.code == 3
    assert "rules.tsv, line 1: nothing is called Nobody" in unmet.err
    Path("rules.tsv").write_text("apart\tMarta Okonjo\tMarta Okonjo\n", encoding="utf-8")
    against = call("resolve", "--db", db, "--rules", "rules.tsv")
    assert against.code == 1
    assert "rules.tsv, line 1: it names the same on both sides" in against.err


def test_what_goes_with_nothing_else_is_a_usage_error(call: Call, db: str) -> None:
    assert call("resolve", "--db", db, "--undo", "--explain", "x").code == 2
    assert call("resolve", "--db", "none.db").code == 1
    assert not Path("none.db").exists()
