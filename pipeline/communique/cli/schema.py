"""``communique schema``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer


class Described(StrEnum):
    """What has a schema."""

    RECORD = "record"
    GOLD = "gold"


def schema(
    of: Annotated[
        Described, typer.Argument(help="Of a record, or of a gold annotation.")
    ] = Described.RECORD,
) -> None:
    """Print the JSON Schema of the record, or of gold annotations."""
    if of is Described.GOLD:
        from communique.evaluation.gold_schema import gold_schema

        print(gold_schema(), end="")
    else:
        from communique.records.schema import record_schema

        print(record_schema(), end="")
