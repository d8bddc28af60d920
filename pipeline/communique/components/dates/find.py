"""Finding and resolving the dates of a text: the three layers in one pass."""

from __future__ import annotations

import datetime as dt
import re
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

    from communique.components.dates.build import Order

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY_FIRST = re.compile(
    rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})[a-z]*\.?,?\s+\d{{4}}"
)
_MONTH_FIRST = re.compile(rf"(?i)\b(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}")


@dataclass(frozen=True)
class Findings:
    """The date mentions of a text in order, and warnings about days that do not exist."""

    mentions: tuple[DateMention, ...]
    warnings: tuple[str, ...]


def day_month_order(text: str, speech: dt.date | None = None) -> Order:
    """Return how a text orders day and month in digits: "dmy", "mdy", or None.

    Its unambiguous dates decide; then one that, read one way only, is the day of speech; then the
    order of its spelled-out dates.
    """
    votes: Counter[str] = Counter()
    near: Counter[str] = Counter()
    for match in _NUMERIC.finditer(text):
        left, right = int(match[1]), int(match[3])
        if left > 12 >= right:
            votes["dmy"] += 1
        elif right > 12 >= left:
            votes["mdy"] += 1
        elif speech is not None and left != right:
            near["dmy"] += (right, left) == (speech.month, speech.day)
            near["mdy"] += (left, right) == (speech.month, speech.day)
    if not votes and not near["dmy"] and not near["mdy"]:
        votes = Counter(dmy=len(_DAY_FIRST.findall(text)), mdy=len(_MONTH_FIRST.findall(text)))
    else:
        votes = votes or near
    if votes["dmy"] == votes["mdy"]:
        return None
    return "dmy" if votes["dmy"] > votes["mdy"] else "mdy"


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
    scanner = Scanner(text, day_month_order(text, speech))
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
