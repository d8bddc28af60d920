"""From the groups of a matched form to the normal form of what it says."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates import atoms as lexicon
from communique.components.dates import words
from communique.components.dates.durations import of_duration
from communique.components.dates.expressions import (
    Apart,
    Calendar,
    Expression,
    Range,
    Vague,
)
from communique.components.dates.relative import relative
from communique.components.dates.sets import of_set

if TYPE_CHECKING:
    from communique.components.dates.atoms import Atoms
    from communique.components.dates.forms import Form

_DIGITS = re.compile(r"\d+")
#: Fractions and the like that are no day and month.
_FRACTIONS = frozenset(
    [
        "1/2",
        "1/3",
        "2/3",
        "1/4",
        "3/4",
        "1/5",
        "2/5",
        "3/5",
        "4/5",
        "1/6",
        "5/6",
        "1/8",
        "3/8",
        "5/8",
        "7/8",
        "1/10",
        "24/7",
        "9/11",
    ]
)

#: Order of day and month in dates of digits: "dmy", "mdy", or None where nothing says.
Order = str | None


def build(form: Form, match: re.Match[str], order: Order) -> Expression | None:
    """Return what a match says, or None where it says nothing after all (month 13).

    ``order`` is the release's own order of day and month in dates like 07/05/2024.
    """
    groups = {name: value for name, value in match.groupdict().items() if value is not None}
    atoms = lexicon.load()
    match form.meaning:
        case "calendar":
            return _calendar(groups, atoms, order, match.group())
        case "range":
            return _range(groups, atoms)
        case "relative":
            return relative(groups, atoms, match.group())
        case "vague":
            return Vague(atoms.vague[words.plain(match.group())])
        case "duration":
            return of_duration(groups, atoms, match.group())
        case "time":
            return _time(groups, match.group())
        case _:
            return of_set(groups, atoms, match.group())


def _calendar(groups: dict[str, str], atoms: Atoms, order: Order, text: str) -> Calendar | None:
    if "left" in groups:
        if (
            "year" not in groups
            and "yy" not in groups
            and text.rsplit(maxsplit=1)[-1] in _FRACTIONS
        ):
            return None
        return _digits(groups, order, dotted="." in text)
    if "holiday" in groups:
        year = int(groups["year"]) if "year" in groups else None
        weekend = "weekend" in words.plain(text).split()
        return replace(words.holiday(groups["holiday"], atoms), year=year, weekend=weekend)
    if "n" in groups and "year" in groups and " of " in words.plain(text):
        said = words.plain(text)
        return words.first_of_year(groups["n"], said, atoms, Calendar(year=int(groups["year"])))
    month = day = None
    names = ("month", "monthname", "monthshort", "monthlow")
    if name := next((groups[key] for key in names if key in groups), None):
        month = words.month(name, atoms)
    elif "mm" in groups:
        month = int(groups["mm"])
    if "day" in groups:
        day = words.integer(groups["day"])
    elif "dd" in groups:
        day = int(groups["dd"])
    elif (
        word := groups.get("dayth")
        or groups.get("nthday")
        or groups.get("dayword")
        or groups.get("daycount")
    ):
        day = words.day(word, atoms)
        if not 1 <= day <= 31:
            return None
    elif "ordinal" in groups and text.lower().split()[-2:-1] == ["of"] and " month " in text:
        month = words.ordinal(groups["ordinal"], atoms)
        if month > 12:
            return None
    elif "ordinal" in groups:
        day = words.ordinal(groups["ordinal"], atoms)
        if day > 31:
            return None
    weekday = groups.get("weekday") or groups.get("weekdayname")
    nth = groups.get("nth")
    decade = None
    if "decade" in groups:
        decade = int(groups["decade"][:3])
    elif "shortdecade" in groups:
        decade = 190 + int(groups["shortdecade"][0])
    elif "decadeword" in groups:
        decade = atoms.decades[groups["decadeword"].lower()] // 10
    quarter = None
    if "quarter" in groups:
        quarter = int(groups["quarter"])
    elif nth is not None and "week" not in text.lower():
        quarter = words.ordinal(nth, atoms)
    elif "lastnth" in groups and "week" not in text.lower():
        quarter = 4
    half = None
    if "half" in groups:
        half = int(groups["half"])
    elif "nthhalf" in groups:
        half = 1 if groups["nthhalf"].lower() in {"first", "1st"} else 2
    year = int(groups["year"]) if "year" in groups else None
    return Calendar(
        year=words.spelled_year(groups["spelled"], atoms) if "spelled" in groups else year,
        short_year=int(groups["yy"]) if "yy" in groups and "year" not in groups else None,
        month=month,
        day=day,
        weekday=words.weekday(weekday, atoms) if weekday else None,
        quarter=quarter,
        half=half,
        season=atoms.seasons[groups["season"].lower()] if "season" in groups else None,
        decade=decade,
        century=words.ordinal(groups["nthcentury"], atoms) if "nthcentury" in groups else None,
        week=_week(nth, quarter, atoms, groups) if "week" in text.lower().split() else None,
        months=_months(groups, atoms, text) if "n" in groups else None,
    )


def _months(groups: dict[str, str], atoms: Atoms, text: str) -> int | None:
    """The first n months of a year, counted negative for its last."""
    count = words.count(groups["n"], atoms)
    return -count if count and words.plain(text).removeprefix("the ").startswith("last") else count


def _week(nth: str | None, quarter: int | None, atoms: Atoms, groups: dict[str, str]) -> int | None:
    """The n-th week of a month, -1 for its last."""
    if quarter is not None:
        return None
    if "weekno" in groups:
        return int(groups["weekno"])
    return -1 if nth is None else words.ordinal(nth, atoms)


def _digits(groups: dict[str, str], order: Order, *, dotted: bool) -> Calendar | None:
    """07/05/2024: day first or month first; with full stops always day first."""
    left, right = int(groups["left"]), int(groups["right"])
    year = int(groups["year"]) if "year" in groups else None
    short = int(groups["yy"]) if "yy" in groups else None
    if (left > 12 and right > 12) or not 1 <= left <= 31 or not 1 <= right <= 31:
        return None
    order = "dmy" if dotted else order
    unsure = left <= 12 and right <= 12 and left != right and order is None
    month_first = right > 12 or (left <= 12 and order != "dmy")
    month, day = (left, right) if month_first else (right, left)
    return Calendar(year=year, short_year=short, month=month, day=day, ambiguous=unsure)


def _range(groups: dict[str, str], atoms: Atoms) -> Expression | None:
    year = int(groups["year"]) if "year" in groups else None
    if "quarter" in groups:
        first, last = int(groups["quarter"]), int(groups["quarter2"])
        return Range(Calendar(year=year, quarter=first), Calendar(year=year, quarter=last))
    if "month" in groups or "monthname" in groups:
        month = words.month(groups.get("month") or groups["monthname"], atoms)
        if "nthday" in groups:
            return _worded_days(groups, atoms, month, year)
        if "month2" in groups:
            later = words.month(groups["month2"], atoms)
            return Range(
                Calendar(year=_year_before(year, later < month), month=month),
                Calendar(year=year, month=later),
            )
        day, day2 = words.integer(groups["day"]), words.integer(groups["day2"])
        if day >= day2:
            return None
        return Range(
            Calendar(year=year, month=month, day=day), Calendar(year=year, month=month, day=day2)
        )
    if year is not None:
        end = int(groups["year2"]) if "year2" in groups else year - year % 100 + int(groups["yy"])
        if "year2" not in groups and year % 100 == 99 and groups["yy"] == "00":
            end = year + 1
        if not year < end < year + 200:
            return None
        return Range(Calendar(year=year), Calendar(year=end))
    first, last = int(groups["yy"]), int(groups["yy2"])
    if (last - first) % 100 != 1:
        return None
    return Range(Calendar(short_year=first), Calendar(short_year=last))


def _worded_days(
    groups: dict[str, str], atoms: Atoms, month: int, year: int | None
) -> Range | None:
    """April ninth through seventeenth."""
    first, last = words.day(groups["nthday"], atoms), words.day(groups["nthday2"], atoms)
    if not 1 <= first < last <= 31:
        return None
    return Range(
        Calendar(year=year, month=month, day=first), Calendar(year=year, month=month, day=last)
    )


def _year_before(year: int | None, wraps: bool) -> int | None:
    """November-February 2024 starts in the year before."""
    return year - 1 if year is not None and wraps else year


def _time(groups: dict[str, str], text: str) -> Expression | None:
    if "hour" not in groups:
        return Apart("time", "T12:00" if text.lower() == "noon" else "T24:00")
    hour, minute = int(groups["hour"]), int(groups.get("minute", "0"))
    half = groups.get("ampm", "").lower().replace(".", "")
    if half in {"am", "pm"}:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    elif not half and "minute" not in groups:
        return None
    return Apart("time", f"T{hour:02}:{minute:02}")
