"""Arithmetic on the calendar, in pure functions of days, months and years."""

from __future__ import annotations

import calendar
import datetime as dt

#: First years that are not tried: nothing before year 1 or after 9999 is a ``date``.
FIRST_YEAR, LAST_YEAR = dt.MINYEAR, dt.MAXYEAR


def days_in(year: int, month: int) -> int:
    """Return the number of days of a month."""
    return calendar.monthrange(year, month)[1]


def exists(year: int | None, month: int, day: int) -> bool:
    """Say whether there is such a day; without a year, whether any year has it."""
    if not 1 <= month <= 12:
        return False
    return 1 <= day <= days_in(2000 if year is None else year, month)


def add_months(day: dt.date, months: int) -> dt.date | None:
    """Move a day by months, to the last day of a shorter month; None outside the calendar."""
    index = day.year * 12 + day.month - 1 + months
    year, month = divmod(index, 12)
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return dt.date(year, month + 1, min(day.day, days_in(year, month + 1)))


def add_days(day: dt.date, days: int) -> dt.date | None:
    """Move a day by days; None outside the calendar."""
    try:
        return day + dt.timedelta(days=days)
    except OverflowError:
        return None


def from_easter(year: int, days: int) -> dt.date:
    """Return the day so many days from Easter Sunday (Gregorian; Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    n = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 22 * n) // 451
    month, day = divmod(h + n - 7 * m + 114, 31)
    return dt.date(year, month, day + 1) + dt.timedelta(days=days)


def week(day: dt.date) -> str:
    """Return the ISO week that a day lies in (``2024-W19``)."""
    year, number, _ = day.isocalendar()
    return f"{year:04}-W{number:02}"


def quarter(month: int) -> int:
    """Return the quarter of the year, 1 to 4, that a month lies in."""
    return (month - 1) // 3 + 1


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> dt.date | None:
    """Return the n-th ISO weekday of a month, counted from its end for a negative ``nth``."""
    last = days_in(year, month)
    days = [d for d in range(1, last + 1) if dt.date(year, month, d).isoweekday() == weekday]
    index = nth - 1 if nth > 0 else nth
    return dt.date(year, month, days[index]) if -len(days) <= index < len(days) else None


def weekday_from(day: dt.date, weekday: int, *, later: bool, same: bool) -> dt.date | None:
    """Return the next (or the last) such ISO weekday; ``same``: the day itself may be it."""
    if later:
        distance = (weekday - day.isoweekday()) % 7
        return add_days(day, distance or (0 if same else 7))
    distance = (day.isoweekday() - weekday) % 7
    return add_days(day, -(distance or (0 if same else 7)))
