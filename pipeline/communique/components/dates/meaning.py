"""What expressions mean by the conventions that are asked for."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from communique.components.dates import calendar as cal
from communique.components.dates.durations import reached
from communique.components.dates.expressions import Apart, Calendar, Expression, Found, Shift, Unit
from communique.components.dates.shifts import moved_by
from communique.components.dates.values import day_text

if TYPE_CHECKING:
    from collections.abc import Iterable

    from communique.components.dates.conventions import Conventions
    from communique.components.dates.direction import Tense
    from communique.components.dates.types import DateMention

_LENGTH = re.compile(r"P(\d+)([DWMY])")
_UNITS: dict[str, Unit] = {"D": "day", "W": "week", "M": "month", "Y": "year"}
_IN = re.compile(r"(?i)\bin\s+$")
_SINCE = re.compile(r"(?i)\s+(?:since|of|from)\b")
_WITHIN = re.compile(r"(?i)\bwithin\s+(?:the\s+)?$")
_STARTING = re.compile(
    r"(?i),?\s+(?:(?:starting|beginning|commencing)(?:\s+(?:on|from))?|from)\s+(?:the\s+)?"
)
_BETWEEN = re.compile(r"(?i)\bbetween\s+$")
_AND = re.compile(r"(?i)\s+and\s+(?:the\s+)?")
_UNTIL = re.compile(r"(?i)\s+(?:to|until|till|through|up\s+to)\s+(?:the\s+)?")
_BARE = re.compile(
    r"(?i)(?<![\w-])the\s+(day|week|month|year)\b(?![-–'’])"
    r"(?!\s+(?:of|that|which|when|where|in\s+which|after|before|to\s+come|ahead|\d))"
)


def meant(found: Found, text: str, conventions: Conventions, lies: Tense | None) -> Expression:
    """Return what an expression means by these conventions.

    ``lies`` is where it lies by the verbs around it: what is over does not come "in two weeks".
    """
    said = found.expression
    if isinstance(said, Calendar) and said.week and conventions.month_weeks == "calendar":
        return replace(said, whole_week=True)
    if isinstance(said, Shift) and said.counted and conventions.counting == "days":
        return replace(said, exact=True)
    if isinstance(said, Apart) and conventions.counting == "days" and lies != "earlier":
        length = _LENGTH.fullmatch(said.value or "") if said.kind == "duration" else None
        bound = _IN.search(text, max(0, found.start - 8), found.start)
        if length and bound and said.reach is None and not _SINCE.match(text, found.end):
            return Shift(_UNITS[length[2]], int(length[1]), exact=True, counted=True)
    return said


def stretch(found: Found, text: str, speech: dt.date) -> str | None:
    """Return the days that a duration reaches over from the day of speech; None where it doesn't.

    What is to be "within two weeks" may be on the same day.
    """
    said = found.expression
    if not isinstance(said, Apart) or said.kind != "duration":
        return None
    length = _LENGTH.fullmatch(said.value or "")
    if length and _WITHIN.search(text, max(0, found.start - 16), found.start):
        ahead = said.reach is None or said.reach.amount > 0
        end = moved_by(speech, Shift(_UNITS[length[2]], int(length[1])))
        if ahead and end is not None:
            return f"{day_text(speech)}/{day_text(end)}"
    return reached(said.reach, speech) if said.reach else None


def bare_units(text: str, found: Iterable[Found], start: int, end: int) -> list[Found]:
    """Return the units alone ("the week") that no expression holds, in ``text[start:end]``."""
    taken = [(f.start, f.end) for f in found]
    units = []
    for match in _BARE.finditer(text, start, end):
        if not any(first < match.end() and match.start() < last for first, last in taken):
            unit = cast("Unit", match[1].lower())
            units.append(Found(match.start(1), match.end(1), Shift(unit, 0), "the <unit>"))
    return units


def starting(
    mentions: Iterable[DateMention], text: str, speech: dt.date | None
) -> list[DateMention]:
    """Join what reaches from one day on: "three days starting Monday", "between now and 5 May"."""
    joined: list[DateMention] = []
    for mention in mentions:
        last = joined[-1] if joined else None
        day = mention.precision == "day" and mention.kind == "date"
        value = None
        if last is not None and day and last.kind == "duration":
            if _STARTING.fullmatch(text, last.end, mention.start):
                value = _from(mention.value or "", last.value or "")
        elif last is not None and day and speech is not None:
            value = _from_now(last, mention, text, speech)
        if last is not None and value is not None:
            surface = text[last.start : mention.end]
            joined[-1] = replace(
                mention, start=last.start, text=surface, value=value, kind="range", role=None
            )
        else:
            joined.append(mention)
    return joined


def _from_now(last: DateMention, mention: DateMention, text: str, speech: dt.date) -> str | None:
    """The days from now, today or tomorrow to a coming day."""
    between = _BETWEEN.search(text, max(0, last.start - 12), last.start) is not None
    joiner = _AND if between else _UNTIL
    if last.text.lower() not in {"now", "today", "tomorrow"} or not mention.value:
        return None
    if not joiner.fullmatch(text, last.end, mention.start):
        return None
    day = day_text(speech) if last.text.lower() != "tomorrow" else last.value or ""
    return f"{day}/{mention.value}" if day[:1].isdigit() and day < mention.value else None


def _from(day: str, length: str) -> str | None:
    """The days of a length from a day on."""
    parts = _LENGTH.fullmatch(length)
    if parts is None or not day[:1].isdigit():
        return None
    first = dt.date.fromisoformat(day)
    behind = moved_by(first, Shift(_UNITS[parts[2]], int(parts[1])))
    last = None if behind is None else cal.add_days(behind, -1)
    return None if last is None else f"{day}/{day_text(last)}"
