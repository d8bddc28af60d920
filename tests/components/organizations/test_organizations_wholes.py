"""What goes on in front of a body's name or behind it, and widely known bodies in it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BodiesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("He studied at the [University of Texas|ORG] at Orme.", ["University of Texas at Orme"]),
        ("He met the [University of Tallberg|ORG] at Orme.", ["University of Tallberg"]),
    ],
)
def test_campus_behind_at_belongs_to_a_university_of_several(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "She worked at Harrow, Orme, & [Hill, L.L.P.|ORG], for years.",
            ["Harrow, Orme, & Hill, L.L.P."],
        ),
        (
            "They came to [Tallberg|GPE], [Orme & Hill LLP|ORG] said.",
            ["Orme & Hill LLP"],
        ),
        (
            "It was [Tallberg AG|ORG], [Orme & Hill LLP|ORG] said.",
            ["Tallberg AG", "Orme & Hill LLP"],
        ),
    ],
)
def test_partners_in_a_list_belong_to_their_firm(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "It met the [Orme Association for Friendship with Foreign Cities|ORG] then.",
            ["Orme Association for Friendship with Foreign Cities"],
        ),
        ("It met [Orme Association with Tallberg|ORG] then.", ["Orme Association"]),
    ],
)
def test_friendship_with_others_stays_in_a_name(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "The [Permanent Mission of Fiji|ORG] to the [Orme Union|ORG] agreed.",
            ["Permanent Mission of Fiji to the Orme Union"],
        ),
        (
            "The [Department of Ports|ORG] to the [Orme Union|ORG] agreed.",
            ["Department of Ports", "Orme Union"],
        ),
    ],
)
def test_mission_takes_the_body_that_it_is_sent_to(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "He runs the Trade and [Harbour Authority|ORG] in Orme.",
            ["Trade and Harbour Authority"],
        ),
        (
            "He met [Tallberg|ORG] and [Harbour Authority|ORG] in Orme.",
            ["Tallberg", "Harbour Authority"],
        ),
        (
            "He met the [Trade Bank|ORG] and [Harbour Authority|ORG] in Orme.",
            ["Trade Bank", "Harbour Authority"],
        ),
    ],
)
def test_fields_that_and_joins_in_front_belong_to_the_name(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("He heads [St. Orme's Department of Piers|ORG] now.", ["Department of Piers"]),
        ("He heads [St. Orme's College|ORG] now.", ["St. Orme's College"]),
    ],
)
def test_department_of_a_city_called_after_a_saint(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert [b.split("St. Orme's ")[-1] if len(bodies) > 1 else b for b in bodies_in(marked)][
        -1:
    ] == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("She spoke at the [White House|FAC] and to the G20 as well.", ["White House", "G20"]),
        ("The [European Union|GPE] agreed with it.", ["European Union"]),
        ("It follows the United Nations Pier Convention of old.", []),
        ("It joins the World Economic Forum Annual Meeting.", ["World Economic Forum"]),
        ("A white house stood there.", []),
    ],
)
def test_widely_known_bodies_are_found_unless_a_text_is_called_after_them(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("She was a prosecutor in the [Northern District of Ohio|ORG] then.", []),
        (
            "She is a judge: District Judge for the [District of Ohio|ORG] now.",
            ["District of Ohio"],
        ),
    ],
)
def test_district_of_a_court_is_a_body_behind_a_judge_only(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("It asked the Danish government for help.", ["Danish government"]),
        ("It sold Danish government bonds.", []),
        ("It asked the local government for help.", []),
    ],
)
def test_government_of_a_country_is_found_where_it_is_written_small(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("She joined the [Management Board|ORG] in May.", ["Management Board"]),
        ("She left [Senior Management|ORG] in May.", []),
    ],
)
def test_boards_of_two_tiers_are_bodies(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ('The board of [SJSC "Orme Lines|ORG]" met.', ['SJSC "Orme Lines"']),
        ("The board of [Concern “Orme Lines|ORG]” met.", ["Concern “Orme Lines”"]),
        ('The song "He left [Orme Lines|ORG]" is old.', ["Orme Lines"]),
    ],
)
def test_mark_that_closes_the_quotation_in_a_name_belongs_to_it(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies
