"""Dicts are checked as the models check: the same is a record, and the same is none."""

from __future__ import annotations

import json
from typing import Any

import pytest
from pydantic import ValidationError

from communique.records.model import Record
from communique.stores.sql.plain import plain_record

from .samples import values


def without(*names: str) -> dict[str, Any]:
    return {name: value for name, value in values().items() if name not in names}


@pytest.mark.parametrize(
    "record",
    [
        values(),
        {**values(title=None), "text": None},
        without("dateline", "dates", "people", "agreements", "schema_version"),
        values(dateline={}),
        values(organizations=[{"id": "o1", "name": "Pier", "type": "other"}]),
    ],
)
def test_a_record_has_the_fields_that_its_model_gives_it(record: dict[str, Any]) -> None:
    line = json.dumps(record).encode()
    assert plain_record(line) == Record.model_validate_json(line).model_dump(mode="json")


@pytest.mark.parametrize(
    "record",
    [
        [],
        without("id"),
        values(schema_version=2),
        values(publish_date="4 March"),
        values(other="field"),
        values(dateline={"place": "Kelm", "day": "2024-03-03"}),
        values(people=[{"id": "p1", "name": "Marta Okonjo"}]),
        values(organizations=[{"id": "o1", "name": "Pier", "type": "boat"}]),
        values(dates=[{"start": -1, "end": 3, "text": "May", "value": None, "kind": "date"}]),
        values(warnings="none"),
    ],
)
def test_what_is_no_record_is_refused_for_the_same_reason(record: Any) -> None:
    line = json.dumps(record).encode()
    with pytest.raises(ValidationError) as model:
        Record.model_validate_json(line)
    with pytest.raises(ValidationError) as plain:
        plain_record(line)

    def said(error: ValidationError) -> list[Any]:
        return [(e["loc"], e["msg"]) for e in error.errors() if e["type"] != "model_type"]

    assert said(plain.value) == said(model.value) or record == []
