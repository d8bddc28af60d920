"""Instruments that no verb of making brings up: what tells that one exists, and what does not."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # its amount
        ("Works are paid from a grant of $2 million.", ["grant"]),
        ("Cash will come from a bridge facility of up to $50 million.", ["bridge facility"]),
        ("Works are paid from a grant of land.", []),
        # its end
        (
            "A similar arrangement with {L:Sweden} ran out in {D:June|2023-06}.",
            ["arrangement with Sweden"],
        ),
        ("The towage contract expired in {D:June|2023-06}.", ["towage contract"]),
        ("The contract worker left when the shift expired.", []),
        # a year in its name
        ("They wrote the Treaty of 1677 by hand.", ["Treaty of 1677"]),
        ("He spoke of the {D:2015|2015} loan for the bypass.", ["loan for the bypass"]),
        ("He spoke of the loan for the bypass.", []),
        # a draft
        ("It put off the draft protocol on fish exports.", ["draft protocol on fish exports"]),
        ("It put off the draft protocol.", []),
        # talks
        ("{O:A Corp} is in talks with the firm about a licence for assembly.", ["licence"]),
        ("{O:A Corp} is in talks with the firm about licences.", []),
        # who acts under it
        ("{O:A Corp} runs the store under a {D:ten-year|P10Y} lease.", ["ten-year lease"]),
        ("{O:A Corp} runs the store under a lease.", []),
        # who grants it, to whom it was awarded
        ("{O:A Corp} granted the venture a licence for its process.", ["licence"]),
        ("The council granted a licence for the fair.", []),
        ("The contract for lot 1 was awarded in {D:August|2023-08}.", ["contract for lot 1"]),
        # sides without names
        ("Ana wrote the cooperation agreement between our institutes.", ["cooperation agreement"]),
        ("Ana wrote the cooperation agreement between meals.", []),
        # who has it with whom
        ("{O:Port A} already has a partnership with {O:Port B}.", ["partnership with Port B"]),
        ("{O:Port A} already has a great partnership with {O:Port B}.", []),
        # in force
        ("The yard, whose licence remains valid until {D:2031|2031}, stays open.", ["licence"]),
        ("The yard checks existing licences each year.", []),
        ("The plan gives existing shipbuilding facilities time to change.", []),
        ("Read https://www.kelm.example/Trade/Digital-Economy-Agreements/Harbour-Pact first.", []),
        # plans that carry a cooperation in their name
        ("The Programme of Cultural Cooperation, which expired, was long.", ["Programme of"]),
        ("The Programme of Summer Concerts, which expired, was long.", []),
        # a party beside a convention, and a gathering
        ("He recalled the consular convention with {L:Chile}.", ["consular convention"]),
    ],
)
def test_instruments_told_without_a_verb_of_making(find: Find, text: str, names: list[str]) -> None:
    found = find(text).names
    assert len(found) == len(names)
    assert all(name.startswith(start) for name, start in zip(found, names, strict=True))


def test_another_name_is_given_to_an_instrument(find: Find) -> None:
    text = (
        "{O:A Assembly} adopted the Convention on Lake Waters. It is also known as the "
        "Shore Convention. The Shore Convention binds ten states."
    )
    assert len(find(text).agreements) == 1


def test_two_conventions_are_not_one(find: Find) -> None:
    text = (
        "{O:A Assembly} adopted the Convention on Lake Waters. It is better than the "
        "Shore Convention on Birds."
    )
    assert len(find(text).agreements) == 2


def test_what_an_agreement_replaces_is_another(find: Find) -> None:
    text = (
        "{L:Chile} and {L:Peru} signed an air services agreement, which replaces the bilateral "
        "agreement of {D:1994|1994}."
    )
    found = find(text)
    assert [a.status for a in found.agreements] == ["signed", "terminated"]


def test_an_earlier_agreement_is_another(find: Find) -> None:
    text = "{O:A Union} and {O:B Corp} signed an agreement. The previous agreement ended in {D:May|2023-05}."
    assert len(find(text).agreements) == 2
    text = "{O:A Union} and {O:B Corp} signed an agreement. The agreement ends in {D:May|2024-05}."
    assert len(find(text).agreements) == 1


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{O:A Corp} runs the store under a {D:ten-year|P10Y} lease.", "in_force"),
        ("{O:A Corp} recalled a {D:2015|2015} lease agreement with {O:B Corp}.", "referenced"),
    ],
)
def test_what_is_acted_under_is_in_force(find: Find, text: str, status: str) -> None:
    assert [a.status for a in find(text).agreements] == [status]
