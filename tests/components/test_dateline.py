"""The publication date and the dateline of a release."""

from __future__ import annotations

import pytest
import spacy

from communique.components.dateline.find import find_publication
from communique.components.zones.types import Zone

BODY = (
    "The Harbour Board of Arlen and the Port of Vesk have agreed to run a ferry together, and to "
    "share the cost of two new piers, which are to be built on the northern shore of the bay by "
    "the firms that win the tender. Nobody was against it, and the mayor thanked all."
)


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Ports agree on a ferry\n2024-06-05\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n5 June 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nWednesday, June 5, 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n**5 June 2024, 10:30 CET**\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nPosted on June 5, 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nPublished: 5 June 2024 | Press office\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n05 Jun 2024 Posted in Press releases\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n时间:2024-06-05 撰稿人: 供稿部门:Port Office\n\n", "2024-06-05"),
        ("FOR IMMEDIATE RELEASE: June 5, 2024\nPorts agree on a ferry\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nARLEN, 5 June 2024 – ", "2024-06-05"),
        ("Ports agree on a ferry\nARLEN, Norland, June 5, 2024 (Newswire) -- ", "2024-06-05"),
        ("Ports agree on a ferry\n(5 June 2024, Arlen) ", "2024-06-05"),
        ("Ports agree on a ferry\nJune 5, 2024 – Arlen – ", "2024-06-05"),
        ("Ports agree on a ferry June 5th 2024 ARLEN ", "2024-06-05"),
        ("permalink: /news/2024-06-05-ports-agree/\nPorts agree on a ferry\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nBy Orla Venn | June 5, 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nPress Release No. 24/17 June 5, 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nUpdated: 6 June 2024 Published: 5 June 2024\n\n", "2024-06-05"),
        ("Ports agree on a ferry\nPosted: Wed, 06/05/2024 - 10:45\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n发布时间：2024-06-05 10:22:33 来源：外事处\n\n", "2024-06-05"),
        ("Ports agree on a ferry\n\n", None),
        ("Ports agree on a ferry\nLast updated on 5 June 2024\n\n", None),
        ("Ports agree on a ferry\nOn 5 June 2024, it was signed. ", None),
        ("Ports agree on a ferry\nThe pact of 5 June 2024 holds. ", None),
        ("Ports agree on a ferry\n31 June 2024\n\n", None),
    ],
)
def test_publication_date(head: str, day: str | None) -> None:
    assert find_publication(head + BODY).date == day


def test_what_the_container_says_comes_first() -> None:
    found = find_publication(f"Ports agree\n5 June 2024\n\n{BODY}", given="2024-06-07")
    assert found.date == "2024-06-07"


def test_the_date_that_a_release_is_signed_with() -> None:
    found = find_publication(f"Ports agree\n\n{BODY}\n\nHARBOUR BOARD\n5 JUNE 2024\n")
    assert found.date == "2024-06-05"


@pytest.mark.parametrize(
    "line", ["Done at Arlen, 5 June 2024", "Issued in Port Arlen, 5 June 2024"]
)
def test_the_line_of_place_and_date_that_a_release_is_done_at(line: str) -> None:
    assert find_publication(f"Ports agree\n\n{BODY}\n\n{line}\n\nFor the Board").date == (
        "2024-06-05"
    )


def test_two_dates_at_the_end_are_no_signature() -> None:
    assert find_publication(f"Ports agree\n\n{BODY}\n\n5 June 2024\n\n9 July 2024\n").date is None


def test_a_letter_below_the_prose_dates_nothing() -> None:
    letter = "Dear Mayor, we thank you. " * 60
    assert find_publication(f"Ports agree\n{BODY}\n\nMay 3, 1998\n\n{letter}").date is None


@pytest.mark.parametrize(
    ("line", "place", "day"),
    [
        ("SINGAPORE, 3 May 2023 – ", "SINGAPORE", "2023-05-03"),
        ("BRUSSELS, Belgium, May 3, 2023 (Newswire) -- ", "BRUSSELS, Belgium", "2023-05-03"),
        ("New Arlen, N.C. (May 3, 2023) – ", "New Arlen, N.C.", "2023-05-03"),
        ("**Oslo, 3 May 2023** – ", "Oslo", "2023-05-03"),
        ("(Arlen, 03.05.2023/07:00 UTC) ", "Arlen", "2023-05-03"),
        ("(3 May 2023, Hong Kong) ", "Hong Kong", "2023-05-03"),
        ("May 3, 2023 – Paris – ", "Paris", "2023-05-03"),
        ("BEIJING, May 3 (Newswire) -- ", "BEIJING", "2023-05-03"),
        ("WASHINGTON – ", "WASHINGTON", None),
        ("London, UK – 3 May 2023: ", "London, UK", "2023-05-03"),
        ("(Arlen, N.C.) May 3, 2023 – ", "Arlen, N.C.", "2023-05-03"),
        ("[3 May 2023, Nairobi] ", "Nairobi", "2023-05-03"),
        ("FRANKFURT AM MAIN, 3. May 2023 – ", "FRANKFURT AM MAIN", "2023-05-03"),
        ("ARLEN, May 3, 2023 /Newswire/ -- ", "ARLEN", "2023-05-03"),
    ],
)
def test_dateline(line: str, place: str, day: str | None) -> None:
    text = f"Ports agree on a ferry\n\n{line}{BODY}"
    found = find_publication(text, given="2023-05-04").dateline
    assert found is not None
    assert (found.place, found.date) == (place, day)
    assert place in text[found.start : found.end]


def test_prose_has_no_dateline() -> None:
    assert find_publication(f"Ports agree on a ferry\n\n{BODY}").dateline is None


def test_navigation_is_not_read() -> None:
    text = f"Archive\n3 May 2020\n\nPorts agree on a ferry\n\n{BODY}"
    zones = (Zone(0, 20, "boilerplate"), Zone(20, len(text), "body"))
    assert find_publication(text, zones).date is None


def test_components_set_the_attributes() -> None:
    nlp = spacy.blank("en")
    nlp.add_pipe("communique_dateline")
    nlp.add_pipe("communique_dates")
    doc = nlp(
        f"Ports agree on a ferry\nARLEN, 5 June 2024 – Today they signed. {BODY} On 31 June 2024."
    )
    assert doc._.publish_date == "2024-06-05"
    assert doc._.dateline.place == "ARLEN"
    own, today, impossible = (d for d in doc._.dates if d.kind == "date")
    assert (own.value, own.role) == ("2024-06-05", "publication")
    assert (today.value, today.anchor) == ("2024-06-05", "dateline")
    assert impossible.value is None
    assert doc._.warnings == (f"31 June 2024 at {impossible.start}: no such day",)
