"""Each slot of an instrument, and what tells it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


def test_every_slot(find: Find) -> None:
    found = find(
        "{O:Harbour Bank} signed a cooperation agreement with {O:Delta University} and "
        "{O:Institute of Ports} in {L:Lima} on {D:4 March|2023-03-04}. The agreement was signed by "
        "{P:Ana Reyes}, President of {O:Harbour Bank}, and {P:Jo Lund}, in the presence of "
        "{P:Kim Ode}, Mayor of {L:Lima}.",
        Ana_Reyes="Harbour Bank",
    )
    assert found.names == ["cooperation agreement"]
    agreement = found.agreements[0]
    assert (agreement.type, agreement.status) == ("cooperation_agreement", "signed")
    assert found.date() == "2023-03-04"
    assert agreement.place == "Lima"
    assert found.parties() == {"Harbour Bank", "Delta University", "Institute of Ports"}
    assert found.signatories() == {"Ana Reyes": "Harbour Bank", "Jo Lund": None}
    assert found.witnesses() == {"Kim Ode"}


def test_spans_are_slices_of_the_text(find: Find) -> None:
    found = find(
        "{O:Harbour Bank} granted a EUR 5 million loan to {O:Delta University}. The loan agreement "
        "was signed on {D:4 March|2023-03-04}."
    )
    text = found.doc.text
    for agreement in found.agreements:
        for span in (*agreement.mentions, *agreement.amounts):
            assert text[span.start : span.end] == span.text
        assert text[agreement.date.start : agreement.date.end] == "4 March"
        assert all(text[start:end].strip() for start, end in agreement.evidence)


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("{O:A Corp} and {O:B Corp} signed a memorandum of understanding.", "mou"),
        ("{O:A Corp} and {O:B Corp} signed a letter of intent.", "letter_of_intent"),
        ("{O:A Corp} signed a licensing agreement with {O:B Corp}.", "license"),
        ("{O:A Corp} signed a supply agreement with {O:B Corp}.", "contract"),
        ("{O:A Corp} entered into a merger agreement with {O:B Corp}.", "merger_acquisition"),
        (
            "{O:A Corp} signed an agreement with {O:B Corp} to supply pumps.",
            "cooperation_agreement",
        ),
        ("{O:A Corp} signed an agreement on the lease of a pier with {O:B Corp}.", "contract"),
        (
            "{O:A Corp} signed an agreement on the depth of a pier with {O:B Corp}.",
            "cooperation_agreement",
        ),
        ("{O:A Corp} signed a joint venture agreement with {O:B Corp}.", "partnership"),
        ("{O:A Corp} signed a protocol of intent with {O:B Corp}.", "letter_of_intent"),
        ("{O:A Corp} signed an agreement to acquire {O:B Corp}.", "merger_acquisition"),
        ("{O:A Corp} acquires {O:B Corp}.", "merger_acquisition"),
        ("{O:A Bank} signed a loan agreement with {O:B Corp}.", "financing"),
        ("{O:A Fund} awarded a $250,000 grant to {O:B College}.", "financing"),
        ("{O:A Corp} reached a settlement with {O:B Corp}.", "settlement"),
        ("{O:A Corp} announced a strategic partnership with {O:B Corp}.", "partnership"),
        ("{O:A College} and {O:B College} signed a research agreement.", "cooperation_agreement"),
        ("{L:Chile} and {L:Peru} signed a free trade agreement.", "treaty"),
        ("{L:Chile} and {L:Peru} signed an agreement on fishing.", "treaty"),
        ("{L:Chile} and {L:Peru} adopted the joint declaration.", "joint_statement"),
        ("{L:Galway} and {L:Aalborg} signed a sister-city agreement.", "partnership"),
    ],
)
def test_type(find: Find, sentence: str, kind: str) -> None:
    assert [a.type for a in find(sentence).agreements] == [kind]


@pytest.mark.parametrize(
    ("sentence", "status"),
    [
        ("{O:A Corp} inked a supply agreement with {O:B Corp}.", "signed"),
        ("{O:A Corp} has entered into a supply agreement with {O:B Corp}.", "signed"),
        ("The agreement between {O:A Corp} and {O:B Corp} was concluded.", "signed"),
        ("{O:A Corp} and {O:B Corp} reached an agreement.", "signed"),
        ("{O:A Corp} concluded negotiations on the agreement with {O:B Corp}.", "signed"),
        ("{O:A Corp} announced a partnership with {O:B Corp}.", "announced"),
        ("{O:A Corp} was awarded a contract by {O:B Corp}.", "announced"),
        ("{O:A College} will receive a $350,000 grant from {O:B Fund}.", "announced"),
        ("{O:A Corp} will sign an agreement with {O:B Corp}.", "planned"),
        ("{O:A Corp} will meet {O:B Corp} to sign a letter of intent.", "planned"),
        ("{P:Ana Reyes} looks forward to signing an agreement with {O:B Corp}.", "planned"),
        ("A conference for the adoption of the Copper Treaty will open.", "referenced"),
        ("{O:A Corp} intends to enter into a joint venture with {O:B Corp}.", "planned"),
        ("{O:A Corp} has yet to sign an agreement with {O:B Corp}.", "planned"),
        ("{O:A Corp} is negotiating an agreement with {O:B Corp}.", "planned"),
        ("An agreement with {O:B Corp} is expected to be signed.", "planned"),
        ("{O:A Corp} and {O:B Corp} agreed to extend their supply agreement.", "renewed"),
        ("{O:A Corp} renewed its partnership with {O:B Corp}.", "renewed"),
        ("{O:A Corp} has terminated its contract with {O:B Corp}.", "terminated"),
        ("{L:Chile} withdrew from the Copper Pact.", "terminated"),
        ("The MoU on ports between {O:A Corp} and {O:B Corp}, which expired in May.", "terminated"),
        ("{O:A Corp} and {O:B Corp} are finalising a memorandum of understanding.", "planned"),
        ("The Copper Treaty entered into force.", "in_force"),
        ("The agreement between {L:Chile} and {L:Peru} has been in force since 2016.", "in_force"),
        ("{L:Chile} has obligations under the Copper Treaty.", "in_force"),
        ("Under the {D:2019|2019} agreement with {O:B Corp}, {O:A Corp} ships oil.", "referenced"),
        ("The visit follows the signing of the Copper Treaty.", "referenced"),
        ("Talks build on the Copper Treaty signed in {D:1998|1998}.", "referenced"),
    ],
)
def test_status(find: Find, sentence: str, status: str) -> None:
    assert [a.status for a in find(sentence).agreements] == [status]


def test_a_verb_that_did_not_happen_signs_nothing(find: Find) -> None:
    assert find("{O:A Corp} has not signed any agreement with {O:B Corp}.").agreements == ()


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("On {D:May 7|2024-05-07}, {O:A Corp} signed a contract with {O:B Corp}.", "2024-05-07"),
        ("{O:A Corp} {D:today|2024-06-05} signed an MoU with {O:B Corp}.", "2024-06-05"),
        ("The agreement between {O:A Corp} and {O:B Corp}, signed in {D:2015|2015}.", "2015"),
        ("They recall the {D:1907|1907} Hague Convention on War.", "1907"),
        (
            "The agreement between {L:Chile} and {L:Peru} has been in force since {D:2016|2016}.",
            "2016",
        ),
        (
            "The contract with {O:A Corp}, which the two signed in {D:2017|2017}, was terminated.",
            "2017",
        ),
        ("{O:A Corp} ended the deal which it signed with {O:B Corp} in {D:2017|2017}.", "2017"),
        ("They recall the Treaty of {D:1677|1677} between {L:Chile} and {L:Peru}.", "1677"),
        # a dateline is no day of signing
        ("{L:LIMA}, {D:3 May|2023-05-03} – {O:A Corp} announced a deal with {O:B Corp}.", None),
        # a range or a quarter is no day either
        ("{O:A Corp} signed an MoU with {O:B Corp} for {D:2020 to 2024|2020/2024}.", None),
    ],
)
def test_date(find: Find, text: str, date: str | None) -> None:
    assert find(text).date() == date


def test_date_of_the_signing_sentence_in_the_paragraph(find: Find) -> None:
    found = find(
        'On {D:May 7|2024-05-07}, {P:Ana Reyes} signed the "Deep Sea" research project with '
        "{O:A College}. Guests applauded. {O:A College} signed the harbour agreement with {O:B Corp}."
    )
    assert [found.date(n) for n in range(2)] == ["2024-05-07", "2024-05-07"]


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("{O:A Bank} signed a $156.3 million loan agreement with {O:B Corp}.", ["$156.3 million"]),
        ("{O:A Corp} won a contract from {O:B Corp} worth SEK 20 million.", ["SEK 20 million"]),
        ("{O:A Corp} signed a deal with {O:B Corp}.", []),
    ],
)
def test_amounts(find: Find, text: str, amounts: list[str]) -> None:
    assert [m.text for m in find(text).agreements[0].amounts] == amounts


def test_an_older_one_beside_the_news_is_recalled(find: Find) -> None:
    text = (
        "{L:Chile} and {L:Peru} sign MoU on rail\n\n{L:Chile} and {L:Peru} signed an MoU on rail on "
        "{D:5 May 2020|2020-05-05}.\n\nTheir ties are close.\n\nThey are old.\n\nThey are deep."
        "\n\nThey last.\n\nOn {D:2 March 2020|2020-03-02}, both countries signed the Chile-Peru "
        "Water Agreement in {L:Lima}."
    )
    assert [a.status for a in find(text, publish_date="2020-05-05").agreements] == [
        "signed",
        "referenced",
    ]


def test_a_day_of_signing_tells_instruments_apart(find: Find) -> None:
    found = find(
        "{O:A Corp} and {O:B Corp} agreed to terminate their MOU on trucks in light of the "
        "termination of the MOU signed on {D:December 23|2024-12-23} on a merger."
    )
    assert [a.status for a in found.agreements] == ["terminated", "terminated"]
    assert [found.date(n) for n in range(2)] == [None, "2024-12-23"]


def test_the_body_whose_release_it_is(find: Find) -> None:
    found = find(
        "{O:A Bank} holds board meeting\n\nThe Board of {O:A Bank} met. {O:A Bank} grew. Progress on "
        "the MoU with {O:Silver Systems} was reviewed."
    )
    assert found.parties() == {"A Bank", "Silver Systems"}


@pytest.mark.parametrize(
    ("text", "term"),
    [
        ("{O:A Corp} signed a {D:five-year|P5Y} supply agreement with {O:B Corp}.", "P5Y"),
        ("{O:A Corp} signed an MoU with {O:B Corp}, valid for {D:three years|P3Y}.", "P3Y"),
        ("{O:A Corp} signed an MoU for {D:three years|P3Y} with {O:B Corp}.", "P3Y"),
        ("{O:A Corp} has extended by {D:two years|P2Y} its deal with {O:B Corp}.", "P2Y"),
        ("{O:A Corp} signed an MoU with {O:B Corp}. The MoU has a term of {D:a year|P1Y}.", "P1Y"),
        # what lasts is something else
        ("{O:A Corp} signed an MoU with {O:B Corp} after {D:two years|P2Y} of talks.", None),
        ("{O:A Corp}, for {D:ten years|P10Y} a partner, signed an MoU with {O:B Corp}.", None),
    ],
)
def test_term(find: Find, text: str, term: str | None) -> None:
    found = find(text)
    assert [a.term.value if a.term else None for a in found.agreements] == [term]
