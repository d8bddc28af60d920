"""What a ceremony tells of the instruments signed there: its day, its guests, "the two ministers"."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]

_HELD = {"Ana Reyes": "A Ministry", "Jo Lund": "B Ministry", "Kim Ode": "C Ministry"}


def _offices(text: str) -> dict[str, str]:
    """Return the offices of those whom a text names."""
    return {person.replace(" ", "_"): body for person, body in _HELD.items() if person in text}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "{P:Ana Reyes} met {P:Jo Lund} in {L:Lima}. After the talks the two directors signed an agreement on ports.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund} in {L:Lima}. An agreement on ports was signed by both directors.",
            {"Ana Reyes", "Jo Lund"},
        ),
        # of other offices, of more than two, of others
        (
            "{P:Ana Reyes} met {P:Jo Lund} in {L:Lima}. After the talks the two mayors signed an agreement on ports.",
            set(),
        ),
        (
            "{P:Ana Reyes} came. {P:Jo Lund} came, too. {P:Kim Ode} spoke. The two directors signed an agreement on ports.",
            set(),
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund} in {L:Lima}. The directors of two ports signed an agreement.",
            set(),
        ),
        # the only one who holds such an office
        (
            "{P:Ana Reyes} came to {L:Lima}. The director has also signed an MoU with {O:A Corp}.",
            {"Ana Reyes"},
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund}. The director has also signed an MoU with {O:A Corp}.",
            set(),
        ),
        # who watched it has not signed
        (
            "{P:Ana Reyes} and {P:Jo Lund} witnessed the signing of two papers, namely an MoU between {O:A Corp} and {O:B Corp}.",
            set(),
        ),
        # it, told before
        (
            "{O:A Bank} and {O:B Fund} signed an MoU. {P:Ana Reyes} and {P:Jo Lund} signed it in the presence of {P:Kim Ode}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Bank} and {O:B Fund} signed an MoU. {P:Ana Reyes} signed it into law.",
            set(),
        ),
        (
            "{O:A Bank} and {O:B Fund} signed an MoU. {P:Ana Reyes} has not signed it.",
            set(),
        ),
        (
            "{O:A Bank} and {O:B Fund} signed an MoU. {P:Ana Reyes} wrote the plan, and we both signed it.",
            set(),
        ),
        # between two, who sign it
        (
            "The MoU was signed virtually between {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
    ],
)
def test_who_signed_by_an_office_in_the_plural(find: Find, text: str, people: set[str]) -> None:
    assert set(find(text, **_offices(text)).signatories()) == people


def test_of_several_holders_those_named_together_are_meant(find: Find) -> None:
    text = (
        "{P:Kim Ode} opened the fair. {P:Ana Reyes} met {P:Jo Lund} in {L:Lima}. The two directors signed "
        "an agreement on ports."
    )
    found = find(text, **_offices(text))
    assert set(found.signatories()) == {"Ana Reyes", "Jo Lund"}


@pytest.mark.parametrize(
    ("text", "people"),
    [
        (
            "{P:Ana Reyes} met {P:Jo Lund}. In the presence of both directors, {O:A Corp} and {O:B Corp} signed an MoU.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund}. The two directors witnessed the signing of an MoU between {O:A Corp} and {O:B Corp}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} and {P:Jo Lund} witnessed the signing of two papers, namely an MoU between {O:A Corp} and {O:B Corp}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund}. In the presence of both mayors, {O:A Corp} and {O:B Corp} signed an MoU.",
            set(),
        ),
        (
            "{O:A Corp} has a supply agreement with {O:B Port}. It was signed on the steps by {P:Kim Ode}. {P:Ana Reyes} and {P:Jo Lund} looked on.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Looking on were {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Ana Reyes}, Dean of {O:A Corp}; {P:Jo Lund}, Bursar; and others were present.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Kim Ode} left early; {P:Ana Reyes} and {P:Jo Lund} were present.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. {P:Ana Reyes} said: “We looked on three coasts.”",
            set(),
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Speaking at the signing ceremony, {P:Ana Reyes} thanked {P:Jo Lund}.",
            {"Ana Reyes"},
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Speaking at the fair, {P:Ana Reyes} thanked {P:Jo Lund}.",
            set(),
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an MoU. Signing as witnesses were {P:Ana Reyes} and {P:Jo Lund}.",
            {"Ana Reyes", "Jo Lund"},
        ),
        (
            "{O:A Corp} and {O:B Corp} renewed the MoU on ports in the presence of {P:Ana Reyes}.",
            {"Ana Reyes"},
        ),
        (
            "{O:A Corp} and {O:B Corp} will renew the MoU on ports in the presence of {P:Ana Reyes}.",
            set(),
        ),
    ],
)
def test_who_was_there(find: Find, text: str, people: set[str]) -> None:
    assert find(text, **_offices(text)).witnesses() == people


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            "{P:Ana Reyes} met {P:Jo Lund} on {D:3 May|2023-05-03}. They spoke of ports.\n\nAt the end of the meeting {O:A Corp} and {O:B Corp} signed an MoU.",
            "2023-05-03",
        ),
        # of a dateline, long before, to come, or one of two
        (
            "{L:LIMA}, {D:3 May|2023-05-03} – {P:Ana Reyes} met {P:Jo Lund}.\n\nAt the end of the meeting {O:A Corp} and {O:B Corp} signed an MoU.",
            None,
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund} on {D:3 March|2023-03-03}.\n\nAt the end of the meeting {O:A Corp} and {O:B Corp} signed an MoU.",
            None,
        ),
        (
            "{P:Ana Reyes} will meet {P:Jo Lund} on {D:8 May|2023-05-08}.\n\n{O:A Corp} and {O:B Corp} signed an MoU.",
            None,
        ),
        (
            "{P:Ana Reyes} left on {D:2 May|2023-05-02} and {P:Jo Lund} on {D:3 May|2023-05-03}.\n\n{O:A Corp} and {O:B Corp} signed an MoU.",
            None,
        ),
        (
            "{P:Ana Reyes} met {P:Jo Lund} on {D:3 May|2023-05-03}.\n\n{O:A Corp} and {O:B Corp} will sign an MoU.",
            None,
        ),
    ],
)
def test_the_day_of_the_occasion(find: Find, text: str, date: str | None) -> None:
    assert find(text, publish_date="2023-05-05").date() == date


def test_who_was_there_is_no_witness_of_what_was_signed_long_before(find: Find) -> None:
    text = (
        "The office grew out of an MoU between {O:A Port} and {O:B Port} signed in {D:%s}.\n\n{P:Ana Reyes} "
        "attended the ceremony."
    )
    old = find(text % "June 2020|2020-06", publish_date="2023-05-05")
    new = find(text % "April 2023|2023-04", publish_date="2023-05-05")
    assert (old.witnesses(), new.witnesses()) == (set(), {"Ana Reyes"})


def test_this_document_is_the_one_named_last(find: Find) -> None:
    found = find(
        "{O:A Corp} and {O:B Corp} signed an agreement on rail. {O:A Corp} and {O:C Corp} signed an agreement on "
        "ports.\n\nThis document was signed by {P:Ana Reyes}."
    )
    assert [set(found.signatories(n)) for n in (0, 1)] == [set(), {"Ana Reyes"}]


def test_a_short_form_is_of_the_only_one_of_its_paragraph(find: Find) -> None:
    found = find(
        "{O:A Corp} and {O:B Corp} signed an MoU on rail. The MoU was signed by {P:Ana Reyes}.\n\n{O:A Corp} and "
        "{O:C Corp} signed an MoU on ports. The MoU was signed by {P:Jo Lund}.\n\nThe MoU will help."
    )
    assert [set(found.signatories(n)) for n in (0, 1)] == [{"Ana Reyes"}, {"Jo Lund"}]
    assert sum(len(a.mentions) for a in found.agreements) == 4
