"""How long something is said to last, and how far that reaches from the day of speech."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from communique.components.dates import calendar as cal
from communique.components.dates import words
from communique.components.dates.expressions import Apart, Shift, Unit
from communique.components.dates.shifts import moved_by
from communique.components.dates.values import day_text

if TYPE_CHECKING:
    from communique.components.dates.atoms import Atoms

#: Units that are counted as a whole, from the next or the last one on.
_WHOLE = {"quarter": 3, "decade": 120}


def of_duration(groups: dict[str, str], atoms: Atoms, text: str) -> Apart:
    """Return a duration with its value, and its reach where "next", "last" or "past" tells one."""
    said = text.lower()
    count = words.count(groups["n"], atoms) if "n" in groups else 1
    if "n" not in groups and "mod" not in groups and words.is_plural(groups["unit"]):
        count = None
    if "couple" in said:
        count = 2
    unit = atoms.units[groups["unit"].lower()]
    shift = atoms.modifiers[words.plain(groups["mod"])].shift if "mod" in groups else 0
    if said.startswith("past"):
        shift = -1
    said_so = lasting(cast("Unit", unit), count, shift, atoms)
    if said_so.reach and unit == "day" and {"business", "working"} & set(said.split()):
        return replace(said_so, reach=replace(said_so.reach, working=True))
    return said_so


def lasting(unit: Unit, count: int | None, shift: int, atoms: Atoms) -> Apart:
    """Return so many units as a duration that reaches back (-1), ahead (1) or nowhere (0)."""
    value = words.duration(count, atoms.designators[unit])
    if not shift or count is None or unit in {"hour", "minute", "weekend"}:
        return Apart("duration", value)
    return Apart("duration", value, Shift(unit, count * shift))


def reached(reach: Shift, speech: dt.date) -> str | None:
    """Return the days that a duration reaches over; None outside the calendar.

    Ahead it begins on the day after the day of speech, back it ends on the day before. Quarters and
    decades are whole ones.
    """
    if reach.working:
        return _working_days(reach.amount, speech)
    origin = speech
    if months := _WHOLE.get(reach.unit):
        index = speech.month - 1 if months < 12 else speech.year % 10 * 12 + speech.month - 1
        start = cal.add_months(speech.replace(day=1), -(index % months))
        if start is not None and reach.amount > 0:
            start = cal.add_months(start, months)
        if start is None:
            return None
        origin = start
    end = moved_by(origin, reach)
    if end is None:
        return None
    first, behind = (origin, end) if reach.amount > 0 else (end, origin)
    if reach.unit not in _WHOLE and reach.amount > 0:
        later = cal.add_days(first, 1), cal.add_days(behind, 1)
        if later[0] is None or later[1] is None:
            return None
        first, behind = later[0], later[1]
    last = cal.add_days(behind, -1)
    return None if last is None else f"{day_text(first)}/{day_text(last)}"


def _working_days(amount: int, speech: dt.date) -> str | None:
    """So many Mondays to Fridays behind the day of speech, or before it."""
    step, day = (1 if amount > 0 else -1), speech
    days: list[dt.date] = []
    while len(days) < abs(amount):
        moved = cal.add_days(day, step)
        if moved is None:
            return None
        day = moved
        if day.isoweekday() <= 5:
            days.append(day)
    return f"{day_text(min(days))}/{day_text(max(days))}" if days else None
