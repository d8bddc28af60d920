"""Finding and resolving the dates of a text: the three layers in one pass."""

from __future__ import annotations

import datetime as dt
from collections import Counter
from dataclasses import dataclass
from itertools import zip_longest
from typing import TYPE_CHECKING

from communique.components.dates.anchors import Anchors
from communique.components.dates.conventions import (
    DEFAULTS,
    Conventions,
)
from communique.components.dates.expressions import Calendar
from communique.components.dates.meaning import bare_units, starting
from communique.components.dates.recognise import Scanner
from communique.components.dates.tell import Teller
from communique.components.dates.types import DateAnchor, DateMention

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence


@dataclass(frozen=True)
class Findings:
    """The date mentions of a text in order, and warnings about days that do not exist."""

    mentions: tuple[DateMention, ...]
    warnings: tuple[str, ...]


def find_dates(
    text: str, *, anchor: str | dt.date | None = None, conventions: Conventions = DEFAULTS
) -> tuple[DateMention, ...]:
    """Find the date expressions of a text and resolve them.

    ``anchor`` is the day on which the text was written (a date, or ISO 8601); without it what the
    text leaves open stays open. ``conventions``: how to read what not everybody means the same by. Returns mentions in order, with half-open
    character offsets. Raises ``ValueError`` where ``anchor`` is no day.
    """
    speech = dt.date.fromisoformat(anchor) if isinstance(anchor, str) else anchor
    return find_in(text, [(0, len(text))], speech=speech, conventions=conventions).mentions


def find_in(
    text: str,
    stretches: Sequence[tuple[int, int]],
    *,
    speech: dt.date | None,
    source: DateAnchor = "publish_date",
    preset: Iterable[DateMention] = (),
    conventions: Conventions = DEFAULTS,
) -> Findings:
    """Find and resolve the dates in stretches of a text (half-open characters, in order).

    ``speech`` is the day of speech, ``source`` what gave it. ``preset`` are mentions already read
    (the release's date line); what overlaps them is left out. ``conventions`` as in
    :func:`find_dates`.
    """
    scanner = Scanner(text, speech)
    found = [f for start, end in stretches for f in scanner.scan(start, end)]
    if conventions.bare_units:
        units = [f for start, end in stretches for f in bare_units(text, found, start, end)]
        found = sorted([*found, *units], key=lambda each: each.start)
    known = sorted(preset, key=lambda mention: mention.start)
    found = [f for f in found if not any(p.start < f.end and f.start < p.end for p in known)]
    years = Counter(
        f.expression.year for f in found if isinstance(f.expression, Calendar) and f.expression.year
    )
    century = years.most_common(1)[0][0] if years else None
    teller = Teller(text, Anchors(speech, source, century=century), conventions)
    mentions = [*known]
    for each, following in zip_longest(found, found[1:]):
        mention = teller.tell(each, following)
        if mention is not None:
            mentions.append(mention)
    mentions.sort(key=lambda mention: mention.start)
    if conventions.reaching:
        mentions = starting(mentions, text, speech)
    return Findings(tuple(mentions), tuple(teller.warnings))
