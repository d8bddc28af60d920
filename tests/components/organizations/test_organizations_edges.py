"""What belongs to a body's name at its edges, and what a recogniser takes in beside it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BodiesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "[Ministry of Ports\nPress Service|ORG]\n\nIt was so.",
            ["Ministry of Ports", "Press Service"],
        ),
        (
            "[Ministry of Community\nDevelopment and Ports|ORG]\n\nIt was so.",
            ["Ministry of Community\nDevelopment and Ports"],
        ),
        (
            "[MINISTRY OF PORTS\nAND FISHERIES|ORG]\n\nIt was so.",
            ["MINISTRY OF PORTS\nAND FISHERIES"],
        ),
        (
            "[HARBOUR COMPANY OF ORME\nPress Unit|ORG]\n\nIt was so.",
            ["HARBOUR COMPANY OF ORME", "Press Unit"],
        ),
        (
            "[HARBOUR COMPANY OF\nOrme Unit|ORG]\n\nIt was so.",
            ["HARBOUR COMPANY OF\nOrme Unit"],
        ),
    ],
)
def test_name_ends_with_its_line_unless_the_line_goes_on(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        ("She joined the [Harbour Service, Class of Counselor|ORG], in May.", "Harbour Service"),
        ("He taught at [Orme Middle School, Ohio|ORG] for years.", "Orme Middle School"),
        ("They paid [Orme County, Ohio|ORG] for it.", "Orme County, Ohio"),
        (
            "The [University of California, Santa Cruz|ORG] was there.",
            "University of California, Santa Cruz",
        ),
        ("The [Harbour Alumni Association Walk|ORG] raised funds.", "Harbour Alumni Association"),
        ("It sold [Tallberg Ltd-produced|ORG] cranes to all.", "Tallberg Ltd"),
        # the place of a dateline in front
        ("Orme, [TX - Tallberg Robotics, Inc.|ORG] opened a plant.", "Tallberg Robotics, Inc."),
        ("ORME, [Texas - Tallberg Robotics, Inc.|ORG] opened a plant.", "Tallberg Robotics, Inc."),
        ("The crew of [AB - Tallberg Robotics, Inc.|ORG] won.", "AB - Tallberg Robotics, Inc."),
    ],
)
def test_what_follows_a_name_is_left_out(bodies_in: BodiesIn, marked: str, body: str) -> None:
    assert bodies_in(marked) == [body]


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        (
            "He leads the [Harbour Media|ORG] Development Authority of late.",
            "Harbour Media Development Authority",
        ),
        ("He leads the [Joint Pier Working|ORG] Group of late.", "Joint Pier Working Group"),
        (
            "It asked the [Office of the Registrar for|ORG] [Orme County|LOC] to come.",
            "Office of the Registrar for Orme County",
        ),
    ],
)
def test_name_goes_on_to_its_head_and_over_an_open_end(
    bodies_in: BodiesIn, marked: str, body: str
) -> None:
    assert bodies_in(marked) == [body]


def test_name_does_not_go_on_to_an_office_behind_it(bodies_in: BodiesIn) -> None:
    assert bodies_in("He met [Harbour Media|ORG] Council Chair Ana Reyes today.") == [
        "Harbour Media"
    ]
    marked = "He met [Pier Safety Council|ORG] Eastern Coast Coordinator Ana Reyes today."
    assert bodies_in(marked) == ["Pier Safety Council"]


def test_first_part_of_a_hyphenated_office_is_no_legal_form(bodies_in: BodiesIn) -> None:
    assert bodies_in("Whip for the [Orme Caucus|ORG], Co-Chair of Piers.") == ["Orme Caucus"]
    assert bodies_in("It bought [Orme Piers|ORG], Co. and more.") == ["Orme Piers, Co."]


@pytest.mark.parametrize(
    ("marked", "body"),
    [
        (
            "She sits on the Board of Directors of the [Orme Museum|ORG] now.",
            "Board of Directors of the Orme Museum",
        ),
        ("She chairs the Board of [Tallberg Foods|ORG] now.", "Board of Tallberg Foods"),
        ("She sits on the board of directors of [Tallberg Foods|ORG] now.", "Tallberg Foods"),
        # what kind of board it is belongs to its name
        (
            "She chairs the Management Board of [Tallberg Foods|ORG] now.",
            "Management Board of Tallberg Foods",
        ),
        # a board that somebody holds an office of is part of the office
        ("She is Chair of the Board of Directors of [Tallberg Foods|ORG] now.", "Tallberg Foods"),
        ("She is Chair of the [Board of Directors of Tallberg Foods|ORG] now.", "Tallberg Foods"),
        ("She is Chair of the [Board of Directors|ORG] of [Tallberg Foods|ORG].", "Tallberg Foods"),
        ("She is President of the [Board of Trade|ORG] now.", "Board of Trade"),
        # the name goes on to its board, but not to what somebody's office is
        (
            "She is Chair of [Orme Pier Foundation Board|ORG]; and more.",
            "Orme Pier Foundation Board",
        ),
        ("[Orme Pier Foundation|ORG] Board agreed.", "Orme Pier Foundation Board"),
        ("[Orme Pier Foundation|ORG] Board Member Jane agreed.", "Orme Pier Foundation"),
    ],
)
def test_board_belongs_to_the_body_it_is_of(bodies_in: BodiesIn, marked: str, body: str) -> None:
    assert bodies_in(marked) == [body]


def test_body_that_is_called_after_a_bay(bodies_in: BodiesIn) -> None:
    assert bodies_in("He left the [Bay of Orme Commission|ORG] in May.") == [
        "Bay of Orme Commission"
    ]
    assert bodies_in("He left the [Bay of Orme|ORG] in May.") == []


@pytest.mark.parametrize(
    "marked",
    [
        "They met in the Initiative on Critical Piers ([iCP|ORG]) again. [iCP|ORG] is new.",
        "They signed a Pier Memorandum of Understanding (the “[PMoU|ORG]”) today.",
    ],
)
def test_acronym_of_what_is_no_body(bodies_in: BodiesIn, marked: str) -> None:
    assert bodies_in(marked) == []


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("Staff of [Orme Public Library/OPW|ORG] met.", ["Orme Public Library", "OPW"]),
        ("Staff of the [Ministry of Piers/Fisheries|ORG] met.", ["Ministry of Piers/Fisheries"]),
        ("Staff of the [Orme Union to Peru|ORG] met.", ["Orme Union"]),
        ("In [Copyright Orlina Foundry|ORG] only.", ["Orlina Foundry"]),
        ("In [Orlina Foundry Ltd v|ORG] Reyes it lost.", ["Orlina Foundry Ltd"]),
        ("She went to [St Eskil's College|ORG], Orme.", ["St Eskil's College"]),
        ("It met [Peru's Ministry of Piers|ORG] today.", ["Ministry of Piers"]),
        ("It met the [Orme Fishermen's Union|ORG] today.", ["Orme Fishermen's Union"]),
        ("For years the Senate Piers Committee I lead has met.", ["Senate Piers Committee"]),
    ],
)
def test_marks_and_small_words_that_end_a_name(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


def test_fields_of_an_office_are_no_body(bodies_in: BodiesIn) -> None:
    marked = "Ana Reyes, Minister for the Environment, [Climate Change and Energy|ORG], spoke."
    assert bodies_in(marked) == []
    assert bodies_in("The Minister met [Climate Energy|ORG] today.") == ["Climate Energy"]


def test_words_behind_an_office_in_capitals_are_no_acronyms(bodies_in: BodiesIn) -> None:
    assert bodies_in("MEMORANDUM FOR THE SECRETARY OF DEFENSE THE DIRECTOR OF PIERS") == []
    assert bodies_in("She met the Director of OPW there.") == ["OPW"]


def test_part_behind_an_office_and_a_comma_is_a_body(bodies_in: BodiesIn) -> None:
    marked = "Ana Reyes, Director, [School of Engineering and Energy|ORG], spoke."
    assert bodies_in(marked) == ["School of Engineering and Energy"]


def test_the_address_of_a_page_is_no_body(bodies_in: BodiesIn) -> None:
    assert bodies_in("The [Harbour Bank|ORG] ([www.HarbourBank.org|ORG]) opened.") == [
        "Harbour Bank"
    ]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("The firm is active in [Western Europe|ORG] and elsewhere.", []),
        ("The firm is listed on [Orme Exchange|ORG], [Large Cap|ORG].", ["Orme Exchange"]),
        ("PACT BETWEEN [KENYAN|ORG] LEADERS AND OTHERS", []),
        ("PACT BETWEEN [KENYA AIRLINES|ORG] AND OTHERS", ["KENYA AIRLINES"]),
    ],
)
def test_parts_of_the_world_segments_of_exchanges_and_peoples_are_no_bodies(
    bodies_in: BodiesIn, marked: str, names: list[str]
) -> None:
    assert bodies_in(marked) == names


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The [Government of Peru on Trade|ORG] agreed.", "Government of Peru"),
        ("The [Commission of Peru on Trade|ORG] agreed.", "Commission of Peru on Trade"),
    ],
)
def test_topic_behind_a_state_is_no_part_of_its_name(
    bodies_in: BodiesIn, marked: str, name: str
) -> None:
    assert bodies_in(marked) == [name]
