"""Instruments told again in other words, lists of them, and what their names hold."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # what two do together belongs to the name, and is no instrument of its own
        (
            "{O:A Port} and {O:B Port} signed an MoU for research collaboration.",
            ["MoU for research collaboration"],
        ),
        (
            "{O:A Port} and {O:B Port} signed an MoU and announced a collaboration with {O:C Port}.",
            ["MoU", "collaboration with C Port"],
        ),
        # two words of one kind joined by "and" make one noun
        (
            "{O:A Port} announced a strategic collaboration and licensing agreement with {O:B Port}.",
            ["strategic collaboration and licensing agreement"],
        ),
        (
            "{O:A Port} signed a strategic collaboration and licence agreement with {O:B Port}.",
            ["strategic collaboration and licence agreement"],
        ),
        (
            "{O:A Port} announced a partnership with {O:C Port} and a licence agreement with {O:B Port}.",
            ["partnership with C Port", "licence agreement"],
        ),
        # a list in capitals parts where the next instrument begins
        (
            "{O:A Port} and {O:B Port} signed the Agreement for Joint Dredging, Protocol for Pilot Exchange, and Convention for Safe Berths.",
            [
                "Agreement for Joint Dredging",
                "Protocol for Pilot Exchange",
                "Convention for Safe Berths",
            ],
        ),
        (
            "{O:A Port} and {O:B Port} signed the Agreement for Dredging, Pilots and Safe Berths.",
            ["Agreement for Dredging, Pilots and Safe Berths"],
        ),
        (
            "They recalled the Cork Convention for arbitration and the Bern Convention on Choice of Courts.",
            ["Cork Convention for arbitration", "Bern Convention on Choice of Courts"],
        ),
        (
            "They signed an agreement on the promotion and the protection of boats with {O:B Port}.",
            ["agreement on the promotion and the protection of boats"],
        ),
        # a ceremony is no part of a name
        (
            "The Signing Ceremony of Harbour Cooperation Agreement was held by {O:A Port}.",
            ["Harbour Cooperation Agreement"],
        ),
        (
            "{O:A Port} and {O:B Port} signed a Transfer of Technology License.",
            ["Transfer of Technology License"],
        ),
    ],
)
def test_names(find: Find, text: str, names: list[str]) -> None:
    assert find(text).names == names


@pytest.mark.parametrize(
    ("text", "count"),
    [
        # put down, or sealed, in another
        (
            "{O:A Port} and {O:B Port} agreed on a partnership. The two signed an MoU to this effect.",
            1,
        ),
        (
            (
                "{O:A Port} entered into a partnership with {O:B Port}. The partnership was formalised "
                "through the signing of an MoU."
            ),
            1,
        ),
        (
            (
                "{O:A Port} entered into a partnership with {O:B Port}. The harbour was honoured through "
                "the signing of an MoU."
            ),
            2,
        ),
        # a caption, told again
        (
            (
                "{O:A Port}-{O:B Port} joint declaration signing ceremony.\n\n{P:Ana Reyes}, head of {O:A Port}, "
                "and {P:Jo Lund}, head of {O:B Port}, signed a Joint Declaration."
            ),
            1,
        ),
        # where it happened is no part of the name
        (
            (
                "{O:A Port} and {O:B Port} signed Practical Arrangements on pilots. {P:Ana Reyes} signed the "
                "Arrangements in the margins of the Forum."
            ),
            1,
        ),
        # the complement of an exchange of notes is what it brings
        ("{L:Chile} and {L:Peru} signed an exchange of notes on a grant of $2 million.", 1),
        ("{L:Chile} and {L:Peru} signed a treaty and a grant of $2 million.", 2),
        # set off by commas, it is told of the one known
        (
            (
                "{O:A Port} and {O:B Port} extended their supply agreement. The agreement, signed in "
                "{D:2014|2014}, covers coal."
            ),
            1,
        ),
        (
            (
                "{O:A Port} and {O:B Port} extended their supply agreement. The agreement signed in "
                "{D:2014|2014} covers coal."
            ),
            2,
        ),
        # who signed the one just told
        (
            "{O:A Port} signed an MoU with {O:B Port}. {P:Ana Reyes} and {P:Jo Lund} signed an agreement.",
            1,
        ),
        (
            "{O:A Port} signed an MoU with {O:B Port}. {P:Ana Reyes} and {P:Jo Lund} signed an agreement on pilots with {O:C Port}.",
            2,
        ),
        ("{O:A Port} signed an MoU with {O:B Port}. {O:C Port} signed an agreement, too.", 2),
        # put in writing
        (
            "The agreement was formalised through the signing of a memorandum of understanding by {O:A Port}.",
            1,
        ),
        (
            "{O:A Port} signed an agreement on pilots with {O:B Port}. It then signed a memorandum of understanding with {O:C Port}.",
            2,
        ),
        (
            "{O:A Port} came. The agreement was signed by {P:Jo Lund}. The signing of this Loan Agreement helps.",
            1,
        ),
        (
            "{O:A Port} came. The agreement was signed by {P:Jo Lund}. The signing of a Loan Agreement is next.",
            2,
        ),
        # an address is no mention
        (
            "{O:A Port} and {O:B Port} signed an MoU.\n\nwww.port.example/news/joint-declaration-on-the-sea",
            1,
        ),
        # which of its kind it is
        (
            "{L:Chile} and {L:Peru} signed the Treaty on Seas. The Treaty is {L:Chile}'s first bilateral fisheries treaty.",
            1,
        ),
        (
            "{L:Chile} and {L:Peru} signed the Treaty on Seas. {L:Chile} signed its first bilateral fisheries treaty with {L:Oman}.",
            2,
        ),
        # "bilateral" tells it from no other, a treaty of others is another
        (
            "{L:Chile} and {L:Peru} signed a Treaty on Legal Aid. The signing of the bilateral agreement is a first.",
            1,
        ),
        (
            "{L:Chile} and {L:Peru} signed a Treaty on Legal Aid. Both are parties to the Andean Treaty on Legal Aid.",
            2,
        ),
        (
            "{L:Chile} and {L:Peru} signed a Treaty on Legal Aid, which replaces the bilateral agreement of {D:1994|1994}.",
            2,
        ),
        (
            "{L:Chile} approved the Tax Treaty with {L:Oman}. It hailed the Peru-Japan Tax Treaty.",
            2,
        ),
        # a headline sums up what the text tells of several
        ("{O:A Port} signs MoU with neighbours\n\n{O:A Port} signed MoUs with {O:B Port}.", 1),
        ("{O:A Port} signs MoUs with neighbours\n\n{O:A Port} signed an MoU with {O:B Port}.", 2),
    ],
)
def test_told_again(find: Find, text: str, count: int) -> None:
    assert len(find(text).agreements) == count


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "{O:A Port} and {O:B Port} came to terms by an MoU.\n\nSigned in {L:Lima} by {P:Ana Reyes} and {P:Jo Lund}, the MoU covers pilots, says {P:Kim Ode}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Port} and {O:B Port} came to terms by an MoU.\n\nPraised in {L:Lima} by {P:Ana Reyes} and {P:Jo Lund}, the MoU covers pilots.",
            set(),
        ),
        # "it", and who signed on whose behalf
        (
            "{O:A Bank} signed a loan agreement with {O:B Fund}. {P:Jo Lund} signed the agreement on behalf of {O:A Bank}, while {P:Kim Ode} signed it on behalf of {O:B Fund}.",
            {"Jo Lund", "Kim Ode"},
        ),
        (
            "{O:A Bank} signed a loan agreement with {O:B Fund}. {P:Jo Lund} said that {P:Kim Ode} had not signed it on the day.",
            set(),
        ),
        # the sides act, not who is named before them
        (
            "During the visit of {P:Ana Reyes} to {L:Peru}, the parties signed an MoU between {O:A Port} and {O:B Port}.",
            set(),
        ),
        (
            "During a visit to {L:Peru}, {P:Ana Reyes} signed an MoU between {O:A Port} and {O:B Port}.",
            {"Ana Reyes"},
        ),
    ],
)
def test_who_signed(find: Find, text: str, people: set[str]) -> None:
    assert set(find(text).signatories()) == people


def test_a_short_name_of_the_headline_is_no_further_party(find: Find) -> None:
    found = find(
        "{O:Lake University} and {O:B College} sign MoU\n\n{O:Old Lake State University} and {O:B College} "
        "signed an MoU on boats."
    )
    assert found.parties() == {"Old Lake State University", "B College"}
    found = find(
        "{O:Lake University} and {O:B College} sign MoU\n\n{O:Old Hill State University} and {O:B College} "
        "signed an MoU on boats."
    )
    assert "Lake University" in found.parties()
