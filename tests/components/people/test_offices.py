"""Names behind an office, and behind the body or the place that it is held at."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]


def test_list_of_offices_goes_on_behind_a_person(people_in: Find) -> None:
    marked = (
        "The head of [Orlina|ORG], [Ana Reyes|PERSON], and the CEO of [Grupo Harrow Castell|ORG],"
        " [Bo Lind|PERSON], spoke."
    )
    assert people_in(marked) == ["Ana Reyes", "Bo Lind"]


@pytest.mark.parametrize(
    ("marked", "name"),
    [
        ("They were met by Mayor [Lahcen Aït Moukrim|ORG] at the gate.", "Lahcen Aït Moukrim"),
        ("They were met by Governor Zhaksylyk Omaruly at the gate.", "Zhaksylyk Omaruly"),
        ("They were met by Rear Admiral (NS) Lui Tack Yen at the gate.", "Lui Tack Yen"),
        (
            "Mayor of [Panauti Municipality Ramkrishna Kakshya|ORG] spoke first.",
            "Ramkrishna Kakshya",
        ),
        (
            "The Rector of Tallberg University Saule Ermekova received the guests.",
            "Saule Ermekova",
        ),
        (
            "The Foreign Minister of [Türkiye|LOC] Feyza Altan-Demir arrived on Monday.",
            "Feyza Altan-Demir",
        ),
        ("They met Minister of Housing and Urban-Rural Development Ni Hongwei.", "Ni Hongwei"),
        ("They met the Special Envoy for Climate Change Xie Zhenhai.", "Xie Zhenhai"),
        ("The Minister of Water [Resources Li Guoyan|PERSON] agreed.", "Li Guoyan"),
        ("The Ambassador of Mongolia Bat-Erdene Gansukh agreed.", "Bat-Erdene Gansukh"),
    ],
)
def test_name_behind_an_office(people_in: Find, marked: str, name: str) -> None:
    assert people_in(marked) == [name]


@pytest.mark.parametrize(
    "marked",
    [
        "The Director Human Resources was absent from the talks.",
        "Shares of [General Motor Works|ORG] rose on Monday in the city.",
        "The President of Ghana National Petroleum Corporation was absent.",
        "She is Minister of Foreign Affairs and spoke at length.",
        "The Head of Corporate Affairs was absent from the talks.",
        "Ambassador-at-large was the post that was offered to her.",
    ],
)
def test_what_stands_behind_an_office_and_is_no_name(people_in: Find, marked: str) -> None:
    assert people_in(marked) == []
