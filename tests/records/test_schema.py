from __future__ import annotations

import json
from pathlib import Path

from communique.records.model import Record
from communique.records.schema import record_schema


def test_the_published_schema_is_that_of_the_model(repository: Path) -> None:
    published = repository / "docs" / "record.schema.json"
    assert published.read_text(encoding="utf-8") == record_schema()


def test_the_schema_asks_for_every_field_that_a_record_has() -> None:
    schema = json.loads(record_schema())
    assert set(schema["required"]) == set(schema["properties"]) == set(Record.model_fields)
