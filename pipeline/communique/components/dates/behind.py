"""What completes a date expression from behind: its year, or the day of a "yesterday (03)"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates.atoms import SPACE
from communique.components.dates.atoms import load as load_atoms
from communique.components.dates.expressions import Calendar, Found, Range, Shift

if TYPE_CHECKING:
    from communique.components.dates.expressions import Expression

_YEAR_BEHIND = re.compile(
    rf",?{SPACE}(?i:(?:of{SPACE}|in{SPACE})?(?:the{SPACE})?(this|last|next|same|previous|following|current|that){SPACE}year)\b"
)
_NUMBER_BEHIND = re.compile(
    rf",?{SPACE}(?:(?:of|in){SPACE}(?:the{SPACE}year{SPACE})?((?:1[5-9]|20)\d\d)|of{SPACE}([’']?\d\d)(?=[.,;)]|$))"
    rf"(?![\d,.-]*\d)(?!{SPACE}[A-Z])"
)
_DAY_BEHIND = re.compile(r" \((0[1-9]|[12]\d|3[01])\)")
_COMMA_YEAR = re.compile(r",[ ]((?:19|20)\d\d)\b(?![\d,.-]*\d)")


def with_day(text: str, found: Found, end: int) -> Found:
    """Take "yesterday (03)": the day of the month behind it decides."""
    said = found.expression
    if not isinstance(said, Shift) or said.unit != "day" or said.previous:
        return found
    behind = _DAY_BEHIND.match(text, found.end, end)
    if behind is None:
        return found
    day = Calendar(day=int(behind[1]), near=True)
    return Found(found.start, found.end, day, found.form)


def with_year(text: str, found: Found, end: int) -> Found:
    """Take the year by name of "May 7 of last year", or in digits where a word parts it."""
    expression = found.expression
    if not isinstance(expression, Calendar | Range):
        return found
    first = expression.start if isinstance(expression, Range) else expression
    if not first.open_year or not (first.month or first.quarter or first.half or first.season):
        return found
    behind = _YEAR_BEHIND.match(text, found.end, end)
    if behind is None:
        return _with_number(text, found, end)
    word = behind[1].lower()
    modifier = load_atoms().modifiers["same" if word == "that" else word]
    year = Shift("year", modifier.shift, modifier.previous)
    dated: Expression
    if isinstance(expression, Range):
        dated = Range(
            replace(expression.start, year_shift=year), replace(expression.end, year_shift=year)
        )
    else:
        dated = replace(expression, year_shift=year)
    return Found(found.start, behind.end(), dated, found.form)


def _with_number(text: str, found: Found, end: int) -> Found:
    """A year in digits behind "of" or "in": "7 May of 2024", "from May to June in 2024"."""
    behind = _NUMBER_BEHIND.match(text, found.end, end)
    expression = found.expression
    if behind is None or not isinstance(expression, Calendar | Range):
        return found
    full, short = behind.groups()
    year, short_year = (int(full), None) if full else (None, int(short.strip("’'")))
    if isinstance(expression, Calendar):
        dated: Expression = replace(expression, year=year, short_year=short_year)
    else:
        ends = (
            replace(said, year=year, short_year=short_year)
            for said in (expression.start, expression.end)
        )
        dated = Range(*ends)
    return Found(found.start, behind.end(), dated, found.form)


def with_year_of_both(text: str, found: Found, end: int) -> Found:
    """Take "5/1-5/7, 2020": a year behind two days in digits."""
    span = found.expression
    behind = _COMMA_YEAR.match(text, found.end, end)
    if behind is None or not isinstance(span, Range) or "<right>" not in found.form:
        return found
    if not (span.start.open_year and span.end.open_year):
        return found
    year = int(behind[1])
    dated = Range(replace(span.start, year=year), replace(span.end, year=year))
    return Found(found.start, behind.end(), dated, found.form)
