"""The year of a date whose words leave it open."""

from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal
from communique.components.dates.values import season_start

if TYPE_CHECKING:
    from communique.components.dates.direction import Tense
    from communique.components.dates.expressions import Calendar

#: How many years around the day of speech are tried: 29 February is there every eighth at worst.
_SPAN = 8
#: A coming day that is so many times as near as the past one is meant, even if what has been is
#: told ("set a hearing for 3 March", in February).
_NEARER = 4
#: For so many days behind a quarter its results are awaited.
_SEASON = 45


def full_year(short: int, near: int | None) -> int:
    """Return the year with these last two digits from 79 before to 20 after ``near``.

    Where nothing is near, 69 is 2069 and 70 is 1970.
    """
    if near is None:
        return 2000 + short if short < 70 else 1900 + short
    first = near - 79
    return first + (short - first) % 100


def first_day(said: Calendar, year: int) -> dt.date | None:
    """Return the first day of what is said, in a year; None where the year lacks it."""
    if said.nth is not None and said.month is not None and said.weekday is not None:
        return cal.nth_weekday(year, said.month, said.weekday, said.nth)
    if said.easter is not None:
        return cal.from_easter(year, said.easter)
    month = season_start(said.season) if said.season else 1
    if said.month is not None:
        month = said.month
    elif said.quarter is not None:
        month = said.quarter * 3 - 2
    elif said.half is not None:
        month = said.half * 6 - 5
    day = said.day or 1
    return dt.date(year, month, day) if cal.exists(year, month, day) else None


def open_year(said: Calendar, speech: dt.date, tense: Tense | None) -> int:
    """Return the year by "last" or "next", by tense, else that of the nearest match.

    A day, month, quarter or season that the day of speech lies in is itself the match, but for
    "last" and "next". A season of which no verb tells is one that has begun.
    """
    if said.direction == "same" or (said.week is not None and said.month is None):
        return speech.year
    now = _start_of_now(said, speech)
    years = range(
        max(cal.FIRST_YEAR, speech.year - _SPAN), min(cal.LAST_YEAR, speech.year + _SPAN) + 1
    )
    days = {year: day for year in years if (day := first_day(said, year)) is not None}
    if said.weekday is not None and said.day is not None:
        agreeing = {y: d for y, d in days.items() if d.isoweekday() == said.weekday}
        days = agreeing or days
    if not days:
        return speech.year
    begun = said.season is not None and tense is None
    direction = said.direction or ("earlier" if begun else tense)
    strict = said.direction is not None
    earlier = [year for year, day in days.items() if day < now or (day == now and not strict)]
    later = [year for year, day in days.items() if day > now or (day == now and not strict)]
    if direction == "earlier" and earlier:
        last, coming = max(earlier), min(later, default=None)
        if strict or said.month is None or coming is None:
            return last
        back, ahead = (now - days[last]).days, (days[coming] - now).days
        return coming if 0 < ahead * _NEARER <= back else last
    if direction == "later" and later:
        over = speech.year if said.quarter != 4 else speech.year - 1
        if said.quarter is not None and not strict and (over in days):
            # what is awaited of a quarter just over is its results
            ended = cal.add_months(days[over], 3)
            if ended is not None and 0 <= (speech - ended).days <= _SEASON:
                return over
        return min(later)
    return min(days, key=lambda year: (abs((days[year] - now).days), days[year] > now))


def _start_of_now(said: Calendar, speech: dt.date) -> dt.date:
    """The first day of the present day, month, quarter, half or season, whichever is spoken of."""
    if said.day is not None or said.nth is not None or said.easter is not None:
        return speech
    if said.month is not None:
        return speech.replace(day=1)
    if said.season is None:
        length = 6 if said.half is not None else 3
        return dt.date(speech.year, (speech.month - 1) // length * length + 1, 1)
    begun = [season_start(code) for code in ("SP", "SU", "FA", "WI")]
    here = [month for month in begun if month <= speech.month]
    if here:
        return dt.date(speech.year, max(here), 1)
    return dt.date(max(cal.FIRST_YEAR, speech.year - 1), max(begun), 1)
