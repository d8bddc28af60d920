"""What is said to happen again and again: sets of times, in TIMEX3."""

from __future__ import annotations

from typing import TYPE_CHECKING

from communique.components.dates import words
from communique.components.dates.expressions import Apart

if TYPE_CHECKING:
    from communique.components.dates.atoms import Atoms

_ADVERBS = {
    "daily": "P1D",
    "weekly": "P1W",
    "monthly": "P1M",
    "quarterly": "P1Q",
    "annually": "P1Y",
    "yearly": "P1Y",
    "nightly": "XXXX-XX-XXTNI",
}
_PARTS = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}


def of_set(groups: dict[str, str], atoms: Atoms, text: str) -> Apart:
    """Return a set with its value: how often, or which days of which weeks or years."""
    said = words.plain(text)
    if said in _ADVERBS:
        return Apart("set", _ADVERBS[said])
    part = _PARTS.get(said.split()[-1].removesuffix("s"), "")
    if day := groups.get("weekdays") or groups.get("weekday") or groups.get("weekdayname"):
        return Apart("set", _weekdays(groups, atoms, day) + part)
    if name := groups.get("monthfull") or groups.get("month"):
        month = f"XXXX-{words.month(name, atoms):02}"
        day = groups.get("day")
        return Apart("set", f"{month}-{words.integer(day):02}" if day else month)
    if "season" in groups:
        return Apart("set", f"XXXX-{atoms.seasons[groups['season'].lower()]}")
    if "unit" not in groups:
        return Apart("set", f"XXXX-XX-XX{part}" if part else None)
    every = 1
    if "n" in groups:
        every = words.count(groups["n"], atoms) or 1
    elif "nth" in groups:
        every = words.ordinal(groups["nth"], atoms)
    designator = atoms.designators[atoms.units[groups["unit"].lower()]]
    return Apart("set", words.duration(every, designator))


def _weekdays(groups: dict[str, str], atoms: Atoms, first: str) -> str:
    days = [
        f"XXXX-WXX-{words.weekday(first.removesuffix('s') if 'weekdays' in groups else first, atoms)}"
    ]
    last = groups.get("weekdays2") or groups.get("weekday2")
    if last:
        name = last.removesuffix("s") if "weekdays2" in groups else last
        days.append(f"XXXX-WXX-{words.weekday(name, atoms)}")
    return "/".join(days)
