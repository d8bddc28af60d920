"""What ``import communique`` offers to Python programs."""

from __future__ import annotations

import datetime as dt
import hashlib
from functools import cache

from spacy.language import Language

from communique.components.dates import find_dates
from communique.components.dates.conventions import Conventions, Counting, MonthWeeks, Weekdays
from communique.components.dates.types import DateMention
from communique.pipeline import load
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions
from communique.readers.release import Release, ReleaseSource
from communique.records.model import Record
from communique.runs.analysis import analyse


def extract(
    text: str,
    *,
    nlp: Language | None = None,
    publish_date: str | None = None,
    title: str | None = None,
) -> Record:
    """Return the record of a release given as text.

    ``nlp`` comes from :func:`communique.load`; without it the embedded pipeline is loaded on the
    first call and kept. ``publish_date`` (YYYY-MM-DD) and ``title`` are for what is known of the
    release beside its text. Offsets in the record refer to ``record.text``, which is ``text`` under
    the policy of :mod:`communique.readers.normalize`. For files, and other formats than text, see
    :func:`communique.read` and :func:`communique.analyse`.

    Raises ``ValueError`` when there is no text, and for a date that does not exist.
    """
    options = ReaderOptions(publish_date=publish_date)
    normal = normalize(text)
    if not normal.strip():
        raise ValueError("there is no text")
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    release = Release(
        text=normal,
        source=ReleaseSource(path="-", format="text", sha256=digest),
        title=title,
        publish_date=options.publish_date,
    )
    return analyse(nlp or _embedded(), release)


def dates(
    text: str,
    *,
    anchor: str | dt.date | None = None,
    reaching: bool = False,
    counting: Counting = "units",
    weekdays: Weekdays = "nearest",
    month_weeks: MonthWeeks = "days",
    bare_units: bool = False,
) -> tuple[DateMention, ...]:
    """Find and resolve the date expressions of any text; no pipeline is loaded.

    ``anchor`` is the day on which the text was written (a date, or YYYY-MM-DD): what the text leaves
    out is taken from it. Without an anchor the unknowns stay visible ("XXXX-05-07"); today's date is
    never asked. The other arguments say how to read what not everybody means the same by.

    ``reaching``: "the next three days", "within two weeks" and the like are ranges, and no
    durations. ``counting="days"``: "two months ago" and "in two weeks" are days. ``weekdays="weeks"``:
    "next Friday" is the Friday of next week. ``month_weeks="calendar"``: the weeks of a month are
    those from Monday to Sunday that lie in it by most of their days. ``bare_units``: "the week" and
    "the year" alone are the present ones.

    Returns mentions in order, with half-open character offsets of ``text``. Raises ``ValueError``
    where ``anchor`` is no day or a convention has no such name.
    """
    conventions = Conventions(reaching, counting, weekdays, month_weeks, bare_units)
    return find_dates(text, anchor=anchor, conventions=conventions)


@cache
def _embedded() -> Language:
    return load()
