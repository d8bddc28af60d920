"""Values: calendar expressions written as ISO 8601 or TIMEX3, unknown parts as X."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates import atoms as lexicon
from communique.components.dates import calendar as cal

if TYPE_CHECKING:
    from communique.components.dates.expressions import Calendar
    from communique.components.dates.types import DatePrecision

_CENTURY = re.compile(r"\d{4}/\d{4}")
_SHAPES: tuple[tuple[re.Pattern[str], DatePrecision], ...] = (
    (re.compile(r".{4}-W..-\d"), "day"),
    (re.compile(r".{4}-(?:\d\d|XX)-(?:\d\d|XX)"), "day"),
    (re.compile(r".{4}-W.."), "week"),
    (re.compile(r".{4}-Q."), "quarter"),
    (re.compile(r".{4}-H."), "half"),
    (re.compile(r".{4}-(?:SP|SU|FA|WI)"), "season"),
    (re.compile(r".{4}-(?:\d\d|XX)"), "month"),
    (re.compile(r".{4}"), "year"),
    (re.compile(r".{3}"), "decade"),
)


def precision(value: str) -> DatePrecision | None:
    """Return how fine a value is (of a range, its start); None for a reference."""
    if _CENTURY.fullmatch(value) and int(value[5:]) - int(value[:4]) == 99:
        return "century"
    start = value.split("/", maxsplit=1)[0]
    return next((name for shape, name in _SHAPES if shape.fullmatch(start)), None)


def year_text(year: int | None) -> str:
    """A year in four digits, XXXX where it is not known."""
    return "XXXX" if year is None else f"{year:04}"


def day_text(day: dt.date) -> str:
    """An ISO 8601 day."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


def quarter_text(value: str) -> str:
    """The quarter that a day or month lies in."""
    return f"{value[:4]}-Q{cal.quarter(int(value[5:7]))}"


def shifted(value: str, years: int) -> str:
    """A value of known years, so many years on."""
    return re.sub(r"\d{4}", lambda year: f"{int(year[0]) + years:04}", value)


def text_of_day(day: dt.date, *, whole_week: bool) -> str:
    """A day, or the ISO week around it."""
    return cal.week(day) if whole_week else day_text(day)


def unit_text(day: dt.date, unit: str) -> str:
    """The unit that a day lies in; of a weekend, Saturday/Sunday."""
    match unit:
        case "week" | "fortnight":
            return cal.week(day)
        case "month":
            return f"{day.year:04}-{day.month:02}"
        case "quarter":
            return f"{day.year:04}-Q{cal.quarter(day.month)}"
        case "year":
            return f"{day.year:04}"
        case "decade":
            return f"{day.year // 10:03}"
        case "century":
            first = (day.year - 1) // 100 * 100 + 1
            return f"{first:04}/{first + 99:04}"
        case "weekend":
            saturday = cal.weekday_from(day, 6, later=day.isoweekday() < 6, same=True)
            sunday = None if saturday is None else cal.add_days(saturday, 1)
            if saturday is None or sunday is None:
                return cal.week(day)
            return f"{day_text(saturday)}/{day_text(sunday)}"
        case _:
            return day_text(day)


class NoSuchDayError(ValueError):
    """A day that no calendar has: 31 June."""


def season_start(code: str) -> int:
    """Return the month that a season (SP, SU, FA, WI) starts with; 1 for anything else."""
    return lexicon.load().season_months.get(code, (1, 12))[0]


def as_day(value: str) -> dt.date | None:
    """Return the first day of a value, as far as it is known."""
    start = value.split("/", maxsplit=1)[0]
    parts = start.split("-")
    if not parts[0].isdigit() or len(parts[0]) != 4 or parts[0] == "0000":
        return None
    year = int(parts[0])
    if len(parts) == 1:
        return dt.date(year, 1, 1)
    second = parts[1]
    if second.isdigit():
        day = int(parts[2]) if len(parts) > 2 and parts[2].isdigit() else 1
        return dt.date(year, int(second), day) if cal.exists(year, int(second), day) else None
    if second.startswith("W") and second[1:].isdigit():
        return dt.date.fromisocalendar(year, int(second[1:]), 1)
    if second.startswith("Q"):
        return dt.date(year, int(second[1]) * 3 - 2, 1)
    if second.startswith("H"):
        return dt.date(year, int(second[1]) * 6 - 5, 1)
    return dt.date(year, season_start(second), 1)


def text_of(said: Calendar, year: int | None) -> str:
    """Write a calendar expression in a year, or without one.

    Raises ``NoSuchDayError`` where the year lacks the day.
    """
    year = said.year if year is None else year
    head = year_text(year)
    if said.weekend and year is not None:
        return unit_text(_nearest(text_of(replace(said, weekend=False), year)), "weekend")
    if said.nth is not None and said.month is not None and said.weekday is not None:
        day = None if year is None else cal.nth_weekday(year, said.month, said.weekday, said.nth)
        return f"{head}-{said.month:02}" if day is None else day_text(day)
    if said.easter is not None:
        return f"{head}-XX-XX" if year is None else day_text(cal.from_easter(year, said.easter))
    if said.month is not None:
        if said.day is not None:
            if not cal.exists(year, said.month, said.day):
                raise NoSuchDayError(said)
            if said.whole_week and year is not None:
                return cal.week(dt.date(year, said.month, said.day))
            return f"{head}-{said.month:02}-{said.day:02}"
        if said.week is not None:
            return _week_of_month(head, year, said)
        return f"{head}-{said.month:02}"
    if said.week is not None:
        return f"{head}-W{_iso_week(said.week, year):02}"
    if said.quarter is not None:
        return f"{head}-Q{said.quarter}"
    if said.half is not None:
        return f"{head}-H{said.half}"
    if said.season is not None:
        return f"{head}-{said.season}"
    if said.months is not None and -12 <= said.months <= -1:
        return f"{head}-{said.months + 13:02}/{head}-12"
    if said.months is not None and 1 <= said.months <= 12:
        return f"{head}-01/{head}-{said.months:02}"
    if (said.days or said.weeks) and year is not None:
        return _part_of_year(year, said)
    return head


def _iso_week(number: int, year: int | None) -> int:
    """The n-th ISO week of a year, its last for -1; raises ``NoSuchDayError`` for a 54th."""
    last = dt.date(year or 2001, 12, 28).isocalendar().week
    if number > last:
        raise NoSuchDayError(number)
    return last if number < 0 else number


def _part_of_year(year: int, said: Calendar) -> str:
    """The first or last n days of a year, or its weeks as the calendar counts them."""
    number = said.days or said.weeks or 1
    if said.days:
        first, behind = dt.date(year, 1, 1), dt.date(year, 12, 31)
        length = abs(number)
    else:
        first = dt.date.fromisocalendar(year, 1, 1)
        behind = dt.date.fromisocalendar(year, _iso_week(-1, year), 7)
        length = 7 * abs(number)
    if length > 364:
        raise NoSuchDayError(number)
    start = first if number > 0 else behind - dt.timedelta(days=length - 1)
    return f"{day_text(start)}/{day_text(start + dt.timedelta(days=length - 1))}"


def _nearest(day: str) -> dt.date:
    """A day of the weekend that a holiday goes with: Monday's and Tuesday's is the one before."""
    date = dt.date.fromisoformat(day)
    back = date.isoweekday() if date.isoweekday() <= 2 else 0
    return date - dt.timedelta(days=back)


def _week_of_month(head: str, year: int | None, said: Calendar) -> str:
    """The first week of December is its days 1 to 7, or the calendar's with its first Thursday."""
    month = said.month or 1
    if said.whole_week and year is not None:
        thursday = cal.nth_weekday(year, month, 4, said.week or 1)
        if thursday is None:
            raise NoSuchDayError(said)
        return cal.week(thursday)
    days = cal.days_in(year or 2001, month)
    first = days - 6 if said.week == -1 else ((said.week or 1) - 1) * 7 + 1
    last = min(first + 6, days)
    return f"{head}-{month:02}-{first:02}/{head}-{month:02}-{last:02}"
