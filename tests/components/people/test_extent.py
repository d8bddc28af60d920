"""How far a name goes beyond what the recogniser marks of it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The plan of Arun [Kumar Yonjan|PERSON] was praised.", "Arun Kumar Yonjan"),
        ("The plan of Liis-[Marie Tepp|PERSON] was praised.", "Liis-Marie Tepp"),
        ("The plan of Md. [Shafiq Bhuyan|PERSON] was praised.", "Md. Shafiq Bhuyan"),
        ('The plan of [Ramona|PERSON] "Chela" Ibarra was praised.', 'Ramona "Chela" Ibarra'),
        ("The plan of [Robert Vance|PERSON], Jr., was praised.", "Robert Vance, Jr."),
        ("The plan of [Robert Vance|PERSON], Jury, was praised.", "Robert Vance"),
    ],
)
def test_name_grows(people_in: Find, marked: str, name: str) -> None:
    assert people_in(marked) == [name]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("The plan of Minister [Arun Yonjan|PERSON] was praised.", "Arun Yonjan"),
        ("The plan of [Nepal|LOC] [Arun Yonjan|PERSON] was praised.", "Arun Yonjan"),
        ("Yesterday [Arun Yonjan|PERSON] spoke of the plan.", "Arun Yonjan"),
        ("They met Mr Justice [Arun Yonjan|PERSON] at noon.", "Arun Yonjan"),
        ("They met Mr Dean [Yonjan|PERSON] at noon.", "Dean Yonjan"),
        ("Senator Blue Praises [Arun Yonjan|PERSON] And His Plan", "Arun Yonjan"),
    ],
)
def test_name_stays(people_in: Find, marked: str, name: str) -> None:
    assert people_in(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "The meeting was held in [Dhulikot|PERSON] on Monday.",
        "They came to [Dhulikot|PERSON], Nepal, on Monday.",
        "The Mayor of [Dhulikot|PERSON] spoke on Monday.",
    ],
)
def test_places_are_no_people(people_in: Find, marked: str) -> None:
    assert people_in(marked) == []


def test_confidence_in_a_person(people_in: Find) -> None:
    assert people_in("She has confidence in [Jane Roe|PERSON].") == ["Jane Roe"]


def test_a_full_name_is_a_persons_wherever_it_stands(people_in: Find) -> None:
    called = "[Om Romny|PERSON] came. [Om Romny|PERSON] led. "
    assert people_in(called + "[Om Romny|ORG] left. Then Om Romny slept.") == ["Om Romny"] * 4
    # but not inside a longer name
    longer = "The [Om Romny Foundation|ORG] paid. Om Romny Institute paid."
    assert people_in(called + longer) == ["Om Romny"] * 2


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("They saw [Kedi Mei Floor|PERSON] Industry Research Institute in May.", []),
        ("They saw [Jane Roe|PERSON] Director Research Institute in May.", ["Jane Roe"]),
        ("They saw [Jane Roe|PERSON], Research Institute, in May.", ["Jane Roe"]),
    ],
)
def test_a_name_that_goes_on_to_a_head_is_a_bodys(
    people_in: Find, marked: str, names: list[str]
) -> None:
    assert people_in(marked) == names
