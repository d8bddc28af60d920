"""Exports of a database that was resolved: what is one is one, on both databases."""

from __future__ import annotations

import csv
import json
from pathlib import Path
from typing import Any

import pytest

from communique.resolution.resolving import resolve, undo
from communique.stores.exports.exporting import export
from communique.stores.sql.loading import load

from .samples import values, write_lines
from .test_exports import check_ftm
from .test_exports import ftm_entities as ftm


def release(number: int, minister: str, ministry: str, **more: Any) -> dict[str, Any]:
    """Return a record in which a minister of Zambia signs with an institute of the same name."""
    body = {"id": "o1", "name": ministry, "type": "government", "part_of": "o2", **more}
    title = {"title": "Minister of Education", "organization": "o1", "start": 0, "end": 1}
    return values(
        f"Zambia and its schools, number {number}.",
        publish_date=f"2024-0{number}-01",
        people=[{"id": "p1", "name": minister, "mentions": [], "titles": [title]}],
        organizations=[
            body,
            {"id": "o2", "name": "Zambia", "type": "place"},
            {"id": "o3", "name": "Board of Directors", "type": "company"},
        ],
        agreements=[
            {
                "id": "a1",
                "name": f"Pact {number}",
                "type": "contract",
                "status": "signed",
                "parties": ["o1", "o3"],
                "signatories": [{"person": "p1", "on_behalf_of": "o1"}],
            }
        ],
        dates=[],
    )


@pytest.fixture
def loaded(db: str, tmp_path: Path) -> str:
    records = [
        release(1, "Chanda Mulenga", "Ministry of Education of Zambia"),
        release(2, "Mulenga, Chanda", "Ministry of Education", type="other", aliases=["MoE"]),
        release(3, "Chanda Mulenga", "Ministry of Education of Zambia"),
    ]
    load([write_lines(tmp_path / "records.jsonl", records)], db)
    return db


def names(entities: list[dict[str, Any]], schema: str) -> list[str]:
    found = [entity for entity in entities if entity["schema"] == schema]
    return sorted(entity["properties"]["name"][0] for entity in found)


def test_followthemoney_has_one_entity_for_what_is_joined(loaded: str, tmp_path: Path) -> None:
    assert len(names(ftm(loaded, tmp_path), "Person")) == 3
    resolve(loaded)
    entities = ftm(loaded, tmp_path)
    check_ftm(entities)
    by_id = {entity["id"]: entity for entity in entities}
    (person,) = (entity for entity in entities if entity["schema"] == "Person")
    said = person["properties"]
    assert (said["name"], said["alias"]) == (["Chanda Mulenga"], ["Mulenga, Chanda"])
    assert said["position"] == ["Minister of Education"]
    articles = [entity["id"] for entity in entities if entity["schema"] == "Article"]
    assert sorted(said["proof"]) == sorted(articles)
    (ministry,) = (one for one in entities if "MoE" in one["properties"].get("alias", ()))
    assert ministry["schema"] == "PublicBody"  # two releases say so, the third says nothing
    assert ministry["properties"]["alias"] == ["Ministry of Education", "MoE"]
    (parent,) = ministry["properties"]["parent"]
    assert by_id[parent]["properties"]["name"] == ["Zambia"]
    assert names(entities, "Company") == ["Board of Directors"] * 2
    for entity in entities:
        if entity["schema"] == "Occupancy":
            assert entity["properties"]["holder"] == [person["id"]]
        if entity["schema"] == "Position":
            assert entity["properties"]["organization"] == [ministry["id"]]
        if entity["schema"] == "Event":
            assert {person["id"], ministry["id"]} < set(entity["properties"]["involved"])


def test_json_ld_has_one_node_for_what_is_joined(loaded: str, tmp_path: Path) -> None:
    resolve(loaded)
    (path,) = export(loaded, tmp_path, "jsonld")
    graph = json.loads(path.read_text(encoding="utf-8"))["@graph"]
    nodes = {node["@id"]: node for node in graph}
    assert len(nodes) == len(graph)
    (person,) = (node for node in graph if node["@type"] == "Person")
    assert (person["name"], person["alternateName"]) == ("Chanda Mulenga", ["Mulenga, Chanda"])
    (office,) = person["affiliation"]
    ministry = nodes[office["affiliation"]["@id"]]
    assert ministry["@type"] == "GovernmentOrganization"
    assert ministry["alternateName"] == ["Ministry of Education", "MoE"]
    assert nodes[ministry["parentOrganization"]["@id"]]["@type"] == "AdministrativeArea"
    for node in graph:
        if node["@type"] == "AgreeAction":
            assert node["participant"] == [{"@id": person["@id"]}]
            assert {"@id": ministry["@id"]} in node["agent"]
        if node["@type"] == "NewsArticle":
            assert {"@id": person["@id"]} in node["mentions"]


def test_a_node_of_the_graph_is_an_entity_or_of_one_release(loaded: str, tmp_path: Path) -> None:
    networkx = pytest.importorskip("networkx")

    def signed() -> list[tuple[str, str, int]]:
        (path,) = export(loaded, tmp_path, "graphml")
        graph = networkx.read_graphml(path)
        called = dict(graph.nodes(data="name"))
        return sorted(
            (*sorted((called[one], called[other])), count)
            for one, other, count in graph.edges(data="agreements")
        )

    board = "Board of Directors"
    zambian = "Ministry of Education of Zambia"
    assert signed() == [(board, "Ministry of Education", 1), (board, zambian, 2)]
    resolve(loaded)
    # two of the boards are told to be one, the third has its name alone in common with them
    assert signed() == [(board, zambian, 1), (board, zambian, 2)]


def test_the_tables_of_entities_are_exported(loaded: str, tmp_path: Path) -> None:
    def rows(table: str) -> list[dict[str, str]]:
        export(loaded, tmp_path, "csv")
        with (tmp_path / f"{table}.csv").open(encoding="utf-8", newline="") as stream:
            return list(csv.DictReader(stream))

    assert rows("entities") == []
    resolve(loaded)
    entities = {row["entity"]: row["name"] for row in rows("entities")}
    members = rows("entity_people")
    assert [entities[row["entity"]] for row in members] == ["Chanda Mulenga"] * 3
    assert float(members[1]["score"] or members[2]["score"]) >= 7


def test_what_is_undone_is_exported_apart_again(loaded: str, tmp_path: Path) -> None:
    before = ftm(loaded, tmp_path)
    resolve(loaded)
    assert ftm(loaded, tmp_path) != before
    undo(loaded)
    assert ftm(loaded, tmp_path) == before
