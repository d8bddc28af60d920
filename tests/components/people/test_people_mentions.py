"""Where the name of a human being begins and ends, and which names the recogniser missed."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from communique.components.mentions import Dateline
from communique.components.people.component import PeopleComponent

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("[Li Gang|PERSON], Vice Mayor of Shenyang, spoke.", "Li Gang"),
        ("[Mr. Li Gang|PERSON] spoke.", "Li Gang"),
        ("[H.E. Dr. Amara Nwosu|PERSON] opened the meeting.", "Amara Nwosu"),
        ("[Deputy Minister Amara Nwosu|PERSON] opened it.", "Amara Nwosu"),
        ("[Datuk Seri Farid bin Osman|PERSON] agreed.", "Farid bin Osman"),
        ("The report of [Amara Nwosu's|PERSON] office came.", "Amara Nwosu"),
        ("It was signed by [Amara Nwosu, PhD|PERSON] on Monday.", "Amara Nwosu"),
        ("It was signed by [Robert Vance Jr.|PERSON] on Monday.", "Robert Vance Jr."),
        ("So said K. [Ramasamy|PERSON] of the board.", "K. Ramasamy"),
        ("So said G.P. [Perera|PERSON] of the board.", "G.P. Perera"),
        ("[Lee Chun|PERSON]-yi led the delegation.", "Lee Chun-yi"),
        ("[Maria de la Cruz|PERSON] signed.", "Maria de la Cruz"),
        ("[Jean-Luc d'Aubigny|PERSON] signed.", "Jean-Luc d'Aubigny"),
        ("[Yousef al-Harthy|PERSON] signed.", "Yousef al-Harthy"),
        ("[U Thein Maung|PERSON] signed.", "U Thein Maung"),
        ("Dato’ [Sri Farid Osman|PERSON] signed.", "Farid Osman"),
        ("[Amara Nwosu KENYA|PERSON] was there.", "Amara Nwosu"),
        ("[AMARA NWOSU|PERSON] was there.", "AMARA NWOSU"),
        ("[Amara Nwosu Ag. Dean|PERSON] signed.", "Amara Nwosu"),
        ("[Amara Nwosu Deputy Director|PERSON] signed.", "Amara Nwosu"),
        ("[Amara Nwosu Deputy|PERSON] Director signed.", "Amara Nwosu"),
        ("[Amara Nwosu Special|PERSON] was there.", "Amara Nwosu Special"),
        ("The bid of [Nominee Amara Nwosu|PERSON] was over.", "Amara Nwosu"),
        ("The [Nwosu|PERSON]-era rules went on.", "Nwosu"),
        ("The [Amara Nwosu|PERSON]-led talks went on.", "Amara Nwosu"),
    ],
)
def test_span_is_cut_to_the_name(people_in: Find, marked: str, name: str) -> None:
    assert people_in(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "The [Minister|PERSON] agreed.",
        "The [President|PERSON] agreed.",
        "[Madam Chair|PERSON], thank you.",
        "Talks with [Singapore|PERSON] went on.",
        "The [Kampong|PERSON] Institute of Harbours opened.",
        "[Debevoise|PERSON] & Harrow LLP advised.",
        "[Tallberg Municipal Government|PERSON] agreed.",
        "[January|PERSON] was cold.",
        "In Denver, Minister after minister came.",
    ],
)
def test_what_is_no_name(people_in: Find, marked: str) -> None:
    assert people_in(marked) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("It was said by Mr Hugo H. Siebold of the court.", "Hugo H. Siebold"),
        ("It was said by Dr. Wangari Odhiambo, who led it.", "Wangari Odhiambo"),
        ("Thanks go to Jussi Halonen, CEO of the firm.", "Jussi Halonen"),
        ("Also present was Tan Wei Ming (Chairman) of the board.", "Tan Wei Ming"),
    ],
)
def test_name_that_only_its_surroundings_show(people_in: Find, text: str, name: str) -> None:
    assert people_in(text) == [name]


def test_line_break_ends_a_name(people_in: Find) -> None:
    marked = "The prize of the port went to\n[Ana Reyes\nDesign|PERSON] and other crafts"
    assert people_in(marked) == ["Ana Reyes"]


def test_label_that_the_name_has_most_often_counts_everywhere(people_in: Find) -> None:
    marked = "[Amara Nwosu|PERSON] came. [Amara Nwosu|PERSON] left. [Amara Nwosu|ORG] came back."
    assert people_in(marked) == ["Amara Nwosu"] * 3


def test_single_label_of_a_body_outweighs_that_of_a_person(people_in: Find) -> None:
    assert people_in("[Orme Nwosu|PERSON] came. [Orme Nwosu|ORG] left.") == []
    assert people_in("[Nwosu|PERSON] came. [Nwosu|ORG] left.") == []


def test_place_in_the_dateline_is_no_person(annotated: Callable[[str], Doc]) -> None:
    doc = annotated("[LIMA|PERSON], 3 May 2024 – [Ana Reyes|PERSON] spoke to reporters there.")
    doc._.dateline = Dateline(0, 16, "LIMA", "2024-05-03")
    found = PeopleComponent()(doc)._.people
    assert [p.name for p in found] == ["Ana Reyes"]
