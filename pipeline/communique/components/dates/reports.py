"""Reports of results: which quarter "a year earlier", "the quarter" and "the 1988 period" are.

A report that tells of a quarter compares with that quarter of another year: "rose to 5 million in
the third quarter from 3 million a year earlier". What is remembered is the stretch told last.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from communique.components.dates.anchors import Anchors
from communique.components.dates.direction import tense
from communique.components.dates.expressions import Calendar, Compared, Expression, Found, Shift
from communique.components.dates.resolve import resolve
from communique.components.dates.values import quarter_text

if TYPE_CHECKING:
    from typing import Any

_STRETCH = re.compile(r"\d{4}-[QH]\d|(\d{4})-01/\1-\d\d|\d{4}-Q\d/\d{4}-Q\d")
#: How many characters a report goes on without naming its stretch again.
_REACH = 1200
_COMPARISON = re.compile(
    r"(?i)(?:\b(?:from|than|with|versus|vs\.?|against|over)\s[^;]{0,80}|\bshare,?\s+|\d\s*%?\s+)$"
)
_ENDED = re.compile(
    r",?\s+(?:that\s+)?(?:ended|ending|which\s+ended)\s+(?:on\s+)?(?:[A-Z]\w+day,?\s+)?"
)
_PERIOD_BEHIND = re.compile(r"\s+(?:period|quarter|half)\b")
_RESULTS = re.compile(
    r"['’]?s?\s+(?:\w+\s+){0,2}(?:results?|loss(?:es)?|earnings?|profits?|net|income|revenues?|sales|figures|report)\b"
)


class Report:
    """The stretch of time that a text reports on, as far as it is read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._told: tuple[int, str] | None = None

    def remember(self, found: Found, value: str) -> None:
        """Keep a value that is a stretch of a year; the one reported on, not what it is compared with."""
        if not _STRETCH.fullmatch(value) or isinstance(found.expression, Compared):
            return
        known = self.period(found.start)
        if known is None or value[:4] >= known[:4]:
            self._told = (found.end, value)

    def period(self, at: int) -> str | None:
        """The stretch told last, as long as the report goes on with it."""
        if self._told is None or at - self._told[0] > _REACH:
            return None
        return self._told[1]

    def tells(self, said: Compared, at: int) -> bool:
        """Whether a stretch is told where one is needed."""
        return said.certain or self.period(at) is not None

    def is_of_results(self, said: object, end: int) -> bool:
        """Whether a quarter stands before results, which are of one that is over."""
        if not isinstance(said, Calendar) or said.quarter is None:
            return False
        return _RESULTS.match(self._text, end) is not None

    def meant(
        self, found: Found, following: Found | None, begin: int, anchors: Anchors
    ) -> Expression:
        """What an expression means in a report: itself, or the stretch that it stands for."""
        said: Any = found.expression
        if isinstance(said, Shift) and said.unit == "year" and said.amount == -1:
            known = self.period(found.start) is not None and not said.exact
            return Compared(-1) if known and self._compares(found, begin) else said
        if not isinstance(said, Calendar | Compared):
            return said  # type: ignore[no-any-return]
        if isinstance(said, Calendar) and said.year is not None and _only_year(said):
            period = self.period(found.start)
            if period is not None and _PERIOD_BEHIND.match(self._text, found.end):
                return Compared(said.year - int(period[:4]))
            return said
        ended = self._ended(found, following, anchors)
        if ended is not None and isinstance(said, Compared) and said.years == 0:
            return Calendar(year=int(ended[:4]), quarter=int(ended[-1]))
        if ended is not None and isinstance(said, Calendar) and said.quarter and said.open_year:
            return replace(said, year=int(ended[:4]))
        return said

    def _compares(self, found: Found, begin: int) -> bool:
        front = self._text[max(begin, found.start - 90) : found.start]
        if _COMPARISON.search(front):
            return True
        return not front.strip() and self._text[found.start] in "Aa"

    def _ended(self, found: Found, following: Found | None, anchors: Anchors) -> str | None:
        """The quarter of the day that is said to have ended the stretch."""
        if following is None or not isinstance(following.expression, Calendar):
            return None
        between = _ENDED.fullmatch(self._text, found.end, following.start)
        if between is None or following.expression.month is None:
            return None
        lies = tense(self._text, following.start, following.end)
        value = resolve(following.expression, anchors, lies).value
        return None if value is None or not value[:4].isdigit() else quarter_text(value)


def _only_year(said: Calendar) -> bool:
    return said == Calendar(year=said.year)
