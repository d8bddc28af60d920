"""Conventions: what words may be taken to mean that not everybody means the same by.

The defaults are those of the project; each of the others is off unless it is asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

Counting = Literal["units", "days"]
Weekdays = Literal["nearest", "weeks"]
MonthWeeks = Literal["days", "calendar"]


@dataclass(frozen=True)
class Conventions:
    """How to read what is read in more than one way.

    ``reaching``: durations that reach from the day of speech ("the next three days", "within two
    weeks", "three days starting Monday", "between now and 5 May") are ranges. ``counting``: "two months ago" is a month
    ("units") or a day ("days"), and then "in two weeks" is one as well. ``weekdays``: "next Friday"
    is the next that comes ("nearest") or the one of next week ("weeks"). ``month_weeks``: the first
    week of a month is its days 1 to 7 ("days") or the first from Monday to Sunday with most of its
    days in it ("calendar"). ``bare_units``: "the week" and "the year" alone are the present ones.
    """

    reaching: bool = False
    counting: Counting = "units"
    weekdays: Weekdays = "nearest"
    month_weeks: MonthWeeks = "days"
    bare_units: bool = False

    def __post_init__(self) -> None:
        """Raise ``ValueError`` for a word that names no convention."""
        for name, words in (
            ("counting", {"units", "days"}),
            ("weekdays", {"nearest", "weeks"}),
            ("month_weeks", {"days", "calendar"}),
        ):
            if getattr(self, name) not in words:
                raise ValueError(f"{name} must be one of {', '.join(sorted(words))}")


DEFAULTS = Conventions()
