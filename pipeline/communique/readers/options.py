"""What the caller may set for reading."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, kw_only=True)
class ReaderOptions:
    """Options of all readers.

    ``max_bytes`` is the largest release that is read, in bytes of its container (the file, or its
    line in a JSONL file). ``publish_date`` (ISO 8601 day) overrides what a container says.
    ``encoding`` overrides detection. The ``*_field`` options name the fields of a JSONL line; only
    the text is required. ``latest_publish_date`` bounds the dates that are believed of an HTML
    page's markup; it is a constant, so that a page reads the same on every day.

    Raises ``ValueError`` for a date that does not exist, an unknown encoding or a limit below 1.
    """

    max_bytes: int = 20_000_000
    publish_date: str | None = None
    encoding: str | None = None
    text_field: str = "text"
    title_field: str = "title"
    date_field: str = "date"
    id_field: str = "id"
    language_field: str = "language"
    latest_publish_date: str = "2099-12-31"

    def __post_init__(self) -> None:
        """Check the values."""
        for name in ("publish_date", "latest_publish_date"):
            value = getattr(self, name)
            if value is not None and iso_day(value) != value:
                raise ValueError(f"{name} is no day as YYYY-MM-DD: {value!r}")
        if self.max_bytes < 1:
            raise ValueError(f"max_bytes must be positive: {self.max_bytes}")
        if self.encoding is not None:
            try:
                "".encode(self.encoding)
            except LookupError:
                raise ValueError(f"unknown encoding: {self.encoding!r}") from None


def iso_day(value: str) -> str | None:
    """Return the day (YYYY-MM-DD) that an ISO 8601 day or timestamp begins with, None without one.

    The day is the one written, whatever the timestamp's zone.
    """
    value = value.strip()
    match = _DAY.match(value)
    if match is None or (len(value) > 10 and value[10] not in "Tt +Z"):
        return None
    try:
        return date.fromisoformat(match.group()).isoformat()
    except ValueError:
        return None
