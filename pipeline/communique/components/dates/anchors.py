"""What open dates are resolved against, and what comes of it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.components.dates.conventions import Weekdays
    from communique.components.dates.types import DateAnchor


@dataclass(frozen=True)
class Anchors:
    """What open dates are resolved against.

    ``speech`` is the day of speech, ``source`` where it comes from. ``previous`` is the value of
    the last date told before, None where there is none; ``narrative`` is it where the same
    paragraph goes on telling from there, in a year of its own. ``century`` is a year told in the text, for
    years of two digits where nothing else is known. ``period`` is the quarter or half that the text
    reports on. ``open_day`` is the day told last, where its year is not known. ``weekdays`` is how
    "next Friday" is meant (see :mod:`communique.components.dates.conventions`).
    """

    speech: dt.date | None = None
    source: DateAnchor = "publish_date"
    previous: str | None = None
    narrative: str | None = None
    century: int | None = None
    period: str | None = None
    open_day: str | None = None
    weekdays: Weekdays = "nearest"


@dataclass(frozen=True)
class Resolved:
    """A value (None for a day that does not exist) and the anchor it took."""

    value: str | None
    anchor: DateAnchor | None = None
