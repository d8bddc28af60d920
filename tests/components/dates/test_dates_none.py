"""What is no date, what is vague, and what stays unknown without an anchor."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Check = Callable[..., None]

NO_DATES = [
    "Prices went from 1/2 to 3/4, open on 24/7 and on 1/3 of the days.",
    "May one ask? June one may not.",
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
    "She may march in good company, and May would fall.",
    "April Venn, June Lind and August Moor sat down.",
    "Ms May spoke to Mr March about the fall in prices.",
    "The march of time and the spring of the clock.",
    "The 2030 Agenda, Agenda 2063 and Vision 2040 are plans.",
    "The Ports Act 1998, the Ports (Fees) Act (PFA) 2006 and the Fisheries Act of 1924 apply.",
    "Under Regulation 2016/679, Directive 2014/24 and Law No. 12/2015 it is void.",
    "Call 6332 2019, or +44 20 7946 1999, or the helpline at 1799.",
    "Ring the hotline at 1800 2255 529.",
    "Fax: 2015 7788.",
    "Version 10.12.2 of the app, build 2019, runs on port 2020.",
    "ISO 9001:2015 and EN 1090 apply.",
    "The firm has 2019 staff, 1,998 boats and 2020 tonnes of rope.",
    "It cost $2024, then €1,999, then 2000 crowns; 19.99 is the price.",
    "Shares rose 3.12 to 24.05, a 2:1 split.",
    "Room 2012, page 1998, flight 2021 and line 2015.",
    "The COVID-19 clinic is open 24/7.",
    "The 65-year-old man, aged 65, and a 6-year-old girl came.",
    "She is 52 years old.",
    "It lasted three years, over two decades and for ten days.",
    "It will last for the next three years and has lasted the last ten years.",
    "It costs two million a year and sails 24 hours a day.",
    "It meets every Monday, each year and on weekdays.",
    "It meets at 9:30, 10 a.m. and noon.",
    "The Sunday Post and the Friday Club wrote.",
    "Black Friday Sale and Ash Wednesday Fire are names.",
    "Expo 2020, the 2024 Summer Games and the 2022 World Cup were held.",
    "The score was 7-5, then 10-12.",
    "Half of 1/3 is 1/6, and 3/4 of it is gone.",
    "The ratio is 5/7 or 12/20.",
    "He lives at 2024 Harbour Road, Arlen 10115.",
    "The file is report_2024-05-07.pdf at www.example.org/2024/05/07.",
    "Mail 2019.press@example.org.",
    "No. 2024-17 and case 2023-0045 were closed.",
    "A Boeing 2000 and a type 1998 engine.",
    "On the 7th floor, the 3rd of ten doors.",
    "Week 2 of the course is hard.",
    "First responders met May, who is a nurse.",
    "The 21st Engineers came second.",
    "Three quarters of the boats and a quarter of the crews left.",
    "They came second in the spring of hope and the winter of despair.",
    "Windows 2000 and Office 2019 are old.",
    "The Class of Ideas and the Spring Fair Committee met.",
    "From 10 to 12 people came, between 5 and 9.",
    "The score of 2010 points was reached by 1990 players.",
    "An Easter egg and a Christmas tree.",
]

VAGUE = [
    "The group [currently|PRESENT_REF] runs nine mills and [recently|PAST_REF] bought one.",
    "Prices have risen in [recent years|PAST_REF] and may fall in the [near future|FUTURE_REF].",
    "Firms in [today|PRESENT_REF]'s economy need skills.",
    "It is [now|PRESENT_REF] open, and [currently|PRESENT_REF] full.",
    "It has [recently|PAST_REF] been sold.",
    "It has been busy in [recent months|PAST_REF].",
    "It will be sold [soon|FUTURE_REF], in the [near future|FUTURE_REF].",
    "It may be sold in the [coming weeks|FUTURE_REF].",
    "They came as soon as they could, soon after the storm.",
    "The youth of [today|PRESENT_REF] reads more.",
    "The mills are still popular [today|PRESENT_REF].",
    "[Today|PRESENT_REF], the firm has forty boats.",
    "[Today|2024-06-05], the firm announced a ferry.",
    "This is the library that we see [today|PRESENT_REF].",
    "The ministry [today|2024-06-05] published the plan.",
    "Forty mills already run in the valley [today|PRESENT_REF].",
]

UNKNOWN = [
    "They met in [May|XXXX-05] and on [7 May|XXXX-05-07]; on [that day|XXXX-05-07] it rained.",
    "They met [last year|XXXX], [last month|XXXX-XX] and [last week|XXXX-WXX].",
    "They met [two years ago|PAST_REF] and [yesterday|PAST_REF].",
    "They met on [Easter Monday|XXXX-XX-XX].",
    "They met in [Q2|XXXX-Q2] and in [spring|XXXX-SP].",
    "They met on [7 May 2023|2023-05-07] and the [next day|2023-05-08].",
    "They met on [7 May 2023|2023-05-07] and [three days later|2023-05-10].",
    "They met in [2021|2021] and in the [following year|2022].",
    "They met in [the 1990s|199] and in [1999|1999].",
    "They met from [7 to 9 May|XXXX-05-07/XXXX-05-09].",
    "They met from [May 2021 to today|2021-05/..].",
    "They met on [29 February|XXXX-02-29].",
    "They met on the [7th|XXXX-XX-07]. The [next day|XXXX-XX-08] it rained.",
    "They met on the [30th|XXXX-XX-30]. The [next day|XXXX-XX-XX] it rained.",
    "They met on [May 7|XXXX-05-07].",
    "They met on [Tuesday|XXXX-WXX-2].",
    "They met [this year|XXXX] and [today|PRESENT_REF].",
    "They met from [June 24-26|XXXX-06-24/XXXX-06-26].",
    "They met in [October|XXXX-10] and on [3 May 2021|2021-05-03].",
    "They met on [3 May 2021|2021-05-03] and again on [9 June|2021-06-09].",
]


@pytest.mark.parametrize("marked", NO_DATES)
def test_no_date(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", VAGUE)
def test_vague(check: Check, marked: str) -> None:
    check(marked)


@pytest.mark.parametrize("marked", UNKNOWN)
def test_unknown_stays_visible_without_an_anchor(check: Check, marked: str) -> None:
    check(marked, anchor=None)
