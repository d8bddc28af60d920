"""JSON as other tools write it: one object a line, or one array; each checked against a model."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TypeVar

from pydantic import BaseModel, ConfigDict, ValidationError

_M = TypeVar("_M", bound=BaseModel)


class Part(BaseModel):
    """A part of another tool's format; fields that are not named here are the tool's own affair."""

    model_config = ConfigDict(extra="ignore", frozen=True)


def read_lines(path: Path, model: type[_M]) -> Iterator[tuple[int, str, _M]]:
    """Yield the number of each line that is not blank, its place for messages, and its object.

    Raises ``OSError``, and ``ValueError`` naming file and line where one is not of the model.
    """
    with path.open("rb") as stream:
        for number, line in enumerate(stream, 1):
            if line.strip():
                place = f"{path}, line {number}"
                try:
                    yield number, place, model.model_validate_json(line)
                except ValidationError as error:
                    raise ValueError(f"{place}: {first_error(error)}") from None


def first_error(error: ValidationError) -> str:
    """Return the first thing that is wrong, with its place in the object."""
    first = error.errors(include_url=False)[0]
    place = ".".join(map(str, first["loc"]))
    return f"{place}: {first['msg']}" if place else first["msg"]
