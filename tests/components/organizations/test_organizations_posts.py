"""Embassies, missions and delegations, and the place that they are posted to."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("The [Embassy of Peru|ORG] in Chile agreed.", ["Embassy of Peru in Chile"]),
        (
            "The [Embassy of Peru|ORG] in [Chile|LOC] and [Bolivia|LOC] agreed.",
            ["Embassy of Peru in Chile and Bolivia"],
        ),
        (
            "The [Peruvian High Commission|ORG] in [Orme|LOC] agreed.",
            ["Peruvian High Commission in Orme"],
        ),
        (
            "The [Orme Union Delegation|ORG] to Albania agreed.",
            ["Orme Union Delegation to Albania"],
        ),
        (
            "The [Consulate General of Peru|ORG] in the Republic of Albania agreed.",
            ["Consulate General of Peru in the Republic of Albania"],
        ),
        (
            "The [Orme Union Delegation to|ORG] the Republic of Albania agreed.",
            ["Orme Union Delegation to the Republic of Albania"],
        ),
        # the opposite: no post, no place, a delegation that travels
        ("The [Harbour Foundation|ORG] in Chile agreed.", ["Harbour Foundation"]),
        ("The [Embassy of Peru|ORG] in May agreed.", ["Embassy of Peru"]),
        ("The [Presidential Delegation|ORG] to Albania left.", ["Presidential Delegation"]),
        ("The [Peruvian Consulate|ORG] to Albania agreed.", ["Peruvian Consulate"]),
    ],
)
def test_place_of_a_post(
    bodies_in: Callable[[str], list[str]], marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        (
            "The [Embassy of Peru|ORG] in Chile opened. The [Peruvian Embassy|ORG] in [Santiago|LOC] is big.",
            1,
        ),
        (
            "The [Embassy of Peru|ORG] in Chile opened. The [Embassy of Peru|ORG] in Kenya is big.",
            2,
        ),
        (
            "The [Embassy of Peru|ORG] in Chile opened. The [Embassy of Cuba|ORG] in Chile is big.",
            2,
        ),
    ],
)
def test_post_under_several_names(resolved: Callable[[str], Doc], marked: str, count: int) -> None:
    assert len(resolved(marked)._.organizations) == count
