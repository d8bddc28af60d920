"""Signatures below a text."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Find = Callable[..., Any]

_STATEMENT = (
    "JOINT STATEMENT ON HARBOURS\n\n{L:Chile} and {L:Peru} met. They will build a quay.\n\n"
)


def test_one_below_the_other(find: Find) -> None:
    found = find(
        _STATEMENT + "Done at Lima on {D:3 May 2024|2024-05-03} in two originals.\n\n"
        "For {L:Chile}: {P:Ana Reyes}\nFor the {O:Ministry of Ports=Ministry of Ports}: {P:Jo Lund}\n"
    )
    assert found.agreements[0].status == "signed"
    assert found.signatories().keys() == {"Ana Reyes", "Jo Lund"}
    assert found.parties() == {"Chile", "Ministry of Ports"}
    assert found.date() == "2024-05-03"


def test_side_by_side(find: Find) -> None:
    found = find(
        _STATEMENT + "For {L:Chile}          For {L:Peru}\n{P:ANA REYES}          {P:JO LUND}\n"
    )
    assert found.signatories().keys() == {"ANA REYES", "JO LUND"}


def test_a_contact_signs_nothing(find: Find) -> None:
    found = find(_STATEMENT + "For {O:A Press}: {P:Ana Reyes}\n")
    assert found.signatories() == {}
    assert found.agreements[0].status == "announced"


def test_a_sentence_is_no_signature(find: Find) -> None:
    found = find(
        _STATEMENT
        + "For {L:Chile} the door is open, said {P:Ana Reyes}.\nFor {L:Peru} it is not, said {P:Jo Lund}.\n"
    )
    assert found.signatories() == {}


def test_what_a_joint_statement_recalls_is_of_the_two_states(find: Find) -> None:
    found = find(
        "JOINT STATEMENT BY {L:CHILE} AND {L:PERU}\n\nThe two Presidents recalled the Agreement on Harbours "
        "of {D:1997|1997} and the United Nations Convention on Mediation."
    )
    assert [a.name for a in found.agreements][1:] == [
        "Agreement on Harbours",
        "United Nations Convention on Mediation",
    ]
    assert [found.parties(n) for n in (1, 2)] == [{"CHILE", "PERU"}, set()]
