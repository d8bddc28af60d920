"""Two expressions read as one: ranges, and what may stand around a date."""

from __future__ import annotations

from dataclasses import replace

from communique.components.dates.expressions import (
    Calendar,
    Expression,
    Found,
    Range,
    Shift,
    Span,
    Vague,
)


def unlike(first: Found, second: Found, text: str) -> Span | None:
    """From a date to one of another kind: "from March to today", "from 2019 to May 2024"."""
    start, end = _plain(first, text), _plain(second, text)
    said = first.expression
    if isinstance(said, Calendar) and said.weekday and said.direction and not said.month:
        full = isinstance(end, Calendar) and end.year is not None and end.day is not None
        return Span(said, end) if end is not None and full else None
    if not isinstance(start, Calendar) or end is None:
        return None
    if isinstance(end, Shift):
        return Span(start, end)
    if start.year is None and end.year is not None and start.month is not None:
        start = replace(start, year=end.year - ((end.month or 12) < start.month))
    if start.year is None or end.year is None or start.month == end.month:
        return None
    return Span(start, end) if start.year <= end.year else None


def _plain(found: Found, text: str) -> Calendar | Shift | None:
    """A date that a range may begin or end with: a day, month, year, today, now."""
    said = found.expression
    if isinstance(said, Vague) and text[found.start : found.end].lower() in {"now", "date"}:
        return Shift("day", 0)
    if isinstance(said, Shift):
        return said if said.unit == "day" and not said.previous else None
    if not isinstance(said, Calendar) or said.weekday or said.near:
        return None
    dated = said.month is not None or _year_alone(said)
    return said if dated and said.year_shift is None else None


def _year_alone(said: Calendar) -> bool:
    return said == Calendar(year=said.year)


def fits(first: Calendar, second: Calendar, joiner: str) -> bool:
    """A dash with spaces on one side only, or between a full date and a bare year, joins nothing."""
    tight = joiner.strip() == joiner
    return tight or (
        joiner[0].isspace() and joiner[-1].isspace() and (first.day is None) == (second.day is None)
    )


def divisible(expression: Expression) -> bool:
    """Whether it has an early and a late part."""
    if isinstance(expression, Calendar):
        return expression.day is None and expression.weekday is None
    if isinstance(expression, Range):
        return expression.start.day is None
    return isinstance(expression, Shift) and expression.unit != "day" and not expression.counted


def join(first: Calendar, second: Calendar) -> Range | None:
    """Join two dates of a kind; what one lacks the other gives ("March 2 to April 17, 2024")."""
    kinds = [
        (
            bool(c.day),
            bool(c.month),
            bool(c.quarter),
            bool(c.half),
            bool(c.century),
            bool(c.season),
            bool(c.weekday) and not c.day,
            bool(c.decade),
        )
        for c in (first, second)
    ]
    if kinds[0] != kinds[1]:
        return None
    if first.weekday and not first.day:
        bare = second == Calendar(weekday=second.weekday)
        return Range(first, second) if first.direction and bare else None
    if first.direction is not None and second.year is not None:
        return Range(first, second)
    if first.open_year and second.year is not None:
        wraps = (second.month or 0) < (first.month or 0)
        first = replace(first, year=second.year - wraps)
    elif first.open_year and second.short_year is not None:
        first = replace(first, short_year=second.short_year)
    elif first.open_year and second.year_shift is not None:
        first = replace(first, year_shift=second.year_shift)
    elif first.year is not None and second.open_year:
        wraps = (second.month or 0) < (first.month or 0)
        second = replace(second, year=first.year + wraps)
    if first.year is not None and second.year is not None:
        key = [(c.year or 0, c.month or c.quarter or 0, c.day or 0) for c in (first, second)]
        if key[0] >= key[1]:
            return None
    return Range(first, second)
