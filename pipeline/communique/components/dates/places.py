"""Resolving places in the calendar whose year, month or day is left open."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal
from communique.components.dates.anchors import Anchors, Resolved
from communique.components.dates.expressions import Calendar
from communique.components.dates.open_year import first_day, full_year, open_year
from communique.components.dates.shifts import base_day, moved_by
from communique.components.dates.values import as_day, day_text, text_of, text_of_day

if TYPE_CHECKING:
    from communique.components.dates.direction import Tense

#: How many months around the day of speech a day without a month is looked for.
_MONTHS_AROUND = 14
#: In so many days around the day of speech a date is of its year, whatever story is told.
_BACK, _AHEAD, _QUARTER_BACK = 40, 14, 150


def resolve_calendar(said: Calendar, anchors: Anchors, tense: Tense | None) -> Resolved:
    """Resolve a place in the calendar; raises ``NoSuchDayError`` for one that no calendar has."""
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
    if said.day is not None and said.month is None:
        return _day_of_month(said, anchors, tense)
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
    base, source = base_day(shift, anchors)
    moved = moved_by(base, shift) if base is not None else None
    if moved is None:
        return Resolved(text_of(said, None) if said.weekday is None else f"XXXX-WXX-{said.weekday}")
    if shift.unit == "month" and said.day is not None:
        said = replace(said, year_shift=None, month=moved.month)
        return Resolved(text_of(said, moved.year), source)
    if shift.unit == "month" and said.week is not None:
        said = replace(said, year_shift=None, month=moved.month)
        return Resolved(text_of(said, moved.year), source)
    if shift.unit == "week" and said.weekday is not None:
        day = cal.add_days(moved, said.weekday - moved.isoweekday())
        return Resolved(f"XXXX-WXX-{said.weekday}" if day is None else day_text(day), source)
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


def _day_of_month(said: Calendar, anchors: Anchors, tense: Tense | None) -> Resolved:
    """The 7th: in the month of speech, or the next or last one that has it and lies as told."""
    speech, day = anchors.speech, said.day or 1
    if speech is None:
        return Resolved(f"XXXX-XX-{day:02}")
    found = []
    for months in range(-_MONTHS_AROUND, _MONTHS_AROUND + 1):
        month = cal.add_months(speech.replace(day=1), months)
        if month is None or not cal.exists(month.year, month.month, day):
            continue
        date = month.replace(day=day)
        if said.weekday is None or date.isoweekday() == said.weekday:
            found.append(date)
    tense = None if said.near else tense
    later = [date for date in found if date >= speech]
    earlier = [date for date in found if date <= speech]
    if tense == "later" and later:
        return Resolved(text_of_day(later[0], whole_week=said.whole_week), anchors.source)
    if tense == "earlier" and earlier:
        return Resolved(text_of_day(earlier[-1], whole_week=said.whole_week), anchors.source)
    if not found:
        return Resolved(f"XXXX-XX-{day:02}")
    nearest = min(found, key=lambda date: (abs((date - speech).days), date < speech))
    return Resolved(text_of_day(nearest, whole_week=said.whole_week), anchors.source)


def _weekday(said: Calendar, anchors: Anchors, tense: Tense | None) -> Resolved:
    speech = anchors.speech
    if said.day is not None:
        return _day_of_month(said, anchors, tense)
    if speech is None or said.weekday is None:
        return Resolved(f"XXXX-WXX-{said.weekday}")
    by_weeks = anchors.weekdays == "weeks" and not said.near
    told = None
    if said.from_told and anchors.previous and not by_weeks:
        told = as_day(anchors.previous)
    if told is not None and said.direction in {"earlier", "later"}:
        day = cal.weekday_from(told, said.weekday, later=said.direction == "later", same=False)
        if day is not None:
            return Resolved(day_text(day), "previous_date")
    if said.direction and by_weeks:
        weeks = {"earlier": -1, "same": 0, "later": 1}[said.direction]
        day = cal.add_days(speech, 7 * weeks + said.weekday - speech.isoweekday())
    elif said.direction == "earlier":
        day = cal.weekday_from(speech, said.weekday, later=False, same=False)
    elif said.direction == "later":
        day = cal.weekday_from(speech, said.weekday, later=True, same=False)
    elif said.direction == "same":
        day = cal.weekday_from(speech, said.weekday, later=tense != "earlier", same=True)
    else:
        day = cal.weekday_from(speech, said.weekday, later=tense == "later", same=True)
    return Resolved(f"XXXX-WXX-{said.weekday}" if day is None else day_text(day), anchors.source)
