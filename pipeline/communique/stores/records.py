"""Reading back the records that a run wrote."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

from pydantic import ValidationError

from communique.records.model import Record

_LONGEST_PROBED = 1 << 25


def read_records(path: str | os.PathLike[str]) -> Iterator[Record]:
    """Yield the records of a JSONL file, one at a time.

    Raises ``OSError``, and ``ValueError`` naming file and line where a line is no record.
    """
    with Path(path).open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if not line.strip():
                continue
            try:
                yield Record.model_validate_json(line)
            except ValidationError as error:
                first = error.errors(include_url=False)[0]
                place = ".".join(map(str, first["loc"]))
                said = f"{place}: {first['msg']}" if place else first["msg"]
                raise ValueError(f"{path}, line {number}: not a record ({said})") from None


def holds_records(path: str | os.PathLike[str]) -> bool:
    """Whether the first line of a file is a record, as its fields say. Raises ``OSError``."""
    with Path(path).open("rb") as stream:
        line = stream.readline(_LONGEST_PROBED)
    if not line.startswith(b"{"):
        return False
    try:
        value = json.loads(line)
    except ValueError:
        return False
    return isinstance(value, dict) and {"schema_version", "pipeline", "source"} <= value.keys()
