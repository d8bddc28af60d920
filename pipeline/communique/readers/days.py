"""The days that containers give: ISO 8601 in both its forms, and the dates of e-mail and RSS."""

from __future__ import annotations

import re
from datetime import date
from email.utils import parsedate_tz

from communique.readers.options import iso_day

_BASIC = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T[\d.:+Z-]*)?\Z")
_MAIL = re.compile(r"(?:[A-Za-z]{3,9},?\s+)?\d{1,2}[ -][A-Za-z]{3,9}[ -]\d{2,4}\b")
_LONGEST = 64


def day_of(value: str) -> str | None:
    """Return the day (YYYY-MM-DD) as it is written, whatever its zone; None where it is none."""
    value = value.strip()
    if len(value) > _LONGEST:
        return None
    day = iso_day(value)
    if day is not None:
        return day
    basic = _BASIC.match(value)
    if basic is not None:
        return _day(*map(int, basic.groups()))
    if _MAIL.match(value) is None:
        return None
    parsed = parsedate_tz(value)
    return None if parsed is None else _day(*parsed[:3])


def _day(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None
