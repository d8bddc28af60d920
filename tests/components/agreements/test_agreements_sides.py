"""Parties that stand apart from the instrument: of the newer one, of the statement, of the office."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]

_NEWS = "{O:A Bank} and {O:B Bank} signed an agreement on {D:3 May 2024|2024-05-03}. "


@pytest.mark.parametrize(
    ("text", "number", "parties"),
    [
        # the newer one's parties
        (
            _NEWS + "The agreement replaces the memorandum of understanding of {D:2017|2017}.",
            1,
            {"A Bank", "B Bank"},
        ),
        (
            _NEWS + "The agreement follows a letter of intent signed in {D:2022|2022}.",
            1,
            {"A Bank", "B Bank"},
        ),
        (_NEWS + "He praised the memorandum of understanding of {D:2017|2017}.", 1, set()),
        # who is given it, between verb and instrument
        ("{O:A Office} awarded {O:B Air} a contract for radars.", 0, {"A Office", "B Air"}),
        (
            "{O:A Office} awarded {O:B Air}, a business of {O:C Corp}, a contract for radars.",
            0,
            {"A Office", "B Air"},
        ),
        (
            "{O:A Office} awarded {O:B Air} and {O:C Corp} a contract for radars.",
            0,
            {"A Office", "B Air", "C Corp"},
        ),
        ("{O:A Office} awarded the {O:B Air} radar contract in May.", 0, {"A Office"}),
        # who will sign
        (
            "Minister {P:Ana Reyes} will sign a Memorandum of Understanding with {O:B Ministry}.",
            0,
            {"A Ministry", "B Ministry"},
        ),
        # heads of state
        (
            "They recalled the agreement between Premier {P:Ana Reyes} and President {P:Jo Lund} on law.",
            0,
            {"A Ministry", "C Ministry"},
        ),
        # the bodies that act under it, not the states of its name
        (
            (
                "The {L:Peru}-{L:Oman} AI Memorandum of Understanding was signed. Under the MOU, {O:D Office} "
                "and {O:E Office} will work together."
            ),
            0,
            {"D Office", "E Office"},
        ),
        (
            (
                "The {L:Peru}-{L:Oman} AI Memorandum of Understanding was signed. Under the MOU, {O:D Office} "
                "will work."
            ),
            0,
            {"Peru", "Oman"},
        ),
        # the state whose pact it is
        (
            (
                "It will be {L:Peru}'s third pact, following the Digital Economy Partnership Agreement with "
                "{L:Chile} and {L:Oman}."
            ),
            0,
            {"Peru", "Chile", "Oman"},
        ),
        (
            (
                "It will be {O:A Bank}'s third report on the Digital Economy Partnership Agreement with "
                "{L:Chile} and {L:Oman}."
            ),
            0,
            {"Chile", "Oman"},
        ),
        # with which
        (
            (
                "{O:Dust Network}, with which {O:Space Institute} has had a data sharing agreement since "
                "{D:2020|2020}, will join."
            ),
            0,
            {"Dust Network", "Space Institute"},
        ),
        (
            "The Tripartite Agreement which {O:A Bank} and {O:B Bank} entered into in {D:2014|2014} lapsed.",
            0,
            {"A Bank", "B Bank"},
        ),
        # places that something goes between, and who said what on the eve
        (
            (
                "{O:A Air} and {O:B Air} have expanded their codeshare agreement to include flights between "
                "{L:Lima} and {L:Oslo}."
            ),
            0,
            {"A Air", "B Air"},
        ),
        (
            "{P:Jo Lund} of {O:D Office} spoke on the eve of the signing of the Oslo Convention on Trade.",
            0,
            set(),
        ),
        (
            "{O:C Corp} announced the acquisition of {O:D Corp} of {L:Peru}.",
            0,
            {"C Corp", "D Corp"},
        ),
        (
            "LIMA - The {O:D Office} entered into an agreement with {O:C Corp}.",
            0,
            {"D Office", "C Corp"},
        ),
        ("{L:Peru} - {L:Oman} sign agreement on trade", 0, {"Peru", "Oman"}),
        (
            "Both countries share the goals of the Oslo Agreement on Air. {L:Peru} and {L:Oman}.",
            0,
            set(),
        ),
    ],
)
def test_parties(find: Find, text: str, number: int, parties: set[str]) -> None:
    offices = " {P:Ana Reyes} and {P:Jo Lund} work at {O:A Ministry} and {O:C Ministry}."
    found = find(
        text + offices, publish_date="2024-05-04", Ana_Reyes="A Ministry", Jo_Lund="C Ministry"
    )
    assert found.parties(number) == parties


def test_a_joint_statement_is_of_the_two_states_of_its_lead(find: Find) -> None:
    found = find(
        "JOINT STATEMENT\n\nbetween the Prime Minister of {L:Peru} and the Prime Minister of {L:Oman}"
    )
    assert found.parties() == {"Peru", "Oman"}
    found = find("JOINT STATEMENT\n\n{L:Peru}, {L:Oman} and {L:Chile} met with many others.")
    assert found.parties() == set()


@pytest.mark.parametrize(
    ("text", "signers"),
    [
        (
            (
                "{O:A Bank} and {O:B Bank} signed an MoU. Director {P:Ana Reyes} signed for {O:A Bank} while "
                "its chair, {P:Jo Lund}, signed on behalf of {O:B Bank}."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Bank} and {O:B Bank} extended their MoU. The extension was signed in {L:Lima} by "
                "{P:Ana Reyes} and {P:Jo Lund}."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Bank} and {O:B Bank} signed an MoU. The guest book was signed by {P:Ana Reyes}.",
            set(),
        ),
    ],
)
def test_signatories(find: Find, text: str, signers: set[str]) -> None:
    assert set(find(text).signatories()) == signers


@pytest.mark.parametrize(
    ("text", "present"),
    [
        (
            (
                "In the presence of President {P:Ana Reyes} and the Prime Minister of {L:Peru}, {P:Jo Lund}, "
                "{O:A Bank} and {O:B Bank} signed an MoU."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "In the presence of President {P:Ana Reyes}, {P:Jo Lund} signed an MoU with {O:B Bank}.",
            {"Ana Reyes"},
        ),
        (
            "{P:Jo Lund} signed an MoU with {O:B Bank}. Looking on is Ambassador {P:Ana Reyes}.",
            {"Ana Reyes"},
        ),
        (
            (
                "{O:A Bank} and {O:B Bank} signed an MoU. Also on stage:\n• {P:Ana Reyes}, chair\n"
                "• Prof. {P:Jo Lund}, dean"
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Bank} and {O:B Bank} signed an MoU. The ceremony was attended by:\n"
                "| {P:Ana Reyes} | chair |\n| H.E. Prof. {P:Jo Lund} | dean |"
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Bank} and {O:B Bank} signed an MoU. The new stage was paid by {P:Ana Reyes}.",
            set(),
        ),
    ],
)
def test_witnesses(find: Find, text: str, present: set[str]) -> None:
    assert find(text).witnesses() == present


def test_the_two_that_met(find: Find) -> None:
    text = (
        "On Monday the Rector of {O:A University}, {P:Ana Reyes}, met a delegation of {O:B University} "
        "headed by {P:Jo Lund}. A Memorandum of Cooperation was signed between the universities."
    )
    assert find(text).parties() == {"A University", "B University"}
    text = text.replace("met a delegation of", "spoke of the years at")
    assert find(text).parties() == set()


def test_held_under_the_presidency(find: Find) -> None:
    text = (
        "{O:A Corp} and {O:B Ministry} signed an MoU. The ceremony was held under the presidency of "
        "{P:Ana Reyes}."
    )
    assert find(text).witnesses() == {"Ana Reyes"}
    text = text.replace("was held under the presidency of", "recalled the presidency of")
    assert find(text).witnesses() == set()


def test_we_have_treaties_one_with_each(find: Find) -> None:
    text = (
        "{O:A Agency} met. {O:A Agency} grew. {O:A Agency} spoke. We have bilateral treaties with "
        "{L:Peru} and {L:Oman}."
    )
    found = find(text)
    assert [found.parties(n) for n in (0, 1)] == [{"A Agency", "Peru"}, {"A Agency", "Oman"}]
    found = find(text.replace("We have", "{O:C Office} has"))
    assert [found.parties(n) for n in (0, 1)] == [{"C Office", "Peru"}, {"C Office", "Oman"}]
