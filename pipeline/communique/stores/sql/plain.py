"""Lines checked as ``Record`` checks them, into plain dicts.

Rows are made of dicts; making the models between them took as long again as all the checking. What
is a record and what is not stays the models' word: their schema is taken as it is, but for what it
builds.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any, cast

from pydantic import BaseModel
from pydantic_core import CoreSchema, SchemaValidator

from communique.records.model import Record

#: A record, or a part of one, with every field: those that the line lacks have their defaults.
Values = Mapping[str, Any]

#: What a schema says to other readers than the validator.
_OTHERS = frozenset({"metadata", "serialization"})


def plain_record(line: bytes) -> Values:
    """Return the record of a line of JSON. Raises ``pydantic.ValidationError`` where it is none."""
    return cast("Values", _validator().validate_json(line))


@cache
def _validator() -> SchemaValidator:
    schema = cast("CoreSchema", _plain(Record.__pydantic_core_schema__))
    return SchemaValidator(schema, {"cache_strings": "keys"})  # few values come again


def _plain(schema: Any) -> Any:  # noqa: ANN401 - schemas hold anything
    """Return a schema that builds a dict wherever the one given builds a model."""
    if isinstance(schema, list):
        return [_plain(part) for part in schema]
    if not isinstance(schema, dict):
        return schema.model_dump() if isinstance(schema, BaseModel) else schema
    if schema.get("type") == "model":
        inner = _plain(schema["schema"])
        inner["extra_behavior"] = schema["config"]["extra_fields_behavior"]
        return {**inner, "ref": schema["ref"]} if "ref" in schema else inner
    if schema.get("type") == "model-fields":
        fields = {name: _field(field["schema"]) for name, field in schema["fields"].items()}
        return {"type": "typed-dict", "fields": fields}
    return {name: _plain(part) for name, part in schema.items() if name not in _OTHERS}


def _field(schema: dict[str, Any]) -> dict[str, Any]:
    required = schema["type"] != "default"
    return {"type": "typed-dict-field", "schema": _plain(schema), "required": required}
