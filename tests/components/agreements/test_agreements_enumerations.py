"""Lists of instruments, whose opening tells of them all how, when and before whom they were signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

Find = Callable[..., Any]


def test_items_take_date_and_witnesses_of_the_opening(find: Find) -> None:
    found = find(
        "The following agreements were signed on {D:3 May|2025-05-03} in the presence of "
        "{P:Ana Reyes}:\n1. Agreement on Air Services between {L:Oman} and {L:Peru}\n"
        "2. Memorandum of Understanding on Rescue\n3. Protocol on Fisheries\n"
        "The guests then saw the port."
    )
    assert len(found.names) == 3
    for number, agreement in enumerate(found.agreements):
        assert agreement.status == "signed"
        assert found.date(number) == "2025-05-03"
        assert found.witnesses(number) == {"Ana Reyes"}
    assert found.parties(0) == {"Oman", "Peru"}


def test_items_take_the_subject_of_the_opening(find: Find) -> None:
    found = find(
        "{P:Jo Lund} signed on {D:29 August|2025-08-29}:\n- a Memorandum of Understanding with the "
        "{O:Crops Network};\n- the Transfer Agreement with {O:Delta University}."
    )
    assert [set(found.signatories(n)) for n in (0, 1)] == [{"Jo Lund"}, {"Jo Lund"}]
    assert found.parties(1) == {"Delta University"}


def test_items_keep_their_own_signatories(find: Find) -> None:
    found = find(
        "{P:Ana Reyes} and {P:Eva Roth} met. They witnessed the signing of the following "
        "documents: (a) the Agreement on Labour, signed by Minister {P:Jo Lund}; (b) the Letter of "
        "Intent between {O:C Port} and {O:D Port}."
    )
    assert [a.status for a in found.agreements] == ["signed", "signed"]
    assert set(found.signatories(0)) == {"Jo Lund"}
    assert found.witnesses(1) == {"Ana Reyes", "Eva Roth"}


def test_a_list_that_is_not_of_what_was_signed(find: Find) -> None:
    found = find(
        "The ministers recalled the following texts:\n1. Agreement on Air Services between {L:Oman} "
        "and {L:Peru}\n2. Memorandum of Understanding on Rescue"
    )
    assert {a.status for a in found.agreements} <= {"referenced"}


def test_items_of_a_list_that_was_not_signed(find: Find) -> None:
    found = find(
        "They have not signed the following texts:\n1. Agreement on Air Services between {L:Oman} "
        "and {L:Peru}\n2. Memorandum of Understanding on Rescue"
    )
    assert {a.status for a in found.agreements} <= {"referenced"}
