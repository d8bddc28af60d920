from __future__ import annotations

import gzip
import json
from pathlib import Path
from typing import Any

import pytest
from pydantic import BaseModel
from sqlalchemy import text

from communique.records import model
from communique.records.model import Record
from communique.stores.sql.engine import DatabaseError, database_url, open_engine, shown
from communique.stores.sql.loading import LoadFailure, LoadSummary, load
from communique.stores.sql.rows import COLUMNS

from .samples import HOSTILE, dump, many, stored, values, write_lines


def load_all(db: str, tmp_path: Path, *records: dict[str, Any] | str) -> LoadSummary:
    """Load records from a file, and fail where one of them fails."""
    failures: list[LoadFailure] = []
    path = write_lines(tmp_path / "records.jsonl", records)
    summary = load([path], db, on_failure=failures.append)
    assert failures == []
    return summary


def test_records_come_back_as_they_were_loaded(db: str, tmp_path: Path) -> None:
    records = many(20)
    load_all(db, tmp_path, *records)
    assert stored(db) == [Record.model_validate(record) for record in records]


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_strings_come_through_unharmed(db: str, tmp_path: Path, name: str) -> None:
    record = values(name, title=name, warnings=[name])
    record["people"][0].update(name=name, given=name)
    record["people"][0]["titles"][0]["title"] = name
    record["organizations"][0].update(name=name, aliases=[name])
    record["agreements"][0].update(name=name, place=name)
    load_all(db, tmp_path, record)
    assert stored(db) == [Record.model_validate(record)]


def test_every_field_of_the_record_has_its_place() -> None:
    """Fields without columns are kept in ``details``, where the part of the record has such."""
    spans = {model.SpanText, model.SpanOffsets, model.SignatoryRecord, model.GroundRecord}
    spans |= {model.AgreementDateRecord, model.AgreementTermRecord}
    for part in vars(model).values():
        if isinstance(part, type) and issubclass(part, model._Part) and part is not model._Part:
            assert part in COLUMNS or part in spans | {model.DatelineRecord}, part
    fields: dict[type[BaseModel], set[str]] = {
        model.SpanText: {"start", "end", "text"},
        model.SpanOffsets: {"start", "end"},
        model.AgreementDateRecord: {"start", "end", "value"},
        model.AgreementTermRecord: {"start", "end", "value"},
        model.SignatoryRecord: {"person", "on_behalf_of"},
        model.DatelineRecord: {"place", "date"},
    }
    for kind, names in fields.items():
        assert set(kind.model_fields) == names, f"{kind.__name__} has a field without a column"
    for kind, columns in COLUMNS.items():
        assert columns <= set(kind.model_fields)


def test_loading_twice_gives_the_same_rows(db: str, tmp_path: Path) -> None:
    records = many(30)
    assert load_all(db, tmp_path, *records).new == 30
    before = dump(db)
    again = load_all(db, tmp_path, *records)
    assert (again.new, again.changed, again.unchanged) == (0, 0, 30)
    load_all(db, tmp_path, *reversed(records))
    assert dump(db) == before


def test_a_changed_record_replaces_its_own_rows_and_no_others(db: str, tmp_path: Path) -> None:
    records = many(3)
    load_all(db, tmp_path, *records)
    before = dump(db)
    changed = values("Release number 1.", title="Another", people=[], agreements=[], dates=[])
    summary = load_all(db, tmp_path, changed)
    assert (summary.new, summary.changed) == (0, 1)
    after = dump(db)
    assert stored(db)[1] == Record.model_validate(changed)
    for name, rows in before.items():
        assert [row for row in rows if row[0] != 2] == [row for row in after[name] if row[0] != 2]


def test_a_source_whose_text_changed_holds_one_release(db: str, tmp_path: Path) -> None:
    source = {"path": "a.txt", "format": "text", "sha256": "0" * 64, "record": None}
    load_all(db, tmp_path, values("First.", source=source), values("Other."))
    summary = load_all(db, tmp_path, values("Second.", source=source))
    assert (summary.new, summary.removed) == (1, 1)
    assert sorted(record.text or "" for record in stored(db)) == ["Other.", "Second."]


def test_a_release_stays_while_one_source_holds_it(db: str, tmp_path: Path) -> None:
    one = {"path": "a.txt", "format": "text", "sha256": "0" * 64, "record": None}
    two = {**one, "path": "b.txt"}
    load_all(db, tmp_path, values("First.", source=one), values("First.", source=two))
    assert len(dump(db)["sources"]) == 2
    load_all(db, tmp_path, values("Second.", source=one))
    assert sorted(record.text or "" for record in stored(db)) == ["First.", "Second."]
    load_all(db, tmp_path, values("Second.", source=two))
    assert [record.text for record in stored(db)] == ["Second."]


def test_within_a_batch_the_last_record_of_a_source_counts(db: str, tmp_path: Path) -> None:
    source = {"path": "a.txt", "format": "text", "sha256": "0" * 64, "record": "line 1"}
    load_all(db, tmp_path, values("First.", source=source), values("Second.", source=source))
    assert [record.text for record in stored(db)] == ["Second."]


def test_standard_input_is_no_source_that_holds_one_release(db: str, tmp_path: Path) -> None:
    source = {"path": "-", "format": "text", "sha256": "0" * 64, "record": None}
    load_all(db, tmp_path, values("First.", source=source))
    load_all(db, tmp_path, values("Second.", source=source))
    assert len(stored(db)) == 2


def test_a_record_that_lacks_fields_leaves_what_stands_there(db: str, tmp_path: Path) -> None:
    whole = values()
    load_all(db, tmp_path, whole)
    older = values()
    for name in ("language", "dateline", "dates", "warnings"):
        del older[name]
    del older["people"][0]["given"]
    del older["people"][0]["titles"][0]["organization_name"]
    del older["agreements"][0]["place"]
    older["text"] = None
    older["title"] = "Another"
    load_all(db, tmp_path, older)
    assert stored(db) == [Record.model_validate({**whole, "title": "Another"})]


def test_a_field_that_is_null_empties_what_stands_there(db: str, tmp_path: Path) -> None:
    load_all(db, tmp_path, values())
    load_all(db, tmp_path, values(language=None))
    assert [record.language for record in stored(db)] == [None]


def test_what_lacks_a_field_takes_nothing_from_another_person(db: str, tmp_path: Path) -> None:
    load_all(db, tmp_path, values())
    other = values()
    other["people"][0] = {"id": "p1", "name": "Ines Tarr", "mentions": [], "titles": []}
    load_all(db, tmp_path, other)
    person = stored(db)[0].people[0]
    assert (person.name, person.given, person.family) == ("Ines Tarr", None, None)


def test_what_is_no_record_is_named_and_the_rest_goes_on(db: str, tmp_path: Path) -> None:
    lost = values("Lost.")
    lost["agreements"][0]["parties"] = ["o9"]
    twice = values("Twice.")
    twice["people"][1]["id"] = "p1"
    path = write_lines(
        tmp_path / "records.jsonl",
        [
            values("One."),
            '{"id": ',
            "",
            '{"id": 3}',
            lost,
            twice,
            values("No day.", publish_date="2024-02-31"),
            values("Nul\0."),
            values("Two."),
        ],
    )
    digits = "".join(str(number * 7919 % 10007) for number in range(999))
    packed = gzip.compress(f"{json.dumps(values('Three.'))}\n{digits}".encode())
    (tmp_path / "torn.jsonl.gz").write_bytes(packed[:-20])
    failures: list[LoadFailure] = []
    paths = [path, str(tmp_path / "missing.jsonl"), str(tmp_path / "torn.jsonl.gz")]
    summary = load(paths, db, on_failure=failures.append)
    assert summary.new == 3
    assert summary.failed == len(failures)
    said = [(Path(f.path).name, f.line, f.reason) for f in failures]
    assert [place[:2] for place in said] == [
        *[("records.jsonl", number) for number in (2, 4, 5, 6, 7, 8)],
        ("missing.jsonl", None),
        ("torn.jsonl.gz", 2),
    ]
    assert "a1 names o9, which the record lacks" in said[2][2]
    assert "an id stands twice in people" in said[3][2]
    assert "there is no day 2024-02-31" in said[4][2]
    assert str(failures[0]).endswith("records.jsonl, line 2: " + failures[0].reason)


def test_what_the_database_refuses_fails_alone(db: str, tmp_path: Path) -> None:
    huge = values("Huge.")
    huge["people"][0]["mentions"][0]["end"] = 10**30
    path = write_lines(tmp_path / "records.jsonl", [values("One."), huge, values("Two.")])
    failures: list[LoadFailure] = []
    summary = load([path], db, on_failure=failures.append)
    assert [failure.line for failure in failures] == [2]
    assert summary.new == 2
    assert [record.text for record in stored(db)] == ["One.", "Two."]


def test_a_text_of_any_length_is_loaded_and_sought(db: str, tmp_path: Path) -> None:
    long = "harbour " + " ".join(f"{number:x}" for number in range(200_000))
    load_all(db, tmp_path, values(long, source=values()["source"]))
    assert stored(db)[0].text == long


def test_what_is_stored_takes_little_room(db: str, tmp_path: Path) -> None:
    long = " ".join(f"word {number}" for number in range(1000))
    load([write_lines(tmp_path / "records.jsonl", [values(long)])], db)
    engine = open_engine(db)
    with engine.begin() as connection:
        if connection.dialect.name == "sqlite":
            assert connection.exec_driver_sql("PRAGMA page_size").scalar() == 16_384
        else:
            known = "SELECT 'lz4' = ANY(enumvals) FROM pg_settings WHERE name LIKE :name"
            if connection.scalar(text(known), {"name": "default_toast_compression"}):
                found = connection.scalar(text("SELECT pg_column_compression(text) FROM releases"))
                assert found == "lz4"
    engine.dispose()


def test_a_database_that_is_none_is_said(tmp_path: Path) -> None:
    path = write_lines(tmp_path / "records.jsonl", many(1))
    (tmp_path / "prose.db").write_text("This is no database, but a file of prose. " * 99)
    with pytest.raises(DatabaseError, match=r"prose\.db: file is not a database"):
        load([path], str(tmp_path / "prose.db"))
    with pytest.raises(DatabaseError, match="mysql is no kind of database"):
        load([path], "mysql://localhost/x")
    with pytest.raises(DatabaseError, match="there is no database at"):
        open_engine(str(tmp_path / "missing.db"))


def test_a_server_that_is_not_there_is_said_at_once_and_without_the_password(
    tmp_path: Path,
) -> None:
    pytest.importorskip("psycopg")
    url = f"postgresql://me:secret@/x?host={tmp_path}"
    with pytest.raises(DatabaseError) as caught:
        load([write_lines(tmp_path / "records.jsonl", many(1))], url)
    assert "secret" not in str(caught.value)
    assert "secret" not in shown(open_engine(url))


def test_addresses_of_databases() -> None:
    assert str(database_url("outputs/x.db")) == "sqlite:///outputs/x.db"
    assert str(database_url("sqlite:///x.db")) == "sqlite:///x.db"
    for name in ("postgresql", "postgres", "postgresql+psycopg"):
        assert database_url(f"{name}://host/x").drivername == "postgresql+psycopg"


def test_releases_are_sought_by_their_words(db: str, tmp_path: Path) -> None:
    load_all(db, tmp_path, values("The harbour opened."), values("Schools closed."))
    load_all(db, tmp_path, values("Schools closed.", title="Of ferries"))
    engine = open_engine(db)
    sqlite = (
        "SELECT r.text FROM releases_search s JOIN releases r ON r.release = s.rowid "
        "WHERE releases_search MATCH :words"
    )
    postgresql = "SELECT text FROM releases WHERE search @@ websearch_to_tsquery('english', :words)"
    query = text(sqlite if engine.dialect.name == "sqlite" else postgresql)
    with engine.begin() as connection:

        def found(words: str) -> list[str]:
            return list(connection.scalars(query, {"words": words}))

        assert found("harbours") == ["The harbour opened."]
        assert found("ferry") == ["Schools closed."]
        assert found("pact") == ["The harbour opened."]
    engine.dispose()
