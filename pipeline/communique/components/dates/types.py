"""Date mentions as the record holds them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

DateKind = Literal["date", "range", "duration", "set", "time", "vague"]
DatePrecision = Literal[
    "day", "week", "month", "quarter", "season", "half", "year", "decade", "century"
]
DateAnchor = Literal["previous_date", "dateline", "publish_date", "metadata"]
DateRole = Literal["publication", "signing", "effective", "expiry", "event", "birth"]


@dataclass(frozen=True)
class DateMention:
    """A date expression: half-open characters of ``doc.text`` and what it says.

    ``value`` is ISO 8601 or TIMEX3 (``2024-05-07``, ``2024-05``, ``2024-Q2``, ``2024-W19``,
    ``2024-SU``, ``199`` for a decade, ``start/end`` for a range, ``PAST_REF``, ``XXXX-05-07``
    where nothing supplies the year), or None for a day that does not exist. ``anchor`` says what
    supplied the missing part, None where nothing was missing. ``ambiguous``: day and month, written
    in digits, could also be read the other way round, and nothing in the text tells which.
    """

    start: int
    end: int
    text: str
    value: str | None
    kind: DateKind
    precision: DatePrecision | None = None
    anchor: DateAnchor | None = None
    role: DateRole | None = None
    ambiguous: bool = False
