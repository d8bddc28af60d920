"""Acronyms in brackets: of bodies, and of what is none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    "marked",
    [
        "They came to the Old Harbour District ([OHD|ORG]). The [OHD|ORG] is wide.",
        "They spoke of harbour property rights ([HPR|ORG]), and [HPR|ORG] alone.",
        "They signed the Ruritania Trade Agreement ([RTA|ORG]) in May.",
        "The senator [Jane Roe|PERSON] ([KY|ORG]) spoke.",
    ],
)
def test_no_body(bodies_in: Find, marked: str) -> None:
    assert bodies_in(marked) == []


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("The [Orme Harbour Trust|ORG] ([OHT|ORG]) agreed.", ["Orme Harbour Trust", "OHT"]),
        ("The [Orme Harbour Trust|ORG]'s ([OHT|ORG]) men.", ["Orme Harbour Trust", "OHT"]),
        (
            "The [Orme Harbour Centre|ORG] in Lima ([OHC|ORG]) agreed.",
            ["Orme Harbour Centre", "OHC"],
        ),
        ("The Board of Directors ([BoD|ORG]) agreed.", ["BoD"]),
        ("The vote of the [OHT|ORG] (in May) stands.", ["OHT"]),
    ],
)
def test_body(bodies_in: Find, marked: str, names: list[str]) -> None:
    assert bodies_in(marked) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The ministry signed it with Nestlé on Monday.", ["Nestlé"]),
        ("Staff of Médecins Sans Frontières met HUD.", ["Médecins Sans Frontières", "HUD"]),
        # what a company makes is no company
        ("They carry the Google Pixel 6 and the Nokia 3310.", []),
    ],
)
def test_widely_known(bodies_in: Find, text: str, names: list[str]) -> None:
    assert bodies_in(text) == names
