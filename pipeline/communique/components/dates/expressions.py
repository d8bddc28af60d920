"""The normal form of date expressions, with its unknowns visible.

An expression is what the words alone say: "7 May" is a :class:`Calendar` without a year, "last
month" a :class:`Shift` of minus one month. Nothing here knows the day of publication; see
:mod:`communique.components.dates.resolve` for that.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Unit = Literal[
    "day", "week", "weekend", "fortnight", "month", "quarter", "half", "year", "decade", "century"
]
Direction = Literal["earlier", "later", "same"]


@dataclass(frozen=True)
class Shift:
    """So many units from the day of speech, or (``previous``) from the date told before.

    ``exact``: "a year ago today" is a day, "a year ago" a year. ``at_least``: "more than".
    ``counted``: a number of units is said. ``working``: Mondays to Fridays alone count.
    """

    unit: Unit
    amount: int
    previous: bool = False
    exact: bool = False
    at_least: bool = False
    counted: bool = False
    working: bool = False


@dataclass(frozen=True)
class Calendar:
    """A place in the calendar; what is None the words do not say.

    ``short_year`` has two digits, its century open. ``year_shift`` is a year given as "last year".
    ``season`` is SP, SU, FA or WI; ``decade`` the first three digits of its years (199); ``century``
    its number (20). ``week`` is the n-th week of the month, ``months`` the first n months of the
    year, ``weeks`` and ``days`` likewise (negative: the last),
    ``weekend`` the one nearest to the day (without a month, the n-th ISO week). ``easter`` is so many days from Easter Sunday.
    ``whole_week``: the week of that day; of ``week``, a week of the calendar. ``from_told``: counted from the date told before.
    ``near``: the nearest such day, whatever the tense. ``weekday`` is 1 for Monday. ``nth`` with ``weekday`` and ``month``: the n-th such day.
    ``direction`` is said by "last", "next" or "this". ``ambiguous``: day and month, written in
    digits, could also be read the other way round.
    """

    year: int | None = None
    short_year: int | None = None
    year_shift: Shift | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    nth: int | None = None
    quarter: int | None = None
    half: int | None = None
    season: str | None = None
    decade: int | None = None
    century: int | None = None
    week: int | None = None
    months: int | None = None
    weeks: int | None = None
    days: int | None = None
    weekend: bool = False
    easter: int | None = None
    whole_week: bool = False
    from_told: bool = False
    near: bool = False
    direction: Direction | None = None
    ambiguous: bool = False

    @property
    def open_year(self) -> bool:
        """Whether the words leave the year to be found."""
        return (
            self.year is None
            and self.short_year is None
            and self.year_shift is None
            and self.decade is None
            and self.century is None
        )


@dataclass(frozen=True)
class Range:
    """From one expression to another, both included."""

    start: Calendar
    end: Calendar


@dataclass(frozen=True)
class Span:
    """Between two dates that are not of a kind: "from March to today", "2019 to May 2024"."""

    start: Calendar
    end: Calendar | Shift


@dataclass(frozen=True)
class Offset:
    """So many units from another date: "three days after 7 May"."""

    base: Calendar | Shift
    unit: Unit
    amount: int


@dataclass(frozen=True)
class Compared:
    """The stretch that a report is about, so many years on: "the quarter", "a year earlier".

    ``certain``: it is one even where no stretch was told ("the year-ago period").
    """

    years: int
    certain: bool = False


@dataclass(frozen=True)
class Vague:
    """A time that no calendar can hold: PAST_REF, PRESENT_REF or FUTURE_REF."""

    value: str


@dataclass(frozen=True)
class Apart:
    """A duration, set or clock time, kept apart from dates; ``value`` is TIMEX3 or None.

    ``reach`` is how far a duration reaches from the day of speech ("the next three days").
    """

    kind: Literal["duration", "set", "time"]
    value: str | None
    reach: Shift | None = None


Expression = Calendar | Shift | Range | Span | Offset | Compared | Vague | Apart


@dataclass(frozen=True)
class Found:
    """An expression at its place: half-open characters of the text, and the form it was read by."""

    start: int
    end: int
    expression: Expression
    form: str
