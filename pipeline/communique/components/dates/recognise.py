"""The first layer: where date expressions stand, and what each of them says by itself.

One scan over the words of a text; forms are tried only where a word or number can start one. What
the forms find is then extended by what may stand around any date: a part of it in front ("early
March", "the end of 2023"), a year by name behind ("May 7 of last year"), or a second date
("March 2 to April 17").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from communique.components.dates import forms as form_list
from communique.components.dates.atoms import DIGITS, SPACE
from communique.components.dates.build import Order, build
from communique.components.dates.exclude import is_date
from communique.components.dates.expressions import Calendar, Expression, Found, Range, Shift
from communique.components.dates.masks import Masks

if TYPE_CHECKING:
    from collections.abc import Iterator

_WORD = re.compile(r"[A-Za-z]+|\d+|['’‘](?=\d0s)")
_PART = re.compile(
    rf"(?i:(?:(?:early|mid|late|mid-to-late|early-to-mid)(?:-|–|{SPACE})"
    rf"|(?:beginning|start|middle|end|close|midst){SPACE}(?:of{SPACE})?(?:the{SPACE})?(?:year{SPACE})?)"
    rf"(?:in{SPACE})?)"
)
_EARLIER = re.compile(
    rf"(?i:(?:earlier|later|sometime){SPACE}(?=(?:this|next|last|that|the{SPACE}same|in{SPACE}the{SPACE}(?:year|month))\b))"
)
_YEAR_BEHIND = re.compile(
    rf",?{SPACE}(?i:(?:of{SPACE}|in{SPACE})?(?:the{SPACE})?(this|last|next|same|previous|following|current|that){SPACE}year)\b"
)
_JOINER = re.compile(
    rf"(?i:{SPACE}?\([^()\n]{{1,20}}\))?,?(?:{SPACE}?(?:-|–|—|~){SPACE}?|{SPACE}(?i:to|through|thru|until|till|up{SPACE}to){SPACE}(?i:the{SPACE})?)"
)
_AND = re.compile(rf",?{SPACE}(?i:and){SPACE}(?i:the{SPACE})?")
_OR = re.compile(rf"{SPACE}(?i:or){SPACE}")
_ARTICLE = re.compile(rf"(?i:the){SPACE}(?![\d’'‘]*0(?:[’']?s)\b)")
_BETWEEN = re.compile(r"(?i)\bbetween\s+(?:the\s+)?$")
_PART_WORDS = frozenset({"early", "mid", "late", "beginning", "start", "middle", "end", "close"})
_SHIFTS = {"this": 0, "current": 0, "last": -1, "next": 1}
_PREVIOUS = {"same": 0, "that": 0, "previous": -1, "following": 1}


class Scanner:
    """Finds the expressions of one text."""

    def __init__(self, text: str, order: Order = None) -> None:
        self._text = text
        self._order = order
        self._forms = form_list.load()
        self._masks = Masks(text)

    def scan(self, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Yield the expressions of ``text[start:end]`` from left to right; none overlap."""
        end = len(self._text) if end is None else end
        at = start
        starts = _triggers()
        for word in _WORD.finditer(self._text, start, end):
            begin = word.start()
            if begin < at:
                continue
            key = word.group().lower()
            if key not in starts and not key[0].isdigit():
                continue
            if begin and self._text[begin - 1].isalnum():
                continue
            found = self._longest(begin, end)
            if found is not None:
                # what is no date may begin inside one: "No. 24/17 June 5"
                at = word.end()
                if not self._masks.hides(begin, found.end) and is_date(self._text, found):
                    yield found
                    at = found.end

    def _longest(self, at: int, end: int) -> Found | None:
        found = self._prefixed(at, end) or self._simple(at, end)
        if found is None:
            return None
        return self._joined(found, end)

    def _simple(self, at: int, end: int) -> Found | None:
        """The longest form at a place, with a year by name behind it."""
        char = self._text[at]
        word = _WORD.match(self._text, at)
        if word is None:
            return None
        key = DIGITS if char.isdigit() else word.group().lower()
        best: Found | None = None
        for form in self._forms.get(key, ()):
            match = form.pattern.match(self._text, at, end)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            expression = build(form, match, self._order)
            if expression is not None:
                # an optional comma may have been read before a year that is not there
                stop = match.end() - (self._text[match.end() - 1] == ",")
                article = _ARTICLE.match(match.group())
                start = at + (article.end() if article and stop - at > article.end() else 0)
                best = Found(start, stop, expression, form.source)
        return None if best is None else self._with_year(best, end)

    def _with_year(self, found: Found, end: int) -> Found:
        expression = found.expression
        if not isinstance(expression, Calendar | Range):
            return found
        first = expression.start if isinstance(expression, Range) else expression
        if not first.open_year or not (first.month or first.quarter or first.half or first.season):
            return found
        behind = _YEAR_BEHIND.match(self._text, found.end, end)
        if behind is None:
            return found
        word = behind[1].lower()
        previous = word in _PREVIOUS
        year = Shift("year", _PREVIOUS[word] if previous else _SHIFTS[word], previous)
        dated: Expression
        if isinstance(expression, Range):
            dated = Range(
                replace(expression.start, year_shift=year), replace(expression.end, year_shift=year)
            )
        else:
            dated = replace(expression, year_shift=year)
        return Found(found.start, behind.end(), dated, found.form)

    def _prefixed(self, at: int, end: int) -> Found | None:
        """A part of a month, season or year; "earlier this year"; "the morning of May 7"."""
        for pattern in (_PART, _EARLIER):
            prefix = pattern.match(self._text, at, end)
            if prefix is None or prefix.end() >= end:
                continue
            inner = self._simple(prefix.end(), end)
            if inner is not None and _divisible(inner.expression):
                return Found(at, inner.end, inner.expression, f"part {inner.form}")
        return None

    def _joined(self, found: Found, end: int) -> Found:
        """A range whose second date follows the first."""
        first = found.expression
        if not isinstance(first, Calendar):
            return found
        joiner = _JOINER.match(self._text, found.end, end)
        if joiner is None:
            before = self._text[max(0, found.start - 16) : found.start]
            parted = found.form.startswith("part ")
            joiner = _AND.match(self._text, found.end, end) if _BETWEEN.search(before) else None
            joiner = _OR.match(self._text, found.end, end) if parted and joiner is None else joiner
        if joiner is None:
            return found
        at = joiner.end()
        if at >= end:
            return found
        second = self._prefixed(at, end) or self._simple(at, end)
        if second is None or not isinstance(second.expression, Calendar):
            return found
        joined = _range(first, second.expression)
        if joiner.re is _OR and not second.form.startswith("part "):
            return found
        dashed = any(dash in joiner.group() for dash in "-–—~")
        if joined is None or (dashed and not _fits(first, second.expression, joiner.group())):
            return found
        return Found(found.start, second.end, joined, f"{found.form} … {second.form}")


def _fits(first: Calendar, second: Calendar, joiner: str) -> bool:
    """A dash with spaces on one side only, or between a full date and a bare year, joins nothing."""
    tight = joiner.strip() == joiner
    return tight or (
        joiner[0].isspace() and joiner[-1].isspace() and (first.day is None) == (second.day is None)
    )


def _divisible(expression: Expression) -> bool:
    if isinstance(expression, Calendar):
        return expression.day is None and expression.weekday is None
    if isinstance(expression, Range):
        return expression.start.day is None
    return isinstance(expression, Shift) and expression.unit != "day"


def _range(first: Calendar, second: Calendar) -> Range | None:
    """Join two dates of a kind; what one lacks the other gives ("March 2 to April 17, 2024")."""
    kinds = [
        (
            bool(c.day),
            bool(c.month),
            bool(c.quarter),
            bool(c.half),
            bool(c.century),
            bool(c.season),
            bool(c.weekday) and not c.day,
            bool(c.decade),
        )
        for c in (first, second)
    ]
    if kinds[0] != kinds[1]:
        return None
    if first.weekday and not first.day:
        return None
    if first.open_year and second.year is not None:
        wraps = (second.month or 0) < (first.month or 0)
        first = replace(first, year=second.year - wraps)
    elif first.open_year and second.short_year is not None:
        first = replace(first, short_year=second.short_year)
    elif first.open_year and second.year_shift is not None:
        first = replace(first, year_shift=second.year_shift)
    elif first.year is not None and second.open_year:
        wraps = (second.month or 0) < (first.month or 0)
        second = replace(second, year=first.year + wraps)
    if first.year is not None and second.year is not None:
        key = [(c.year or 0, c.month or c.quarter or 0, c.day or 0) for c in (first, second)]
        if key[0] >= key[1]:
            return None
    return Range(first, second)


@cache
def _triggers() -> frozenset[str]:
    return frozenset(form_list.load()) | _PART_WORDS | {"earlier", "later", "sometime"}
