"""Kinds, roles, precision and anchors of dates, and what is marked as impossible or ambiguous."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.components.dates import find_dates
from communique.components.dates.find import find_in

#: A Wednesday.
ANCHOR = "2024-06-05"

Check = Callable[..., None]


@pytest.mark.parametrize(
    "marked",
    [
        "Filed [13/05/2024|2024-05-13], heard [07/05/2024|2024-05-07].",
        "Filed [05/13/2024|2024-05-13], heard [07/05/2024|2024-07-05].",
        "Filed on [3 May 2023|2023-05-03], heard [07/05/2024|2024-05-07].",
        "Filed on [May 3, 2023|2023-05-03], heard [07/05/2024|2024-07-05].",
        "Filed [05/06/2024|2024-06-05].",
    ],
)
def test_order_of_day_and_month_is_the_texts_own(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    ("text", "kind", "value"),
    [
        ("It took three years.", "duration", "P3Y"),
        ("It took a 10-day trip.", "duration", "P10D"),
        ("It took two fortnights.", "duration", "P4W"),
        ("It took 90 minutes.", "duration", "PT90M"),
        ("It took several months.", "duration", "PXM"),
        ("They meet every Monday.", "set", "XXXX-WXX-1"),
        ("They meet on Fridays.", "set", "XXXX-WXX-5"),
        ("They meet at 2:30 pm.", "time", "T14:30"),
        ("They meet at noon.", "time", "T12:00"),
        ("They meet at 7 p.m. sharp.", "time", "T19:00"),
    ],
)
def test_what_is_kept_apart(text: str, kind: str, value: str | None) -> None:
    (found,) = find_dates(text, anchor=ANCHOR)
    assert (found.kind, found.value, found.precision) == (kind, value, None)


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("The pact was signed in Arlen on 3 May 2024.", "signing"),
        ("The rule takes effect on 3 May 2024.", "effective"),
        ("She leads it with effect from 3 May 2024.", "effective"),
        ("The permit expires on 3 May 2024.", "expiry"),
        ("The fair was held in Arlen on 3 May 2024.", "event"),
        ("Orla Venn was born on 3 May 1964.", "birth"),
        ("The sum was paid on 3 May 2024.", None),
        ("They signed it. On 3 May 2024 it rained.", None),
    ],
)
def test_role_as_the_text_says(text: str, role: str | None) -> None:
    (found,) = find_dates(text, anchor=ANCHOR)
    assert found.role == role


def test_precision_and_anchor() -> None:
    text = "On 3 May 2024 and in June 2024, last week, in Q2 2023, H1 2023, spring 2023, 2021, the 1990s"
    found = find_dates(text, anchor=ANCHOR)
    assert [m.precision for m in found] == [
        "day",
        "month",
        "week",
        "quarter",
        "half",
        "season",
        "year",
        "decade",
    ]
    assert [m.anchor for m in found if m.anchor] == ["publish_date"]


def test_a_day_that_does_not_exist_has_no_value_and_a_warning() -> None:
    text = "They met on 31 June 2024 and on 29 February 2023."
    found = find_in(text, [(0, len(text))], speech=None)
    assert [m.value for m in found.mentions] == [None, None]
    assert found.warnings == (
        "31 June 2024 at 12: no such day",
        "29 February 2023 at 32: no such day",
    )


def test_a_date_that_can_be_read_two_ways_is_marked() -> None:
    text = "Filed 07/05/2024."
    found = find_in(text, [(0, len(text))], speech=None)
    assert found.warnings == (
        "07/05/2024 at 6: day and month cannot be told apart, read as 2024-07-05",
    )


def test_only_the_stretches_given_are_read() -> None:
    text = "3 May 2024. 4 May 2024. 5 May 2024."
    found = find_in(text, [(0, 12), (24, len(text))], speech=None)
    assert [m.text for m in found.mentions] == ["3 May 2024", "5 May 2024"]


def test_two_digit_years_follow_the_anchor() -> None:
    assert [m.value for m in find_dates("FY 07 and 25.12.98", anchor="2006-03-01")] == [
        "2007",
        "1998-12-25",
    ]
    assert [m.value for m in find_dates("25.12.98", anchor="1901-03-01")] == ["1898-12-25"]


def test_long_unbroken_text_takes_linear_time() -> None:
    assert find_dates("x/" * 100_000 + "A" * 200_000 + " 2024-05-07")[0].value == "2024-05-07"
