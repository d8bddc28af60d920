"""Values of different notations brought to one, so that all systems are compared alike."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping

_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_HUNDRED = re.compile(r"(\d\d)01/(\d\d)00")
_WEEKEND = re.compile(r"(\d{4})-W(\d\d)-WE")
_YEARLESS = re.compile(r"--(\d\d-\d\d)")
_SHORT_WEEK = re.compile(r"(\d{4}-W)(\d)")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00(?::00)?")
_UNKNOWN_DAY = re.compile(r"(.{4}-..)-XX|(.{4})-XX(?:-XX)?")


def plain(value: str) -> str:
    """Return a value in the one notation.

    Weekends become their two days, "199X" becomes "199", "19XX" and "1801/1900" become the
    century's first two digits, and what stands as unknown behind a known year or month goes.
    """
    if "/" in value and not _HUNDRED.fullmatch(value):
        return "/".join(map(plain, value.split("/")))
    if weekend := _WEEKEND.fullmatch(value):
        saturday = dt.date.fromisocalendar(int(weekend[1]), int(weekend[2]), 6)
        return f"{saturday}/{saturday + dt.timedelta(days=1)}"
    if hundred := _HUNDRED.fullmatch(value):
        return hundred[1] if int(hundred[2]) - int(hundred[1]) == 1 else value
    for pattern in (_DECADE, _CENTURY, _MIDNIGHT):
        if same := pattern.fullmatch(value):
            return same[1]
    if yearless := _YEARLESS.fullmatch(value):
        return f"XXXX-{yearless[1]}"
    if week := _SHORT_WEEK.fullmatch(value):
        return f"{week[1]}0{week[2]}"
    unknown = _UNKNOWN_DAY.fullmatch(value)
    return (unknown[1] or unknown[2]) if unknown and not value.startswith("XXXX") else value


def first_and_last(value: str) -> tuple[dt.date, dt.date] | None:
    """Return the first and the last day of a value; None where it does not name both."""
    start, _, end = value.partition("/")
    first, last = _days(start), _days(end or start)
    return None if first is None or last is None else (first[0], last[1])


def _days(value: str) -> tuple[dt.date, dt.date] | None:
    try:
        if re.fullmatch(r"\d{3}", value):
            return dt.date(int(value) * 10, 1, 1), dt.date(int(value) * 10 + 9, 12, 31)
        if re.fullmatch(r"\d{2}", value):
            return dt.date(int(value) * 100 + 1, 1, 1), dt.date(int(value) * 100 + 100, 12, 31)
        if re.fullmatch(r"\d{4}", value):
            return dt.date(int(value), 1, 1), dt.date(int(value), 12, 31)
        if re.fullmatch(r"\d{4}-\d\d", value):
            return _months(int(value[:4]), int(value[5:]), 1)
        if re.fullmatch(r"\d{4}-Q\d", value):
            return _months(int(value[:4]), int(value[-1]) * 3 - 2, 3)
        if re.fullmatch(r"\d{4}-H\d", value):
            return _months(int(value[:4]), int(value[-1]) * 6 - 5, 6)
        day = dt.date.fromisoformat(value)
    except ValueError:
        return None
    return day, day + dt.timedelta(days=6 if "W" in value and len(value) == 8 else 0)


def _months(year: int, month: int, count: int) -> tuple[dt.date, dt.date]:
    last = month + count - 1
    return dt.date(year, month, 1), dt.date(year, last, calendar.monthrange(year, last)[1])


def cases_of(values: Iterable[Mapping[str, str]]) -> frozenset[str]:
    """Return all that is right where recognizers give these values.

    An ambiguous date has several. A range is given by its first day and the day behind its last,
    or by its last day itself; both are kept, as ``first>last``.
    """
    right: set[str] = set()
    for value in values:
        right.add(plain(value.get("timex", "")))
        if "value" in value:
            right.add(plain(value["value"]))
        if "start" in value and "end" in value:
            right |= {f"{value['start'][:10]}>{last}" for last in _lasts(value["end"][:10])}
    return frozenset(right)


def _lasts(end: str) -> set[str]:
    try:
        day = dt.date.fromisoformat(end)
    except ValueError:
        return {end}
    return {end, str(day - dt.timedelta(days=1))}


def is_right(value: str | None, right: frozenset[str]) -> bool:
    """Say whether a value found is one of the right ones."""
    if value is None:
        return False
    value = plain(value)
    if value in right:
        return True
    if not any(">" in other for other in right):
        return False
    stretch = first_and_last(value)
    if stretch is None:
        return False
    starts = {str(stretch[1])}
    if "/" in value and (last := _days(value.split("/")[1])):
        starts.add(str(last[0]))
    return any(f"{stretch[0]}>{end}" in right for end in starts)
