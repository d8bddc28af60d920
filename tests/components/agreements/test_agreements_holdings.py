"""Whose part a party is, talks that are over and signings that are not, and names that are no party's."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # what kind of thing a body is, is no party
        (
            "{O:A Corp}, an {O:Bute Group} business, was awarded a contract by the {O:C Agency}.",
            {"A Corp", "C Agency"},
        ),
        # nor is the whole that a headline names for its part
        (
            (
                "{O:Bute Group} wins {O:C Agency} contract\n\n{O:A Corp}, an {O:Bute Group} business, was "
                "awarded a contract by the {O:C Agency}."
            ),
            {"A Corp", "C Agency"},
        ),
        (
            (
                "{O:Bute Group} wins {O:C Agency} contract\n\n{O:A Corp}, a wholly-owned subsidiary of "
                "{O:Bute Group}, was awarded a contract by the {O:C Agency}."
            ),
            {"A Corp", "C Agency"},
        ),
        (
            (
                "{O:Bute Group} wins {O:C Agency} contract\n\n{O:Bute Group}'s subsidiary {O:A Corp} was "
                "awarded a contract by the {O:C Agency}."
            ),
            {"A Corp", "C Agency"},
        ),
        # but two that are nowhere said to be part and whole
        (
            (
                "{O:Bute Group} wins {O:C Agency} contract\n\n{O:A Corp} and {O:Bute Group} were awarded a "
                "contract by the {O:C Agency}."
            ),
            {"A Corp", "Bute Group", "C Agency"},
        ),
        # the branch of a bank is where the bank is
        (
            "{O:A Corp} signed a cooperation agreement with the {L:Chile} branch of {O:Dee Bank}.",
            {"A Corp", "Dee Bank"},
        ),
        (
            "{O:A Corp} signed a cooperation agreement with {L:Chile} and {O:Dee Bank}.",
            {"A Corp", "Chile", "Dee Bank"},
        ),
        # an administration is its government
        (
            (
                "{O:A Corp} signed a contract with the {O:C Government}. It signed the contract with the "
                "{O:Roe Administration} in May."
            ),
            {"A Corp", "C Government"},
        ),
        (
            "{O:A Corp} signed a contract with the {O:C Government} and the {O:Port Administration}.",
            {"A Corp", "C Government", "Port Administration"},
        ),
        # "the two also signed"
        (
            (
                "{O:A Corp} and {O:Dee Bank} signed a loan agreement. In May the two also signed a "
                "licence agreement."
            ),
            {"A Corp", "Dee Bank"},
        ),
    ],
)
def test_parties(find: Find, text: str, parties: set[str]) -> None:
    found = find(text)
    assert found.parties(len(found.agreements) - 1) == parties


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("{L:Chile} and {L:Peru} have concluded negotiations on a tax treaty.", "signed"),
        # talks are over, and the signing is ahead
        (
            (
                "{L:Chile} and {L:Peru} concluded negotiations on the Tax Treaty. The Tax Treaty is "
                "expected to be signed in May."
            ),
            "planned",
        ),
        ("The tax treaty between {L:Chile} and {L:Peru} is being negotiated.", "planned"),
        ("The tax treaty between {L:Chile} and {L:Peru} was negotiated in 2019.", "referenced"),
        ("{L:Chile} and {L:Peru} will work towards a binding agreement on carbon.", "planned"),
        # what binds nobody is only announced
        ("{O:A Corp} has reached a voluntary agreement with {O:C Agency}.", "announced"),
        ("{O:A Corp} has reached a binding agreement with {O:C Agency}.", "signed"),
    ],
)
def test_status(find: Find, text: str, status: str) -> None:
    assert [a.status for a in find(text).agreements] == [status]


def test_one_that_works_alone_towards_an_agreement_has_none(find: Find) -> None:
    assert find("{L:Chile} will work towards a binding agreement on carbon.").agreements == ()


def test_who_took_the_picture_signed_nothing(find: Find) -> None:
    found = find("{P:Ann Oh}, and {P:Bo Lin} signed a tax treaty in May (Photo: {P:Cy Roe}).")
    assert set(found.signatories()) == {"Ann Oh", "Bo Lin"}


def test_a_name_with_a_modifier_of_its_own_is_the_same_instrument(find: Find) -> None:
    found = find(
        "{L:Chile} and {L:Peru} signed an Implementation Agreement on Tides. It rained. The "
        "Implementation Agreement on waves and winds is long."
    )
    assert len(found.agreements) == 1


def test_but_not_one_with_another_modifier(find: Find) -> None:
    found = find(
        "{L:Chile} and {L:Peru} signed an Implementation Agreement on Tides. It rained. The "
        "Fisheries Agreement on waves and winds is in force."
    )
    assert len(found.agreements) == 2


def test_what_one_treaty_is_known_by_is_no_other(find: Find) -> None:
    found = find(
        "{L:Chile} and {L:Peru} sign Carbon Agreement under the Paris Agreement\n\n{L:Chile} and "
        "{L:Peru} have signed an agreement on carbon."
    )
    assert [a.type for a in found.agreements] == ["treaty", "treaty"]


def test_a_hyphened_pair_behind_a_verb_names_another_instrument(find: Find) -> None:
    found = find(
        "They recalled the Joint Declaration on Tides signed in 2018 and the {L:Chile}-{L:Peru} Tax "
        "Treaty."
    )
    assert found.parties(0) == set()


def test_a_people_in_capitals_is_no_party(find: Find) -> None:
    found = find("{L:KENYAN} LEADERS SIGN PACT WITH {L:PERU}\n\nThe pact with {L:Peru} is new.")
    assert found.parties() == {"Peru"}


def test_documents_of_cooperation_are_told_by_the_list_below(find: Find) -> None:
    found = find(
        "The ceremony of signing new documents of cooperation took place:\n\n- Treaty between "
        "{L:Chile} and {L:Peru} on Tides;\n- Memorandum of Understanding between {O:A Corp} and "
        "{O:B Port}."
    )
    assert [a.status for a in found.agreements] == ["signed", "signed"]


@pytest.mark.parametrize(
    ("text", "kind", "parties"),
    [
        (
            "{O:A Corp} has signed an agreement on the sale of its unit {O:C Corp} to {O:B Fund}.",
            "merger_acquisition",
            {"A Corp", "B Fund"},
        ),
        (
            "{O:A Corp} has signed an agreement on the use of its unit with {O:B Fund}.",
            "cooperation_agreement",
            {"A Corp", "B Fund"},
        ),
        (
            "{O:A Corp} and {O:B Fund} renewed their working arrangement on tides.",
            "cooperation_agreement",
            {"A Corp", "B Fund"},
        ),
    ],
)
def test_sales_and_arrangements(find: Find, text: str, kind: str, parties: set[str]) -> None:
    found = find(text)
    assert found.agreements[0].type == kind
    assert found.parties() == parties


def test_a_plan_of_no_known_time_has_no_date(find: Find) -> None:
    found = find("{L:Chile} and {L:Peru} will sign a tax treaty {D:later this year|XXXX}.")
    assert found.date() is None
    found = find("{L:Chile} and {L:Peru} will sign a tax treaty {D:in 2031|2031}.")
    assert found.date() == "2031"


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        # the sides that only an adjective tells, where the text names the states
        (
            (
                "{L:Peru} and {L:Chile} met. A memorandum on copper was signed on the Peruvian side by Minister "
                "{P:Bo Lin} and on the Chilean side by Minister {P:Ann Oh}."
            ),
            {"Peru", "Chile"},
        ),
        # whose office the signers hold is no party then
        (
            (
                "{L:Peru} and {L:Chile} met. The Tax Agreement was signed on behalf of the {O:Government of Peru} by "
                "{P:Bo Lin}, Chairman of the {O:A Agency}, and for the Chilean side by {P:Ann Oh}."
            ),
            {"Government of Peru", "Chile"},
        ),
        # the far side of a river is no state's
        (
            "{O:A Corp} signed a contract with {O:B Fund} on the Western side by the river.",
            {"A Corp", "B Fund"},
        ),
    ],
)
def test_national_sides(find: Find, text: str, parties: set[str]) -> None:
    assert find(text).parties() == parties


def test_an_addendum_is_an_instrument_where_it_is_signed(find: Find) -> None:
    found = find("{O:A Corp} and {O:B Fund} signed the Third Addendum to the Gas Contract.")
    assert found.parties() == {"A Corp", "B Fund"}
    assert find("The addendum of {O:A Corp} to its report lists members.").agreements == ()
