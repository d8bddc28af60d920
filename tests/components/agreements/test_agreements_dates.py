"""The day of an instrument: in its name, beside the occasion, on a visit, or that of the renewal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "He recalled the Treaty of Friendship between {L:Peru} and {L:Oman}, of {D:1879|1879}.",
            "1879",
        ),
        ("Both recalled the Agreement on Economic Cooperation of {D:1997|1997}.", "1997"),
        (
            "{O:A Corp} ended the merger agreement with {O:B Corp} dated {D:4 May 2024|2024-05-04}.",
            "2024-05-04",
        ),
        # a date that is no part of the name
        ("They praised the Agreement on Trade of {L:Oman} in talks on {D:4 May|2024-05-04}.", None),
    ],
)
def test_a_date_in_the_name(find: Find, text: str, date: str | None) -> None:
    assert find(text).date() == date


def test_a_name_goes_on_behind_its_date(find: Find) -> None:
    found = find(
        "{L:Oman} signed the Port Convention of {D:15 May 1965|1965-05-15} on the Service of "
        'Documents ("Service Convention"). The Service Convention is long.'
    )
    assert found.names == ["Port Convention of 15 May 1965 on the Service of Documents"]
    # a topic behind a date that is not the name's
    found = find("{L:Oman} and {L:Peru} signed the agreement of {D:1999|1999} in Lima.")
    assert found.names == ["agreement"]


def test_became_partners_when_they_signed(find: Find) -> None:
    found = find(
        "The two became partners last {D:Friday|2024-05-17}, when the mayor of the town, {P:Ana Reyes}, "
        "and the head of the council of the other town, {P:Jo Lund}, signed the Sister City Agreement "
        "in the old hall before some two hundred guests and their families."
    )
    assert found.date() == "2024-05-17"


def test_a_date_in_another_clause_is_not_the_day(find: Find) -> None:
    found = find(
        "{O:A Corp} said on {D:Friday|2024-05-17} that sales of the winter season that ended in the far "
        "south of the country had grown, while its chairman, who lives abroad and seldom speaks, "
        "was glad that {O:B Corp} had signed the supply contract."
    )
    assert found.date() is None


def test_on_the_same_occasion(find: Find) -> None:
    text = (
        "{O:A Corp} and {O:B Corp} signed an MoU on rail on {D:5 May 2020|2020-05-05}.\n\n"
        "On the same occasion papers were exchanged. {O:C Port} and {O:D Port} signed a lease."
    )
    found = find(text, publish_date="2020-05-06")
    assert [found.date(n) for n in (0, 1)] == ["2020-05-05", "2020-05-05"]


def test_another_occasion_has_another_day(find: Find) -> None:
    text = (
        "{O:A Corp} and {O:B Corp} signed an MoU on rail on {D:5 May 2020|2020-05-05}.\n\n"
        "{O:C Port} and {O:D Port} signed a lease."
    )
    found = find(text, publish_date="2020-05-06")
    assert [found.date(n) for n in (0, 1)] == ["2020-05-05", None]


def test_signed_during_a_visit_of_days(find: Find) -> None:
    text = (
        "The minister visited {L:Peru} from {D:4 to 6 July 2023|2023-07-04/2023-07-06}. "
        "During the visit, {O:A Agency} and {O:B Agency} signed an MOU on ports."
    )
    assert find(text, publish_date="2023-07-07").date() == "2023-07-04/2023-07-06"
    # an exhibition that nothing ties to the signing
    text = (
        "The fair is open from {D:4 to 6 July 2023|2023-07-04/2023-07-06}. "
        "{O:A Agency} and {O:B Agency} signed an MOU on ports."
    )
    assert find(text, publish_date="2023-07-07").date() is None


def test_of_a_renewed_one_the_day_of_renewal(find: Find) -> None:
    found = find(
        "The MoU between {L:Oman} and {O:Food Organization}, signed in {D:2015|2015}, was extended on "
        "{D:18 May 2021|2021-05-18}."
    )
    assert (found.agreements[0].status, found.date()) == ("renewed", "2021-05-18")
    found = find(
        "The MoU between {L:Oman} and {O:Food Organization}, signed in {D:2015|2015}, holds."
    )
    assert found.date() == "2015"


def test_an_older_one_beside_the_news_is_recalled_in_the_lead_too(find: Find) -> None:
    text = (
        "{O:A Corp} and {O:B Corp} have signed a supply contract. The companies signed a memorandum of "
        "understanding on steel in {D:March 2021|2021-03}."
    )
    statuses = [a.status for a in find(text, publish_date="2024-08-01").agreements]
    assert statuses == ["signed", "referenced"]
    text = text.replace("{D:March 2021|2021-03}", "{D:July|2024-07}")
    statuses = [a.status for a in find(text, publish_date="2024-08-01").agreements]
    assert statuses == ["signed", "signed"]
