"""How an instrument stands, where no verb right beside it says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        # still to come: a modal or a mandate with other words before the verb
        ("{O:A Corp} will in addition sign a supply agreement with {O:B Corp}.", "planned"),
        (
            "{O:A Fund} would, before the end of the quarter, sign a grant agreement with {O:B Corp}.",
            "planned",
        ),
        (
            "The board authorised the director to conclude with {O:A Fund} a loan agreement.",
            "planned",
        ),
        ("{O:A Corp} helped {O:B Corp} grow and signed a supply agreement with it.", "signed"),
        (
            "They worked toward the conclusion of a new arrangement on crews with {O:B Corp}.",
            "planned",
        ),
        ("They welcomed the conclusion of a new arrangement on crews with {O:B Corp}.", "signed"),
        # a participle before the noun
        (
            "{L:Chile} spoke of the recently signed security agreement between {L:Peru} and {L:Oman}.",
            "signed",
        ),
        ("{L:Chile} spoke of the security agreement between {L:Peru} and {L:Oman}.", "referenced"),
        # reached, or awarded
        ("{P:Jo Lund} secured a settlement with {O:Delta University}.", "signed"),
        ("{O:A Corp} secured a contract from {O:B Port}.", "announced"),
        ("{O:A Corp} and {O:B Corp} enter exclusive licence agreement", "signed"),
        # only the time since which something is so
        (
            "It was the first trip since the two towns signed the agreement on rail with {O:B Corp}.",
            "referenced",
        ),
        (
            "Much has changed since then, and the two towns signed the agreement on rail with {O:B Corp}.",
            "signed",
        ),
        # praised for what was reached
        ("I applaud {O:A Union} and {O:B Corp} for reaching a tentative agreement.", "signed"),
        ("They came with the aim of inking an agreement with {O:B Corp}.", "planned"),
        # what is done under it is not done to it
        (
            "Credits issued under this Agreement with {O:B Corp} cancelled later count.",
            "referenced",
        ),
        ("On that day the Treaty of Paris ended the war.", "referenced"),
        # a headline
        (
            "Treaty on Legal Aid Enters into Force\n\nThe Treaty on Legal Aid was signed on {D:3 May|2020-05-03}.",
            "in_force",
        ),
        (
            "Treaty on Legal Aid Will Enter into Force\n\nThe Treaty on Legal Aid was signed on {D:3 May|2020-05-03}.",
            "signed",
        ),
        # in force
        (
            "The Treaty on Legal Aid, signed in {L:Lima} two years ago, entered into force.",
            "in_force",
        ),
        ("The Treaty on Legal Aid, signed in {L:Lima} two years ago, was recalled.", "referenced"),
        (
            "They welcomed the entry into force, on {D:1 May|2021-05-01}, of the Treaty on Seas.",
            "in_force",
        ),
        ("They spoke of the force, on {D:1 May|2021-05-01}, of the Treaty on Seas.", "referenced"),
        ("The existing Labour Agreement signed with {O:A Union} covers all crews.", "in_force"),
        (
            (
                "{L:Chile} recalled the Treaty on Legal Aid, which {L:Peru} and {L:Oman} signed in "
                "{D:1999|1999} and which has been in force since {D:2001|2001}."
            ),
            "in_force",
        ),
        (
            "{L:Chile} joined the Rivers Treaty with {L:Peru}. The Treaty entered into force in {D:2009|2009}.",
            "in_force",
        ),
        (
            "{L:Chile} joined the Rivers Treaty with {L:Peru}. The Treaty is to enter into force in {D:2029|2029}.",
            "referenced",
        ),
        # voted on
        ("{O:A Council} will vote on a supply agreement with {O:B Corp}.", "planned"),
        ("{O:A Council} spoke of a supply agreement with {O:B Corp}.", "referenced"),
        # adopted
        ("Six cities adopted the Lima Charter on Urban Water.", "signed"),
        (
            (
                "They welcomed the entry into force, on {D:1 May|2021-05-01}, of the Treaty on Seas, which "
                "was signed in {D:2019|2019}."
            ),
            "in_force",
        ),
        # a ceremony that is still to come, or talks that are
        ("The signing of the Harbour Treaty will take place on {D:7 May|2024-05-07}.", "planned"),
        ("The signing of the Harbour Treaty took place on {D:7 May|2024-05-07}.", "signed"),
        (
            "{P:Ana Reyes} will be meeting {P:Jo Lund} and signing an MoU with {O:A Port}.",
            "planned",
        ),
        ("{P:Ana Reyes} was meeting {P:Jo Lund} and signing an MoU with {O:A Port}.", "signed"),
        ("They will attend the Harbour Treaty signing ceremony.", "planned"),
        (
            "They discussed next steps to conclude talks on a ports agreement with {L:Peru}.",
            "planned",
        ),
        ("They have concluded talks on a ports agreement with {L:Peru}.", "signed"),
        (
            "The {O:Assembly} adopted the Convention on Seas. The Convention will be signed in {D:May|2029-05}.",
            "planned",
        ),
        # who has signed only tells which states are meant
        (
            "{L:Chile} spoke of the Harbour Treaty. Six states that have signed the Treaty must ratify it.",
            "referenced",
        ),
        (
            "{L:Chile} spoke of the Harbour Treaty. {L:Chile} and {L:Peru} have signed the Treaty.",
            "signed",
        ),
        # an exchange
        ("It began with the exchange of an MoU between {O:A Port} and {O:B Port}.", "signed"),
        # what goes on behind the instrument is of another
        ("{L:Chile} backs the Harbour Treaty and the Harbour Act is being amended.", "referenced"),
        # quotes, brackets and aims stand before the verb
        (
            "An MoU between {O:A Port} (AP) and {O:B Port} for “The Pumps” to promote trade was signed.",
            "signed",
        ),
        (
            "An MoU between {O:A Port} and {O:B Port} on Cooperation in Trade will also be signed.",
            "planned",
        ),
        # ended
        # ended
        # ended
        ("The lease agreement of {D:May 2024|2024-05} between them lapsed.", "terminated"),
        (
            "The lease agreement with the owner, {O:A Corp}, expired in {D:May|2025-05}.",
            "terminated",
        ),
        ("The lease agreement with the owner, {O:A Corp}, covers two piers.", "referenced"),
        ("An agreement with {O:A Port}, signed in {D:1989|1989}, ran out.", "terminated"),
        (
            "{O:A Corp} and {O:B Corp} ended, by mutual consent, their supply agreement on rails.",
            "terminated",
        ),
        ("It doesn't replace the Agreement on Trade with {L:Peru}.", "referenced"),
    ],
)
def test_status(find: Find, text: str, status: str) -> None:
    assert [a.status for a in find(text).agreements] == [status]


def test_an_older_date_recalls_only_after_some_months(find: Find) -> None:
    text = (
        "{O:A Corp} is well. Sales rose. Costs fell. Staff grew. Ships came. Prices held. "
        "Fees fell. In {D:%s|%s}, {O:A Corp} signed a supply agreement with {O:B Port}."
    )
    near = find(text % ("July", "2024-07"), publish_date="2024-10-02")
    far = find(text % ("July 2022", "2022-07"), publish_date="2024-10-02")
    assert [a.status for a in (*near.agreements, *far.agreements)] == ["signed", "referenced"]


def test_a_planned_date_before_the_verb(find: Find) -> None:
    found = find(
        "{O:A Fund} will, in {D:May 2026|2026-05}, sign a grant agreement with {O:B Corp}.",
        publish_date="2026-01-10",
    )
    assert found.date() == "2026-05"


@pytest.mark.parametrize(
    ("text", "date"),
    [
        # a year that is no date of the text by itself
        ("{L:Oman} joined the 1907 Convention for the Settlement of Disputes.", "1907"),
        ("They recalled the Agreement on Economic Cooperation of 1997 with {L:Peru}.", "1997"),
        ("{L:Peru} and {L:Oman} signed the 2030-2035 Cooperation Agreement.", None),
        ("{L:Peru} and {L:Oman} signed the Cooperation Agreement on 1997 lakes.", None),
        # ratified on one day, adopted on another
        (
            (
                "{L:Oman} ratified the Lima Treaty on Seas on {D:5 May 2007|2007-05-05}. The Treaty "
                "was signed in {D:March 2006|2006-03}."
            ),
            "2006-03",
        ),
        ("{L:Oman} ratified the Lima Treaty on Seas on {D:5 May 2007|2007-05-05}.", "2007-05-05"),
    ],
)
def test_date(find: Find, text: str, date: str | None) -> None:
    assert find(text).date() == date


def test_a_joint_statement_that_is_the_release(find: Find) -> None:
    text = (
        "%s on the {L:Peru}-{L:Oman} Dialogue\n\n{L:Lima}, {D:3 May|2024-05-03}. The two sides met."
    )
    own = find(text % "Joint Press Statement", publish_date="2024-05-03")
    assert [(a.status, own.date()) for a in own.agreements] == [("announced", "2024-05-03")]
    other = find(text % "Minister recalls joint statement", publish_date="2024-05-03")
    assert all(a.status == "referenced" for a in other.agreements)


def test_an_instrument_that_carries_out_another_is_signed_itself(find: Find) -> None:
    found = find(
        "A Memorandum of Understanding implementing the Growth Pact was signed by {P:Jo Lund}. "
        "A Memorandum of Understanding beside the Growth Pact was kept."
    )
    assert set(found.signatories(0)) == {"Jo Lund"}
    assert found.agreements[1].status == "referenced"


def test_a_short_form_in_the_headline_is_no_further_party(find: Find) -> None:
    found = find(
        "{O:Norcon=Norcon Holding} awarded contract with {O:Dunmore Port}\n\n{O:Norcon Marine} was "
        "awarded a contract to design the quay of {O:Dunmore Port}."
    )
    assert found.parties() == {"Norcon Marine", "Dunmore Port"}
