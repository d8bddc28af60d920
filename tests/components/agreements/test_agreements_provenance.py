"""Each slot of an agreement says by which rule it was filled, and from which words."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from .conftest import Found

Find = Callable[..., Found]


def reasons(found: Found) -> set[tuple[str, str, str]]:
    text = found.doc.text
    return {(r.slot, r.rule, text[r.start : r.end]) for r in found.agreements[0].reasons}


@pytest.mark.parametrize(
    ("marked", "reason"),
    [
        ("{O:Ayr Bank} signed an MoU with {O:Kelm Trust}.", ("type", "noun", "MoU")),
        (
            "{O:Ayr Bank} signed a loan agreement with {O:Kelm Trust}.",
            ("type", "words-beside", "loan agreement"),
        ),
        (
            "{O:Ayr Bank} signed an MoU with {O:Kelm Trust}.",
            ("status", "object-of-verb", "signed an MoU"),
        ),
        (
            "The MoU with {O:Kelm Trust} was signed by {O:Ayr Bank}.",
            ("status", "subject-of-passive", "MoU with Kelm Trust was signed"),
        ),
        (
            "{O:Ayr Bank} signed an MoU with {O:Kelm Trust}.",
            ("party", "subject-of-verb", "Ayr Bank"),
        ),
        ("{O:Ayr Bank} signed an MoU with {O:Kelm Trust}.", ("party", "with", "Kelm Trust")),
        (
            "An MoU between {O:Ayr Bank} and {O:Kelm Trust} was signed.",
            ("party", "between-and", "Kelm Trust"),
        ),
        (
            "{O:Ayr Bank} signed an MoU with {O:Kelm Trust} in {L:Lima} on {D:4 March|2023-03-04}.",
            ("date", "beside-verb", "4 March"),
        ),
        (
            "{O:Ayr Bank} signed an MoU with {O:Kelm Trust} in {L:Lima} on {D:4 March|2023-03-04}.",
            ("place", "beside-verb", "Lima"),
        ),
        (
            "{P:Bo Lin} of {O:Ayr Bank} signed an MoU with {O:Kelm Trust}.",
            ("signatory", "subject-of-signing", "Bo Lin of Ayr Bank signed"),
        ),
        (
            "{O:Ayr Bank} signed an MoU with {O:Kelm Trust}. {P:Ana Reyes} witnessed the signing.",
            ("witness", "presence", "Ana Reyes witnessed the signing."),
        ),
    ],
)
def test_a_slot(find: Find, marked: str, reason: tuple[str, str, str]) -> None:
    assert reason in reasons(find(marked))


def test_every_party_signatory_and_witness_has_a_reason(find: Find) -> None:
    found = find(
        "{P:Bo Lin} signed an MoU between {O:Ayr Bank} and {O:Kelm Trust}. "
        "{P:Ana Reyes} witnessed the signing."
    )
    (agreement,) = found.agreements
    told = {(r.slot, r.of) for r in agreement.reasons if r.of is not None}
    assert told == {
        *(("party", party) for party in agreement.parties),
        *(("signatory", s.person) for s in agreement.signatories),
        *(("witness", person) for person in agreement.witnesses),
    }


def test_an_empty_slot_has_no_reason(find: Find) -> None:
    found = find("{O:Ayr Bank} signed an MoU with {O:Kelm Trust}.")
    assert {slot for slot, _, _ in reasons(found)} == {"type", "status", "party"}
