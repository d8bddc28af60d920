"""``communique schema``."""

from __future__ import annotations


def schema() -> None:
    """Print the JSON Schema of the record."""
    from communique.records.schema import record_schema

    print(record_schema(), end="")
