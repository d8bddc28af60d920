"""Names that the acronym in the bracket behind them makes whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BodiesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "The [Office of the Adviser on Piers|ORG], Cranes and Ropes ([OAPCR|ORG]) met.",
            ["Office of the Adviser on Piers, Cranes and Ropes", "OAPCR"],
        ),
        (
            "The Old Orme [Harbour Fund|ORG] ([OOHF|ORG]) met.",
            ["Old Orme Harbour Fund", "OOHF"],
        ),
        (
            "The Office of [Orme Fisheries|ORG] ([OOF|ORG]) met.",
            ["Office of Orme Fisheries", "OOF"],
        ),
        (
            "The Old Orme [Harbour Fund S.A.|ORG] ([OOHF|ORG]) met.",
            ["Old Orme Harbour Fund S.A.", "OOHF"],
        ),
        # the opposite: letters of other words, and words that are no name
        (
            "The [Office of the Adviser on Piers|ORG], Cranes and Ropes ([OAPQ|ORG]) met.",
            ["Office of the Adviser on Piers", "OAPQ"],
        ),
        (
            "After the old [Harbour Fund|ORG] ([OHF|ORG]) they left.",
            ["Harbour Fund", "OHF"],
        ),
    ],
)
def test_name_begins_where_its_acronym_does(
    bodies_in: BodiesIn, marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        (
            "He left the [Orme Harbour Company|ORG] ([OHC|ORG]) Limited in May.",
            ["Orme Harbour Company", "OHC"],
        ),
        (
            "He left [Orme Harbour|ORG] ([Peru|ORG]) Limited in May.",
            ["Orme Harbour (Peru) Limited"],
        ),
        (
            "The [Harbour, Piers, and Ropes|ORG] ([HPR|ORG]) Committee met.",
            ["Harbour, Piers, and Ropes (HPR) Committee"],
        ),
    ],
)
def test_bracket_inside_a_name(bodies_in: BodiesIn, marked: str, bodies: list[str]) -> None:
    assert bodies_in(marked) == bodies
