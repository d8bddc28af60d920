"""Values of different notations brought to one, so that all systems are compared alike."""

from __future__ import annotations

import calendar
import datetime as dt
import re
from collections.abc import Iterable, Mapping
from functools import cache

_DECADE = re.compile(r"(\d{3})X")
_CENTURY = re.compile(r"(\d\d)XX")
_HUNDRED = re.compile(r"(\d\d)01/(\d\d)00")
_WEEKEND = re.compile(r"(\d{4})-W(\d\d)-WE")
_YEARLESS = re.compile(r"--(\d\d-\d\d)")
_SHORT_WEEK = re.compile(r"(\d{4}-W)(\d)")
_MIDNIGHT = re.compile(r"(\d{4}-\d\d-\d\d)T00:00(?::00)?")
_FISCAL = re.compile(r"[FS]Y(\d{4})")
_BOUNDS = re.compile(r"\(?(\d{4}-\d\d-\d\d),(\d{4}-\d\d-\d\d),P")
_CENTURY_VALUE = re.compile(r"\d\d")
#: What stands for the value of a day that no calendar has.
_IMPOSSIBLE = "not resolved"
_UNKNOWN_DAY = re.compile(r"(.{4}-..)-XX|(.{4})-XX(?:-XX)?")


def plain(value: str) -> str:
    """Return a value in the one notation.

    Weekends become their two days, "199X" becomes "199", "19XX" and "1801/1900" become the
    century's first two digits, fiscal years their number, and what stands as unknown behind a known
    year or month goes.
    """
    if "/" in value and not _HUNDRED.fullmatch(value):
        return "/".join(map(plain, value.split("/")))
    if weekend := _WEEKEND.fullmatch(value):
        saturday = dt.date.fromisocalendar(int(weekend[1]), int(weekend[2]), 6)
        return f"{saturday}/{saturday + dt.timedelta(days=1)}"
    if hundred := _HUNDRED.fullmatch(value):
        return hundred[1] if int(hundred[2]) - int(hundred[1]) == 1 else value
    for pattern in (_DECADE, _CENTURY, _MIDNIGHT, _FISCAL):
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


@cache
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
    or by its last day itself; both are kept, as ``first>last``. "Since August" and the like give
    one of the two alone: ``first>`` or ``>last``.
    """
    right: set[str] = set()
    for value in values:
        timex = value.get("timex", "")
        right.add(plain(timex))
        if "value" in value:
            right.add(plain(value["value"]))
        bounds = _BOUNDS.match(timex)
        start = value.get("start", bounds[1] if bounds else "")[:10]
        end = value.get("end", bounds[2] if bounds else "")[:10]
        right |= {f"{start}>{last}" for last in _lasts(end)} if start and end else set()
        if value.get("Mod") and bool(start) != bool(end):
            right.add(f"{start}>{end}")
    return frozenset(right)


def _lasts(end: str) -> set[str]:
    try:
        day = dt.date.fromisoformat(end)
    except ValueError:
        return {end}
    return {end, str(day - dt.timedelta(days=1))}


def is_right(value: str | None, right: frozenset[str]) -> bool:
    """Say whether a value found is one of the right ones, or names the same days as one."""
    if value is None:
        return _IMPOSSIBLE in right
    value = plain(value)
    if value in right:
        return True
    stretch = first_and_last(value)
    if stretch is None:
        return False
    first, last = stretch
    behind = last + dt.timedelta(days=1)
    if any(first_and_last(other) in _same_days(value, stretch) for other in right):
        return True
    bounds = {f"{first}>{last}", f"{first}>", f"{behind}>"}
    bounds |= {f">{day}" for day in (first, last, behind)}
    if "/" in value and (end := _days(value.split("/")[1])):
        bounds.add(f"{first}>{end[0]}")
    if _CENTURY_VALUE.fullmatch(value):
        bounds.add(f"{first.year - 1:04}-01-01>{last.year - 1:04}-12-31")
    return bool(bounds & right)


def _same_days(value: str, stretch: tuple[dt.date, dt.date]) -> list[tuple[dt.date, dt.date]]:
    """The days of a value; a century may be counted from its year 0 or 1."""
    first, last = stretch
    if not _CENTURY_VALUE.fullmatch(value):
        return [stretch]
    return [stretch, (first.replace(year=first.year - 1), last.replace(year=last.year - 1))]
