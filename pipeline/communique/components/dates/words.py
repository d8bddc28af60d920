"""What the words and numbers inside an expression mean."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates.expressions import Calendar

if TYPE_CHECKING:
    from communique.components.dates.atoms import Atoms

_DIGITS = re.compile(r"\d+")
_HOLIDAY_RULE = re.compile(r"(\d\d)-(\d)#(-?\d)")


def plain(words: str) -> str:
    """Return the words in lower case, with plain apostrophes and single spaces."""
    return " ".join(words.replace("’", "'").replace("\u00a0", " ").lower().split())


def integer(digits: str) -> int:
    """Return the first number in the words; raises ``ValueError`` where there is none."""
    found = _DIGITS.search(digits)
    if found is None:
        raise ValueError(f"no number in {digits!r}")
    return int(found.group())


def ordinal(words: str, atoms: Atoms) -> int:
    """Return the number of "7th" or "seventh"."""
    found = _DIGITS.match(words)
    return int(found.group()) if found else atoms.ordinals[re.sub(r"\s+", "-", words.lower())]


def day(words: str, atoms: Atoms) -> int:
    """Return the day of "7", "7th", "seventh" or "twenty-seven"; 0 where it is none."""
    if found := _DIGITS.match(words):
        return int(found.group())
    bare = re.sub(r"\s+", "-", words.lower())
    return atoms.ordinals.get(bare) or atoms.cardinals.get(bare, 0)


def count(words: str, atoms: Atoms) -> int | None:
    """Return the number of "3", "three" or "a"; None for "several"."""
    if words.isdigit():
        return int(words)
    return atoms.cardinals.get(re.sub(r"\s+", "-", words.lower()))


def month(word: str, atoms: Atoms) -> int:
    """Return the number of a month, also of its abbreviation."""
    return atoms.months[word.rstrip(".").lower()]


def weekday(word: str, atoms: Atoms) -> int:
    """Return the ISO number of a weekday, also of its abbreviation."""
    return atoms.weekdays[word.rstrip(".").lower()]


def spelled_year(words: str, atoms: Atoms) -> int:
    """Return the year of "nineteen ninety-six" or "two thousand and five"."""
    parts = re.sub(r"[\s-]+", " ", words.lower()).removesuffix(" and").split(" ")
    if "thousand" in parts:
        rest = [part for part in parts[2:] if part != "and"]
        return 2000 + sum(atoms.cardinals[part] for part in rest)
    tail = [part for part in parts[1:] if part not in {"hundred", "oh", "and"}]
    return atoms.cardinals[parts[0]] * 100 + sum(atoms.cardinals[part] for part in tail)


def holiday(name: str, atoms: Atoms) -> Calendar:
    """Return the day of a holiday, its year open."""
    rule = atoms.holidays[plain(name)]
    floating = _HOLIDAY_RULE.fullmatch(rule)
    if floating:
        month, weekday, nth = (int(part) for part in floating.groups())
        return Calendar(month=month, weekday=weekday, nth=nth)
    if rule.startswith("easter"):
        return Calendar(easter=int(rule.removeprefix("easter") or 0))
    month, day = (int(part) for part in rule.split("-"))
    return Calendar(month=month, day=day)


def first_of_year(number: str, said: str, atoms: Atoms, year: Calendar) -> Calendar | None:
    """Return the first n days, weeks or months of a year, counted negative for its last."""
    amount = count(number, atoms)
    if amount is None:
        return None
    amount = -amount if said.removeprefix("the ").startswith("last") else amount
    unit = next(unit for unit in ("day", "week", "month") if f" {unit}s of" in said)
    if unit == "month":
        return replace(year, months=amount)
    return replace(year, days=amount) if unit == "day" else replace(year, weeks=amount)


def is_plural(unit: str) -> bool:
    """Whether a unit of time stands in the plural."""
    return unit.lower().endswith("s")


def duration(count: int | None, designator: str) -> str | None:
    """Return so many units as an ISO 8601 duration; PXY for "several years".

    None for weekends, which have no designator.
    """
    number, letter = re.fullmatch(r"(\d*)(\w+)", designator).groups()  # type: ignore[union-attr]
    if letter == "WE":
        return None
    amount = "X" if count is None else str(count * int(number or 1))
    return f"PT{amount}{letter[1:]}" if letter.startswith("T") else f"P{amount}{letter}"
