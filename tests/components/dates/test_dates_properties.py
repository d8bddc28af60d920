"""What holds for every day, every spelling and every text."""

from __future__ import annotations

import ast
import datetime as dt
import random
from itertools import pairwise
from pathlib import Path
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from communique.components.dates import find, find_dates
from communique.components.dates.anchors import Anchors
from communique.components.dates.expressions import Calendar, Range, Shift
from communique.components.dates.resolve import resolve
from communique.components.dates.types import DatePrecision
from communique.components.dates.values import precision

_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]
_WEEKDAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_UNITS = [
    "day",
    "week",
    "weekend",
    "fortnight",
    "month",
    "quarter",
    "half",
    "year",
    "decade",
    "century",
]

#: Days of our time, and all that the calendar holds.
DAYS = st.dates(dt.date(1800, 1, 1), dt.date(2099, 12, 31))
ALL_DAYS = st.dates()


_WORDED = [
    "first",
    "second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "eleventh",
    "twelfth",
    "thirteenth",
    "fourteenth",
    "fifteenth",
    "sixteenth",
    "seventeenth",
    "eighteenth",
    "nineteenth",
    "twentieth",
    "twenty-first",
    "twenty-second",
    "twenty-third",
    "twenty-fourth",
    "twenty-fifth",
    "twenty-sixth",
    "twenty-seventh",
    "twenty-eighth",
    "twenty-ninth",
    "thirtieth",
    "thirty-first",
]


def _ordinal(number: int) -> str:
    suffix = "th" if 10 < number < 14 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{suffix}"


def _spellings(day: dt.date) -> list[str]:
    month, short = _MONTHS[day.month - 1], _MONTHS[day.month - 1][:3]
    weekday = _WEEKDAYS[day.weekday()]
    return [
        f"{day.day} {month} {day.year}",
        f"{day.day:02} {month} {day.year}",
        f"{day.day} {month.upper()} {day.year}",
        f"{month} {day.day}, {day.year}",
        f"{month} {day.day} {day.year}",
        f"{month} {_ordinal(day.day)}, {day.year}",
        f"{_ordinal(day.day)} of {month} {day.year}",
        f"{_ordinal(day.day)} {month}, {day.year}",
        f"{short}{'' if short == month else '.'} {day.day}, {day.year}",
        f"{day.day} {short} {day.year}",
        f"{day.day}-{short}-{day.year}",
        f"{weekday}, {month} {day.day}, {day.year}",
        f"{weekday} {day.day} {month} {day.year}",
        f"{weekday[:3]}, {day.day} {short} {day.year}",
        f"{day.year:04}-{day.month:02}-{day.day:02}",
        f"{day.year}/{day.month:02}/{day.day:02}",
        f"{day.day}.{day.month}.{day.year}",
        f"{day.day:02}.{day.month:02}.{day.year}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{month} the {_ordinal(day.day)}, {day.year}",
        f"{_ordinal(day.day)} day of {month} {day.year}",
        f"{day.year} {month} {day.day}",
        f"{day.day}/{short}/{day.year}",
        f"{day.year}-{short}-{day.day:02}",
        f"{short}-{day.day:02}-{day.year}",
        f"{day.year}.{day.month:02}.{day.day:02}",
        f"{month} {day.day} of {day.year}",
        f"{weekday} the {_ordinal(day.day)} of {month}, {day.year}",
        f"{weekday[:3]}. {short} {day.day}, {day.year}",
        f"{month} {_WORDED[day.day - 1]}, {day.year}",
        f"{_WORDED[day.day - 1]} of {month}, {day.year}",
    ]


@given(day=DAYS, pick=st.integers(0, 30), anchor=DAYS)
@settings(max_examples=400, deadline=None)
def test_every_day_in_every_spelling_is_itself(day: dt.date, pick: int, anchor: dt.date) -> None:
    spelling = _spellings(day)[pick]
    text = f"The parties met on {spelling} in the town hall."
    (found,) = find_dates(text, anchor=anchor.isoformat())
    assert (found.text, found.value, found.precision, found.anchor) == (
        spelling,
        day.isoformat(),
        "day",
        None,
    )
    assert text[found.start : found.end] == spelling


@pytest.mark.parametrize("year", [1996, 2025])
def test_no_day_of_a_year_is_lost_in_any_spelling(year: int) -> None:
    first = dt.date(year, 1, 1)
    wrong = []
    for number in range(365 + (year == 1996)):
        day = first + dt.timedelta(days=number)
        for spelling in _spellings(day):
            found = find_dates(f"It was held on {spelling}, they say.")
            if [(m.text, m.value) for m in found] != [(spelling, day.isoformat())]:
                wrong.append((spelling, [(m.text, m.value) for m in found]))
    assert wrong == []


@given(
    start=DAYS, length=st.integers(1, 300), dash=st.sampled_from([" to ", "–", " until ", " - "])
)
@settings(max_examples=150, deadline=None)
def test_every_range_is_itself(start: dt.date, length: int, dash: str) -> None:
    end = start + dt.timedelta(days=length)
    spelled = [f"{d.day} {_MONTHS[d.month - 1]} {d.year}" for d in (start, end)]
    (found,) = find_dates(f"It ran from {spelled[0]}{dash}{spelled[1]}.")
    assert (found.value, found.kind) == (f"{start.isoformat()}/{end.isoformat()}", "range")


@given(day=DAYS, order=st.sampled_from(["dmy", "mdy"]))
@settings(max_examples=150, deadline=None)
def test_digits_follow_the_texts_own_order(day: dt.date, order: str) -> None:
    model = "25/12/2001" if order == "dmy" else "12/25/2001"
    spelled = f"{day:%d/%m/}{day.year}" if order == "dmy" else f"{day:%m/%d/}{day.year}"
    found = find_dates(f"Filed {model}; heard {spelled}.")
    assert [m.value for m in found] == ["2001-12-25", day.isoformat()]


_WORDS = st.sampled_from(
    [
        *_MONTHS,
        *_WEEKDAYS,
        *[
            "7",
            "31",
            "2024",
            "1990s",
            "the",
            "of",
            "last",
            "next",
            "ago",
            "years",
            "between",
            "and",
            "to",
            "-",
            "–",
            "/",
            ",",
            ".",
            "Q2",
            "FY",
            "H1",
            "early",
        ],
        *[
            "mid-",
            "today",
            "three",
            "spring",
            "later",
            "following",
            "week",
            "(",
            ")",
            "'",
            "31",
            "June",
            "2024-02-30",
            "by",
            "was",
            "will",
        ],
        "\n",
    ]
)


@given(words=st.lists(_WORDS, max_size=40), anchor=st.none() | ALL_DAYS)
@settings(max_examples=400, deadline=None)
def test_offsets_hold_in_any_text(words: list[str], anchor: dt.date | None) -> None:
    text = " ".join(words)
    found = find_dates(text, anchor=anchor.isoformat() if anchor else None)
    assert all(text[m.start : m.end] == m.text for m in found)
    assert all(a.end <= b.start for a, b in pairwise(found))


@given(
    words=st.lists(
        _WORDS | st.sampled_from(["last", "same", "sixties", "weeks", "ago"]), max_size=12
    ),
    old=st.lists(st.booleans(), min_size=8, max_size=8),
)
@settings(max_examples=200, deadline=None)
def test_letters_that_patterns_take_for_others_change_nothing(
    words: list[str], old: list[bool]
) -> None:
    text = " ".join(words)
    other = "".join(
        {"s": "\N{LATIN SMALL LETTER LONG S}", "k": "\N{KELVIN SIGN}"}.get(c, c)
        if old[at % len(old)]
        else c
        for at, c in enumerate(text)
    )
    for mention in find_dates(other, anchor="2024-06-05"):
        assert other[mention.start : mention.end] == mention.text


@pytest.mark.parametrize("year", ["last", "la\N{LATIN SMALL LETTER LONG S}t"])
def test_a_long_s_is_an_s(year: str) -> None:
    (found,) = find_dates(f"It met on May 7 of {year} year.", anchor="2024-06-05")
    assert found.value == "2023-05-07"


@given(text=st.text(st.characters(codec="utf-8"), max_size=200))
@settings(max_examples=150, deadline=None)
def test_any_text_can_be_read(text: str) -> None:
    assert all(text[m.start : m.end] == m.text for m in find_dates(text, anchor="2024-06-05"))


_OPTIONAL = st.none() | st.integers(1, 12)
_SHIFTS = st.builds(
    Shift, st.sampled_from(_UNITS), st.integers(-(10**6), 10**6), st.booleans(), st.booleans()
)
_CALENDARS = st.builds(
    Calendar,
    year=st.none() | st.integers(1, 9999),
    year_shift=st.none() | _SHIFTS,
    month=_OPTIONAL,
    day=st.none() | st.integers(1, 31),
    weekday=st.none() | st.integers(1, 7),
    quarter=st.none() | st.integers(1, 4),
    half=st.none() | st.integers(1, 2),
    season=st.sampled_from([None, "SP", "SU", "FA", "WI"]),
    direction=st.sampled_from([None, "earlier", "later", "same"]),
)


@given(
    expression=_SHIFTS | _CALENDARS | st.builds(Range, _CALENDARS, _CALENDARS),
    speech=st.none() | ALL_DAYS,
    previous=st.sampled_from(
        [None, "2024", "2024-05", "2024-02-30", "9999-12-31", "199", "XXXX-05"]
    ),
    tense=st.sampled_from([None, "earlier", "later"]),
)
@settings(max_examples=600, deadline=None)
def test_resolving_never_raises(
    expression: Shift | Calendar | Range, speech: dt.date | None, previous: str | None, tense: str
) -> None:
    resolved = resolve(expression, Anchors(speech, previous=previous), tense)  # type: ignore[arg-type]
    assert resolved.value != ""
    assert resolved.value is None or precision(resolved.value) in {None, *get_args(DatePrecision)}


def test_the_same_text_gives_the_same_whatever_was_read_before() -> None:
    texts = ["They met on May 7.", "3 June 2022. The next day they signed.", "Filed 25/12/2001."]
    alone = {text: find_dates(text, anchor="2024-06-05") for text in texts}
    order = texts * 5
    random.Random(7).shuffle(order)
    assert all(find_dates(text, anchor="2024-06-05") == alone[text] for text in order)


_PHRASES = [
    "the 7th", "7 May", "May 7-9", "29 February", "30 February", "May 2021", "2021", "Friday",
    "the night of May 7", "31 December", "the next day", "the day before", "two days later",
    "the previous day", "that day", "a week later", "the following week", "the previous Friday",
    "the same month", "the next month", "a year earlier", "that year", "the third quarter",
    "the 2010s", "last weekend", "the following weekend", "9:30 p.m.", "every Tuesday",
    "three years", "the first week of May", "Easter Monday", "the 28th and 29th", "Q3", "'98",
    "the end of the month", "early next year", "three days after Friday", "25/12", "W12",
]  # fmt: skip


@given(
    st.lists(st.sampled_from(_PHRASES), min_size=1, max_size=5),
    st.sampled_from([None, "2024-06-05"]),
    st.sampled_from([". It rained on ", ", and ", "\n\nThey met on "]),
)
def test_whatever_dates_follow_each_other_are_read(
    phrases: list[str], anchor: str | None, between: str
) -> None:
    text = f"They met on {between.join(phrases)}."
    for mention in find_dates(text, anchor=anchor):
        assert text[mention.start : mention.end] == mention.text


def test_no_clock_is_read() -> None:
    folder = Path(find.__file__).parent
    for path in (*folder.glob("*.py"), *(folder.parent / "dateline").glob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            asked = isinstance(node, ast.Attribute) and node.attr in {
                "today",
                "now",
                "utcnow",
                "time",
            }
            assert not asked, f"{path.name}:{node.lineno}"  # type: ignore[attr-defined]


def test_the_same_whatever_day_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    texts = ["They met on May 7.", "They met last Friday, and in 1998 the next day.", "25.12.98"]
    before = [find_dates(text) for text in texts]
    for day in (0, 10**9, 4 * 10**9):
        monkeypatch.setattr("time.time", lambda day=day: float(day))
        assert [find_dates(text) for text in texts] == before


def test_no_anchor_but_a_day() -> None:
    with pytest.raises(ValueError, match="Invalid isoformat"):
        find_dates("today", anchor="yesterday")
