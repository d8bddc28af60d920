"""Ways to write dates that are rarer in prose than in notes, queries and calendars."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]

RARER = [
    "The mill is shut in the [week after next|2024-W25].",
    "It was shut in the [month before last|2024-04].",
    "They will meet on the [21st of this month|2024-06-21].",
    "They will meet in the [week of the 18th|2024-W25].",
    "It rained in the [first ten days of last year|2023-01-01/2023-01-10].",
    "It is shut for the [last 3 weeks of 2024|2024-12-09/2024-12-29].",
    "It is shut in the [last week of this month|2024-06-24/2024-06-30].",
    "They met on [Labor Day weekend|2023-09-02/2023-09-03].",
    "They met on the [weekend of Thanksgiving 2023|2023-11-25/2023-11-26].",
    "Sales rose in [Q1-2023|2023-Q1].",
    "It is open from [this May to October 2025|2024-05/2025-10].",
    "It is open from [next Monday to Friday|2024-06-10/2024-06-14].",
    "It is open from [next Friday to October 1st 2025|2024-06-07/2025-10-01].",
    "It rained from [april to June in 2023|2023-04/2023-06].",
    "It rained from [5/1-5/7, 2023|2023-05-01/2023-05-07].",
    "They sat in august company, and spoke little.",
    "Under Decision 12-2023 it shut; it has been shut since [12-2023|2023-12].",
    "In [May|2024-05], 2nd grade pupils came; the fair is on [October, 1st|2024-10-01].",
    "It stands at 1990 S Main Street, and grew in the [1990 s|199].",
    "The mill is shut in the [week 31|2024-W31].",
]


@pytest.mark.parametrize("marked", RARER)
def test_rarer(check: Check, marked: str) -> None:
    check(marked)
