"""The third layer: an expression against its anchors.

Anchors, in this order: the date told before, where the words ask for it ("the next day"); the day
of speech, which is the dateline's or the publication date; else nothing, and what is not known
stays visible (``XXXX-05-07``, ``XXXX-WXX-2``). The day of the run is never asked.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal
from communique.components.dates.expressions import (
    Apart,
    Calendar,
    Compared,
    Expression,
    Range,
    Shift,
    Vague,
)
from communique.components.dates.open_year import first_day, full_year, open_year
from communique.components.dates.values import (
    NoSuchDayError,
    as_day,
    day_text,
    shifted,
    text_of,
    unit_text,
)

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


#: In so many days around the day of speech a date is of its year, whatever story is told.
_BACK, _AHEAD, _QUARTER_BACK = 40, 14, 150


@dataclass(frozen=True)
class Anchors:
    """What open dates are resolved against.

    ``speech`` is the day of speech, ``source`` where it comes from. ``previous`` is the value of
    the last date told before, None where there is none; ``narrative`` is it where the same
    paragraph goes on telling from there, in a year of its own. ``century`` is a year told in the text, for
    years of two digits where nothing else is known. ``period`` is the quarter or half that the text
    reports on. ``open_day`` is the day told last, where its year is not known.
    """

    speech: dt.date | None = None
    source: DateAnchor = "publish_date"
    previous: str | None = None
    narrative: str | None = None
    century: int | None = None
    period: str | None = None
    open_day: str | None = None


@dataclass(frozen=True)
class Resolved:
    """A value (None for a day that does not exist) and the anchor it took."""

    value: str | None
    anchor: DateAnchor | None = None


def resolve(expression: Expression, anchors: Anchors, tense: Tense | None = None) -> Resolved:
    """Resolve an expression; never raises.

    ``tense`` says which way a date lies that leaves its year open; None takes the nearest.
    """
    try:
        match expression:
            case Vague(value=value) | Apart(value=value):
                return Resolved(value)
            case Range():
                return _resolve_range(expression, anchors, tense)
            case Compared():
                return _compared(expression, anchors)
            case Shift():
                return _shift(expression, anchors, tense)
            case Calendar():
                return _calendar(expression, anchors, tense)
    except NoSuchDayError:
        return Resolved(None)


def _resolve_range(span: Range, anchors: Anchors, tense: Tense | None) -> Resolved:
    first, last = span.start, span.end
    if (
        first.open_year
        and last.open_year
        and tense == "later"
        and anchors.speech
        and first.month
        and last.month
    ):
        # what is announced may have begun: its end lies ahead
        end = _calendar(last, anchors, tense)
        if end.value and end.value[:4].isdigit():
            year = int(end.value[:4]) - (
                (last.month, last.day or 0) < (first.month, first.day or 0)
            )
            start = _calendar(replace(first, year=year), anchors, tense)
            if start.value:
                return Resolved(f"{start.value}/{end.value}", end.anchor)
    start = _calendar(first, anchors, tense)
    if last.open_year and start.value and start.value[:4].isdigit() and last.month is not None:
        year = int(start.value[:4])
        wraps = first.month is not None and (last.month, last.day or 0) < (
            first.month,
            first.day or 0,
        )
        end = _calendar(replace(last, year=year + wraps), anchors, tense)
    else:
        end = _calendar(last, anchors, tense)
    if start.value is None or end.value is None:
        return Resolved(None)
    return Resolved(
        f"{start.value.split('/')[0]}/{end.value.split('/')[-1]}", start.anchor or end.anchor
    )


def _base(shift: Shift, anchors: Anchors) -> tuple[dt.date | None, DateAnchor | None]:
    if shift.previous and anchors.previous is not None:
        day = as_day(anchors.previous)
        if day is not None:
            return day, "previous_date"
    return anchors.speech, anchors.source if anchors.speech else None


def _moved(day: dt.date, shift: Shift) -> dt.date | None:
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


def _shift(shift: Shift, anchors: Anchors, tense: Tense | None) -> Resolved:
    if shift.at_least:
        return Resolved("PAST_REF")
    if shift == Shift("day", 0, previous=True) and anchors.open_day is not None:
        return Resolved(anchors.open_day, "previous_date")
    base, source = _base(shift, anchors)
    if base is None:
        return Resolved(_reference(shift))
    if shift.unit == "weekend" and shift.amount == 0 and tense == "earlier" and base.weekday() < 4:
        shift = replace(shift, amount=-1)  # told early in the week, it is the one that is over
    moved = _moved(base, shift)
    if moved is None:
        return Resolved(_reference(shift))
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


def _compared(said: Compared, anchors: Anchors) -> Resolved:
    if anchors.period is not None:
        return Resolved(shifted(anchors.period, said.years), "previous_date")
    return _shift(Shift("year", said.years), anchors, None)


def _reference(shift: Shift) -> str:
    """What is left of a shift without an anchor."""
    if shift.unit == "day" or abs(shift.amount) > 1:
        return (
            "PRESENT_REF" if shift.amount == 0 else "PAST_REF" if shift.amount < 0 else "FUTURE_REF"
        )
    return _UNKNOWN.get(shift.unit, "XXXX")


def _calendar(said: Calendar, anchors: Anchors, tense: Tense | None) -> Resolved:
    if said.century is not None:
        last = said.century * 100
        return Resolved(f"{last - 99:04}/{last:04}")
    if said.decade is not None:
        return Resolved(f"{said.decade:03}")
    if said.year_shift is not None:
        return _by_year_name(said, anchors)
    if said.short_year is not None:
        near = anchors.speech.year if anchors.speech else anchors.century
        return Resolved(
            text_of(replace(said, short_year=None, year=full_year(said.short_year, near)), None)
        )
    if said.year is not None:
        return Resolved(text_of(said, said.year))
    if said.weekday is not None and said.month is None:
        return _weekday(said, anchors, tense)
    speech = anchors.speech
    if speech is None:
        return _without_speech(said, anchors)
    if anchors.narrative is not None and said.direction is None and tense != "later":
        told, here = as_day(anchors.narrative), first_day(said, int(anchors.narrative[:4]))
        if told is not None and here is not None and here >= told and not _near(said, speech):
            return Resolved(text_of(said, told.year), "previous_date")
    return Resolved(text_of(said, open_year(said, speech, tense)), anchors.source)


def _near(said: Calendar, speech: dt.date) -> bool:
    """Whether a day of the weeks around the day of speech is said, or the quarter just over."""
    back = _QUARTER_BACK if said.quarter is not None else _BACK
    days = (
        first_day(said, year)
        for year in (speech.year - 1, speech.year, speech.year + 1)
        if cal.FIRST_YEAR <= year <= cal.LAST_YEAR
    )
    return any(-back <= (day - speech).days <= _AHEAD for day in days if day is not None)


def _by_year_name(said: Calendar, anchors: Anchors) -> Resolved:
    shift = said.year_shift
    if shift is None:
        return Resolved(None)
    base, source = _base(shift, anchors)
    moved = _moved(base, shift) if base is not None else None
    if moved is None:
        return Resolved(text_of(said, None) if said.weekday is None else f"XXXX-WXX-{said.weekday}")
    if shift.unit == "week" and said.weekday is not None:
        year, week, _ = moved.isocalendar()
        return Resolved(day_text(dt.date.fromisocalendar(year, week, said.weekday)), source)
    return Resolved(text_of(replace(said, year_shift=None), moved.year), source)


def _without_speech(said: Calendar, anchors: Anchors) -> Resolved:
    """Nobody says when it was written: the year of the last day told before, or none."""
    told = anchors.previous
    if (
        told is not None
        and told[:4].isdigit()
        and len(told.split("/")[0]) >= 7
        and said.direction is None
    ):
        return Resolved(text_of(said, int(told[:4])), "previous_date")
    return Resolved(text_of(said, None))


def _weekday(said: Calendar, anchors: Anchors, tense: Tense | None) -> Resolved:
    speech = anchors.speech
    if speech is None or said.weekday is None:
        return Resolved(f"XXXX-WXX-{said.weekday}")
    if said.direction == "earlier":
        day = cal.weekday_from(speech, said.weekday, later=False, same=False)
    elif said.direction == "later":
        day = cal.weekday_from(speech, said.weekday, later=True, same=False)
    elif said.direction == "same":
        day = cal.weekday_from(speech, said.weekday, later=tense != "earlier", same=True)
    else:
        day = cal.weekday_from(speech, said.weekday, later=tense == "later", same=True)
    return Resolved(f"XXXX-WXX-{said.weekday}" if day is None else day_text(day), anchors.source)
