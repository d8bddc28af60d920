"""The published JSON Schema of the record."""

from __future__ import annotations

import json

from communique.records.model import SCHEMA_VERSION, Record


def record_schema() -> str:
    """Return the JSON Schema (2020-12) of a record as it is written, ending in a newline."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": f"Communiqué, record version {SCHEMA_VERSION}",
        **Record.model_json_schema(mode="serialization"),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
