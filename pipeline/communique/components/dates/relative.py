"""The normal form of what is counted from the day of speech, or from a date told before."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from communique.components.dates import words
from communique.components.dates.atoms import Modifier
from communique.components.dates.durations import lasting
from communique.components.dates.expressions import (
    Calendar,
    Compared,
    Direction,
    Expression,
    Shift,
    Unit,
    Vague,
)

if TYPE_CHECKING:
    from communique.components.dates.atoms import Atoms

_REPORT = re.compile(
    r"the quarter|(?:the )?(?:latest|most-recent) (?:quarter|period)|year-(?:ago|earlier)\b.*"
    r"|(?:the )?(?:same|corresponding|comparable)\b.*\byear"
)
#: "The next morning" follows the day told before.
_NIGHTS = {"next": 1, "following": 1, "same": 0, "previous": -1}
#: Units that no date is as fine as.
_CLOCK = frozenset({"hour", "minute"})
#: "The coming Friday" is the next that comes, however "next Friday" is meant.
_NEAREST = frozenset({"past", "this past", "coming", "this coming", "upcoming"})
_AT_LEAST = frozenset({"more than", "over", "just over", "well over", "at least"})


def relative(groups: dict[str, str], atoms: Atoms, text: str) -> Expression | None:
    """Return what "last month", "10 years ago" or "tonight" says, None where it says no date."""
    said = words.plain(text)
    if report := _report(groups, atoms, said):
        return report
    if "deictic" in groups:
        unit, amount = atoms.deictics[groups["deictic"].lower()]
        return Shift(cast("Unit", unit), amount)
    if said in {"eoy", "eom"}:
        return Shift("year" if said == "eoy" else "month", 0)
    if "unit" in groups and said.endswith((" after next", " before last")):
        unit = cast("Unit", atoms.units[groups["unit"].lower()])
        return None if unit in _CLOCK else Shift(unit, 2 if said.endswith("next") else -2)
    if "ordinal" in groups and "mod" not in groups:
        return _numbered(groups, atoms, said, Modifier(0, previous=False))
    if "mod" in groups:
        return _modified(groups, atoms, said)
    if "n" in groups:
        return _counted(groups, atoms, said)
    if said.endswith(("morning", "afternoon", "evening", "night")):
        shift = _NIGHTS.get(said.removeprefix("the ").split()[0])
        if shift is not None:
            return Shift("day", shift, previous=True)
    if said.removeprefix("the ") in {"fiscal year", "full year", "whole year"}:
        return Shift("year", 0, previous=True)
    if "unit" in groups:
        return _named(groups, atoms, said)
    fixed = {
        "the weekend": Shift("weekend", 0),
        "the day after tomorrow": Shift("day", 2),
        "the day before yesterday": Shift("day", -2),
        "last night": Shift("day", -1),
    }
    if said in {"the day before", "the day after"}:
        return Shift("day", -1 if said.endswith("before") else 1, previous=True)
    if said == "the reporting year":
        return Shift("year", 0, previous=True)
    if "year" in groups:
        return Calendar(year=int(groups["year"]))
    return fixed.get(said) or Shift("year" if said.startswith("year") else "day", 0)


def _report(groups: dict[str, str], atoms: Atoms, said: str) -> Expression | None:
    """The stretch that a report is about or compares with: the quarter, the year-ago period."""
    match = _REPORT.fullmatch(said)
    if match is None:
        return None
    if "nth" in groups:
        return Calendar(quarter=words.ordinal(groups["nth"], atoms), year_shift=Shift("year", -1))
    if "mod" in groups:
        return Compared(atoms.modifiers[words.plain(groups["mod"])].shift, certain=True)
    ago = said.startswith("year")
    return Compared(-1 if ago else 0, certain=ago)


def _named(groups: dict[str, str], atoms: Atoms, said: str) -> Shift | None:
    """That year; the end of the month."""
    unit = cast("Unit", atoms.units[groups["unit"].lower()])
    if unit in _CLOCK or said.endswith("s"):
        return None
    if "end" in groups or said.startswith(("earlier", "later")):
        return None if unit == "day" else Shift(unit, 0)
    return Shift(unit, 0, previous=True)


def _modified(groups: dict[str, str], atoms: Atoms, said: str) -> Expression | None:
    """Last month, next Friday, this summer, the following week."""
    word = words.plain(groups["mod"])
    modifier = atoms.modifiers[word]
    direction: Direction = "same"
    if modifier.shift:
        direction = "later" if modifier.shift > 0 else "earlier"
    if "n" in groups:
        year = Shift("year", modifier.shift, modifier.previous)
        return words.first_of_year(groups["n"], said, atoms, Calendar(year_shift=year))
    if "dayth" in groups:
        month = Shift("month", modifier.shift, modifier.previous)
        return Calendar(day=words.day(groups["dayth"], atoms), year_shift=month)
    if "week" in said.split() and ({"nth", "weekno", "lastnth"} & groups.keys()):
        number = words.ordinal(groups["nth"], atoms) if "nth" in groups else -1
        if "weekno" in groups:
            number = int(groups["weekno"])
        length: Unit = "month" if said.endswith("month") else "year"
        return Calendar(week=number, year_shift=Shift(length, modifier.shift, modifier.previous))
    if "nthhalf" in groups:
        year = Shift("year", modifier.shift, modifier.previous)
        return Calendar(half=1 if said.startswith(("first", "1st")) else 2, year_shift=year)
    if "nth" in groups:
        year = Shift("year", modifier.shift, modifier.previous)
        return Calendar(quarter=words.ordinal(groups["nth"], atoms), year_shift=year)
    if "ordinal" in groups:
        return _numbered(groups, atoms, said, modifier)
    if said.endswith(("work week", "working week", "workweek")):
        return Shift("week", modifier.shift, modifier.previous)
    if "unit" in groups:
        unit = cast("Unit", atoms.units[groups["unit"].lower()])
        if unit in _CLOCK or words.is_plural(groups["unit"]):
            return None
        if word in {"past", "this past"} and unit != "weekend":
            return lasting(unit, 1, -1, atoms)
        # "the next day" follows the day told before
        previous = modifier.previous or (unit == "day" and modifier.shift != 0)
        return Shift(unit, modifier.shift, previous)
    if "weekday" in groups:
        weekday = words.weekday(groups["weekday"], atoms)
        if "week" in said.split():
            week = Shift("week", modifier.shift, modifier.previous)
            return Calendar(weekday=weekday, year_shift=week)
        return Calendar(
            weekday=weekday,
            direction=direction,
            from_told=modifier.previous,
            near=word in _NEAREST,
        )
    if "monthfull" in groups:
        return Calendar(month=words.month(groups["monthfull"], atoms), direction=direction)
    if "holiday" in groups:
        return replace(words.holiday(groups["holiday"], atoms), direction=direction)
    if "season" in groups:
        return Calendar(season=atoms.seasons[groups["season"].lower()], direction=direction)
    return Shift("year", modifier.shift, modifier.previous)


def _numbered(
    groups: dict[str, str], atoms: Atoms, said: str, modifier: Modifier
) -> Calendar | None:
    """The 15th day of next month, the ninth month of this year."""
    number = words.ordinal(groups["ordinal"], atoms)
    if said.endswith("month"):
        shift = Shift("month", modifier.shift, modifier.previous)
        return Calendar(day=number, year_shift=shift) if number <= 31 else None
    shift = Shift("year", modifier.shift, modifier.previous)
    return Calendar(month=number, year_shift=shift) if number <= 12 else None


def _counted(groups: dict[str, str], atoms: Atoms, said: str) -> Expression | None:
    """Two years ago, three days later."""
    count = words.count(groups["n"], atoms)
    unit = cast("Unit", atoms.units[groups["unit"].lower()])
    if unit in _CLOCK or unit == "weekend":
        return None
    tokens = said.split()
    ago, ahead = "ago" in tokens, "from" in tokens
    if count is None:
        return Vague("PAST_REF" if ago else "FUTURE_REF") if ago or ahead else None
    if ago:
        exact = tokens[-1] == "today"
        more = groups.get("approx", "").lower() in _AT_LEAST
        return Shift(unit, -count, exact=exact, at_least=exact and more, counted=True)
    if ahead:
        return Shift(unit, count, counted=True)
    amount = -count if tokens[-1] in {"earlier", "before"} else count
    return Shift(unit, amount, previous=True, counted=True)
