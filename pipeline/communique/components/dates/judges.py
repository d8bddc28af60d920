"""What judges single years, months, weekdays and the like by the words beside them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from communique.components.dates import atoms as lexicon
from communique.components.dates import neighbours
from communique.components.dates.expressions import Calendar, Found
from communique.components.dates.names import in_name

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

_MONEY_AND_NUMBER = frozenset("$€£¥#№@§+")
#: What goes on in groups of digits is a telephone number.
_GROUPS = re.compile(r"[ \u00a0]\d{3,4}(?:[ \u00a0-]\d{3,4})?(?![\d,.]*\s*(?:[a-z]|%))")
_PHONE = re.compile(
    r"(?i)\b(?:helpline|hotline|call|phone|tel|telephone|dial|fax)\.?:?\s+(?:at\s+|on\s+)?\+?$"
)
_NUMBER = re.compile(r"-\d{3,}")
_DECIMAL = re.compile(r"[.,]\d")
_LATER_THAN = re.compile(r"(?i)\b(?:later|earlier|sooner)\s+than\s+$")
#: Years of our time; others need a preposition or brackets.
_FIRST_YEAR, _LAST_YEAR = 1800, 2100
_CLAUSE_END = re.compile(r"\s*(?:[.,;:)!?]|$)")


def amount(text: str, found: Found) -> bool:
    """Tell money, percentages, decimals, parts of longer numbers."""
    before = text[max(0, found.start - 2) : found.start]
    behind = text[found.end : found.end + 2]
    if before[-1:] in _MONEY_AND_NUMBER and before:
        return True
    if found.form.startswith("<left>") and found.form.endswith("<year>"):
        return False
    if before[-1:] in {".", ",", "/", "-", "–", ":"} and before[:1].isdigit():
        return True
    return behind[:1] == "%" or (behind[:1] in {".", ",", "/", ":"} and behind[1:].isdigit())


def _is_line(text: str, found: Found) -> bool:
    """Whether nothing else stands in the line."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : None if end < 0 else end].strip() == text[found.start : found.end]


def is_year(text: str, found: Found) -> bool:
    """Whether a number in front of nothing that it counts, and in no name, is a year."""
    if amount(text, found):
        return False
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    if before.text and not before.spaced and text[found.start - 1] not in "\n(“\"'‘[*–—/_,":
        return False  # glued to something
    if before.spaced and (before.lower in lists.numbering or before.text[-1:].isdigit()):
        return _LATER_THAN.search(text, max(0, found.start - 14), found.start) is not None
    if behind.lower in lists.counted and (behind.hyphened or before.lower not in {"the", "fiscal"}):
        return False
    if behind.hyphened and behind.lower in lists.measured:
        return False
    if _NUMBER.match(text, found.end):
        return False
    year = found.expression.year if isinstance(found.expression, Calendar) else None
    if _PHONE.search(text, max(0, found.start - 30), found.start) or _GROUPS.match(text, found.end):
        return False
    far = year is not None and not _FIRST_YEAR <= year <= _LAST_YEAR
    if far and before.lower not in lists.year_after:
        return text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"
    return not in_name(text, found.start, found.end)


def _is_spelled_year(text: str, found: Found) -> bool:
    """Round numbers are years where a preposition or "the year" says so."""
    said = text[found.start : found.end].lower()
    before = neighbours.before(text, found.start).lower
    lists = neighbours.load()
    behind = neighbours.behind(text, found.end)
    if behind.lower in lists.counted | lexicon.load().units.keys():
        return False
    if said.startswith(("two", "twenty")) or said.endswith("hundred"):
        return before in {"year", "of", "in", "since", "until", "by", "before", "after"}
    return True


def _is_month(text: str, found: Found) -> bool:
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    surface = text[found.start : found.end]
    prepared = before.spaced and before.lower in lists.month_after
    named = behind.spaced and behind.capital and not behind.text.isupper()
    if behind.hyphened:
        return False
    if surface.lower() in lexicon.load().ambiguous:
        person = before.lower in lists.person_after and (named or behind.lower in lists.no_thing)
        if before.spaced and before.lower in lists.month_before and behind.spaced:
            # "a June agreement"
            return (
                not surface.islower()
                and behind.text.islower()
                and (behind.lower not in lists.year_after | lists.no_thing)
            )
        bound = not surface.islower() or _is_bound_month(text, found)
        return prepared and bound and not person
    if behind.text in lists.named_after or (before.spaced and before.text in lists.named_before):
        return False
    return prepared or not (before.spaced and before.capital and named)


def _is_bound_month(text: str, found: Found) -> bool:
    """Take "from april to June", and no "in august company"."""
    if text[found.start : found.end] != "august":
        return True
    behind = neighbours.behind(text, found.end)
    return not behind.spaced or behind.lower in neighbours.load().year_after


def _is_short_month(text: str, found: Found) -> bool:
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    prepared = before.spaced and before.lower in lists.month_after - lists.person_after
    return prepared and not behind.hyphened and not behind.capital


def _is_day_alone(text: str, found: Found) -> bool:
    """Take "on the 7th": behind a preposition, and of no thing ("on the 7th floor")."""
    before = neighbours.before(text, found.start - len("the "))
    behind = neighbours.behind(text, found.end)
    bound = before.lower in {"on", "by", "until", "till", "from", "before", "after", "since"}
    free = not behind.spaced or behind.lower in neighbours.load().year_after | {"we", "they"}
    return bound and free and not behind.hyphened


def _is_week_number(text: str, found: Found) -> bool:
    """Take "in week 31", and no "week 2 of the course"."""
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    if before.lower == "the" and before.spaced:
        before = neighbours.before(text, found.start - len("the "))
    bound = not before.text or before.lower in {"in", "by", "until", "from", "since", "calendar"}
    return bound and behind.lower != "of"


def _is_weekday_and_day(text: str, found: Found) -> bool:
    """Take "on Sunday 31.", at the end of a clause."""
    ends = _CLAUSE_END.match(text, found.end) is not None
    return ends and not _DECIMAL.match(text, found.end)


def _is_month_in_digits(text: str, found: Found) -> bool:
    """Take "since 12-2015", and no "Decision 12-2015"."""
    before = neighbours.before(text, found.start)
    return before.spaced and before.lower in neighbours.load().month_after


def _is_parted_decade(text: str, found: Found) -> bool:
    """Take "the 1990 s", and no "1990 S Main Street"."""
    return text[found.end - 1] == "s" and not amount(text, found)


def _is_worded_day(text: str, found: Found) -> bool:
    """Take "May second", and no "In May first results"."""
    if text[found.end - 1].isdigit():
        return True
    behind = neighbours.behind(text, found.end)
    return not behind.hyphened and (
        not behind.spaced or behind.lower in neighbours.load().year_after
    )


def _is_day_and_month(text: str, found: Found) -> bool:
    """Take "on 11/20", and no fraction."""
    if amount(text, found):
        return False
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    surface = text[found.start : found.end]
    if behind.lower in neighbours.load().counted | {"of", "inch", "inches"}:
        return False
    if not surface[0].isdigit():
        return True
    return before.spaced and before.lower in {"on", "between", "from", "until", "since", "dated"}


def _is_season(text: str, found: Found) -> bool:
    """A season alone, where a clause ends with it: "In spring, …"."""
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    article = before.lower == "the" and before.spaced
    if article:
        before = neighbours.before(text, found.start - len("the "))
    if text[found.start : found.end].lower() in lexicon.load().ambiguous and not article:
        return False
    ends = _CLAUSE_END.match(text, found.end) is not None
    return before.spaced and before.lower in lists.season_after and ends


def _is_year_and_season(text: str, found: Found) -> bool:
    """Take "2024 summer", and no "2024 Summer Games"."""
    behind = neighbours.behind(text, found.end)
    return not (behind.spaced and behind.capital and behind.text in neighbours.load().heads)


def _is_year_and_month(text: str, found: Found) -> bool:
    """Take "2024 March", and no "by 2020 May had left"."""
    return neighbours.behind(text, found.end).lower not in neighbours.load().no_thing


def _is_weekday(text: str, found: Found) -> bool:
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    if before.spaced and before.text in lists.named_before:
        return False
    if text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return False  # it goes with the date in front
    if before.spaced and before.lower in {"a", "any"}:
        # "on a Monday" is any, "in a Monday speech" is one
        event = behind.spaced and behind.text.islower() and behind.lower not in lists.year_after
        return event and neighbours.before(text, found.start - 2).lower != "on"
    return not (behind.spaced and behind.text in lists.named_after)


def _is_holiday(text: str, found: Found) -> bool:
    thing = neighbours.behind(text, found.end)
    if thing.spaced and thing.capital:
        return False
    surface = text[found.start : found.end]
    if " " in surface or surface == "Juneteenth":
        return True
    lists = neighbours.load()
    before = neighbours.before(text, found.start)
    behind = neighbours.behind(text, found.end)
    free = not behind.text or behind.lower in lists.year_after
    return before.spaced and before.lower in lists.holiday_after and free


#: Who judges what a form has found.
JUDGES: Mapping[str, Callable[[str, Found], bool]] = {
    "<year>": is_year,
    "<spelled>": _is_spelled_year,
    "<year>~-~<mm>": is_year,
    "<monthname>": _is_month,
    "<monthshort>": _is_short_month,
    "<season>": _is_season,
    "<year> <season>": _is_year_and_season,
    "<year> <month>": _is_year_and_month,
    "the <dayth>": _is_day_alone,
    "week <weekno>": _is_week_number,
    "<weekday> <day>": _is_weekday_and_day,
    "<month> the? <dayword> ,? <year>?": _is_worded_day,
    "<mm>~-~<year>": _is_month_in_digits,
    "<decade> s": _is_parted_decade,
    "<month> , <dayth>": _is_weekday_and_day,
    "<month> <daycount>": _is_worded_day,
    "<left>~/~<right>": _is_day_and_month,
    "<weekday> ,? <left>~/~<right>": _is_day_and_month,
    "<weekdayname>": _is_weekday,
    "<left> <right> <year>": _is_line,
    "<holiday>": _is_holiday,
}
