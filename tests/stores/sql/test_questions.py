from __future__ import annotations

import datetime as dt
from pathlib import Path
from typing import Any

import pytest

from communique.stores.sql.engine import open_engine
from communique.stores.sql.loading import load
from communique.stores.sql.questions import Asked, ask

from .samples import HOSTILE, values, write_lines


@pytest.fixture
def asking(db: str, tmp_path: Path) -> Any:
    later = values("Later, in May.", publish_date="2024-05-20")
    later["people"][0]["titles"][0]["when"] = "former"
    later["agreements"][0].update(name="Lock Pact", date=None, parties=["o2", "o1"])
    hostile = values("Of names.", publish_date=None, people=[], dates=[])
    hostile["organizations"] = [
        {"id": f"o{number}", "name": name, "type": "other"} for number, name in enumerate(HOSTILE)
    ]
    hostile["agreements"] = [
        {
            "id": "a1",
            "name": "=1+1",
            "type": "other",
            "status": "signed",
            "parties": [f"o{number}" for number in range(len(HOSTILE))],
        }
    ]
    load([write_lines(tmp_path / "records.jsonl", [values("Early."), later, hostile])], db)
    engine = open_engine(db)

    def answer(question: str, name: str | None = None, **more: Any) -> list[dict[str, Any]]:
        with engine.begin() as connection:
            found = ask(connection, question, Asked(name, **more))
        return [dict(zip(found.columns, row, strict=True)) for row in found.rows]

    yield answer
    engine.dispose()


def test_who_signed_with_whom(asking: Any) -> None:
    rows = asking("signed-with", "ministry of HARBOURS")
    assert [(row["name"], row["with"], row["agreement"]) for row in rows] == [
        ("Ministry of Harbours", "Jonas Vell", "Pier Pact"),
        ("Ministry of Harbours", "Republic of Kelm", "Lock Pact"),
    ]
    assert asking("signed-with", "MoH") == rows
    assert [row["with"] for row in asking("signed-with", "vell")] == ["Ministry of Harbours"]
    assert asking("signed-with", "inistry") == []
    pairs = len(HOSTILE) * (len(HOSTILE) - 1) // 2
    assert len(asking("signed-with")) == 2 + pairs


def test_the_offices_of_a_person_over_time(asking: Any) -> None:
    rows = asking("offices", "Okonjo")
    assert [tuple(map(str, row.values())) for row in rows] == [
        ("Marta Okonjo", "Mayor", "Kelm", "former", "2024-03-04", "2024-05-20", "2"),
        (
            *("Marta Okonjo", "Minister", "Ministry of Harbours"),
            *("current", "2024-03-04", "2024-03-04", "1"),
        ),
        (
            *("Marta Okonjo", "Minister", "Ministry of Harbours"),
            *("former", "2024-05-20", "2024-05-20", "1"),
        ),
    ]
    assert len(asking("offices", "Okonjo", until=dt.date(2024, 4, 1))) == 2
    assert asking("offices", "Vell") == []


def test_the_agreements_of_an_organization_between_two_days(asking: Any) -> None:
    def names(**more: Any) -> list[str]:
        return [row["agreement"] for row in asking("agreements", "Ministry of Harbours", **more)]

    assert names() == ["Pier Pact", "Lock Pact"]
    assert names(since=dt.date(2024, 3, 31)) == ["Pier Pact", "Lock Pact"]
    assert names(since=dt.date(2024, 4, 1)) == ["Lock Pact"]
    assert names(until=dt.date(2024, 5, 19)) == ["Pier Pact"]
    assert names(until=dt.date(2024, 2, 29)) == []
    assert names(limit=1) == ["Pier Pact"]
    rows = asking("agreements", "Kelm")
    assert [row["parties"] for row in rows] == ["Republic of Kelm; Ministry of Harbours"]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_are_sought_and_found(asking: Any, name: str) -> None:
    rows = asking("signed-with", name)
    assert {row["name"] for row in rows} == {name}
    assert {row["with"] for row in rows} == set(HOSTILE) - {name}
    asking("search", name)
    asking("offices", name)


def test_releases_are_sought_by_words_and_days(asking: Any) -> None:
    (row,) = asking("search", "LATER may")
    assert "[Later]" in row["found"]
    assert str(row["published"]) == "2024-05-20"
    assert len(asking("search", "pacts")) == 3
    assert len(asking("search", "pacts", limit=2)) == 2
    assert len(asking("search", "pact", since=dt.date(2024, 4, 1))) == 1
    assert asking("search", '"') == []
