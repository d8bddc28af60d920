"""Who gives and who gets: contracts won, grants told one by one, sellers, and who joins a treaty."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # the name before the noun is who awards what is won
        ("{O:A Corp} has won a {O:B Agency} contract for tents.", {"A Corp", "B Agency"}),
        ("{O:A Corp} was awarded an {O:B Fund} grant of $2 million.", {"A Corp", "B Fund"}),
        ("{O:A Corp} awarded {O:C Corp} a {O:Dee Bridge} contract.", {"A Corp", "C Corp"}),
        # a seller stands for what is sold
        (
            "{O:A Corp} signed an agreement to acquire all shares in {O:C Corp} from {O:B Fund}.",
            {"A Corp", "B Fund"},
        ),
        (
            "{O:A Corp} completed the acquisition of {O:C Corp} from {O:B Fund}.",
            {"A Corp", "B Fund"},
        ),
        (
            "{O:A Corp} signed an agreement to acquire all shares in {O:C Corp}.",
            {"A Corp", "C Corp"},
        ),
        # a party that is welcomed, not who welcomes it
        (
            "{O:A Forum} welcomed {L:Chile} as the 61st party to the Shared Rivers Convention.",
            {"Chile"},
        ),
        ("{L:Chile} is a party to the Shared Rivers Convention.", {"Chile"}),
        # a comma closes what opens the sentence
        (
            "At the close of the {O:A Forum}, {L:Chile} and {L:Peru} signed a tax treaty.",
            {"Chile", "Peru"},
        ),
        (
            "Officials of {O:A Forum}, {O:B Port} and {O:C Union} signed a pact.",
            {"A Forum", "B Port", "C Union"},
        ),
    ],
)
def test_parties(find: Find, text: str, parties: set[str]) -> None:
    assert find(text).parties() == parties


def test_grants_told_one_by_one_are_of_the_same_giver(find: Find) -> None:
    found = find(
        "{O:A Fund} has awarded two grants. {O:B Club} will receive a grant of $4,000. {O:C Club} was "
        "awarded a grant of $9,000."
    )
    assert [found.parties(n) for n in (0, 1)] == [{"A Fund", "B Club"}, {"A Fund", "C Club"}]


def test_a_grant_of_another_giver_is_not_of_the_first(find: Find) -> None:
    found = find(
        "{O:A Fund} has awarded two grants. {O:B Club} will receive a grant of $4,000 from {O:D Fund}."
    )
    assert found.parties() == {"B Club", "D Fund"}


def test_one_each_where_each_has_its_with(find: Find) -> None:
    found = find("{O:A Port} has signed MoUs with {O:B Port} and with the {O:C Port}.")
    assert [found.parties(n) for n in (0, 1)] == [{"A Port", "B Port"}, {"A Port", "C Port"}]
    again = find("{O:A Port} has signed MoUs with {O:B Port} and the {O:C Port}.")
    assert len(again.agreements) == 1


def test_what_is_to_follow_is_between_the_same(find: Find) -> None:
    text = (
        "{O:A Corp} and {O:B Corp} signed a letter of intent. {0} is expected to be signed in May."
    )
    found = find(text.replace("{0}", "A binding agreement"))
    assert [a.status for a in found.agreements] == ["signed", "planned"]
    assert found.parties(1) == {"A Corp", "B Corp"}
    assert len(find(text.replace("{0}", "Any agreement")).agreements) == 1


def test_what_two_work_towards_is_planned(find: Find) -> None:
    found = find("{L:Chile} and {L:Peru} will work towards a legally binding agreement on carbon.")
    assert [a.status for a in found.agreements] == ["planned"]
    assert found.names == ["legally binding agreement on carbon"]
    assert found.parties() == {"Chile", "Peru"}
    assert find("{L:Chile} will work towards an agreement on carbon.").agreements == ()


def test_two_bodies_sign_far_behind_their_states(find: Find) -> None:
    text = (
        "{L:Chile} and {L:Peru} drew closer with the signing of an MoU. "
        + "It rained. " * 8
        + "{0} was signed between {O:A Ministry} and {O:B Ministry}."
    )
    assert len(find(text.replace("{0}", "An MoU")).agreements) == 1
    assert len(find(text.replace("{0}", "Another MoU")).agreements) == 2


def test_how_long_it_runs_belongs_to_the_name(find: Find) -> None:
    found = find("{O:A Corp} signed a {D:ten-year|P10Y} supply agreement with {O:B Corp}.")
    assert found.names == ["ten-year supply agreement"]
    dated = find("{O:A Corp} signed a {D:2024|2024} supply agreement with {O:B Corp}.")
    assert dated.names == ["supply agreement"]
