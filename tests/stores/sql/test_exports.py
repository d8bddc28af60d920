from __future__ import annotations

import csv
import json
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from communique.cli.export import ExportFormat
from communique.stores.cells import unguarded
from communique.stores.exports.exporting import FORMS, export
from communique.stores.exports.tables import EXPORTED
from communique.stores.extras import MissingExtraError
from communique.stores.sql import schema
from communique.stores.sql.engine import DatabaseError
from communique.stores.sql.loading import load

from .samples import HOSTILE, dump, values, write_lines

FTM = json.loads((Path(__file__).parent / "ftm-4.11.json").read_text(encoding="utf-8"))


def hostile(name: str) -> dict[str, Any]:
    record = values(name, title=name)
    record["people"][0].update(name=name, given=name)
    record["organizations"][0].update(name=name, aliases=[name])
    record["agreements"][0].update(
        name=name, date={"value": "2024-05-07/2024-05-09", "start": 0, "end": 1}
    )
    return record


@pytest.fixture(scope="module")
def db(tmp_path_factory: pytest.TempPathFactory) -> str:
    folder = tmp_path_factory.mktemp("exports")
    records = [values("Plain."), *map(hostile, [*HOSTILE, "bell \x07 and escape \x1b[0m"])]
    load([write_lines(folder / "records.jsonl", records)], str(folder / "x.db"))
    return str(folder / "x.db")


def test_the_command_knows_the_forms() -> None:
    assert {form.value for form in ExportFormat} == set(FORMS)


def test_csv_holds_every_table_whole_and_no_formulas(db: str, tmp_path: Path) -> None:
    paths = export(db, tmp_path / "out", "csv")
    assert [path.stem for path in paths] == [table.name for table in EXPORTED]
    rows = dump(db, EXPORTED)
    for path in paths:
        with path.open(encoding="utf-8", newline="") as stream:
            head, *lines = csv.reader(stream)
        assert head == schema.metadata.tables[path.stem].columns.keys()
        assert not [cell for line in lines for cell in line if cell[:1] in {*"=+-@\t"}]
        assert [[unguarded(cell) for cell in line] for line in lines] == [
            [as_text(value) for value in row] for row in rows[path.stem]
        ]


def as_text(value: object) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False, sort_keys=True)
    return "" if value is None else str(value)


def test_parquet_holds_every_table_whole(db: str, tmp_path: Path) -> None:
    parquet = pytest.importorskip("pyarrow.parquet")
    paths = export(db, tmp_path / "out", "parquet")
    rows = dump(db, EXPORTED)
    for path in paths:
        table = parquet.read_table(path)
        found = [tuple(row.values()) for row in table.to_pylist()]
        assert found == [
            tuple(as_text(cell) if isinstance(cell, dict) else cell for cell in row)
            for row in rows[path.stem]
        ]
    dates = parquet.read_schema(tmp_path / "out" / "dates.parquet")
    assert str(dates.field("first_day").type) == "date32[day]"


def test_duckdb_holds_every_table_whole(db: str, tmp_path: Path) -> None:
    duckdb = pytest.importorskip("duckdb")
    pytest.importorskip("pyarrow")
    (path,) = export(db, tmp_path / "out", "duckdb")
    assert [file.name for file in path.parent.iterdir()] == ["communique.duckdb"]
    export(db, tmp_path / "out", "duckdb")  # again, over what stands there
    with duckdb.connect(str(path), read_only=True) as target:
        for name, rows in dump(db, EXPORTED).items():
            keys = ", ".join(schema.metadata.tables[name].primary_key.columns.keys())
            found = target.execute(f"SELECT * FROM {name} ORDER BY {keys}").fetchall()
            assert found == [
                tuple(as_text(cell) if isinstance(cell, dict) else cell for cell in row)
                for row in rows
            ]
        (day,) = target.execute("SELECT max(first_day) - min(first_day) FROM dates").fetchone()
        assert day is not None
        asked = "SELECT details ->> '$.grounds[0].slot' FROM agreements LIMIT 1"
        assert target.execute(asked).fetchone() == ("party",)


def test_what_the_extra_lacks_is_said(
    db: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(MissingExtraError, match=r"communique\[duckdb\]"):
        export(db, tmp_path, "duckdb")
    assert list(tmp_path.iterdir()) == []


def ftm_entities(db: str, folder: Path) -> list[dict[str, Any]]:
    (path,) = export(db, folder, "ftm")
    return [json.loads(line) for line in path.read_text(encoding="utf-8").split("\n")[:-1]]


def check_ftm(entities: list[dict[str, Any]]) -> None:
    """Check entities by what version 4.11 of the model says of the schemata and properties used."""
    schemata = {entity["id"]: entity["schema"] for entity in entities}
    assert len(schemata) == len(entities)
    for entity in entities:
        known = FTM[entity["schema"]]
        assert set(known["required"]) <= set(entity["properties"])
        for name, found in entity["properties"].items():
            kind = known["properties"][name]
            assert found
            assert all(isinstance(value, str) and value for value in found)
            if kind["type"] == "date":
                assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", value) for value in found)
            if "range" in kind:
                assert all(schemata[value] in kind["range"] for value in found), name


def test_entities_are_of_followthemoney_s_schema(db: str, tmp_path: Path) -> None:
    entities = ftm_entities(db, tmp_path)
    check_ftm(entities)
    assert {entity["schema"] for entity in entities} == set(FTM) - {"Company", "Organization"}


def test_followthemoney_takes_the_entities(db: str, tmp_path: Path) -> None:
    followthemoney = pytest.importorskip("followthemoney", reason="its PyICU needs a compiler")
    for entity in ftm_entities(db, tmp_path):
        proxy = followthemoney.model.get_proxy(entity)
        proxy.schema.validate(entity)
        for name, found in entity["properties"].items():
            kind = proxy.schema.get(name).type
            if kind.name in {"date", "entity", "url"}:
                assert [kind.clean(value) for value in found] == found


def test_json_ld_is_in_the_words_of_schema_org(db: str, tmp_path: Path) -> None:
    rdflib = pytest.importorskip("rdflib")
    (path,) = export(db, tmp_path, "jsonld")
    json.loads(path.read_text(encoding="utf-8"))
    graph = rdflib.Graph().parse(path, format="json-ld")
    words = {str(word) for word in rdflib.SDO.__annotations__}
    used = {str(p) for p in graph.predicates() if p != rdflib.RDF.type}
    used |= {str(o) for o in graph.objects(predicate=rdflib.RDF.type)}
    used |= {str(o) for o in graph.objects(predicate=rdflib.SDO.actionStatus)}
    assert {word.removeprefix("https://schema.org/") for word in used} <= words
    agreements = set(graph.subjects(rdflib.RDF.type, rdflib.SDO.AgreeAction))
    assert len(agreements) == len(dump(db)["agreements"])
    subjects = set(graph.subjects())
    for link in ("agent", "participant", "mentions", "affiliation", "parentOrganization"):
        linked = list(graph.objects(predicate=rdflib.SDO[link]))
        assert linked
        assert set(linked) <= subjects
    names = {str(name) for name in graph.objects(predicate=rdflib.SDO.name)}
    assert set(HOSTILE) <= names


def test_graphml_is_read_back_by_networkx(db: str, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")
    (path,) = export(db, tmp_path, "graphml")
    graph = networkx.read_graphml(path)
    assert graph.nodes["person: jonas vell"] == {"name": "Jonas Vell", "type": "person"}
    edge = graph.edges["person: jonas vell", "body: ministry of harbours"]
    assert edge == {"agreements": 1, "names": "Pier Pact", "dates": "2024-03"}
    names = {data["name"] for _, data in graph.nodes(data=True)}
    assert "Ünïcødé 联合 🜨" in names
    assert "bell \N{REPLACEMENT CHARACTER} and escape \N{REPLACEMENT CHARACTER}[0m" in names


def test_an_export_that_fails_leaves_what_stood_there(db: str, tmp_path: Path) -> None:
    before = export(db, tmp_path, "graphml")[0].read_bytes()
    with pytest.raises(DatabaseError):
        export(str(tmp_path / "missing.db"), tmp_path, "graphml")
    assert [path.name for path in tmp_path.iterdir()] == ["signed-with.graphml"]
    assert (tmp_path / "signed-with.graphml").read_bytes() == before
