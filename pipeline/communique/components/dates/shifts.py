"""Resolving what is counted from the day of speech or from a date told before."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal
from communique.components.dates.anchors import Anchors, Resolved
from communique.components.dates.expressions import Compared, Shift
from communique.components.dates.values import as_day, shifted, unit_text

if TYPE_CHECKING:
    from communique.components.dates.direction import Tense
    from communique.components.dates.types import DateAnchor

_UNKNOWN = {
    "day": "XXXX-XX-XX",
    "week": "XXXX-WXX",
    "fortnight": "XXXX-WXX",
    "weekend": "XXXX-WXX",
    "month": "XXXX-XX",
    "quarter": "XXXX-QX",
    "year": "XXXX",
    "decade": "XXX",
    "century": "XX",
}


def base_day(shift: Shift, anchors: Anchors) -> tuple[dt.date | None, DateAnchor | None]:
    """Return the day that a shift counts from, and which anchor that is; None twice without one."""
    if shift.previous and anchors.previous is not None:
        day = as_day(anchors.previous)
        if day is not None:
            return day, "previous_date"
    return anchors.speech, anchors.source if anchors.speech else None


def moved_by(day: dt.date, shift: Shift) -> dt.date | None:
    """Return the day so many units away; None outside the calendar."""
    match shift.unit:
        case "day":
            return cal.add_days(day, shift.amount)
        case "week" | "weekend":
            return cal.add_days(day, 7 * shift.amount)
        case "fortnight":
            return cal.add_days(day, 14 * shift.amount)
        case "month":
            return cal.add_months(day, shift.amount)
        case "quarter":
            return cal.add_months(day, 3 * shift.amount)
        case "half":
            return cal.add_months(day, 6 * shift.amount)
        case "year":
            return cal.add_months(day, 12 * shift.amount)
        case "decade":
            return cal.add_months(day, 120 * shift.amount)
        case _:
            return cal.add_months(day, 1200 * shift.amount)


def resolve_shift(shift: Shift, anchors: Anchors, tense: Tense | None) -> Resolved:
    """Resolve a shift, as finely as its unit; without an anchor to a value with its unknowns."""
    if shift.at_least:
        return Resolved("PAST_REF")
    if shift.previous and shift.unit == "day" and anchors.open_day is not None:
        return Resolved(_from_open(anchors.open_day, shift.amount), "previous_date")
    base, source = base_day(shift, anchors)
    if base is None:
        return Resolved(reference(shift))
    if shift.unit == "weekend" and shift.amount == 0 and tense == "earlier" and base.weekday() < 4:
        shift = replace(shift, amount=-1)  # told early in the week, it is the one that is over
    moved = moved_by(base, shift)
    if moved is None:
        return Resolved(reference(shift))
    unit = "day" if shift.exact or _fine(shift, anchors, source) else shift.unit
    return Resolved(unit_text(moved, unit), source)


def _fine(shift: Shift, anchors: Anchors, source: DateAnchor | None) -> bool:
    """Two weeks later than a day is a day; than a month it is none."""
    return (
        source == "previous_date"
        and shift.unit == "week"
        and abs(shift.amount) > 1
        and len((anchors.previous or "").split("/")[0]) == 10
    )


def resolve_compared(said: Compared, anchors: Anchors) -> Resolved:
    """Resolve the stretch that a report is about, or that it compares with."""
    if anchors.period is not None:
        return Resolved(shifted(anchors.period, said.years), "previous_date")
    return resolve_shift(Shift("year", said.years), anchors, None)


def _from_open(open_day: str, days: int) -> str:
    """The day so many days from one whose year is not known (XXXX-05-07), or month (XXXX-XX-07)."""
    if open_day[5:7] == "XX":
        day = int(open_day[8:10]) + days
        return f"XXXX-XX-{day:02}" if 1 <= day <= 28 else "XXXX-XX-XX"  # in any month
    month, day = int(open_day[5:7]), int(open_day[8:10])
    moved = cal.add_days(dt.date(2000 if (month, day) == (2, 29) else 2001, month, day), days)
    return "XXXX-XX-XX" if moved is None else f"XXXX-{moved.month:02}-{moved.day:02}"


def reference(shift: Shift) -> str:
    """Return what is left of a shift without an anchor."""
    if shift.unit == "day" or abs(shift.amount) > 1:
        return (
            "PRESENT_REF" if shift.amount == 0 else "PAST_REF" if shift.amount < 0 else "FUTURE_REF"
        )
    return _UNKNOWN.get(shift.unit, "XXXX")
