"""What Datasette shows of a database, asked within this process."""

from __future__ import annotations

import asyncio
import sqlite3
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from communique.stores.extras import MissingExtraError
from communique.stores.sql import schema
from communique.stores.sql.browsing import application, listen
from communique.stores.sql.engine import DatabaseError
from communique.stores.sql.loading import load
from communique.stores.sql.views import VIEWS

from .samples import HOSTILE, values, write_lines

SCRIPT = "<script>alert('x')</script>"


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("browsing")
    records = [values("Plain harbour.")]
    for name in (*HOSTILE, SCRIPT):
        record = values(name, title=name, publish_date="2023-02-01")
        record["people"][0].update(name=name)
        record["organizations"][0].update(name=name, aliases=[name])
        record["agreements"][0].update(name=name, date=None)
        records.append(record)
    load([write_lines(folder / "records.jsonl", records)], str(folder / "x.db"))
    return str(folder / "x.db")


@pytest.fixture(scope="module")
def shown(db: str) -> Any:
    pytest.importorskip("datasette")
    return application(db)


def apart(asked: Any) -> Any:
    """Run a coroutine in a thread: the browser of other tests has a loop running in this one."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, asked).result()


def get(shown: Any, path: str, **asked: str) -> Any:
    response = apart(shown.client.get(f"/x{path}", params=asked))
    assert response.status_code == 200, response.text
    return response.json() if path.endswith(".json") else response.text


def test_every_table_and_column_is_described(shown: Any, db: str) -> None:
    told = shown.metadata("tables", database="x")
    with sqlite3.connect(db) as connection:
        found = connection.execute(
            "SELECT m.name, c.name FROM sqlite_master m, pragma_table_info(m.name) c "
            "WHERE m.type IN ('table', 'view') AND m.name NOT LIKE '%sqlite%'"
        ).fetchall()
    columns: dict[str, set[str]] = {}
    for table, column in found:
        columns.setdefault(table, set()).add(column)
    described = {name: said for name, said in told.items() if not said.get("hidden")}
    assert described
    for name, said in described.items():
        assert said["title"]
        assert said["description"]
        assert set(said["columns"]) == columns[name], name
        facets = {*said.get("facets", ()), *filter(None, (said.get("sort"), said.get("sort_desc")))}
        assert facets <= columns[name]
    assert set(described) == {*schema.metadata.tables, *VIEWS}
    assert "alembic_version" not in described


def test_agreements_are_counted_by_organization_year_and_type(shown: Any) -> None:
    page = get(shown, "/parties.json", _size="max")
    assert page["filtered_table_rows_count"] == 2 * (2 + len(HOSTILE))
    found = {
        name: {entry["value"]: entry["count"] for entry in facet["results"]}
        for name, facet in page["facet_results"].items()
    }
    assert set(found) == {"party", "year", "type", "status"}
    assert found["year"] == {2023: 2 * (1 + len(HOSTILE)), 2024: 2}
    assert found["party"]["Jonas Vell"] == 2 + len(HOSTILE)
    assert found["party"][SCRIPT] == 1
    assert set(found["type"]) == {"contract"}


@pytest.mark.parametrize(
    ("query", "asked", "count"),
    [
        ("signed_with", {"name": " Ministry of Harbours"}, 1),
        ("offices_of", {"name": "okonjo"}, 2),
        ("agreements_of", {"name": "vell", "since": "2024-01-01", "until": ""}, 1),
        ("agreements_of", {"name": "vell", "since": "", "until": "2023-12-31"}, 7),
        ("search", {"words": "harbours"}, 1),
        ("search", {"words": '"OR (NEAR'}, 0),
        ("search", {"words": ""}, 0),
    ],
)
def test_the_usual_questions_are_answered(
    shown: Any, query: str, asked: dict[str, str], count: int
) -> None:
    answer = get(shown, f"/{query}.json", _shape="array", **asked)
    assert len(answer) == count


def test_releases_are_sought_on_their_page(shown: Any) -> None:
    page = get(shown, "/releases.json", _shape="array", _search="harbour")
    assert [row["text"] for row in page] == ["Plain harbour."]


@pytest.mark.parametrize("path", ["", "/parties", "/offices", "/releases", "/people"])
def test_names_are_shown_and_do_nothing(shown: Any, path: str) -> None:
    page = get(shown, path)
    assert SCRIPT not in page
    if path:
        assert "&lt;script&gt;alert(" in page


def test_nothing_can_be_written(shown: Any, db: str) -> None:
    for statement in ("DELETE FROM releases", "PRAGMA user_version = 3"):
        response = apart(shown.client.get("/x.json", params={"sql": statement}))
        assert response.status_code == 400
    with pytest.raises(sqlite3.OperationalError, match="readonly"):
        apart(shown.get_database("x").execute("DELETE FROM releases"))
    for method in (shown.client.post, shown.client.delete):
        assert apart(method("/x/releases")).status_code >= 400


def test_what_cannot_be_browsed_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("datasette")
    with pytest.raises(DatabaseError, match="there is no database"):
        application(str(tmp_path / "missing.db"))
    with pytest.raises(DatabaseError, match="only SQLite"):
        application("postgresql://host/name")
    monkeypatch.setitem(sys.modules, "datasette.app", None)
    with pytest.raises(MissingExtraError, match=r"communique\[browse\]"):
        application(str(tmp_path / "missing.db"))


def test_only_this_machine_is_listened_to() -> None:
    with listen(0) as listening:
        address, port = listening.getsockname()
        assert address == "127.0.0.1"
        listening.listen()
        with pytest.raises(OSError, match="in use"):
            listen(port)
