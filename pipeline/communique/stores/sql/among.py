"""Whether a row is one of many."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from pydantic_core import to_json
from sqlalchemy import ColumnElement, Connection, func, select, tuple_


def among(
    connection: Connection, columns: Sequence[ColumnElement[Any]], values: Collection[Sequence[str]]
) -> ColumnElement[bool]:
    """Return the condition that columns have one of many combinations of values.

    SQLite gets them as one parameter: hundreds take long to write out, and to read.
    """
    if connection.dialect.name != "sqlite":
        return tuple_(*columns).in_(list(values))
    told = func.json_each(to_json(list(values)).decode()).table_valued("value").c.value
    parts = [func.json_extract(told, f"$[{place}]") for place in range(len(columns))]
    return tuple_(*columns).in_(select(*parts))
