"""The component ``communique_dates``."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING, cast

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.dates.conventions import (
    DEFAULTS,
    Conventions,
    Counting,
    MonthWeeks,
    Weekdays,
)
from communique.components.dates.find import find_in
from communique.components.extensions import register_extensions
from communique.components.text import text_of
from communique.components.zones.types import ANALYSED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.components.dates.types import DateAnchor, DateMention
    from communique.components.mentions import Dateline
    from communique.components.zones.types import Zone

#: A dateline further than this from the publication date is not the day of speech.
_DATELINE_DAYS = 14


@Language.factory(
    "communique_dates",
    requires=["doc._.zones", "doc._.publish_date", "doc._.dateline"],
    assigns=["doc._.dates", "doc._.warnings"],
    default_config={
        "apart": True,
        "reaching": False,
        "counting": "units",
        "weekdays": "nearest",
        "month_weeks": "days",
        "bare_units": False,
    },
)
def create_dates(
    nlp: Language,
    name: str,
    *,
    apart: bool,
    reaching: bool,
    counting: Counting,
    weekdays: Weekdays,
    month_weeks: MonthWeeks,
    bare_units: bool,
) -> DatesComponent:
    """Return the component for a pipeline's config.

    ``apart``: durations, sets and clock times are written too, each with its own kind.
    The others are :class:`~communique.components.dates.conventions.Conventions`.

    In a pipeline of other components it reads the whole text against
    ``doc._.given_publish_date``, where that is set.
    """
    conventions = Conventions(reaching, counting, weekdays, month_weeks, bare_units)
    return DatesComponent(apart=apart, conventions=conventions)


class DatesComponent:
    """Assigns ``doc._.dates``; adds to ``doc._.warnings`` the days that do not exist."""

    def __init__(self, *, apart: bool = True, conventions: Conventions = DEFAULTS) -> None:
        self.apart = apart
        self.conventions = conventions
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        known, text = doc._, text_of(doc)
        speech, source = _speech(known.dateline, known.publish_date, known.given_publish_date)
        found = find_in(
            text,
            _stretches(text, known.zones),
            speech=speech,
            source=source,
            conventions=self.conventions,
        )
        mentions = found.mentions
        if not self.apart:
            mentions = tuple(m for m in mentions if m.kind not in {"duration", "set", "time"})
        day = known.publish_date
        known.dates = tuple(
            _published(m, doc) if m.value == day and m.value and m.anchor is None else m
            for m in mentions
        )
        known.warnings = (*known.warnings, *found.warnings)
        return doc


def _speech(
    dateline: Dateline | None, published: str | None, given: str | None
) -> tuple[dt.date | None, DateAnchor]:
    """The day of speech: the dateline's, the publication's, the container's, or none.

    A dateline that is far from the publication date is of something else.
    """
    day, source = _day(published), "publish_date"
    if day is None:
        day, source = _day(given), "metadata"
    told = _day(dateline.date) if dateline is not None else None
    if told is not None and (day is None or abs((told - day).days) <= _DATELINE_DAYS):
        return told, "dateline"
    return day, cast("DateAnchor", source)


def _day(value: str | None) -> dt.date | None:
    try:
        return None if value is None else dt.date.fromisoformat(value)
    except ValueError:
        return None


def _stretches(text: str, zones: Sequence[Zone]) -> list[tuple[int, int]]:
    """The zones that are read, those that follow each other joined; without zones, the whole text."""
    if not zones:
        return [(0, len(text))]
    joined: list[tuple[int, int]] = []
    for zone in zones:
        if zone.kind not in ANALYSED and zone.kind != "metadata":
            continue
        if joined and joined[-1][1] == zone.start:
            joined[-1] = (joined[-1][0], zone.end)
        else:
            joined.append((zone.start, zone.end))
    return joined


def _published(mention: DateMention, doc: Doc) -> DateMention:
    """Give a mention of the release's day its role: in metadata, in the dateline, or a line of its own."""
    dateline = doc._.dateline
    own = dateline is not None and dateline.start <= mention.start < dateline.end
    own = own or any(z.kind == "metadata" and z.start <= mention.start < z.end for z in doc._.zones)
    if not own:
        text = text_of(doc)
        line = text[text.rfind("\n", 0, mention.start) + 1 : (text + "\n").index("\n", mention.end)]
        own = line.strip(" *_#<>b/") == mention.text
    return replace(mention, role="publication") if own else mention
