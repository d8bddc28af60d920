"""The tables as a drawing for Mermaid: ``python -m communique.stores.sql.diagram``."""

from __future__ import annotations

from collections.abc import Iterator

from sqlalchemy import JSON, Date, Float, Integer, Table

from communique.stores.sql.schema import RESOLVED, TABLES


def diagram() -> str:
    """Return an entity-relationship diagram of all tables and their foreign keys."""
    lines = ["erDiagram"]
    for table in (*TABLES, *RESOLVED):
        lines.extend(f"    {line}" for line in _relations(table))
    for table in (*TABLES, *RESOLVED):
        lines.append(f"    {table.name} {{")
        lines.extend(f"        {line}" for line in _columns(table))
        lines.append("    }")
    return "\n".join(lines) + "\n"


def _relations(table: Table) -> Iterator[str]:
    for key in sorted(table.foreign_key_constraints, key=lambda key: tuple(key.column_keys)):
        optional = any(column.nullable for column in key.columns)
        parent = "|o" if optional else "||"
        yield f"{key.referred_table.name} {parent}--o{{ {table.name} : {key.column_keys[-1]}"


def _columns(table: Table) -> Iterator[str]:
    referring = {column.name for key in table.foreign_key_constraints for column in key.columns}
    for column in table.columns:
        kind = {Integer: "integer", Float: "real", Date: "date", JSON: "json"}.get(
            type(column.type), "text"
        )
        marks = ["PK"] if column.primary_key else []
        if column.name in referring:
            marks.append("FK")
        if column.unique:
            marks.append("UK")
        yield " ".join([kind, column.name, ", ".join(marks)]).rstrip()


if __name__ == "__main__":
    print(diagram(), end="")  # noqa: T201
