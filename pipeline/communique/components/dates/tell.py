"""Telling the dates of a text in order: which anchors each has, and what it is told as."""

from __future__ import annotations

from dataclasses import replace

from communique.components.dates.anchors import Anchors, Resolved
from communique.components.dates.conventions import DEFAULTS, Conventions
from communique.components.dates.direction import sentence, tense
from communique.components.dates.expressions import (
    Apart,
    Calendar,
    Compared,
    Expression,
    Found,
    Range,
    Shift,
    Vague,
)
from communique.components.dates.meaning import meant, stretch
from communique.components.dates.nowadays import is_nowadays
from communique.components.dates.reports import Report
from communique.components.dates.resolve import resolve
from communique.components.dates.roles import role
from communique.components.dates.types import DateKind, DateMention
from communique.components.dates.values import precision

#: How many characters a story told from a date goes on without another.
_STORY = 400
#: A year tells for its sentence where it stands within so many characters of its start.
_OPENING = 12


class Teller:
    """Resolves the expressions of one text in order, remembering the dates told."""

    def __init__(self, text: str, anchors: Anchors, conventions: Conventions = DEFAULTS) -> None:
        self._text = text
        self._conventions = conventions
        self._anchors = replace(anchors, weekdays=conventions.weekdays)
        self._told: str | None = None
        self._told_day: str | None = None
        self._open: str | None = None
        self._explicit: tuple[int, str] | None = None
        self._report = Report(text)
        self.warnings: list[str] = []

    def tell(self, found: Found, following: Found | None = None) -> DateMention | None:
        """Resolve one expression into a mention; None where it says no date after all.

        ``following`` is the next expression, which may say when a quarter ended.
        """
        surface = self._text[found.start : found.end]
        begin, finish = sentence(self._text, found.start, found.end)
        lies = None
        if self._conventions != DEFAULTS:
            if isinstance(found.expression, Apart):
                lies = tense(self._text, found.start, found.end)
            said = meant(found, self._text, self._conventions, lies)
            found = replace(found, expression=said)
        expression = self._meant(found, following, begin, finish)
        if isinstance(expression, Compared) and not self._report.tells(expression, found.start):
            return None
        fine = isinstance(expression, Shift) and expression.unit in {"day", "week"}
        fine = fine or (isinstance(expression, Calendar) and expression.from_told)
        anchors = replace(
            self._anchors,
            previous=self._told_day if fine else self._told,
            narrative=self._narrative(found, begin),
            period=self._report.period(found.start),
            open_day=self._open,
        )
        lies = tense(self._text, found.start, found.end) if _is_open(expression) else None
        if lies == "later" and self._report.is_of_results(expression, found.end):
            lies = None
        resolved = resolve(expression, anchors, lies)
        self._remember(found, expression, resolved)
        if resolved.value is None and not isinstance(expression, Apart):
            self.warnings.append(f"{surface} at {found.start}: no such day")
        elif isinstance(expression, Calendar) and expression.ambiguous:
            self.warnings.append(
                f"{surface} at {found.start}: day and month cannot be told apart, read as {resolved.value}"
            )
        value = resolved.value
        speech = self._anchors.speech
        if speech is not None and self._conventions.reaching:
            days = stretch(found, self._text, speech)
            if days is not None:
                return self._reaching_mention(found, days)
        dated = (
            not isinstance(expression, Vague | Apart)
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
            ambiguous=isinstance(expression, Calendar) and expression.ambiguous,
        )

    def _reaching_mention(self, found: Found, value: str) -> DateMention:
        surface = self._text[found.start : found.end]
        source = self._anchors.source
        return DateMention(found.start, found.end, surface, value, "range", "day", source)

    def _meant(self, found: Found, following: Found | None, begin: int, finish: int) -> Expression:
        """What the words mean where they stand: nowadays, in comparison, or just what they say."""
        expression = found.expression
        surface = self._text[found.start : found.end].lower()
        if not isinstance(expression, Shift | Calendar | Compared):
            return expression
        if (
            isinstance(expression, Shift)
            and surface in {"today", "tomorrow"}
            and is_nowadays(self._text, found.start, found.end, begin, finish)
        ):
            return Vague("PRESENT_REF" if surface == "today" else "FUTURE_REF")
        return self._report.meant(found, following, begin, self._anchors)

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
        if value is None or isinstance(expression, Vague | Apart):
            return
        if value.startswith("XXXX-") and isinstance(expression, Calendar) and expression.day:
            self._open = value
        if not value[:1].isdigit():
            return
        self._report.remember(found, value)
        compared = isinstance(expression, Compared) and expression.years
        if compared or self._text[found.start - 1 : found.start] == "(":
            return  # what is told beside the story does not lead it on
        self._told = value
        if not isinstance(expression, Shift) and resolved.anchor in {None, "previous_date"}:
            self._explicit = (found.start, value) if value[:4].isdigit() else None
        elif resolved.anchor is not None:
            self._explicit = None
        if len(value.split("/")[0]) == 10:
            self._told_day = value.split("/")[-1]
            self._open = None


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
