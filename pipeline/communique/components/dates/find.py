"""Finding and resolving the dates of a text: the three layers in one pass."""

from __future__ import annotations

import datetime as dt
import re
from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from communique.components.dates.direction import sentence, tense
from communique.components.dates.expressions import Apart, Calendar, Found, Range, Shift, Vague
from communique.components.dates.nowadays import is_nowadays
from communique.components.dates.recognise import Scanner
from communique.components.dates.resolve import Anchors, Resolved, resolve
from communique.components.dates.roles import role
from communique.components.dates.types import DateAnchor, DateKind, DateMention
from communique.components.dates.values import precision

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from communique.components.dates.build import Order

_NUMERIC = re.compile(r"(?<![\d/.-])(\d{1,2})([/-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\d/-])")
_MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"
_DAY_FIRST = re.compile(
    rf"(?i)\b\d{{1,2}}(?:st|nd|rd|th)?\s+(?:of\s+)?(?:{_MONTHS})[a-z]*\.?,?\s+\d{{4}}"
)
_MONTH_FIRST = re.compile(rf"(?i)\b(?:{_MONTHS})[a-z]*\.?\s+\d{{1,2}}(?:st|nd|rd|th)?,?\s+\d{{4}}")

#: How many characters a story told from a date goes on without another.
_STORY = 400
#: A year tells for its sentence where it stands within so many characters of its start.
_OPENING = 12


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


def find_dates(text: str, *, anchor: str | None = None) -> tuple[DateMention, ...]:
    """Find the date expressions of a text and resolve them.

    ``anchor`` is the ISO 8601 day on which the text was written; without it what the text leaves
    open stays open. Returns mentions in order, with half-open character offsets. Raises
    ``ValueError`` where ``anchor`` is no day.
    """
    speech = None if anchor is None else dt.date.fromisoformat(anchor)
    return find_in(text, [(0, len(text))], speech=speech).mentions


def find_in(
    text: str,
    stretches: Sequence[tuple[int, int]],
    *,
    speech: dt.date | None,
    source: DateAnchor = "publish_date",
    preset: Iterable[DateMention] = (),
) -> Findings:
    """Find and resolve the dates in stretches of a text (half-open characters, in order).

    ``speech`` is the day of speech, ``source`` what gave it. ``preset`` are mentions already read
    (the release's date line); what overlaps them is left out.
    """
    scanner = Scanner(text, day_month_order(text, speech))
    found = [f for start, end in stretches for f in scanner.scan(start, end)]
    known = sorted(preset, key=lambda mention: mention.start)
    found = [f for f in found if not any(p.start < f.end and f.start < p.end for p in known)]
    years = Counter(
        f.expression.year for f in found if isinstance(f.expression, Calendar) and f.expression.year
    )
    century = years.most_common(1)[0][0] if years else None
    teller = _Teller(text, Anchors(speech, source, century=century))
    mentions = [*known]
    for each in found:
        mention = teller.tell(each)
        if mention is not None:
            mentions.append(mention)
    return Findings(tuple(sorted(mentions, key=lambda m: m.start)), tuple(teller.warnings))


class _Teller:
    """Resolves the expressions of one text in order, remembering the dates told."""

    def __init__(self, text: str, anchors: Anchors) -> None:
        self._text = text
        self._anchors = anchors
        self._told: str | None = None
        self._told_day: str | None = None
        self._explicit: tuple[int, str] | None = None
        self.warnings: list[str] = []

    def tell(self, found: Found) -> DateMention | None:
        """Resolve one expression into a mention; None where it says no date after all."""
        expression = found.expression
        surface = self._text[found.start : found.end]
        begin, finish = sentence(self._text, found.start, found.end)
        if (
            isinstance(expression, Shift)
            and surface.lower() in {"today", "tomorrow"}
            and is_nowadays(self._text, found.start, found.end, finish)
        ):
            expression = Vague("PRESENT_REF" if surface.lower() == "today" else "FUTURE_REF")
        fine = isinstance(expression, Shift) and expression.unit in {"day", "week"}
        anchors = replace(
            self._anchors,
            previous=self._told_day if fine else self._told,
            narrative=self._narrative(found, begin),
        )
        lies = tense(self._text, found.start, found.end) if _is_open(expression) else None
        resolved = resolve(expression, anchors, lies)
        self._remember(found, expression, resolved)
        if resolved.value is None and not isinstance(expression, Apart):
            self.warnings.append(f"{surface} at {found.start}: no such day")
        elif isinstance(expression, Calendar) and expression.ambiguous:
            self.warnings.append(
                f"{surface} at {found.start}: day and month cannot be told apart, read as {resolved.value}"
            )
        value = resolved.value
        dated = (
            isinstance(expression, Calendar | Range | Shift)
            and value is not None
            and not value.endswith("_REF")
        )
        return DateMention(
            start=found.start,
            end=found.end,
            text=surface,
            value=value,
            kind=_kind(expression, value),
            precision=precision(value) if dated and value else None,
            anchor=resolved.anchor,
            role=role(self._text, found.start, begin) if dated else None,
        )

    def _narrative(self, found: Found, begin: int) -> str | None:
        """The date told last where this one belongs to its story: another year than the speaker's.

        A day or month holds through its paragraph, a year through the sentence it opens.
        """
        speech = self._anchors.speech
        if self._explicit is None or speech is None:
            return None
        at, value = self._explicit
        if value[:4] == f"{speech.year:04}" or int(value[:4]) > speech.year:
            return None
        if len(value.split("/")[0]) == 4:
            return value if begin <= at <= begin + _OPENING else None
        return None if "\n" in self._text[at : found.start] or found.start - at > _STORY else value

    def _remember(self, found: Found, expression: object, resolved: Resolved) -> None:
        value = resolved.value
        if (
            value is None
            or not isinstance(expression, Calendar | Range | Shift)
            or not value[:1].isdigit()
        ):
            return
        self._told = value
        if not isinstance(expression, Shift) and resolved.anchor in {None, "previous_date"}:
            self._explicit = (found.start, value) if value[:4].isdigit() else None
        elif resolved.anchor is not None:
            self._explicit = None
        if len(value.split("/")[0]) == 10:
            self._told_day = value.split("/")[-1]


def _is_open(expression: object) -> bool:
    if isinstance(expression, Range):
        return expression.start.open_year
    if isinstance(expression, Shift):
        return expression.unit == "weekend"
    return isinstance(expression, Calendar) and expression.open_year


def _kind(expression: object, value: str | None) -> DateKind:
    if isinstance(expression, Apart):
        return expression.kind
    if isinstance(expression, Vague) or (value is not None and value.endswith("_REF")):
        return "vague"
    if isinstance(expression, Range) or (value is not None and "/" in value):
        return "range"
    return "date"
