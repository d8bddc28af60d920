"""What a reader yields when an input, or a part of it, cannot be read."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ReadStage = Literal["open", "decode", "parse", "extract"]


@dataclass(frozen=True)
class ReadFailure:
    """One input, or one record of it, that could not be read: a value, not an exception.

    ``path`` is as the user gave it; ``record`` says where in the container (``"line 7"``), None for
    the whole input. ``stage``: ``open`` (missing, forbidden, a folder, empty, too large),
    ``decode`` (binary, or in no known encoding), ``parse`` (the container is broken) or
    ``extract`` (the container holds no text). ``reason`` is a sentence for a person.
    """

    path: str
    record: str | None
    stage: ReadStage
    reason: str

    def __str__(self) -> str:
        """Return the message: file, line, reason."""
        place = self.path if self.record is None else f"{self.path}, {self.record}"
        return f"{place}: {self.reason}"


class ReadError(Exception):
    """Raised inside a reader; the registry turns it into a :class:`ReadFailure`."""

    def __init__(self, stage: ReadStage, reason: str) -> None:
        super().__init__(reason)
        self.stage: ReadStage = stage
        self.reason = reason
