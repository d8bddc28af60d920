"""Dates with the gold inside the sentence: [surface|value]; unmarked text holds no date."""

from __future__ import annotations

import re

import pytest

from communique.components.dates import find_dates
from communique.components.dates.find import find_in

_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]*)\]")
#: A Wednesday.
ANCHOR = "2024-06-05"


def read(marked: str) -> tuple[str, list[tuple[int, str, str | None]]]:
    """The plain text, and (start, surface, value) of its marks; an empty value is None."""
    text, gold, at = "", [], 0
    for mark in _MARK.finditer(marked):
        text += marked[at : mark.start()]
        gold.append((len(text), mark[1], mark[2] or None))
        text += mark[1]
        at = mark.end()
    return text + marked[at:], gold


def check(marked: str, anchor: str | None = ANCHOR) -> None:
    text, gold = read(marked)
    found = [m for m in find_dates(text, anchor=anchor) if m.kind in {"date", "range", "vague"}]
    assert [(m.start, m.text, m.value) for m in found] == gold
    assert all(text[m.start : m.end] == m.text for m in found)


ABSOLUTE = [
    "The treaty was signed on [7 May 2024|2024-05-07] in Arlen.",
    "The treaty was signed on [May 7, 2024|2024-05-07], in Arlen.",
    "The treaty was signed on [May 7th, 2024|2024-05-07].",
    "The treaty was signed on the [7th of May 2024|2024-05-07].",
    "The treaty was signed on [Tuesday, 7 May 2024|2024-05-07].",
    "The treaty was signed on [Tuesday, May 7, 2024|2024-05-07].",
    "The treaty was signed on [7 MAY 2024|2024-05-07].",
    "The treaty was signed on [Sept. 11, 2023|2023-09-11].",
    "The treaty was signed on [2024-05-07|2024-05-07].",
    "The treaty was signed on [2024/05/07|2024-05-07].",
    "The treaty was signed on [7.5.2024|2024-05-07].",
    "The treaty was signed on [07-May-2024|2024-05-07].",
    "The treaty was signed on [May 7,2024|2024-05-07].",
    "Opened [2024年5月7日|2024-05-07].",
    "Sales rose in [May 2024|2024-05].",
    "Sales rose in [May, 2024|2024-05].",
    "Sales rose in [September of 2023|2023-09].",
    "The plant opened in [2015|2015] and closed in [2019|2019].",
    "It has grown since [1998|1998].",
    "The bridge opens in [spring 2025|2025-SP].",
    "The bridge opens in the [summer of 2025|2025-SU].",
    "Revenue for [Q2 2023|2023-Q2] and [Q2 FY2024|2024-Q2] fell.",
    "Revenue for [1Q 2023|2023-Q1] fell.",
    "The mill starts in the [third quarter of 2025|2025-Q3].",
    "Orders grew in the [first half of 2023|2023-H1] and in [H2 2023|2023-H2].",
    "It was founded in [the 1990s|199].",
    "It was founded in the [20th century|1901/2000].",
    "It opens in [mid-2025|2025] and [early 2027|2027].",
    "Works end at the [end of 2025|2025].",
    "Works began in [early March 2023|2023-03].",
    "The budget for [fiscal year 2023|2023] and [FY 2022|2022] was kept.",
    "Accounts for [FY2023/24|2023/2024] are open.",
    "The jury sits in the [first week of December|2023-12-01/2023-12-07].",
    "As reported on [New Year's Eve|2023-12-31].",
    "The treaty was signed on [3. May 2024|2024-05-03].",
    "The treaty was signed on the [seventh of May 2024|2024-05-07].",
    "The treaty was signed on [September 11<sup>th</sup>, 2001|2001-09-11].",
    "Sales rose in [Dec-2018|2018-12] and fell in [Feb|2024-02].",
    "Sales fell in [Q4'23|2023-Q4] and [Q3|2023-Q3].",
    "Sales fell in the [last quarter of 2023|2023-Q4].",
    "Sales fell in the [first quarter of last year|2023-Q1].",
    "The house dates from the [early 1900s|190] or the [21st century|2001/2100].",
    "They played in the [last week of March|2024-03-25/2024-03-31].",
    "The mill closed in [winter 2005-06|2005-WI].",
    "The crop of [2022|2022] and the [2023|2023] report agree.",
    "It sold most in the [first three months of 2023|2023-01/2023-03].",
    "A [2021|2021] study agrees with the [2024|2024] Campaign.",
]

RANGES = [
    "The fair ran on [May 7-9, 2024|2024-05-07/2024-05-09].",
    "The fair ran from [7 to 9 May 2024|2024-05-07/2024-05-09].",
    "The fair ran from [7–9 May|2024-05-07/2024-05-09].",
    "The fair ran on [5 and 6 May|2024-05-05/2024-05-06].",
    "The fair ran from [March 2 to April 17|2024-03-02/2024-04-17].",
    "The fair ran from [7 May–2 June 2024|2024-05-07/2024-06-02].",
    "The fair ran from [28 December 2022 until 3 January 2023|2022-12-28/2023-01-03].",
    "The fair ran from [28 December to 3 January 2023|2022-12-28/2023-01-03].",
    "The fair ran from [May 6, 2024, to May 9, 2024|2024-05-06/2024-05-09].",
    "She chaired it from [2019 to 2021|2019/2021].",
    "She chaired it between [2019 and 2021|2019/2021].",
    "She chaired it ([2019–2021|2019/2021]).",
    "Sales fell between [June 20 and June 24, 2023|2023-06-20/2023-06-24].",
    "The courses ran from [January to March 2023|2023-01/2023-03].",
    "The fair ran on [6, 7 and 8 May 2023|2023-05-06/2023-05-08].",
    "The fair ran on [May 6, 7 and 8|2024-05-06/2024-05-08].",
    "The fair ran from [Monday 6 to Friday 10 May 2024|2024-05-06/2024-05-10].",
    "The fair ran from [March 17 (noon) through April 14|2024-03-17/2024-04-14].",
    "The fair ran from [30 December to 2 January|2023-12-30/2024-01-02].",
    "Sales from [2021|2021] to [H1 2022|2022-H1] rose.",
    "Open between [early 2021 and late 2022|2021/2022].",
    "Sales for [2022/23|2022/2023] and [2019-20|2019/2020] are out.",
    "Sales for [Q1-Q3 2023|2023-Q1/2023-Q3] are out.",
    "The school year [1998-2000|1998/2000] was long.",
    "In [2018|2018] and [2019|2019] the prize went to Orla Venn.",
]

RELATIVE = [
    "The board met [today|2024-06-05].",
    "The board met [yesterday|2024-06-04] and will meet [tomorrow|2024-06-06].",
    "The board met [last Friday|2024-05-31].",
    "The board met on [Monday|2024-06-03].",
    "The board met on [Wednesday|2024-06-05].",
    "The board will meet on [Friday|2024-06-07].",
    "The board met [last month|2024-05] and [last year|2023].",
    "The board meets [next month|2024-07].",
    "The hall opened [a month ago|2024-05].",
    "The hall opened [10 years ago|2014].",
    "The hall opened [four decades ago|198].",
    "The hall opened [three days ago|2024-06-02].",
    "The hall opened [almost one year ago today|2023-06-05].",
    "Visitors came [this week|2024-W23].",
    "Visitors come [this weekend|2024-06-08/2024-06-09].",
    "Visitors came in [June last year|2023-06] and on [May 3 last year|2023-05-03].",
    "Visitors came [last summer|2023-SU] and [last June|2023-06].",
    "[Earlier this year|2024] the hall closed.",
    "The hall closes at the [end of the year|2024].",
    "The council met [last night|2024-06-04] and [this morning|2024-06-05].",
    "The council met the [day before yesterday|2024-06-03].",
    "The council met on [Tuesday of last week|2024-05-28].",
    "The council met on [Friday morning|2024-05-31].",
    "The council met [two weeks ago|2024-W21].",
    "The council meets [later this month|2024-06].",
    "The council met in the [second quarter of last year|2023-Q2].",
    "The council met in the [current year|2024], as in the [previous year|2023].",
    "In [spring|2024-SP], the council met.",
    "They met on [3 June 2022|2022-06-03]. The [next day|2022-06-04] they signed.",
    "They met on [3 June 2022|2022-06-03]. [Three days later|2022-06-06] they signed.",
    "They met in [March 2022|2022-03] and again in the [following year|2023].",
]

DIRECTION = [
    "The pact was signed on [May 7|2024-05-07].",
    "The pact was signed on [7 December|2023-12-07].",
    "The pact will be signed on [7 December|2024-12-07].",
    "The pact is to be signed on [May 7|2025-05-07].",
    "The forum is scheduled for [June 20|2024-06-20].",
    "The forum was held on [June 5|2024-06-05].",
    "The bill passed in [October|2023-10].",
    "The bill will be debated in [October|2024-10].",
    "She is leaving for Arlen on [Saturday|2024-06-08].",
    "The mills must close by [31 August|2024-08-31].",
    "A [June 20|2024-06-20] hearing has been scheduled.",
    "It was founded on [3 May 2011|2011-05-03] and closed on [9 July|2011-07-09].",
    "They gathered at the [weekend|2024-06-01/2024-06-02].",
    "Proposals will be accepted from [June 2 to July 1|2024-06-02/2024-07-01].",
]

VAGUE = [
    "The group [currently|PRESENT_REF] runs nine mills and [recently|PAST_REF] bought one.",
    "Prices have risen in [recent years|PAST_REF] and may fall in the [near future|FUTURE_REF].",
    "Firms in [today|PRESENT_REF]'s economy need skills.",
]

NO_DATES = [
    "Costs may march upwards, and she may rest.",
    "The 2030 Agenda and Vision 2030 guide the plan.",
    "Under the Companies Act 2006 and the Mills Act of 1924, it is void.",
    "The 2020 Orlan Hackathon drew a crowd; so did Expo 2020.",
    "Call +44 20 7946 2024 or 6332 2019 now-closed line.",
    "It cost $2015 and 2,015 euros, some 2000 people said.",
    "Version 2.2019 follows Regulation 2016/679.",
    "April Summers and August Wild wrote to June Okafor and May Lind.",
    "The clinic is open 24/7 against COVID-19.",
    "Under section 2012 of the code the sum is 2.2012%.",
    "See https://example.org/2024/05/07/news.html for more.",
    "Ticket 2019-A went to row 2020B.",
    "The Sunday Times reported it, and so did the Kurier Today newspaper.",
    "The mission lasts three years, over the next year and the last ten years.",
    "It meets every Monday at 9:30 am.",
    "It is First Menders Day, 2022.",
    "Read USA Today, and see «Arlen Today» on 596/2014.",
    "It worked for the past decade, in the past nine days and over the last year.",
    "It opens every Friday, on Saturdays and on weekday mornings, Monday to Friday.",
    "He came on a Monday five days after the storm.",
    "See the file report-2024/05/plan-2019.pdf or mail x2019@example.org, page 2012.",
    "Copyright 2019 Arlen Press. Last updated on 3 May 2020",
    "The team spirit: a spring in its step before the fall of the tower.",
    "A may-bug sat in the sun. MARCH ON! Mr May and the march of time.",
    "She is 65 years old, the oldest of 1,998 runners.",
]


@pytest.mark.parametrize("marked", ABSOLUTE)
def test_absolute(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", RANGES)
def test_ranges(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", RELATIVE)
def test_relative(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", DIRECTION)
def test_tense_decides_the_year(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", VAGUE)
def test_vague(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", NO_DATES)
def test_no_date(marked: str) -> None:
    check(marked)


@pytest.mark.parametrize(
    "marked",
    [
        "They met on [May 7|XXXX-05-07].",
        "They met on [Tuesday|XXXX-WXX-2].",
        "They met [this year|XXXX] and [today|PRESENT_REF].",
        "They met from [June 24-26|XXXX-06-24/XXXX-06-26].",
        "They met in [October|XXXX-10] and on [3 May 2021|2021-05-03].",
        "They met on [3 May 2021|2021-05-03] and again on [9 June|2021-06-09].",
    ],
)
def test_unknown_stays_visible_without_an_anchor(marked: str) -> None:
    check(marked, anchor=None)


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
def test_order_of_day_and_month_is_the_texts_own(marked: str) -> None:
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
