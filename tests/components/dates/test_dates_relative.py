"""Dates counted from the day of speech, from one told before, or from the stretch of a report."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]

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
    "They spoke [tonight|2024-06-05] and [yesterday evening|2024-06-04].",
    "They spoke [earlier today|2024-06-05].",
    "They spoke [this week|2024-W23], [last week|2024-W22] and [next week|2024-W24].",
    "They spoke [this month|2024-06], [last month|2024-05] and [next month|2024-07].",
    "They spoke [this quarter|2024-Q2], [last quarter|2024-Q1] and [next quarter|2024-Q3].",
    "They spoke [this year|2024], [last year|2023] and [next year|2025].",
    "They spoke [late last year|2023] and [early next year|2025].",
    "They spoke [later this year|2024] than [last summer|2023-SU].",
    "They spoke [last Monday|2024-06-03] and [next Monday|2024-06-10].",
    "They will speak [this Friday|2024-06-07].",
    "They spoke on [Tuesday last week|2024-05-28].",
    "They will speak [next week on Tuesday|2024-06-11].",
    "They spoke on [Monday night|2024-06-03].",
    "They spoke [this morning|2024-06-05], not [last night|2024-06-04].",
    "They spoke [two days ago|2024-06-03] and [2 weeks ago|2024-W21].",
    "They spoke [two months ago|2024-04], [two years ago|2022] and [two decades ago|200].",
    "They spoke [about two years ago|2022].",
    "They will speak [three days from now|2024-06-08].",
    "They will speak the [day after tomorrow|2024-06-07].",
    "They spoke [three days before 7 May 2024|2024-05-04].",
    "They spoke the [day after 7 May 2024|2024-05-08].",
    "They spoke [two weeks after 7 May 2024|2024-05-21].",
    "They will speak at the [end of the month|2024-06].",
    "They will speak at the [end of next year|2025].",
    "They will speak by the [end of June|2024-06].",
    "They spoke in the [third quarter of last year|2023-Q3].",
    "They spoke in [last year's third quarter|2023-Q3].",
    "They spoke in [March this year|2024-03].",
    "They spoke on [7 May this year|2024-05-07].",
    "They spoke over the [weekend|2024-06-01/2024-06-02].",
    "They met on [7 May 2023|2023-05-07] and spoke the [same day|2023-05-07].",
    "They met on [7 May 2023|2023-05-07] and on [that day|2023-05-07] they spoke.",
    "They met on [7 May 2023|2023-05-07] and spoke [two days later|2023-05-09].",
    "They met on [7 May 2023|2023-05-07] and spoke [two weeks later|2023-05-21].",
    "They met on [7 May 2023|2023-05-07]. It had rained the [day before|2023-05-06].",
    "They met in [May 2021|2021-05] and spoke the [following month|2021-06].",
    "They met in [May 2021|2021-05] and spoke the [next day|2024-06-06].",
    "They met in [2021|2021] and spoke [a year later|2022].",
    "They met in [2021|2021] and spoke [three years earlier|2018].",
    "They met in [2021|2021]; [that year|2021] it rained, and in the [previous year|2020] it had not.",
    "They met on [3 May 2022|2022-05-03] and on [9 July|2022-07-09] they met again.",
    "They met on [Friday|2024-05-31]; on the [previous Friday|2024-05-24] nobody came.",
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
    "The hall opened on [3 March|2024-03-03].",
    "The hall will open on [3 March|2025-03-03].",
    "The hall opens on [Monday|2024-06-10].",
    "The hall opened on [Monday|2024-06-03].",
    "The hall is to open on [Monday|2024-06-10].",
    "The hall has been open since [Monday|2024-06-03].",
    "The hall has been open since [March|2024-03].",
    "The hall is due to open in [March|2025-03].",
    "The hall is expected to open in [September|2024-09].",
    "The hall was opened in [September|2023-09].",
    "The hall must open by [Friday|2024-06-07].",
    "The board agreed to open the hall in [July|2024-07].",
    "The board plans to open the hall in [July|2024-07].",
    "The board said on [Monday|2024-06-03] that the hall would open on [Friday|2024-06-07].",
    '"The hall will open," Ms Venn said [Tuesday|2024-06-04].',
    "They will appeal the ruling, announced [Monday|2024-06-03] by the board.",
    "They looked for ways around [Monday|2024-06-03]'s ruling.",
    "The dividend is payable [July 2|2024-07-02].",
    "She becomes chair effective [July 1|2024-07-01].",
    "The offer was extended to [June 20|2024-06-20].",
    "He may come as early as [Friday|2024-06-07].",
    "He may come as soon as [Friday|2024-06-07].",
    "He stayed until [Monday|2024-06-03].",
    "The offer stands until [Friday|2024-06-07].",
    "In [October|2023-10] the firm was sold.",
    "In [October|2024-10] the firm will be sold.",
    "[Friday|2024-05-31] was a holiday.",
    "They set a hearing for [June 12|2024-06-12].",
    "It was held on [Saturday, 11 May|2024-05-11].",
    "Expect results on [Thursday, 11 July|2024-07-11].",
    "The [third-quarter|2023-Q3] results were poor, said the board.",
    "Join us from [10 to 12 June|2024-06-10/2024-06-12].",
]

REPORTS = [
    "Profit rose to 5 million in the [third quarter of 2023|2023-Q3] from 3 million [a year earlier|2022-Q3].",
    "In the [first quarter of 2024|2024-Q1] it sold 40 boats, up from 30 [a year ago|2023-Q1].",
    "In the [first half of 2023|2023-H1] sales rose over the [same period of last year|2022-H1].",
    "Sales rose 4% in [Q1 2024|2024-Q1]. For the [quarter|2024-Q1], costs fell.",
    "Sales rose 4% in [Q1 2024|2024-Q1]. In the [year-earlier quarter|2023-Q1] they fell.",
    "Sales rose 4% in [Q1 2024|2024-Q1]. In the [latest quarter|2024-Q1] staff fell.",
    "The firm was founded [a year ago|2023]; in [Q1 2024|2024-Q1] it grew.",
    "Sales for the [quarter|2024-Q1] ended [March 31|2024-03-31] rose.",
    "Sales rose 4% in the [third quarter of 2023|2023-Q3]; in the [2022|2022-Q3] period they fell.",
    "A quarter of the staff left.",
    "The Latin quarter is old, and so is the quarter of the smiths.",
]


@pytest.mark.parametrize("marked", RELATIVE)
def test_relative(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", DIRECTION)
def test_tense_decides_the_direction(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", REPORTS)
def test_reports_compare_with_the_stretch_they_tell_of(check: Check, marked: str) -> None:
    check(marked)
