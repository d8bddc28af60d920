"""What names are sought by, and the days that a value spans."""

from __future__ import annotations

import calendar
import datetime as dt
import re
import unicodedata
from functools import lru_cache

Days = tuple[dt.date | None, dt.date | None]

#: Keys that are remembered: the same names and titles come again and again.
_KEPT = 20_000
#: What a key does not hold.
_SIGNS = re.compile(r"[.%_\\]")
_DAY = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T.*)?")
_MONTH = re.compile(r"(\d{4})-(\d\d)")
_WEEK = re.compile(r"(\d{4})-W(\d\d)")
_PART = re.compile(r"(\d{4})-([QH])(\d)")
_YEARS = re.compile(r"(\d{2,4})(?:-(?:SP|SU|FA|AU|WI))?")


@lru_cache(maxsize=_KEPT)
def name_key(name: str) -> str:
    """Return a name without case, accents, points and doubled spaces.

    A key never holds ``%``, ``_`` or a backslash, the signs of SQL's patterns, so that one found
    within another needs no escaping.
    """
    if name.isascii():
        folded = name.lower()
    else:
        parts = unicodedata.normalize("NFKD", name.casefold())
        folded = "".join(sign for sign in parts if not unicodedata.combining(sign))
    if _SIGNS.search(folded):
        folded = _SIGNS.sub(" ", folded)
    return " ".join(folded.split())


def days(value: str | None) -> Days:
    """Return the first and the last day of an ISO 8601 or TIMEX3 value.

    A season, whose days nobody agrees on, spans its year; an open range has no last day. What is no
    stretch of the calendar (a duration, a set, "now") or lacks its year has neither.
    """
    if value is None:
        return None, None
    start, slash, end = value.partition("/")
    if not slash:
        return _stretch(value)
    first = None if start == ".." else _stretch(start)[0]
    last = None if end == ".." else _stretch(end)[1]
    return first, last


def _stretch(value: str) -> Days:
    try:
        if match := _DAY.fullmatch(value):
            day = dt.date(*map(int, match.groups()))
            return day, day
        if match := _MONTH.fullmatch(value):
            return _months(int(match[1]), int(match[2]), 1)
        if match := _WEEK.fullmatch(value):
            monday = dt.date.fromisocalendar(int(match[1]), int(match[2]), 1)
            return monday, monday + dt.timedelta(days=6)
        if match := _PART.fullmatch(value):
            length = 3 if match[2] == "Q" else 6
            return _months(int(match[1]), (int(match[3]) - 1) * length + 1, length)
        if match := _YEARS.fullmatch(value):
            scale = 10 ** (4 - len(match[1]))
            first = int(match[1]) * scale
            return dt.date(first, 1, 1), dt.date(first + scale - 1, 12, 31)
    except ValueError:  # no such day
        pass
    return None, None


def _months(year: int, month: int, length: int) -> Days:
    last = month + length - 1
    return dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1])
