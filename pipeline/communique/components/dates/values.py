"""Values: calendar expressions written as ISO 8601 or TIMEX3, unknown parts as X."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal

if TYPE_CHECKING:
    import datetime as dt

    from communique.components.dates.types import DatePrecision

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
    start, _, end = value.partition("/")
    if (
        end
        and start[:4].isdigit()
        and end[:4].isdigit()
        and len(start) == 4
        and int(end) - int(start) == 99
    ):
        return "century"
    return next((name for shape, name in _SHAPES if shape.fullmatch(start)), None)


def year_text(year: int | None) -> str:
    """A year in four digits, XXXX where it is not known."""
    return "XXXX" if year is None else f"{year:04}"


def day_text(day: dt.date) -> str:
    """An ISO 8601 day."""
    return f"{day.year:04}-{day.month:02}-{day.day:02}"


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
