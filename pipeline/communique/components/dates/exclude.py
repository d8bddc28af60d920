"""What looks like a date and is none: names, amounts, numbers of laws, people called April.

Only what stands beside an expression is looked at: the run of capitalised words it belongs to and
the word before and behind it, against the lists of ``lexicon/dates/name_heads.toml``.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache

from communique.components.dates import atoms as lexicon
from communique.components.dates.expressions import Apart, Calendar, Found, Range

_ADDRESS = re.compile(
    r"(?:https?://|www\.)\S+|\S+@\S+|\]\([^)\s]*\)|\(/[^)\s]*\)|\S*/\S+\.(?:png|jpe?g|pdf|html?|aspx)\S*|<(?!/?sup)[^<>\n]{0,200}>|(?<![\d\w])/[a-z][\w-]*(?:/[\w-]+)+\S*"
)
_PHONE = re.compile(r"\+?\(?\d[\d ()./-]{6,}\d")
_STAMP = re.compile(
    r"(?i)(?:last|page)\s+(?:updated|modified|reviewed)[^\n]{0,40}|(?:©|\(c\)|copyright)[^\n]{0,40}"
)
_WORD_BEFORE = re.compile(r"([\w$€£¥#№.&’'/-]*[\w$€£¥#№&’'.!)/-])([ \t\u00a0]+|\n)?$")
_WORD_BEHIND = re.compile(r"([^\S\n]{1,2}|-)?([^\W\d_][\w’'-]*)")
_CAPITAL_RUN = re.compile(
    r"(?:[^\S\n](?:(?:of|and|for|the|on|in|to|de)[^\S\n]){0,2}[A-Z][\w’'&.-]*){1,7}"
)
_RUN_BEFORE = re.compile(
    r"(?:[A-Z][\w’'&!.-]*[^\S\n](?:(?:of|and|for|the|on|to)[^\S\n]){0,2}){1,7}$"
)
_NAMED_DAY = re.compile(r"\b(?:Day|Week|Month), $")
_CLAUSE_END = re.compile(r"\s*(?:[.,;:)!?]|$)")
_SPANS = frozenset({"last year", "last month", "last week", "last decade"})
_COUNT = re.compile(r"\s+(?:\d|few\b|several\b|couple\b|half\b|century\b)")
_THROUGHOUT = re.compile(r"(?i)\b(?:over|within|throughout|during|for|in|course\s+of)\s+the\s+$")
_PREPOSITIONS = frozenset(
    [
        "in",
        "on",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "of",
        "for",
        "to",
        "through",
        "after",
        "before",
        "between",
        "and",
        "or",
        "than",
        "year",
        "early",
        "late",
        "mid",
        "at",
        "around",
        "circa",
        "c",
        "as",
        "towards",
        "toward",
        "dated",
        "over",
        "beyond",
        "last",
        "next",
        "this",
        "both",
        "starting",
        "effective",
        "ending",
        "ended",
        "per",
        "within",
        "until,",
        "throughout",
        "up",
    ]
)
_DETERMINERS = frozenset(
    [
        "a",
        "an",
        "the",
        "our",
        "their",
        "its",
        "his",
        "her",
        "this",
        "that",
        "these",
        "those",
        "each",
        "every",
        "no",
        "all",
        "also",
        "now",
        "see",
    ]
)
_MONTH_PREPOSITIONS = frozenset(
    [
        "in",
        "since",
        "until",
        "till",
        "by",
        "from",
        "during",
        "of",
        "through",
        "before",
        "after",
        "between",
        "and",
        "to",
        "last",
        "next",
        "this",
        "early",
        "late",
        "mid",
        "for",
        "or",
        "starting",
        "beginning",
        "late,",
        "every",
        "each",
    ]
)


@dataclass(frozen=True)
class _Lists:
    heads: frozenset[str]
    dated: frozenset[str]
    numbering: frozenset[str]
    counted: frozenset[str]
    named_before: frozenset[str]
    named_after: frozenset[str]


@cache
def _lists() -> _Lists:
    table = lexicon.read_toml("name_heads.toml")
    return _Lists(**{name: frozenset(words.split()) for name, words in table.items()})


class Masks:
    """Stretches of a text that hold no dates: web and mail addresses, telephone numbers, stamps."""

    def __init__(self, text: str) -> None:
        spans = [m.span() for m in _ADDRESS.finditer(text)]
        spans += [m.span() for m in _STAMP.finditer(text)]
        spans.sort()
        self._starts = [start for start, _ in spans]
        self._ends: list[int] = []
        for _, end in spans:
            self._ends.append(max(end, self._ends[-1] if self._ends else 0))

    def hides(self, start: int, end: int) -> bool:
        """Whether the characters start to end touch such a stretch."""
        at = bisect_right(self._starts, end - 1) - 1
        return at >= 0 and self._ends[at] > start


def is_date(text: str, found: Found) -> bool:
    """Judge an expression by its neighbours."""
    expression = found.expression
    if isinstance(expression, Range):
        first = expression.start
        return not _amount(text, found) and (
            first.month is not None or first.quarter is not None or _is_year(text, found)
        )
    if isinstance(expression, Apart):
        return not (expression.kind == "time" and _amount(text, found))
    if not isinstance(expression, Calendar):
        return _is_relative(text, found)
    if found.form.startswith("part "):
        return not _in_name(text, found)
    if found.form in {"<year>", "year <year>", "<year>~-~<mm>"}:
        return _is_year(text, found)
    if found.form == "<monthname>":
        return _is_month(text, found)
    if found.form == "<weekdayname>":
        return _is_weekday(text, found)
    if found.form == "<left> <right> <year>":
        return _is_line(text, found)
    if found.form.startswith(("<left>", "Q", "H", "<quarter>", "<half>")):
        return not _amount(text, found)
    if found.form == "<holiday>":
        return _is_holiday(text, found)
    if expression.season is not None or expression.day is not None:
        return not _amount(text, found)
    return True


def _before(text: str, start: int) -> tuple[str, bool]:
    """The word in front, and whether it stands in the same line with a space between."""
    match = _WORD_BEFORE.search(text, max(0, start - 30), start)
    if match is None:
        return "", False
    return match[1], match[2] is not None and match[2] != "\n"


def _behind(text: str, end: int) -> tuple[str, str]:
    match = _WORD_BEHIND.match(text, end)
    return (match[2], match[1] or "") if match else ("", "")


def _is_line(text: str, found: Found) -> bool:
    """Whether nothing else stands in the line."""
    start = text.rfind("\n", 0, found.start) + 1
    end = text.find("\n", found.end)
    return text[start : None if end < 0 else end].strip() == text[found.start : found.end]


def _amount(text: str, found: Found) -> bool:
    """Money, percentages, decimals, parts of longer numbers."""
    before = text[max(0, found.start - 2) : found.start]
    behind = text[found.end : found.end + 2]
    if before[-1:] in {"$", "€", "£", "¥", "#", "№", "@", "§", "+"}:
        return True
    if found.form.startswith("<left>") and found.form.endswith("<year>"):
        return False
    if before[-1:] in {".", ",", "/", "-", "–", ":"} and before[:1].isdigit():
        return True
    return behind[:1] == "%" or (behind[:1] in {".", ",", "/", ":"} and behind[1:].isdigit())


def _is_year(text: str, found: Found) -> bool:
    lists = _lists()
    if _amount(text, found):
        return False
    word, same_line = _before(text, found.start)
    lower = word.lower().strip(".,()") if word else ""
    behind, gap = _behind(text, found.end)
    if word and not same_line and text[found.start - 1] not in "\n(“\"'‘[*–—/_,":
        return False  # glued to something
    if lower in lists.numbering and same_line:
        return False
    if _NAMED_DAY.search(text, max(0, found.start - 12), found.start):
        return False
    if same_line and word and (word[-1].isdigit() and found.form == "<year>"):
        return False
    if (
        behind.lower() in lists.counted
        and gap
        and lower not in {"the", "fiscal"}
        and not _likely(text, found)
    ):
        return False
    if gap == "-" and behind.lower() in lists.counted | {
        "year",
        "seat",
        "foot",
        "acre",
        "page",
        "strong",
    }:
        return False
    year = found.expression.year if isinstance(found.expression, Calendar) else None
    if year is not None and not 1800 <= year <= 2100 and lower not in _PREPOSITIONS:
        return text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")"
    return not _in_name(text, found)


def _likely(text: str, found: Found) -> bool:
    """Years of our time in front of plain plurals ("2018 elections"), but no round thousands."""
    digits = text[found.start : found.start + 4]
    return digits[:2] in {"19", "20"} and digits not in {"2000", "1900"} and False


def _in_name(text: str, found: Found) -> bool:
    lists = _lists()
    run = _CAPITAL_RUN.match(text, found.end)
    if run:
        words = [w.strip(".,’'").removesuffix("’s").removesuffix("'s") for w in run.group().split()]
        words = [w for w in words if w[:1].isupper()]
        for word in words:
            head = word.capitalize()
            if head in lists.dated or word in lists.dated:
                return False
            if head in lists.heads:
                return True
    line = text.rfind("\n", max(0, found.start - 120), found.start) + 1
    before = _RUN_BEFORE.search(text, max(line, found.start - 120), found.start)
    if before:
        words = [w.strip(".,’'") for w in before.group().split()]
        last = words[-1]
        if last == "of" and len(words) > 1 and words[-2] in lists.heads | {"Treaty"}:
            return True
        if last.lower().endswith(("'s", "’s", "s'", "s’")) or last.lower() in _DETERMINERS:
            return False
        if last.lower() in _PREPOSITIONS or last.lower().rstrip(".") in lexicon.load().months:
            return False
        if last.isupper() and len(words) > 3:
            return False  # a line of capitals
        capitals = [w for w in words if w[:1].isupper()]
        return (
            bool(capitals)
            and capitals[-1] == last
            and not (
                last.capitalize() in lists.dated
                or last in {"Fiscal", "Year", "FY", "Class", "The", "Also", "Now"}
            )
        )
    return False


def _is_month(text: str, found: Found) -> bool:
    word, same_line = _before(text, found.start)
    behind, gap = _behind(text, found.end)
    surface = text[found.start : found.end]
    prepared = same_line and word.lower().rstrip(",") in _MONTH_PREPOSITIONS
    named = bool(gap) and gap != "-" and behind[:1].isupper() and not behind.isupper()
    if surface.lower() in lexicon.load().ambiguous:
        if surface.islower() or (surface.isupper() and not prepared):
            return False
        return (
            prepared
            and not (
                named
                and word.lower()
                in {"by", "and", "of", "for", "to", "from", "before", "after", "or"}
            )
            and gap != "-"
        )
    if (
        gap == "-"
        or behind in _lists().named_after
        or (same_line and word in _lists().named_before)
    ):
        return False
    return not (
        same_line and word[:1].isupper() and word.lower() not in _MONTH_PREPOSITIONS and named
    )


def _is_weekday(text: str, found: Found) -> bool:
    word, same_line = _before(text, found.start)
    behind, gap = _behind(text, found.end)
    if same_line and word in _lists().named_before:
        return False
    if text[found.start - 1 : found.start] == "(" and text[found.end : found.end + 1] == ")":
        return False  # it goes with the date in front
    return not (gap and behind in _lists().named_after)


def _is_holiday(text: str, found: Found) -> bool:
    if text[found.start : found.end] not in {"Christmas", "Thanksgiving", "Halloween"}:
        return True
    word, same_line = _before(text, found.start)
    behind, _ = _behind(text, found.end)
    return (
        same_line
        and word.lower()
        in {"at", "by", "before", "after", "on", "since", "until", "last", "next", "this"}
        and (not behind or behind.lower() in _PREPOSITIONS)
    )


def _is_relative(text: str, found: Found) -> bool:
    behind, gap = _behind(text, found.end)
    surface = text[found.start : found.end]
    if gap == "-" and behind:
        return False
    if found.form == "<deictic>" and surface.istitle():
        word, same_line = _before(text, found.start)
        return not (same_line and word[:1].isupper() and word[-1:].isalpha() and len(word) > 2)
    if found.form == "<n> <unit> <thereafter>" and surface.lower().endswith(("after", "before")):
        return _CLAUSE_END.match(text, found.end) is not None
    lower = surface.lower()
    word, _ = _before(text, found.start)
    if lower == "in the past":
        counted = gap and behind.lower() in {*lexicon.load().units, *lexicon.load().cardinals}
        return not counted and _COUNT.match(text, found.end) is None
    if lower in {"year-end", "year end"}:
        return word.lower() in {"by", "at", "before", "until", "since", "for", "of", "to"}
    if lower == "this day" and word.lower() == "to":
        return False
    return not (
        (lower.startswith("next ") or lower in _SPANS)
        and _THROUGHOUT.search(text, max(0, found.start - 24), found.start)
    )
