"""What is an instrument, how its name reaches, and which phrases speak of the same one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        # nothing in the sentence tells: the model is asked
        ("Fans spoke of a hosting agreement for the games.", []),
        (
            "Fans spoke of a {A:hosting agreement} for the games.",
            ["hosting agreement for the games"],
        ),
        # but not of several, of none, of what may only come about or refers back
        ("Fans spoke of {A:hosting agreements} for the games.", []),
        ("Fans spoke of no {A:hosting agreement}.", []),
        ("The city may reach a {A:hosting agreement}.", []),
        ("Fans spoke of the {A:agreement}.", []),
    ],
)
def test_learned_instruments(find: Find, text: str, names: list[str]) -> None:
    assert find(text).names == names


@pytest.mark.parametrize(
    "text",
    [
        "He was in agreement with {O:A Corp} about the plan.",
        "Senators reached a bipartisan agreement on roads.",
        "The {O:North Coast Treaty Organization} met in {L:Oslo}.",
        "Senator {P:Grant Wood} spoke of a good deal with {O:A Corp}.",
        "The President signed an Executive Order and two bills into law.",
        "Contract workers at {O:A Corp} wore masks under new safety protocols.",
        "{O:A Corp} works in partnership with {O:B Corp}.",
        "{O:A Corp} offers electricity contracts and student loans.",
        "The Democratic National Convention opened in {L:Chicago}.",
        "Guests came to the Singapore Convention Week.",
        "How many countries have signed extradition treaties with {L:Chile}?",
        "{O:A Corp} values the deep cooperation with {O:B Corp}.",
        "They exchanged views on cooperation with {O:B Corp}.",
        "The project, which {P:Ana Reyes} signed into law, has grown.",
        "The grant of legal aid is made by {O:A Board}.",
        "{O:A Ministry} announced plans to extend the loan caps for {O:B Corp}.",
        "After talks the parties may reach an agreement and go to court.",
        "{O:A Office} wrote the Tribal Treaty Rights Guidebook.",
        "Within three days either party may terminate the variation agreement.",
        "Success hinges on close partnership between industry and {O:A Board}.",
        "{L:Chile} is the ninth state to have concluded such an agreement with {O:A Court}.",
        "{O:A Court} announced help for Sole Proprietors and Partnerships.",
        "{P:Ana Reyes} signed statutory declarations.",
        "They met within the framework of the visit and signed it.",
        "Six cities adopted a charter on urban water.",
        "Big firms in {L:Chile} had a factory since {P:Ana Reyes} signed the bill.",
    ],
)
def test_no_instrument(find: Find, text: str) -> None:
    assert find(text).names == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        # without article, praise and amount
        (
            "{O:A Corp} signed a landmark $4 million supply agreement with {O:B Corp}.",
            "supply agreement",
        ),
        (
            "{O:A Corp} and {O:B Corp} signed an important, new research agreement.",
            "research agreement",
        ),
        # quotes and modifiers are kept
        (
            '{O:A Corp} signed the "Deep Sea" research agreement with {O:B Corp}.',
            '"Deep Sea" research agreement',
        ),
        ("{O:A Corp} signed a three-year contract with {O:B Corp}.", "three-year contract"),
        (
            "{O:A Corp} and {O:B Corp} signed a legal and judicial cooperation agreement.",
            "legal and judicial cooperation agreement",
        ),
        # what it is about, and its bracket
        ("{L:Chile} and {L:Peru} signed a treaty on water.", "treaty on water"),
        (
            "They joined the Convention against the Taking of Fish.",
            "Convention against the Taking of Fish",
        ),
        (
            "{L:Chile} and {L:Peru} signed a Memorandum of Understanding (MoU) on Legal Aid.",
            "Memorandum of Understanding (MoU) on Legal Aid",
        ),
        # a purpose is no part of it
        ("{O:A Corp} and {O:B Corp} signed an MoU to deepen their ties.", "MoU"),
        # whom it is with, where nothing else tells
        ("{O:A College} signs MoU with {O:B College}", "MoU with B College"),
        ("They recall the New York Convention on Awards.", "New York Convention on Awards"),
        # a year before it is its date
        ("They recall the {D:2020|2020} Chile-Peru Trade Agreement.", "Chile-Peru Trade Agreement"),
    ],
)
def test_name(find: Find, text: str, name: str) -> None:
    assert find(text).names == [name]


def test_coordinated_instruments_are_two_with_the_same_slots(find: Find) -> None:
    found = find(
        'On {D:3 June|2024-06-03} {O:A College} signed the "Blue Hall" project agreement and the '
        '"Deep Sea" training agreement with {O:B Ministry} of {L:Peru} and {O:C Institute}.'
    )
    assert found.names == ['"Blue Hall" project agreement', '"Deep Sea" training agreement']
    for number in range(2):
        assert found.parties(number) == {"A College", "B Ministry", "C Institute"}
        assert found.date(number) == "2024-06-03"


def test_a_project_signed_and_its_agreement_are_one(find: Find) -> None:
    found = find(
        '{P:Ana Reyes} visited and signed the "Deep Sea" training cooperation project with '
        '{O:A College}. {O:A College} signed the "Blue Hall" agreement and the "Deep Sea" training '
        "cooperation agreement with {O:B Ministry}. She said that the cooperation project signed "
        "this time is important."
    )
    assert len(found.agreements) == 2
    deep_sea = found.names.index('"Deep Sea" training cooperation agreement')
    assert found.parties(deep_sea) == {"A College", "B Ministry"}
    assert set(found.signatories(deep_sea)) == {"Ana Reyes"}
    assert found.signatories(1 - deep_sea) == {}


def test_a_short_form_speaks_of_the_only_one(find: Find) -> None:
    found = find(
        "{O:A Corp} signed a supply agreement with {O:B Corp}. The agreement runs for a year. This "
        "deal is good."
    )
    assert [m.text for m in found.agreements[0].mentions] == [
        "supply agreement",
        "agreement",
        "deal",
    ]


def test_an_ambiguous_short_form_stays_alone(find: Find) -> None:
    found = find(
        "{O:A Corp} signed a supply agreement with {O:B Corp}. {O:A Corp} signed a lease agreement "
        "with {O:C Corp}. The agreement runs for a year."
    )
    assert [[m.text for m in a.mentions] for a in found.agreements] == [
        ["supply agreement"],
        ["lease agreement"],
    ]


def test_headline_and_body_are_joined(find: Find) -> None:
    found = find(
        "{L:Chile} and {L:Peru} sign agreement on legal aid\n\n"
        "The Ministers of Justice of {L:Chile} and {L:Peru} signed a Memorandum of Understanding on "
        "legal aid on {D:12 March|2008-03-12}."
    )
    assert [a.type for a in found.agreements] == ["mou"]
    assert found.date() == "2008-03-12"


def test_a_plural_is_given_to_those_it_sums_up(find: Find) -> None:
    found = find(
        "{O:A Corp} and {O:B Corp} signed two Memoranda of Understanding on {D:5 May|2020-05-05}. "
        "The Memorandum of Understanding on Ports covers quays. The Memorandum of Understanding on "
        "Rail covers trains."
    )
    assert found.names == [
        "Memorandum of Understanding on Ports",
        "Memorandum of Understanding on Rail",
    ]
    assert [a.status for a in found.agreements] == ["signed", "signed"]
    assert found.parties(0) == found.parties(1) == {"A Corp", "B Corp"}


@pytest.mark.parametrize(
    ("text", "pairs"),
    [
        (
            "{L:Chile} has bilateral treaties with {L:Peru} and {L:Bolivia}.",
            [{"Chile", "Peru"}, {"Chile", "Bolivia"}],
        ),
        (
            "{O:A Corp} signs two agreements with {O:B Corp} and {O:C Corp}.",
            [{"A Corp", "B Corp"}, {"A Corp", "C Corp"}],
        ),
        (
            "{O:A Corp} and {O:B Corp} signed MoUs with {O:C Corp} and {O:D Corp} respectively.",
            [{"A Corp", "C Corp"}, {"B Corp", "D Corp"}],
        ),
        (
            "{O:A Corp} signed MoUs with {O:B Corp} and {O:C Corp}.",
            [{"A Corp", "B Corp", "C Corp"}],
        ),
    ],
)
def test_a_plural_is_parted_by_its_parties(find: Find, text: str, pairs: list[set[str]]) -> None:
    found = find(text)
    assert [found.parties(n) for n in range(len(found.agreements))] == pairs


def test_a_similar_one_is_another(find: Find) -> None:
    found = find(
        "On {D:9 May|2020-05-09} {P:Ana Reyes} signed a Memorandum of Understanding (MOU) between "
        "{O:A Office} and {O:B Court}. On {D:10 May|2020-05-10} she witnessed the signing of a "
        "similar Memorandum of Understanding between {O:A Office} and {O:C Court}."
    )
    assert [found.parties(n) for n in range(2)] == [
        {"A Office", "B Court"},
        {"A Office", "C Court"},
    ]
    assert [found.date(n) for n in range(2)] == ["2020-05-09", "2020-05-10"]


def test_a_defined_short_form_is_a_mention(find: Find) -> None:
    found = find(
        "{L:Norway} and {L:Iceland} signed the Coastal Fisheries Agreement (CFA) in {L:Oslo}. CFA "
        "covers cod."
    )
    assert [m.text for m in found.agreements[0].mentions] == [
        "Coastal Fisheries Agreement",
        "CFA",
        "CFA",
    ]


def test_a_defined_short_form_is_a_phrase_of_its_own(find: Find) -> None:
    found = find(
        "The supervisors of {L:Chile} and {L:Peru} announce a Multilateral Memorandum of Understanding "
        "(the “MMoU”). The authorities signed the MMoU on {D:13 January|2023-01-13}."
    )
    assert [a.status for a in found.agreements] == ["signed"]
    assert found.date() == "2023-01-13"


def test_one_that_is_ended_is_not_the_one_that_is_made(find: Find) -> None:
    found = find(
        "{O:A Air} and {O:B Air} concluded a codeshare agreement. In November {O:A Air} ended its "
        "codeshare agreement with {O:C Air}."
    )
    assert [a.status for a in found.agreements] == ["signed", "terminated"]
    assert [found.parties(n) for n in range(2)] == [{"A Air", "B Air"}, {"A Air", "C Air"}]


def test_a_takeover_told_by_a_verb_is_joined_with_its_noun(find: Find) -> None:
    found = find(
        "{O:Northwind} acquires {O:Fjordtek}\n\n"
        "{O:Northwind} has acquired {O:Fjordtek}. The acquisition strengthens {O:Northwind}. The "
        "transaction closed on {D:8 January|2026-01-08}."
    )
    assert len(found.agreements) == 1
    assert found.names == ["acquisition"]
    assert found.parties() == {"Northwind", "Fjordtek"}


def test_nothing_is_carried_to_the_next_document(find: Find) -> None:
    text = "{L:Chile} and {L:Peru} signed the Copper Treaty on {D:5 May|2020-05-05}."
    first = find(text).agreements
    find("{O:A Corp} signed a contract with {O:B Corp}.")
    assert find(text).agreements == first


def test_a_proper_name_is_one_instrument_beside_a_loose_one(find: Find) -> None:
    found = find(
        "{L:Oman} and {O:A Court} sign a Model Agreement. {L:Oman} is the first to have a model "
        "agreement for hearings. The minister said that the Model Agreement is an honour. The text of "
        "the Model Agreement is public."
    )
    assert sum(m.text == "Model Agreement" for a in found.agreements for m in a.mentions) == 3
    assert len([a for a in found.agreements if a.name.startswith("Model Agreement")]) == 1


def test_another_name_is_no_telling_again_of_a_headline(find: Find) -> None:
    found = find(
        "Talks on an air treaty end\n\n{L:Peru} spoke of the Lima Convention on Seas. It also signed the Oslo "
        "Convention on Rivers."
    )
    assert "Lima Convention on Seas" in found.names


def test_a_figure_of_a_note_is_no_part_of_the_word(find: Find) -> None:
    found = find("The bill follows the signing of a tax treaty1 between {L:Peru} and {L:Oman}.")
    assert found.parties() == {"Peru", "Oman"}


def test_each_of_two_told_behind_their_number(find: Find) -> None:
    found = find(
        "{P:Ana Reyes} saw the signing of MoUs.\n\n{P:Ana Reyes} witnessed the signing of two MoUs - one "
        "between {O:A Board} and {O:B Board}, and another between {O:C Board} and {O:B Board}."
    )
    assert [found.parties(n) for n in (0, 1)] == [{"A Board", "B Board"}, {"C Board", "B Board"}]


def test_an_exchange_of_other_things_makes_no_instrument(find: Find) -> None:
    found = find(
        "{L:Peru} and {L:Oman} signed three MoUs to ease the exchange of data, and enhance cooperation in air."
    )
    assert found.names == ["MoUs"]


def test_the_sum_of_several_gives_none_the_parties_of_all(find: Find) -> None:
    found = find(
        "{O:A Board} signed an MoU on books with {O:B Library}. {O:A Board} signed an MoU on maps with "
        "{O:C Archive}. The MoUs that {O:A Board} signed with {O:B Library} and with {O:C Archive} help."
    )
    assert [found.parties(n) for n in (0, 1)] == [
        {"A Board", "B Library"},
        {"A Board", "C Archive"},
    ]


def test_an_older_one_that_the_same_two_signed(find: Find) -> None:
    found = find(
        "An MoC was signed between {O:A Ministry} and {O:B Council}. It follows an MoU that "
        "{O:A Ministry} signed with {O:B Council} in {D:2020|2020}."
    )
    assert len(found.agreements) == 2
    again = find(
        "{O:A Ministry} and {O:B Council} announced an MoU. {O:A Ministry} signed an MoU with "
        "{O:B Council}."
    )
    assert len(again.agreements) == 1
