"""Where the value of a date stands in a calendar."""

from __future__ import annotations

import datetime as dt
import re

_FORM = re.compile(
    r"(?P<year>\d{4})(?:-(?:(?P<month>\d\d)(?:-(?P<day>\d\d))?|W(?P<week>\d\d)|"
    r"(?P<part>Q[1-4]|H[12]|SP|SU|FA|WI)))?(?:/.*)?"
)
_MONTHS = {
    "Q1": 1,
    "Q2": 4,
    "Q3": 7,
    "Q4": 10,
    "H1": 1,
    "H2": 7,
    "SP": 3,
    "SU": 6,
    "FA": 9,
    "WI": 12,
}


def first_day(value: str | None) -> str | None:
    """Return the first day of an ISO 8601 or TIMEX3 value, None where no year is known.

    >>> first_day("2024-Q2"), first_day("2024-05-07/2024-05-09"), first_day("XXXX-05-07")
    ('2024-04-01', '2024-05-07', None)
    """
    match = _FORM.fullmatch(value or "")
    if match is None:
        return None
    year = int(match["year"])
    month = int(match["month"] or _MONTHS.get(match["part"] or "", 1))
    try:
        if match["week"]:
            return dt.date.fromisocalendar(year, int(match["week"]), 1).isoformat()
        return dt.date(year, month, int(match["day"] or 1)).isoformat()
    except ValueError:
        return None
