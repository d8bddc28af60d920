"""Which phrases are instruments of their own, which are one with another, and which are none."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            (
                "{O:A Air} and {O:B Air} have expanded their codeshare agreement. {O:A Air} has also signed "
                "a letter of intent for ten aircraft."
            ),
            2,
        ),
        # told again, not besides
        (
            (
                "{O:A Air} and {O:B Air} announced a sales deal. {O:A Air} and {O:B Air} signed a sales "
                "agreement."
            ),
            1,
        ),
        ("{O:A Bank} approved a $20 million loan. It will add a $1 million grant.", 1),
        (
            (
                "{O:A Bank} extended a loan of $20 million to {O:B Corp}. {O:A Bank} gave a grant of $1 "
                "million to {O:C School}."
            ),
            2,
        ),
        # what the agreement brings
        (
            (
                "A loan agreement was signed between {L:Peru} and {O:A Fund}, whereby the {O:Fund=A Fund} "
                "extends a loan of KD 15 million."
            ),
            1,
        ),
        (
            (
                "Meetings were held under the 2015 Memorandum of Understanding on Clean Air. The ministers "
                "of {L:Peru} and {L:Oman} signed a revised Memorandum of Understanding on Clean Air."
            ),
            2,
        ),
        # the caption and the text
        (
            (
                "Ports met\n\nPhoto: A-B joint declaration signing ceremony\n\n{P:Ana Reyes} of {O:A Port} "
                "and {P:Jo Lund} of {O:B Port} signed a Joint Declaration."
            ),
            1,
        ),
        ("Talks were ended without an agreement having been signed by {O:A Corp}.", 0),
        (
            "If the parties reach an agreement during the session of {O:A Centre} it is recorded.",
            0,
        ),
        ("The parties reached an agreement during the session of {O:A Centre}.", 1),
        ("{O:A Ministry} tabled the Oslo Convention on Mediation Bill.", 0),
        ("{O:A Ministry} praised the Oslo Convention on Mediation.", 1),
        ("{O:A Ministry} launched a new Port Dispute Protocol.", 0),
        ("{O:A Ministry} and {O:B Ministry} launched a new Port Dispute Protocol.", 1),
        ("{L:Peru} and {L:Oman} signed the Oslo Protocol, a treaty on air and a pact on rail.", 3),
        ("{L:Peru} and {L:Oman} signed the Oslo Protocol, a treaty on air and on rail.", 1),
        ("Since 1989 {L:Peru} is a Party to the Oslo Protocol, an international treaty on air.", 1),
        (
            (
                "The ministries, referring to the Memorandum of Cooperation between {O:A Agency} and "
                "{O:B Agency} to Promote Cooperation in the Field of Ports, signed on {D:2 July|2021-07-02}, "
                "met."
            ),
            1,
        ),
        ("{O:A Port} announced the signing of a smart cooperation with {O:B Port} in May.", 1),
        (
            (
                "{O:A Port} and {O:B Port} announced their collaboration at the signing of a "
                "Memorandum of Understanding—a milestone agreement—in {L:Lima}."
            ),
            1,
        ),
        ("{O:A Port} signed a shareholders' agreement with {O:B Port}.", 1),
        ("A copy of the contract goes by email to {O:A Ministry}.", 0),
    ],
)
def test_how_many(find: Find, text: str, number: int) -> None:
    assert len(find(text).names) == number


def test_a_kind_of_owners_belongs_to_the_name(find: Find) -> None:
    found = find("{O:A Port} and {O:B Port} signed a shareholders' agreement.")
    assert found.names == ["shareholders' agreement"]
    found = find("{O:A Port} and {O:B Port} signed {O:C Port}'s agreement on sand.")
    assert found.names == ["agreement on sand"]


def test_one_by_one(find: Find) -> None:
    found = find(
        "The ministers witnessed the signing of two MOUs – one between {O:A Centre} and {O:B Centre}, "
        "and another between {O:C Centre} and {O:D Centre}."
    )
    assert [found.parties(n) for n in range(2)] == [
        {"A Centre", "B Centre"},
        {"C Centre", "D Centre"},
    ]
    found = find("The two MOUs were signed between {O:A Centre} and {O:B Centre}.")
    assert [found.parties(n) for n in range(len(found.names))] == [{"A Centre", "B Centre"}]


def test_a_bank_approves_what_it_lends(find: Find) -> None:
    found = find("{O:Hill Bank} has approved a $120 million loan for roads.")
    assert [a.status for a in found.agreements] == ["announced"]
    assert found.parties() == {"Hill Bank"}
    assert find("{O:Hill Council} has approved the loan for roads.").names == []


def test_opened_for_signature_is_still_to_be_signed(find: Find) -> None:
    found = find("The Oslo Convention on Mediation opens for signature on {D:7 May|2019-05-07}.")
    assert [a.status for a in found.agreements] == ["planned"]
    found = find("The Oslo Convention on Mediation was signed on {D:7 May|2019-05-07}.")
    assert [a.status for a in found.agreements] == ["signed"]


def test_a_revised_one_is_renewed(find: Find) -> None:
    found = find("The ministers of {L:Peru} and {L:Oman} adopted a revised MoU on air.")
    assert [a.status for a in found.agreements] == ["renewed"]
    found = find("The ministers of {L:Peru} and {L:Oman} signed a landmark MoU on air.")
    assert [a.status for a in found.agreements] == ["signed"]


def test_those_that_several_include_are_told_as_they_are(find: Find) -> None:
    found = find(
        "{L:Peru} and {L:Oman} have signed eight agreements. They include a framework agreement "
        "between {O:A Ministry} and {O:B Ministry} and a treaty on air services."
    )
    assert [a.status for a in found.agreements] == ["signed", "signed"]
    assert [found.parties(n) for n in (0, 1)] == [{"A Ministry", "B Ministry"}, {"Peru", "Oman"}]
    found = find(
        "{L:Peru} and {L:Oman} have signed eight agreements. They met before, under a framework "
        "agreement between {O:A Ministry} and {O:B Ministry}."
    )
    assert "signed" not in [a.status for a in found.agreements if "framework" in a.name]


def test_a_signing_that_will_be_attended_is_to_come(find: Find) -> None:
    text = (
        "Minister {P:Ana Reyes} will participate in the signing of the Oslo Treaty on Extradition."
    )
    assert [a.status for a in find(text).agreements] == ["planned"]
    text = text.replace("will participate", "participated")
    assert [a.status for a in find(text).agreements] == ["signed"]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("{O:A Authority} did not award any contract to {O:B Corp} for the works.", 0),
        ("{O:A Authority} awarded a contract to {O:B Corp} for the works.", 1),
        ("{L:Peru} may sign an extradition treaty with another country, such as {L:Oman}.", 0),
        ("{L:Peru} has signed an extradition treaty with {L:Oman}.", 1),
        ("They must send a copy of the contract to {O:A Ministry}.", 0),
    ],
)
def test_none_is_told_of(find: Find, text: str, number: int) -> None:
    assert len(find(text).names) == number
