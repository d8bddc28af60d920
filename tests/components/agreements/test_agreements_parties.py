"""Parties that the text means without naming them beside the instrument."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # who acts under an instrument
        (
            "{O:A Corp} will supply the rails under a framework contract with {O:B Port}.",
            {"A Corp", "B Port"},
        ),
        (
            "The ferry is run by {O:A Corp} under an agreement with {O:B Port}.",
            {"A Corp", "B Port"},
        ),
        (
            "{O:A Trust} first worked with {O:B College} under a memorandum of understanding.",
            {"A Trust", "B College"},
        ),
        # who acts "under the MoU" only says so of itself where nobody else is named
        (
            "{O:A Corp} signed an MoU with {O:B Port}. Under the MoU, {O:C Union} will train crews.",
            {"A Corp", "B Port"},
        ),
        (
            (
                "A supply agreement was signed. Under the agreement, {O:A Corp} and {O:B Port} will "
                "build a quay."
            ),
            {"A Corp", "B Port"},
        ),
        # an organ stands for its body, a country only says where a city is, or whose a body is
        (
            "The {O:Board of Directors of A Port} signed a loan agreement with {O:B Fund}. {O:A Port} is old.",
            {"A Port", "B Fund"},
        ),
        (
            "The {O:Friends of A Port} signed a loan agreement with {O:B Fund}. {O:A Port} is old.",
            {"Friends of A Port", "B Fund"},
        ),
        (
            "{P:Ana Reyes}, Mayor of {L:Braga}, {L:Portugal}, signed a twinning agreement with {L:Vigo}.",
            {"Braga", "Vigo"},
        ),
        (
            "The {L:United States} (U.S.) {O:Weather Office} signed an MoU with {O:B Office}.",
            {"Weather Office", "B Office"},
        ),
        (
            "The {L:United States} and the {O:Weather Office} signed an MoU.",
            {"United States", "Weather Office"},
        ),
        # "our two nations" are not those of "A's signing"
        (
            "{L:Peru} and {L:Oman} met. With {L:Peru}'s signing of the Cork Accords, the two nations go on.",
            {"Peru"},
        ),
        # "the states which" are none of those named, one of them is
        (
            "The clause that {O:A Corp} drew up for the states which are party to the New Cork Convention helps.",
            set(),
        ),
        ("{L:Chile} is one of four states which signed the New Cork Convention.", {"Chile"}),
        # who praises a signing has not signed
        ("{O:The Forum} hailed the signing of the Lima Accords by {L:Peru}.", {"Peru"}),
        (
            "{O:The Forum} hailed the signing of the Lima Accords with {L:Peru}.",
            {"The Forum", "Peru"},
        ),
        # a stroke joins two instruments
        (
            "{O:A Corp} signed MoUs/ Letters of Intent with {O:B Port}.",
            {"A Corp", "B Port"},
        ),
        # a name that opens a new clause is no partner
        (
            "{O:A Corp} signed an agreement with {O:B Port}, and {O:C Union} will train the crews.",
            {"A Corp", "B Port"},
        ),
        # "we" is whom the sentence before speaks of
        (
            "{L:Chile} has no treaty with it. We have signed a fishing agreement with {L:Peru}.",
            {"Chile", "Peru"},
        ),
        # the two countries are states, the two companies are bodies
        (
            (
                "{O:A Corp} and {O:B Port} met in {L:Lima}. {L:Chile} and {L:Peru} are neighbours. "
                "The two countries signed a fishing agreement."
            ),
            {"Chile", "Peru"},
        ),
        (
            (
                "{O:A Corp} and {O:B Port} met. {L:Chile} and {L:Peru} are neighbours. The two "
                "companies signed a supply agreement."
            ),
            {"A Corp", "B Port"},
        ),
        # the cities of a dateline are not the two sides
        (
            (
                "{L:Lima} and {L:Quito}, {D:3 May 2024|2024-05-03} – It began well. The two sides signed "
                "a supply agreement. {O:A Corp} is old."
            ),
            set(),
        ),
        # whose unit is bought, not the unit
        (
            "{O:A Corp} signed an agreement to acquire {O:B Corp}'s {O:Pump Unit}.",
            {"A Corp", "B Corp"},
        ),
        ("{O:A Corp} signed an agreement to acquire {O:Pump Unit}.", {"A Corp", "Pump Unit"}),
        # who is party to it
        ("{L:Chile} is a party to the Convention on Reef Stocks.", {"Chile"}),
        ("{L:Chile} is close to the Convention on Reef Stocks.", set()),
        # who signed by a noun
        ("It followed {L:Peru}'s signing of the {O:Star} Accords.", {"Peru"}),
        # money goes to whom it helps
        ("{O:A Fund} grant helps {O:B College} build a lab.", {"A Fund", "B College"}),
        # partners in talks
        (
            "{O:A College} is in talks with {O:B College} on a similar memorandum of understanding.",
            {"A College", "B College"},
        ),
    ],
)
def test_parties_meant(find: Find, text: str, parties: set[str]) -> None:
    assert find(text).parties() == parties


def test_we_is_the_body_of_the_person_quoted(find: Find) -> None:
    text = "{O:A Corp} met {O:C Union}. “We signed an MoU with {O:B Port},” said {P:Ana Reyes}."
    assert find(text, Ana_Reyes="A Corp").parties() == {"A Corp", "B Port"}
    other = find(text.replace("We", "{O:C Union}"), Ana_Reyes="A Corp")
    assert other.parties() == {"C Union", "B Port"}


def test_whom_one_writes_to_about_an_instrument_is_no_party(find: Find) -> None:
    found = find("{O:A College} wrote to {O:B College} on a memorandum of understanding.")
    assert [set(a.parties) for a in found.agreements] == [set()]


def test_an_item_takes_the_subject_of_the_line_that_opens_the_list(find: Find) -> None:
    found = find("{O:A Council} also:\n- signed an MoU with {O:B Port};\n- met {O:C Union}.")
    assert found.parties() == {"A Council", "B Port"}


def test_places_of_a_headline_stand_for_the_bodies_of_the_text(find: Find) -> None:
    headline = "{L:Chile} and {L:Peru} sign MoU on water\n\n"
    body = "{O:Water Board of Chile} and {O:Peru Springs Agency} signed an MoU on water."
    assert find(headline + body).parties() == {"Water Board of Chile", "Peru Springs Agency"}
    assert find(headline + "The MoU was signed by two ministers.").parties() == {"Chile", "Peru"}


def test_a_joint_statement_that_is_the_release(find: Find) -> None:
    title = "Joint Press Statement on the Water Talks\n\n"
    found = find(title + "{L:Chile} and {L:Peru} signed an Agreement on Fishing.")
    assert [a.type for a in found.agreements] == ["joint_statement", "treaty"]
    other = find("Chile issues a statement\n\n{L:Chile} met {L:Peru}.")
    assert other.agreements == ()


def test_a_pact_that_no_state_is_party_to_is_no_treaty(find: Find) -> None:
    assert find("{L:Chile} and {L:Peru} signed the Spring Pact.").agreements[0].type == "treaty"
    springs = find("{O:A Trust} and {O:B Trust} signed the Spring Pact.")
    assert springs.agreements[0].type == "cooperation_agreement"


def test_a_loan_that_a_bank_extends_is_no_renewal(find: Find) -> None:
    loan = find("{O:A Bank} is extending a loan of $5 million to {O:B Corp}.")
    assert [a.status for a in loan.agreements] == ["announced"]
    renewed = find("{O:A Bank} is extending its supply agreement with {O:B Corp}.")
    assert [a.status for a in renewed.agreements] == ["renewed"]


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("{O:A Corp} will sign an MoU with {O:B Port} in {D:May|2024-05}.", "2024-05"),
        ("{O:A Corp} will sign an MoU with {O:B Port} by {D:spring|2024-SP}.", "2024-SP"),
        ("{O:A Corp} signed an MoU with {O:B Port} {D:last week|2024-W05}.", "2024-W05"),
        # the day of a meeting is not that of what is only talked about
        ("On {D:3 May|2023-05-03} {O:A Corp} discussed an MoU with {O:B Port}.", None),
    ],
)
def test_dates_planned_and_of_other_lengths(find: Find, text: str, date: str | None) -> None:
    assert find(text, "2024-02-10").date() == date


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The treaty between {L:Chile} and {L:Peru} has been in force since 2016.", "in_force"),
        ("The treaty between {L:Chile} and {L:Peru} was signed in 2016.", "signed"),
        ("The MoU between {O:A Corp} and {O:B Port} ran out.", "terminated"),
        ("It replaces the letter of intent exchanged by {O:A Corp} and {O:B Port}.", "terminated"),
        ("They recall the letter of intent exchanged by {O:A Corp} and {O:B Port}.", "referenced"),
        ("{L:Chile} supports the early conclusion of the treaty with {L:Peru}.", "planned"),
        ("{L:Chile} marked the conclusion of the treaty with {L:Peru}.", "signed"),
        ("{O:A Corp} discussed the possibility of signing an MoU with {O:B Port}.", "planned"),
    ],
)
def test_standing(find: Find, text: str, status: str) -> None:
    assert [a.status for a in find(text).agreements] == [status]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # who only speaks of an instrument is none of its sides
        (
            "{L:Chile} announced support for the border treaty between {L:Peru} and {L:Oman}.",
            {"Peru", "Oman"},
        ),
        (
            "{L:Peru} announced the border treaty between {L:Peru} and {L:Oman}.",
            {"Peru", "Oman"},
        ),
        # two countries that are named as one place
        ("They praised the {L:U.S.-Oman} Partnership for Growth.", {"U.S.", "Oman"}),
        # a joint statement of the sides of what it is about
        (
            "Joint Press Statement on the 17th {L:Peru}-{L:Oman} Exchange of Visits",
            {"Peru", "Oman"},
        ),
        ("Joint Statement from {L:Peru} and {L:Oman} on Seas", {"Peru", "Oman"}),
        ("Press note on the 17th {L:Peru}-{L:Oman} Exchange of Visits", set()),
        # a dateline in brackets
        (
            "({D:27 May 2017|2017-05-27} – {L:Lima}) {O:A Corp} signed an agreement with {O:B Corp}.",
            {"A Corp", "B Corp"},
        ),
        # and one before a hyphen, which elsewhere may join two states
        (
            "{L:Lima} - On {D:3 May|2024-05-03}, {O:A Corp} signed an agreement with {O:B Corp}.",
            {"A Corp", "B Corp"},
        ),
        ("{L:Peru} - {L:Oman} agreement signed on {D:3 May|2024-05-03}.", {"Peru", "Oman"}),
        # who represents a side is no side
        (
            (
                "The agreement was signed between {O:A Fund}, represented by the head of its "
                "{O:Lima Office}, Ms {P:Eva Roth}, and the {O:Finance Ministry}."
            ),
            {"A Fund", "Finance Ministry"},
        ),
        # who signed it, in a clause of its own
        (
            "The plan follows an MoU that {O:A Ministry} signed with {O:B Council}.",
            {"A Ministry", "B Council"},
        ),
        (
            "The plan follows an MoU that helped {O:A Ministry} to grow.",
            set(),
        ),
        # with whom, told in the next sentence
        (
            (
                "{O:A Labs} signed a research agreement with two firms. The agreement was reached "
                "with {O:B Corp} and {O:C Corp}."
            ),
            {"A Labs", "B Corp", "C Corp"},
        ),
        # the states of talks, or of the title
        (
            "The {L:Chile}-{L:Peru} Annual Visits, instituted under the MoU on Fish of {D:2015|2015}, went well.",
            {"Chile", "Peru"},
        ),
        (
            "The {L:Chile} Annual Visits, instituted under the MoU on Fish of {D:2015|2015}, went well.",
            set(),
        ),
        # for whom a person signs with several
        (
            "President {P:Gu Ping} of the {O:A College} signed agreements with {O:B College} and {O:C College}.",
            {"A College", "B College", "C College"},
        ),
        # the two schools, by one sentence or by what belongs to a place
        (
            "{O:A School} got a boat from {O:B School} under the agreement signed between the two schools.",
            {"A School", "B School"},
        ),
        (
            "{O:A School} got a boat under the agreement signed between the two schools.",
            set(),
        ),
        (
            (
                "{O:A School} and {L:Perak}'s {O:B School} met. {P:Ana Reyes} and {P:Jo Lund} signed an MoU on "
                "behalf of both parties."
            ),
            {"A School", "B School"},
        ),
        (
            (
                "{O:A School} and {O:B School} met. {P:Ana Reyes} and {P:Jo Lund} signed an MoU on behalf of "
                "their schools."
            ),
            {"A School", "B School"},
        ),
        # who said that it had done something did it
        (
            "{O:A Corp} said on Monday it had cancelled a supply contract with {O:B Corp}.",
            {"A Corp", "B Corp"},
        ),
        # who saw it stands before the comma, a dateline before the sentence
        (
            "Under the eyes of leaders of {O:A Office}, {O:B School} and {O:C School} signed an MoU.",
            {"B School", "C School"},
        ),
        (
            "{L:LIMA} {D:15.9.2022|2022-09-15} {O:A Corp} and {O:B Corp} signed a supply agreement.",
            {"A Corp", "B Corp"},
        ),
        # an assembly adopts what is between others
        ("The {O:General Assembly} adopted the Oslo Convention on Rivers.", set()),
        # two bodies signed for two states
        (
            (
                "{L:Chile} and {L:Peru} drew closer with the signing of an MoU. An MoU was signed between {O:A Ministry} "
                "and {O:B Ministry}."
            ),
            {"A Ministry", "B Ministry"},
        ),
        # a place behind a number says of what kind
        (
            "{O:A Fund} awarded a contract to {O:B Corp} and two other {L:Oregon} companies.",
            {"A Fund", "B Corp"},
        ),
    ],
)
def test_sides(find: Find, text: str, parties: set[str]) -> None:
    found = find(text)
    assert len(found.agreements) <= 1
    assert (found.parties() if found.agreements else set()) == parties


@pytest.mark.parametrize(
    ("rest", "parties"),
    [
        ("A loan agreement between them ended.", {"A Corp", "B Port"}),
        ("The two will sign a lease agreement.", {"A Corp", "B Port"}),
        ("Two will sign a lease agreement.", {"A Corp", "B Port"}),
        ("A lease agreement of another town ended.", set()),
    ],
)
def test_both_by_a_pronoun(find: Find, rest: str, parties: set[str]) -> None:
    found = find("{O:A Corp} signed a pilotage agreement with {O:B Port}. " + rest)
    assert len(found.agreements) == 2
    assert found.parties(1) == parties


def test_states_of_a_release(find: Find) -> None:
    found = find(
        "{L:Peru} and {L:Oman} signed a tax treaty. A grant of $2 million comes with it. They "
        "spoke of the Geneva Convention on Seas."
    )
    assert found.parties(1) == {"Peru", "Oman"}
    assert found.parties(2) == set()
