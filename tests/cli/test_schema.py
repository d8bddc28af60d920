from __future__ import annotations

from communique.evaluation.gold_schema import gold_schema
from communique.records.schema import record_schema

from .conftest import Call


def test_the_schemas_of_records_and_of_gold(call: Call) -> None:
    assert call("schema").out == call("schema", "record").out == record_schema()
    assert call("schema", "gold").out == gold_schema()
