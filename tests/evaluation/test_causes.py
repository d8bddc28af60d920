"""Errors by cause: one release, its gold, and records that go wrong in one way each."""

from __future__ import annotations

from typing import Any

import pytest

from communique.evaluation import causes
from communique.evaluation.gold import GoldRelease
from communique.records.model import Record

TEXT = (
    "Mayor Ilse Brandt of Kelm and Marta Okonjo, director of the Harbour Board of Kelm, signed the "
    "Pier Pact on 3 March 2024. Tallberg Foundry welcomed the pact."
)
GOLD = {
    "id": "1",
    "people": [
        {
            "name": "Ilse Brandt",
            "mentions": ["Ilse Brandt"],
            "titles": [{"title": "Mayor", "organization": "Kelm"}],
        },
        {
            "name": "Marta Okonjo",
            "mentions": ["Marta Okonjo"],
            "titles": [{"title": "director", "organization": "Harbour Board of Kelm"}],
        },
    ],
    "organizations": [
        {
            "name": "Harbour Board of Kelm",
            "mentions": ["Harbour Board of Kelm"],
            "type": "government",
        },
        {"name": "Tallberg Foundry", "mentions": ["Tallberg Foundry"], "type": "company"},
    ],
    "agreements": [
        {
            "name": "Pier Pact",
            "mentions": ["Pier Pact", "pact"],
            "type": "contract",
            "status": "signed",
            "date": "2024-03-03",
            "parties": ["Harbour Board of Kelm", "Tallberg Foundry"],
            "signatories": ["Ilse Brandt"],
        }
    ],
    "dates": [{"text": "3 March 2024", "value": "2024-03-03"}],
}


def span(surface: str) -> dict[str, Any]:
    start = TEXT.index(surface)
    return {"start": start, "end": start + len(surface), "text": surface}


def entity(key: str, name: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "name": name, "mentions": [span(name)], **more}


def title(surface: str, **more: Any) -> dict[str, Any]:
    place = span(surface)
    return {"title": surface, "start": place["start"], "end": place["end"], **more}


def right() -> dict[str, Any]:
    """The record that is the gold's equal."""
    return {
        "id": "0" * 16,
        "source": {"path": "1.txt", "format": "text", "sha256": "0" * 64},
        "pipeline": {"name": "communique", "version": "9", "model": "en_test-1"},
        "text": TEXT,
        "people": [
            entity("p1", "Ilse Brandt", titles=[title("Mayor", organization_name="Kelm")]),
            entity("p2", "Marta Okonjo", titles=[title("director", organization="o1")]),
        ],
        "organizations": [
            entity("o1", "Harbour Board of Kelm", type="government"),
            entity("o2", "Tallberg Foundry", type="company"),
        ],
        "agreements": [
            {
                "id": "a1",
                "name": "Pier Pact",
                "type": "contract",
                "status": "signed",
                "date": {"value": "2024-03-03", "start": 0, "end": 1},
                "parties": ["o1", "o2"],
                "signatories": [{"person": "p1"}],
                "mentions": [span("Pier Pact")],
            }
        ],
        "dates": [{**span("3 March 2024"), "value": "2024-03-03", "kind": "date"}],
    }


def found(record: dict[str, Any]) -> set[tuple[str, str, bool]]:
    gold = GoldRelease.model_validate(GOLD)
    listed = causes.differences(gold, Record.model_validate(record))
    return {(one.figure, one.cause, one.missed) for one in listed}


def test_an_equal_record_has_no_difference() -> None:
    assert found(right()) == set()


def test_a_name_that_is_not_found_takes_its_titles_and_slots_with_it() -> None:
    record = right()
    del record["people"][0]
    record["agreements"][0]["signatories"] = []
    assert found(record) == {
        ("people", "not found", True),
        ("titles", "holder's name", True),
        ("agreement_signatories", "name", True),
    }


def test_a_boundary_and_its_title() -> None:
    record = right()
    record["organizations"][0] = entity("o1", "Harbour Board", type="government")
    assert found(record) == {
        ("organizations", "wrong boundary", True),
        ("organizations", "wrong boundary", False),
        ("titles", "organization's name", True),
        ("titles", "organization", False),
        ("agreement_parties", "name", True),
        ("agreement_parties", "name", False),
    }


def test_a_body_that_is_taken_for_a_person() -> None:
    record = right()
    record["organizations"].pop()
    record["people"].append(entity("p3", "Tallberg Foundry"))
    record["agreements"][0]["parties"] = ["o1"]
    assert found(record) == {
        ("organizations", "person or organization", True),
        ("people", "person or organization", False),
        ("agreement_parties", "name", True),
    }


def test_one_body_as_two_and_two_as_one() -> None:
    record = right()
    record["organizations"].append(entity("o3", "Tallberg Foundry", type="company"))
    assert found(record) == {("organizations", "split from another", False)}
    record = right()
    record["organizations"].pop()
    record["organizations"][0]["aliases"] = ["Tallberg Foundry"]
    record["agreements"][0]["parties"] = ["o1"]
    assert ("organizations", "merged with another", True) in found(record)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (title("director"), {("titles", "organization", True), ("titles", "organization", False)}),
        (
            title("director of the Harbour", organization="o1"),
            {("titles", "extent", True), ("titles", "extent", False)},
        ),
        (
            title("signed", organization="o1"),
            {("titles", "title", True), ("titles", "title", False)},
        ),
    ],
    ids=["held elsewhere", "too long", "no title"],
)
def test_titles(change: dict[str, Any], expected: set[tuple[str, str, bool]]) -> None:
    record = right()
    record["people"][1]["titles"] = [change]
    assert found(record) == expected


def test_a_title_that_went_to_another() -> None:
    record = right()
    record["people"][0]["titles"] += record["people"][1]["titles"]
    record["people"][1]["titles"] = []
    assert found(record) == {("titles", "holder", True), ("titles", "holder", False)}


def test_an_instrument_told_twice() -> None:
    record = right()
    record["agreements"].append({**record["agreements"][0], "id": "a2", "mentions": []})
    assert found(record) == {("agreements", "doubled by a paraphrase", False)}


def test_an_instrument_that_is_missed() -> None:
    record = right()
    record["agreements"] = []
    listed = found(record)
    assert ("agreements", "not found", True) in listed
    assert ("agreement_parties", "instrument", True) in listed


def test_slots() -> None:
    record = right()
    record["agreements"][0] |= {"status": "planned", "date": None, "parties": ["o1"]}
    assert found(record) == {
        ("agreement_status", "other value", True),
        ("agreement_status", "wrong value", False),
        ("agreement_date", "left empty", True),
        ("agreement_parties", "left empty", True),
    }


def test_dates() -> None:
    record = right()
    record["dates"] = [{**span("March 2024"), "value": "2024-03", "kind": "date"}]
    assert found(record) == {("dates", "extent", True), ("dates", "extent", False)}
    record["dates"] = [{**span("3 March 2024"), "value": "2023-03-03", "kind": "date"}]
    assert found(record) == {("dates", "value", True), ("dates", "value", False)}


def test_a_record_without_text_is_refused() -> None:
    record = right()
    record["text"] = None
    with pytest.raises(ValueError, match=r"1\.txt: the record holds no text"):
        found(record)
