"""The third layer: an expression against its anchors.

Anchors, in this order: the date told before, where the words ask for it ("the next day"); the day
of speech, which is the dateline's or the publication date; else nothing, and what is not known
stays visible (``XXXX-05-07``, ``XXXX-WXX-2``). The day of the run is never asked.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates import calendar as cal
from communique.components.dates.anchors import Anchors, Resolved
from communique.components.dates.expressions import (
    Apart,
    Calendar,
    Compared,
    Expression,
    Offset,
    Range,
    Shift,
    Span,
    Vague,
)
from communique.components.dates.places import resolve_calendar
from communique.components.dates.shifts import moved_by, reference, resolve_compared, resolve_shift
from communique.components.dates.values import NoSuchDayError, as_day, day_text, unit_text

if TYPE_CHECKING:
    from communique.components.dates.direction import Tense


def resolve(expression: Expression, anchors: Anchors, tense: Tense | None = None) -> Resolved:
    """Resolve an expression; never raises.

    ``tense`` says which way a date lies that leaves its year open; None takes the nearest.
    """
    try:
        match expression:
            case Vague(value=value) | Apart(value=value):
                return Resolved(value)
            case Range():
                return _resolve_range(expression, anchors, tense)
            case Span():
                return _span(expression, anchors)
            case Offset():
                return _offset(expression, anchors, tense)
            case Compared():
                return resolve_compared(expression, anchors)
            case Shift():
                return resolve_shift(expression, anchors, tense)
            case Calendar():
                return resolve_calendar(expression, anchors, tense)
    except NoSuchDayError:
        return Resolved(None)


def _resolve_range(span: Range, anchors: Anchors, tense: Tense | None) -> Resolved:
    first, last = span.start, span.end
    if (
        first.open_year
        and last.open_year
        and tense == "later"
        and anchors.speech
        and first.month
        and last.month
    ):
        # what is announced may have begun: its end lies ahead
        end = resolve_calendar(last, anchors, tense)
        if end.value and end.value[:4].isdigit():
            year = int(end.value[:4]) - (
                (last.month, last.day or 0) < (first.month, first.day or 0)
            )
            start = resolve_calendar(replace(first, year=year), anchors, tense)
            if start.value:
                return Resolved(
                    f"{start.value}/{(end.value or '').split('/')[-1]}", end.anchor or start.anchor
                )
    start = resolve_calendar(first, anchors, tense)
    if first.direction and last.weekday and not last.day and (day := as_day(start.value or "")):
        # next Monday to Friday: the Friday behind that Monday
        end_day = cal.weekday_from(day, last.weekday, later=True, same=False)
        if end_day is not None:
            return Resolved(f"{start.value}/{day_text(end_day)}", start.anchor)
    if last.open_year and start.value and start.value[:4].isdigit() and last.month is not None:
        year = int(start.value[:4])
        wraps = first.month is not None and (last.month, last.day or 0) < (
            first.month,
            first.day or 0,
        )
        end = resolve_calendar(replace(last, year=year + wraps), anchors, tense)
    else:
        end = resolve_calendar(last, anchors, tense)
    if start.value is None or end.value is None:
        return Resolved(None)
    return Resolved(
        f"{start.value.split('/')[0]}/{end.value.split('/')[-1]}", start.anchor or end.anchor
    )


def _span(span: Span, anchors: Anchors) -> Resolved:
    # what goes on until the day of speech began before it
    until_now = isinstance(span.end, Shift)
    start = resolve_calendar(span.start, anchors, "earlier" if until_now else None)
    if isinstance(span.end, Shift):
        end = resolve_shift(span.end, anchors, None)
    else:
        end = resolve_calendar(span.end, anchors, None)
    if start.value is None or not (end.value or "")[:1].isdigit():
        return Resolved(start.value and f"{start.value}/..", start.anchor)
    last = (end.value or "").split("/")[-1]
    return Resolved(f"{start.value.split('/')[0]}/{last}", end.anchor or start.anchor)


def _offset(said: Offset, anchors: Anchors, tense: Tense | None) -> Resolved:
    ahead = isinstance(said.base, Calendar) and said.base.weekday is not None and said.amount > 0
    base = resolve(said.base, anchors, "later" if ahead and tense is None else tense)
    day = None if base.value is None else as_day(base.value)
    if day is None:
        return Resolved(reference(Shift(said.unit, said.amount)))
    moved = moved_by(day, Shift(said.unit, said.amount))
    if moved is None:
        return Resolved(None)
    fine = len((base.value or "").split("/")[0]) == 10
    return Resolved(unit_text(moved, "day" if fine else said.unit), base.anchor)
