"""Ways to read what not everybody means the same by; each is off unless asked for."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import communique
from communique.components.dates.conventions import Conventions

Check = Callable[..., None]

REACHING = [
    "The mill will open within [two weeks|2024-06-05/2024-06-19].",
    "It is shut for the [next 4 business days|2024-06-06/2024-06-11].",
    "It is shut for [three days starting next Monday|2024-06-10/2024-06-12].",
    "It is open between [now and November 15|2024-06-05/2024-11-15].",
    "It lasts [2 weeks, from 10 June|2024-06-10/2024-06-23].",
]
DAYS = [
    "The pact was signed [two months ago|2024-04-05].",
    "The mill will open in [two weeks|2024-06-19].",
    "The mill will open [three weeks from now|2024-06-26].",
    "The mill was built in two years.",
    "It was bought in [May|2024-05].",
]
WEEKS = [
    "They will meet [next Friday|2024-06-14].",
    "They met [last Monday|2024-05-27].",
    "They will meet [this Friday|2024-06-07].",
    "They met [this past Monday|2024-06-03].",
    "They will meet on [Friday|2024-06-07].",
]
CALENDAR = [
    "It opens in the [first week of August 2024|2024-W31].",
    "It shut in the [last week of December 2023|2023-W52].",
]
BARE = [
    "Sales in the [year|2024] were good.",
    "It is the partner of the [month|2024-06].",
    "It was the year of the mill, and the week-long fair.",
]


@pytest.mark.parametrize("marked", REACHING)
def test_reaching(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(reaching=True))


@pytest.mark.parametrize("marked", DAYS)
def test_counting_days(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(counting="days"))


@pytest.mark.parametrize("marked", WEEKS)
def test_weekdays_of_weeks(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(weekdays="weeks"))


@pytest.mark.parametrize("marked", CALENDAR)
def test_weeks_of_the_calendar(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(month_weeks="calendar"))


@pytest.mark.parametrize("marked", BARE)
def test_bare_units(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(bare_units=True))


def test_defaults() -> None:
    text = "Last Monday, two months ago, within two weeks, the year, first week of August 2024"
    found = [d.value for d in communique.dates(text, anchor="2024-06-05") if d.kind != "duration"]
    assert found == ["2024-06-03", "2024-04", "2024-08-01/2024-08-07"]


def test_an_unknown_convention_is_refused() -> None:
    with pytest.raises(ValueError, match="counting"):
        communique.dates("In May.", counting="hours")  # type: ignore[arg-type]
