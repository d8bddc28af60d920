"""Ranges, and what reaches from the day of speech."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from communique.components.dates.conventions import Conventions

Check = Callable[..., None]

RANGES = [
    "It was built from [2019 to May 2022|2019/2022-05].",
    "It was built from [March to May 2022|2022-03/2022-05], not from [March 2020 to 2022|2020-03/2022].",
    "It will be built between [now|PRESENT_REF] and [November 2024|2024-11].",
    "It has been built from [May 2022 to date|2022-05/2024-06-05].",
    "It was built from [April 9th through 17th, 2023|2023-04-09/2023-04-17].",
    "It was built from [April ninth to seventeenth|2024-04-09/2024-04-17].",
    "It was built from the [ninth till the seventeenth of April|2024-04-09/2024-04-17].",
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
    "The fair ran from [3 to 9 June 2023|2023-06-03/2023-06-09].",
    "The fair ran [June 3-9, 2023|2023-06-03/2023-06-09].",
    "The fair ran [June 3–9|2024-06-03/2024-06-09].",
    "The fair ran from [June 3 to 9, 2023|2023-06-03/2023-06-09].",
    "The fair ran from [June 3 through June 9, 2023|2023-06-03/2023-06-09].",
    "The fair ran from [3rd to 9th June 2023|2023-06-03/2023-06-09].",
    "The fair ran from [28-30, May 2023|2023-05-28/2023-05-30].",
    "The fair ran between [3 and 9 June 2023|2023-06-03/2023-06-09].",
    "The fair ran between the [3rd and the 9th of June|2024-06-03/2024-06-09].",
    "The fair ran between [1 May and 9 June 2023|2023-05-01/2023-06-09].",
    "The fair ran from [May 30, 2023 to June 2, 2023|2023-05-30/2023-06-02].",
    "The fair ran from [30 May – 2 June 2023|2023-05-30/2023-06-02].",
    "The fair ran from [30 May 2023 - 2 June 2023|2023-05-30/2023-06-02].",
    "The fair ran from [2023-05-30 to 2023-06-02|2023-05-30/2023-06-02].",
    "The fair ran from [30/05/2023 to 02/06/2023|2023-05-30/2023-06-02].",
    "The fair ran from [Tuesday, 30 May to Friday, 2 June 2023|2023-05-30/2023-06-02].",
    "The fair ran from [May to July 2023|2023-05/2023-07].",
    "The fair ran in [May–July 2023|2023-05/2023-07].",
    "The fair ran from [November 2022 to February 2023|2022-11/2023-02].",
    "The fair ran from [November to February 2023|2022-11/2023-02].",
    "The fair ran from [2021 to 2023|2021/2023].",
    "The fair ran in [2021-2023|2021/2023].",
    "The fair ran in [2021/22|2021/2022].",
    "The fair ran in [1999-00|1999/2000].",
    "The plan covers [2024–2028|2024/2028] and no more.",
    "The fair ran from [Q2 to Q4 2023|2023-Q2/2023-Q4].",
    "Losses fell from [early 2021 to late 2023|2021/2023].",
    "It counts the years [1980 through 2010|1980/2010].",
    "It rained from [March to June last year|2023-03/2023-06].",
    "It has rained from [March 2023 to today|2023-03/2024-06-05].",
    "It has rained from [3 May until yesterday|2024-05-03/2024-06-04].",
    "It has rained between [3 May and now|2024-05-03/2024-06-05].",
    "On [5 and 6 June 2023|2023-06-05/2023-06-06] they met.",
    "On [June 5 and 6, 2023|2023-06-05/2023-06-06] they met.",
    "From [1990|1990] on, it grew; by [2010|2010] it was large.",
    "Open on [May 7|2024-05-07] and on [May 9|2024-05-09].",
]

REACHING = [
    "It is shut for the [next three days|2024-06-06/2024-06-08].",
    "It was shut for the [last two weeks|2024-05-22/2024-06-04].",
    "It was shut for the [last 2 quarters|2023-10-01/2024-03-31].",
    "It was shut for the [past five years|2019-06-05/2024-06-04].",
    "It was shut for three days.",
]


@pytest.mark.parametrize("marked", RANGES)
def test_ranges(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", REACHING)
def test_reaching(check: Check, marked: str) -> None:
    check(marked, conventions=Conventions(reaching=True))
