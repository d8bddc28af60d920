"""The first layer: where date expressions stand, and what each of them says by itself.

One scan over the words of a text; forms are tried only where a word or number can start one. What
the forms find is then extended by what may stand around any date: a part of it in front ("early
March", "the end of 2023"), a year by name behind ("May 7 of last year"), or a second date
("March 2 to April 17").
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache, cached_property
from typing import TYPE_CHECKING, cast

from communique.components.dates import forms as form_list
from communique.components.dates import words
from communique.components.dates.atoms import SPACE
from communique.components.dates.atoms import load as load_atoms
from communique.components.dates.behind import with_day, with_year, with_year_of_both
from communique.components.dates.build import Order, build
from communique.components.dates.exclude import is_date
from communique.components.dates.expressions import (
    Calendar,
    Found,
    Offset,
    Range,
    Shift,
    Span,
)
from communique.components.dates.join import divisible, fits, join, unlike
from communique.components.dates.masks import Masks
from communique.components.dates.openings import DIGITS, next_word
from communique.components.dates.order import day_month_order

if TYPE_CHECKING:
    import datetime as dt
    from collections.abc import Iterator

    from communique.components.dates.expressions import Unit

_WORD = re.compile(r"[A-Za-z]+|\d+|['’‘](?=\d0s)")
_LOWER_WORD = re.compile(r"[a-z]+|\d+|['’‘](?=\d0s)")
_PART = re.compile(
    rf"(?i:(?:(?:early|mid|late|mid-to-late|early-to-mid)(?:-|–|{SPACE})"
    rf"|(?:end{SPACE}(?:of{SPACE})?|(?:beginning|start|middle|close|midst){SPACE}(?:of{SPACE}|(?=\d)))(?:the{SPACE})?(?:year{SPACE})?)"
    rf"(?:in{SPACE})?)"
)
_EARLIER = re.compile(
    rf"(?i:(?:earlier|later|sometime){SPACE}(?=(?:this|next|last|that|the{SPACE}same|in{SPACE}the{SPACE}(?:year|month))\b))"
)
_WEEK_OF = re.compile(
    rf"(?i:(?:the{SPACE})?week{SPACE}(?:of|beginning|starting|commencing){SPACE}(?:on{SPACE})?(?:the{SPACE})?|w/c{SPACE})"
)
_THE_END = re.compile(r"(?i)the\s+$")
_COUNTED = re.compile(
    rf"(?i:(?:the|(?P<n>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)){SPACE}(?P<unit>days?|weeks?|fortnights?|months?|years?){SPACE}"
    rf"(?P<way>before|after|from|prior(?={SPACE}to)){SPACE}(?:to{SPACE})?(?:the{SPACE})?)"
)
_JOINER = re.compile(
    rf"(?i:{SPACE}?\([^()\n]{{1,20}}\))?,?(?:{SPACE}?(?:-|–|—|~){SPACE}?|{SPACE}(?i:to|through|thru|until|till|up{SPACE}to){SPACE}(?i:the{SPACE})?)"
)
#: Letters that patterns take for others whatever the case, as those (one character for one).
_AS_READ = {"\u017f": "s", "\u212a": "k", "\u0130": "I", "\u0131": "i"}
#: In front of the last digits of 300,000.
_THOUSANDS = re.compile(r"\d,$")
_TO_DATE = re.compile(rf"{SPACE}to{SPACE}date\b")
_AND = re.compile(rf",?{SPACE}(?i:and){SPACE}(?i:the{SPACE})?")
_OR = re.compile(rf"{SPACE}(?i:or){SPACE}")
_ARTICLE = re.compile(rf"(?i:the){SPACE}(?![\d’'‘]*0(?:[’']?s)\b|(?i:[a-z]+ties)$)")
_BETWEEN = re.compile(r"(?i)\bbetween\s+(?:the\s+)?$")
#: What _WEEK_OF, _PART and _EARLIER begin with.
_PREFIXES = frozenset("TtWwEeMmLlBbSsCc")
#: Their first words, but for "the" in front of a unit.
_STARTS_OF_PARTS = frozenset(
    {"early", "mid", "late", "beginning", "start", "middle", "end", "close"}
    | {"earlier", "later", "sometime", "week", "w"}
)
#: What _COUNTED counts, and what follows "the" in _WEEK_OF.
_UNITS = frozenset(
    unit + s for unit in ("day", "week", "fortnight", "month", "year") for s in ("", "s")
)


class Scanner:
    """Finds the expressions of one text."""

    def __init__(self, text: str, speech: dt.date | None = None) -> None:
        """``speech`` is the day on which the text was written, where it is known."""
        for letter, read in _AS_READ.items():
            text = text.replace(letter, read)
        self._text = text
        self._lower = text.lower()
        self._speech = speech
        self._forms = form_list.load()

    @cached_property
    def _masks(self) -> Masks:
        return Masks(self._text)

    @cached_property
    def _order(self) -> Order:
        return day_month_order(self._text, self._speech)

    def scan(self, start: int = 0, end: int | None = None) -> Iterator[Found]:
        """Yield the expressions of ``text[start:end]`` from left to right; none overlap."""
        end = len(self._text) if end is None else end
        at = start
        starts = _triggers()
        for word in _LOWER_WORD.finditer(self._lower, start, end):
            key = word[0]
            if key not in starts and not key[0].isdigit():
                continue
            begin = word.start()
            if begin < at:
                continue
            if begin and self._text[begin - 1].isalnum():
                continue
            if key[0].isdigit() and _THOUSANDS.search(self._text, max(0, begin - 2), begin):
                continue
            if key not in _STARTS_OF_PARTS and not self._may_begin(key, word.end(), end):
                continue
            found = self._longest(begin, end)
            if found is not None:
                # what is no date may begin inside one: "No. 24/17 June 5"
                at = word.end()
                if self._masks.hides(begin, found.end):
                    continue
                if not is_date(self._text, found):
                    found = self._shorter(found)
                if found is not None:
                    yield found
                    at = found.end

    def _may_begin(self, key: str, behind: int, end: int) -> bool:
        """Whether what follows a word lets an expression begin with it; most that do not are told."""
        if self._text.startswith("-", behind):
            return True  # "twenty-one days after"
        word = next_word(self._text, behind, end)
        if word is None or word in _UNITS:
            return True
        forms = self._forms.get(DIGITS if key[0].isdigit() else key)
        return forms is not None and bool(forms.before(word))

    def _longest(self, at: int, end: int) -> Found | None:
        found = self._counted(at, end) or self._prefixed(at, end) or self._simple(at, end)
        if found is None:
            return None
        return self._joined(found, end)

    def _shorter(self, found: Found) -> Found | None:
        """What is left of an expression without its last word: "2020" of "2020 May had left"."""
        stop = self._text.rfind(" ", found.start, found.end)
        if stop < 0:
            return None
        rest = self._longest(found.start, stop)
        return rest if rest is not None and is_date(self._text, rest) else None

    def _counted(self, at: int, end: int) -> Found | None:
        """Three days after Friday, the day before 7 May."""
        counted = _COUNTED.match(self._text, at, end)
        if counted is None or counted.end() >= end:
            return None
        inner = self._prefixed(counted.end(), end) or self._simple(counted.end(), end)
        if inner is None or not isinstance(inner.expression, Calendar | Shift):
            return None
        if counted["way"].lower() == "from" and _JOINER.match(self._text, inner.end, end):
            return None  # "20 days from 3 May until 23 May" says how long
        atoms = load_atoms()
        count = words.count(counted["n"], atoms) if counted["n"] else 1
        unit = cast("Unit", atoms.units[counted["unit"].lower()])
        if count is None or unit not in {"day", "week", "fortnight", "month", "year"}:
            return None
        back = counted["way"].lower() in {"before", "prior"}
        start = at + (len("the ") if counted["n"] is None else 0)
        offset = Offset(inner.expression, unit, -count if back else count)
        return Found(start, inner.end, offset, f"counted {inner.form}")

    def _simple(self, at: int, end: int) -> Found | None:
        """The longest form at a place, with a year by name behind it."""
        char = self._text[at]
        word = _WORD.match(self._text, at)
        if word is None:
            return None
        key = DIGITS if char.isdigit() else word.group().lower()
        best: Found | None = None
        forms = self._forms.get(key)
        if forms is None:
            return None
        for form in forms.before(next_word(self._text, word.end(), end)):
            match = form.pattern.match(self._text, at, end)
            if match is None or (best is not None and match.end() <= best.end):
                continue
            expression = build(form, match, self._order if form.in_digits else None)
            if expression is not None:
                # an optional comma may have been read before a year that is not there
                stop = match.end() - (self._text[match.end() - 1] == ",")
                article = _ARTICLE.match(match.group())
                start = at + (article.end() if article and stop - at > article.end() else 0)
                best = Found(start, stop, expression, form.source)
        return None if best is None else with_day(self._text, with_year(self._text, best, end), end)

    def _prefixed(self, at: int, end: int) -> Found | None:
        """A part of a month, season or year; "earlier this year"; "the morning of May 7"."""
        if self._text[at] not in _PREFIXES:
            return None
        week = _WEEK_OF.match(self._text, at, end)
        if week is not None and week.end() < end:
            inner = self._simple(week.end(), end)
            if inner is None and (article := _THE_END.search(week.group())):
                inner = self._simple(week.start() + article.start(), end)
            if (
                inner is not None
                and isinstance(inner.expression, Calendar)
                and inner.expression.day
            ):
                whole = replace(inner.expression, whole_week=True)
                start = at + (len("the ") if week.group()[:3].lower() == "the" else 0)
                return Found(start, inner.end, whole, f"week of {inner.form}")
        for pattern in (_PART, _EARLIER):
            prefix = pattern.match(self._text, at, end)
            if prefix is None or prefix.end() >= end:
                continue
            inner = self._simple(prefix.end(), end)
            if inner is not None and divisible(inner.expression):
                return Found(at, inner.end, inner.expression, f"part {inner.form}")
        return None

    def _joined(self, found: Found, end: int) -> Found:
        """A range whose second date follows the first."""
        first = found.expression
        if not isinstance(first, Calendar):
            return found
        to_date = _TO_DATE.match(self._text, found.end, end)
        if to_date is not None:
            to_now = Span(first, Shift("day", 0))
            return Found(found.start, to_date.end(), to_now, f"{found.form} to date")
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
        if second is None:
            return found
        dashed = any(dash in joiner.group() for dash in "-–—~")
        joined: Range | Span | None = None
        if isinstance(second.expression, Calendar):
            joined = join(first, second.expression)
        if joined is None and not dashed and joiner.re is not _OR:
            joined = unlike(found, second, self._text)
        if not isinstance(second.expression, Calendar):
            return Found(found.start, second.end, joined, second.form) if joined else found
        if joiner.re is _OR and not second.form.startswith("part "):
            return found
        if joined is None or (dashed and not fits(first, second.expression, joiner.group())):
            return found
        both = Found(found.start, second.end, joined, f"{found.form} … {second.form}")
        return with_year_of_both(self._text, both, end)


@cache
def _triggers() -> frozenset[str]:
    return frozenset(form_list.load()) | _STARTS_OF_PARTS
