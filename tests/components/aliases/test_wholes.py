"""Which body, and which country, a body belongs to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Resolve = Callable[[str], Doc]


def wholes(doc: Doc) -> dict[str, str | None]:
    names = {body.id: body.name for body in doc._.organizations}
    return {b.name: names[b.part_of] if b.part_of else None for b in doc._.organizations}


def countries(doc: Doc) -> dict[str, str | None]:
    return {body.name: body.country for body in doc._.organizations}


@pytest.mark.parametrize(
    ("marked", "part", "whole"),
    [
        (
            "The [Orlina Bank|ORG] met its [Orlina Bank Press Office|ORG].",
            "Orlina Bank Press Office",
            "Orlina Bank",
        ),
        (
            "The [Orlina Bank|ORG]'s [Credit Department|ORG] said so.",
            "Credit Department",
            "Orlina Bank",
        ),
        (
            "She left the [Faculty of Law|ORG], [Orme University|ORG], in May.",
            "Faculty of Law",
            "Orme University",
        ),
    ],
)
def test_part_of_a_body(resolved: Resolve, marked: str, part: str, whole: str) -> None:
    assert wholes(resolved(marked))[part] == whole


@pytest.mark.parametrize(
    "marked",
    [
        "The [Orlina Bank|ORG] met the [Credit Department|ORG].",
        "They met the [Faculty of Law|ORG], [Orlina Bank|ORG] and others.",
        "The [Orlina Bank|ORG] met the [Orlina Bank Brewery|ORG].",
    ],
)
def test_body_beside_another_is_no_part(resolved: Resolve, marked: str) -> None:
    assert set(wholes(resolved(marked)).values()) == {None}


def test_last_name_of_a_list_of_parts_says_whose_they_are(resolved: Resolve) -> None:
    doc = resolved(
        "The [Orme University|ORG] was host. They visited the [Crane Center|ORG], [Pier Training "
        "Center|ORG], and [Rope Research Institute of Orme University|ORG]."
    )
    assert wholes(doc) == {
        "Orme University": None,
        "Crane Center": "Orme University",
        "Pier Training Center": "Orme University",
        "Rope Research Institute of Orme University": "Orme University",
    }


def test_one_body_before_a_part_is_not_its_sister(resolved: Resolve) -> None:
    doc = resolved(
        "The [Orme University|ORG] was host. They visited the [Crane Hospital|ORG] and [Rope "
        "Research Institute of Orme University|ORG]."
    )
    assert wholes(doc)["Crane Hospital"] is None


@pytest.mark.parametrize(
    ("marked", "country"),
    [
        ("The [Ministry of Piers of Peru|ORG] said so.", "Peru"),
        ("[Peru|LOC]'s [Ministry of Piers|ORG] said so.", "Peru"),
        ("The [Peruvian Navy|ORG] came.", "Peru"),
        ("The [Embassy of Peru in Chile|ORG] said so.", "Peru"),
        ("The [University of Ghana|ORG] said so.", "Ghana"),
        ("The [Ministry of Piers|ORG] said so in Peru.", None),
        ("The [Senate Committee on Indian Piers|ORG] met.", None),
        ("[Peru-Chile Pier Commission|ORG] met.", None),
        ("The [Peruvian Crane Trading Ltd|ORG] came.", None),
    ],
)
def test_country_of_a_body(resolved: Resolve, marked: str, country: str | None) -> None:
    assert list(countries(resolved(marked)).values()) == [country]


def test_part_is_of_the_country_of_the_whole(resolved: Resolve) -> None:
    doc = resolved("The [Port Department of MoPF of Peru|ORG] met. [MoPF of Peru|ORG] paid.")
    assert countries(doc) == {"Port Department of MoPF of Peru": "Peru", "MoPF of Peru": "Peru"}
    assert {body.type for body in doc._.organizations} == {"government"}
