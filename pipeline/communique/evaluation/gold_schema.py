"""The published JSON Schema of a gold annotation."""

from __future__ import annotations

import json

from communique.evaluation.gold import GoldRelease


def gold_schema() -> str:
    """Return the JSON Schema (2020-12) of a ``NAME.gold.json`` file, ending in a newline."""
    schema = {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$comment": "Communiqué, gold annotation of one release",
        **GoldRelease.model_json_schema(),
    }
    return json.dumps(schema, indent=2, ensure_ascii=False) + "\n"
