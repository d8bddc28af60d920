"""Inputs that made no record."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import Literal

from communique.readers.failure import ReadFailure, ReadStage

FailureStage = ReadStage | Literal["analyse"]


@dataclass(frozen=True)
class Failure:
    """One input, or one record of it, that made no record: a line of ``OUT.failed.jsonl``.

    ``path`` is as the user gave it; ``record`` says where in the container (``"line 7"``), None
    for the whole input. ``stage`` is a reader's (``open``, ``decode``, ``parse``, ``extract``) or
    ``analyse``; ``reason`` is a sentence for a person.
    """

    path: str
    record: str | None
    stage: FailureStage
    reason: str

    @classmethod
    def of_reading(cls, failure: ReadFailure) -> Failure:
        """Take over what a reader says."""
        return cls(failure.path, failure.record, failure.stage, failure.reason)

    def __str__(self) -> str:
        """Return the message: file, line, reason."""
        place = self.path if self.record is None else f"{self.path}, {self.record}"
        return f"{readable(place)}: {self.reason}"

    def to_line(self) -> bytes:
        """Return the JSON object in UTF-8, without a line end."""
        values = {**asdict(self), "path": readable(self.path)}
        text = json.dumps(values, ensure_ascii=False, separators=(",", ":"))
        return text.encode("utf-8", "replace")


def readable(path: str) -> str:
    r"""Return ``path`` with bytes that are no UTF-8, as file names may have them, as ``\xNN``."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
