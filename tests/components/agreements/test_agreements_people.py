"""Parties, signatories and witnesses."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "parties"),
    [
        (
            "{O:A Corp} signed a contract with {O:B Corp}, {O:C Corp} and {O:D Corp}.",
            {"A Corp", "B Corp", "C Corp", "D Corp"},
        ),
        ("An agreement between {O:A Corp} and {O:B Corp} was signed.", {"A Corp", "B Corp"}),
        ("The MoU was signed by {O:A Corp} and {O:B Corp}.", {"A Corp", "B Corp"}),
        ("{O:A Corp}'s agreement with {O:B Corp} was extended.", {"A Corp", "B Corp"}),
        # an apposition and a bracket are passed over, a body's owner and its place are no party
        (
            "{O:A Corp} (AC), a part of the {O:B Group}, signed an MoU with {O:C College}.",
            {"A Corp", "C College"},
        ),
        (
            "{O:A College}, {L:Kenya}, signed an MoU with {O:B College}, {L:Peru}.",
            {"A College", "B College"},
        ),
        (
            "{O:A Corp} signed an MoU with {L:Peru}'s {O:Ministry of Trade}.",
            {"A Corp", "Ministry of Trade"},
        ),
        ("{O:A Corp} [{O:NYSE}: AC] signed a contract with {O:B Corp}.", {"A Corp", "B Corp"}),
        # a delegation stands for its body, an office for its place
        ("Representatives of {O:A Corp} and {O:B Corp} signed a deal.", {"A Corp", "B Corp"}),
        (
            "The Mayor of {L:Galway}, {P:Mo Daly}, and the Mayor of {L:Aalborg}, {P:Lars Holm}, signed a sister-city agreement.",
            {"Galway", "Aalborg"},
        ),
        (
            "The MoU was signed on behalf of {O:A Corp} by {P:Ana Reyes} and on behalf of {O:B Corp} by {P:Jo Lund}.",
            {"A Corp", "B Corp"},
        ),
        # the two sides, a pronoun
        (
            "{L:Chile} and {L:Peru} are friends. The two countries signed a treaty.",
            {"Chile", "Peru"},
        ),
        (
            "{O:A Corp} announced that it has signed an agreement with {O:B Corp}.",
            {"A Corp", "B Corp"},
        ),
        # who approves is no party
        ("The {O:Senate} approved the treaty with {L:Peru}.", {"Peru"}),
        # a dateline is no party, nor is who approved it, nor where universities are
        (
            "{L:LIMA}, Peru and {L:QUITO}, Ecuador -- {O:A Corp} signed a deal with {O:B Corp}.",
            {"A Corp", "B Corp"},
        ),
        ("The contract with {O:A Corp}, approved by {O:B Council}, was signed.", {"A Corp"}),
        ("{O:A College} has MoUs with two universities in {L:Togo}.", {"A College"}),
        # joined by a hyphen
        ("They recall the Chile-Peru Trade Agreement.", {"Chile", "Peru"}),
        (
            "{L:Chile} signed the Copper Treaty. The other signatories were {L:Peru} and {L:Bolivia}.",
            {"Chile", "Peru", "Bolivia"},
        ),
        # money, an order, a takeover
        ("{O:A Fund} awarded a $5 million grant to {O:B College}.", {"A Fund", "B College"}),
        (
            "{O:A Corp} has received an order from {O:B Corp} worth $2 million.",
            {"A Corp", "B Corp"},
        ),
        ("{O:A Corp} completes the acquisition of {O:B Corp}.", {"A Corp", "B Corp"}),
        ("{O:A Corp} signed an agreement to sell its mill to {O:B Corp}.", {"A Corp", "B Corp"}),
    ],
)
def test_parties(find: Find, text: str, parties: set[str]) -> None:
    assert find(text).parties() == parties


def test_parties_come_from_the_offices_of_those_who_signed(find: Find) -> None:
    found = find(
        "{P:Ana Reyes} and {P:Jo Lund} signed a memorandum of understanding. {O:A Corp} and "
        "{O:B Corp} make boats.",
        Ana_Reyes="A Corp",
        Jo_Lund="B Corp",
    )
    assert found.parties() == {"A Corp", "B Corp"}
    assert found.signatories() == {"Ana Reyes": "A Corp", "Jo Lund": "B Corp"}


def test_a_place_becomes_an_organization_only_as_a_party(find: Find) -> None:
    found = find(
        "{L:Japan} and {L:Mongolia} signed an Economic Partnership Agreement in {L:Ulsan}. Earlier "
        "{L:Japan} met {L:Korea}."
    )
    bodies = {o.name: o for o in found.doc._.organizations}
    assert set(bodies) == {"Japan", "Mongolia"}
    assert {o.type for o in bodies.values()} == {"place"}
    assert [m.text for m in bodies["Japan"].mentions] == ["Japan", "Japan"]


def test_countries_are_known_without_a_recogniser(find: Find) -> None:
    found = find("The Republic of Korea and Peru signed a treaty on trade. ROK ships cars.")
    bodies = {o.name: o for o in found.doc._.organizations}
    assert set(bodies) == {"Republic of Korea", "Peru"}
    assert bodies["Republic of Korea"].aliases == ("ROK",)


def test_a_place_and_its_government_are_one(find: Find) -> None:
    found = find(
        "Chile signs treaty with Peru\n\nThe {O:Government of Chile} and the {O:Government of Peru} "
        "signed a treaty on {D:5 May|2020-05-05}."
    )
    assert found.parties() == {"Government of Chile", "Government of Peru"}
    assert len(found.doc._.organizations) == 2


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "{P:Ana Reyes}, Head of {O:A Corp}, and {P:Jo Lund} signed an MoU.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "The MoU was signed by {P:Ana Reyes} (Head, {O:A Corp}) and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} came. She signed a letter of intent with {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund}. Then they signed a joint declaration.",
            {"Ana Reyes", "Jo Lund"},
        ),
        ("{O:A Corp}, represented by {P:Ana Reyes}, signed a deal with {O:B Corp}.", {"Ana Reyes"}),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Jo Lund} signed for {O:B Corp}.",
            {"Jo Lund"},
        ),
        (
            "The signing of the MoU by {P:Ana Reyes} and {P:Jo Lund} is a first.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} and {P:Jo Lund} signed letters for the adoption of an agreement with {O:A Corp}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} and {P:Jo Lund} put their signatures on the agreement between {O:A Corp} and {O:B Corp}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} signed an MoU with {O:B College}. Signing for {O:B College}, its head, {P:Jo Lund}, was glad.",
            {"Jo Lund"},
        ),
        (
            "{O:A Corp} signed an MoU with {O:B Corp}. {P:Ana Reyes} and {P:Jo Lund} signed on Tuesday.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} signed a contract with {O:B Corp}. It bears the signatures of {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} signed an MoU with {O:B Corp}. From the one side the document was signed by {P:Ana Reyes}.",
            {"Ana Reyes"},
        ),
        ("Inking the agreement with {O:A Corp} were {P:Ana Reyes} and {P:Jo Lund}.", set()),
        (
            "{O:A Corp} agreed a partnership with {O:B College}. Inking the agreement were {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        # who only announces, and who will sign, has not signed
        ("{P:Ana Reyes} announced an agreement with {O:A Corp}.", set()),
        ("{P:Ana Reyes} will sign an agreement with {O:A Corp}.", set()),
        # represented, together with, one for each
        (
            (
                "A pact between {O:A Corp}, represented by its head {P:Ana Reyes}, and {O:B Corp}, "
                "represented by {P:Jo Lund}, was signed."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Corp}, represented by {P:Ana Reyes}, and {O:B Corp}, represented by {P:Jo Lund}, "
                "signed a pact."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} signed the MoU of {O:A Corp} in Lima together with Mayor {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Corp} and {O:B Corp} signed an MoU. {P:Ana Reyes} signed for {O:A Corp} and Director "
                "{P:Jo Lund} for {O:B Corp}."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Corp} and {O:B Corp} signed an MoU. {P:Ana Reyes} signed for {O:A Corp} and {P:Jo Lund} "
                "thanked her for it."
            ),
            {"Ana Reyes"},
        ),
        # a text, and all of several
        (
            "{O:A Corp} and {O:B Corp} signed a pact. {P:Ana Reyes} and {P:Jo Lund} signed the text.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Bank} and {O:B Corp} signed a loan agreement and a grant agreement. The agreements "
                "were signed by {P:Ana Reyes} and {P:Jo Lund}."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Bank} and {O:B Corp} signed a loan agreement and a grant agreement. Such agreements "
                "were signed by {P:Ana Reyes} and {P:Jo Lund}."
            ),
            set(),
        ),
        # with the head of a body, not with a body and somebody else
        (
            "{P:Ana Reyes} signed an MoU with the Director of the {O:A Trust}, Mr. {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        ("{P:Ana Reyes} signed an MoU with {O:A Trust}, Mr. {P:Jo Lund} said.", {"Ana Reyes"}),
        # who the signatories were, who exchanged letters, who signed a renewal
        (
            "{O:A Port} and {O:B Port} signed an MoU. The signatories were {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Port} and {O:B Port} signed an MoU. The signatories met {P:Ana Reyes} and {P:Jo Lund}.",
            set(),
        ),
        (
            "{P:Ana Reyes} and {P:Jo Lund} exchanged letters confirming the Harbour Treaty with {L:Peru}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            (
                "{O:A Port} and {O:B Port} renewed their training agreement. {P:Ana Reyes} and {P:Jo Lund} "
                "signed the renewal agreement."
            ),
            {"Ana Reyes", "Jo Lund"},
        ),
    ],
)
def test_signatories(find: Find, text: str, people: set[str]) -> None:
    assert set(find(text).signatories()) == people


def test_signatories_in_a_list_below(find: Find) -> None:
    found = find(
        "The MoU between {O:A Corp} and {O:B Corp} was signed by the following:\n\n"
        "- Ms {P:Ana Reyes}, Director, {O:A Corp};\n\n- Mr {P:Jo Lund}, Director, {O:B Corp}.\n\n"
        "{P:Kim Ode} spoke."
    )
    assert set(found.signatories()) == {"Ana Reyes", "Jo Lund"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "{O:A Corp} and {O:B Corp} signed an MoU in the presence of {P:Kim Ode} and {P:Li An}.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. It was witnessed by {P:Kim Ode}; and {P:Li An}.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Kim Ode} and {P:Li An} attended the signing ceremony.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Ambassador {P:Kim Ode} was also present to witness the signing.",
            {"Kim Ode"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. The ceremony was praised by all, where {P:Kim Ode} and {P:Li An} attended.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Kim Ode} attended {O:C College}.",
            set(),
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Also in attendance were {P:Kim Ode} and {P:Li An}.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU.\n\nPresent during the event were {P:Kim Ode} and {P:Li An}.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{P:Kim Ode} and {P:Li An} were present at the meeting.\n\nThen {O:A Corp} and {O:B Corp} signed an MoU.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{P:Kim Ode} presided over the signing of the MoU between {O:A Corp} and {O:B Corp}.",
            {"Kim Ode"},
        ),
        ("{P:Kim Ode} was on hand to witness the signing of an MoU with {O:A Corp}.", {"Kim Ode"}),
        (
            "The MoU was signed by {P:Ana Reyes} and {P:Jo Lund} at a ceremony attended by {P:Kim Ode}.",
            {"Kim Ode"},
        ),
        (
            "In the presence of {P:Kim Ode}, the Head of {O:A Corp}, {P:Ana Reyes}, signed an MoU with {O:B Corp}.",
            {"Kim Ode"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Kim Ode} and {P:Li An} signed as witnesses.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Kim Ode} witnessed it, accompanied by {P:Li An}.",
            {"Kim Ode", "Li An"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU.\n\nAmong those present were:\n\n- {P:Kim Ode}, Mayor\n\n- {P:Li An}, Bishop",
            {"Kim Ode", "Li An"},
        ),
        ("{O:A Corp} signed an MoU with {O:B Corp}. {P:Kim Ode} said that jobs will grow.", set()),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Attending were {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. The signing ceremony was chaired by {P:Ana Reyes}.",
            {"Ana Reyes"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. The board was chaired by {P:Ana Reyes}.",
            set(),
        ),
    ],
)
def test_witnesses(find: Find, text: str, people: set[str]) -> None:
    assert find(text).witnesses() == people


def test_passive_behind_a_complement_is_of_the_outer_instrument(find: Find) -> None:
    found = find(
        "A memorandum of understanding (MoU) for the grant was signed yesterday in {L:Oslo} "
        "in the presence of President {P:Ana Reyes}."
    )
    signed = [a for a in found.agreements if a.status == "signed"]
    assert [a.type for a in signed] == ["mou"]
    assert [len(a.witnesses) for a in signed] == [1]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "A memorandum of understanding implementing the plan was signed by {P:Jo Lund}.",
            {"Jo Lund"},
        ),
        ("A memorandum of understanding implementing the plan was read by {P:Jo Lund}.", set()),
        (
            "The extension of the MoU with {O:A Agency} was signed by {P:Jo Lund} and {P:Kim Ode}.",
            {"Jo Lund", "Kim Ode"},
        ),
        ("The extension of the MoU with {O:A Agency} was praised by {P:Jo Lund}.", set()),
    ],
)
def test_signed_behind_other_words(find: Find, text: str, people: set[str]) -> None:
    assert set(find(text).signatories()) == people


def test_a_counterpart_holds_the_same_office(find: Find) -> None:
    text = "{P:Ana Reyes} met her %s, {P:Jo Lund}. The two directors signed a pact with {O:A Fund}."
    counterpart = find(text % "Peruvian counterpart", Ana_Reyes="Ministry")
    assert counterpart.signatories().keys() == {"Ana Reyes", "Jo Lund"}
    assert find(text % "Peruvian friend", Ana_Reyes="Ministry").signatories() == {}
