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
    ``encoding`` overrides detection. The ``*_field`` options name the fields of a JSON object and
    the columns of a table; only the text is required. ``items_field`` names the field of a JSON
    object that holds the list of releases ("response.articles"; dots lead into objects).
    ``date_format`` is how days are written there, in the codes of ``strptime``, where not as ISO
    8601. ``delimiter`` parts the columns of a table; None: it is told from the first lines.
    ``latest_publish_date`` bounds the dates that are believed of an HTML page's markup; it is a
    constant, so that a page reads the same on every day.

    What is unpacked of one input is bounded by ``max_unpacked_bytes``, and by ``max_ratio`` times
    its size as soon as it is more than ``max_bytes``; archives in archives by ``max_depth``. A
    reader that works in a process of its own (PDF) has ``max_seconds`` for a file.

    Raises ``ValueError`` for a date that does not exist, an unknown encoding, a delimiter that is
    not one character or a limit below 1.
    """

    max_bytes: int = 20_000_000
    publish_date: str | None = None
    encoding: str | None = None
    text_field: str = "text"
    title_field: str = "title"
    date_field: str = "date"
    id_field: str = "id"
    language_field: str = "language"
    author_field: str = "author"
    rights_field: str = "rights"
    url_field: str = "url"
    items_field: str | None = None
    date_format: str | None = None
    delimiter: str | None = None
    latest_publish_date: str = "2099-12-31"
    max_unpacked_bytes: int = 20_000_000_000
    max_ratio: int = 200
    max_depth: int = 5
    max_seconds: int = 60

    def __post_init__(self) -> None:
        """Check the values."""
        for name in ("publish_date", "latest_publish_date"):
            value = getattr(self, name)
            if value is not None and iso_day(value) != value:
                raise ValueError(f"{name} is no day as YYYY-MM-DD: {value!r}")
        for name in ("max_bytes", "max_unpacked_bytes", "max_ratio", "max_depth", "max_seconds"):
            if getattr(self, name) < 1:
                raise ValueError(f"{name} must be positive: {getattr(self, name)}")
        if self.delimiter is not None and len(self.delimiter) != 1:
            raise ValueError(f"delimiter is not one character: {self.delimiter!r}")
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
