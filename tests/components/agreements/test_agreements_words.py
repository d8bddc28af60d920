"""Instruments that only their noun in the lexicon shows, and sentences that have it and none.

A new noun takes a line in each list.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

Find = Callable[..., Any]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("{L:Chile} and {L:Peru} signed an entente.", "entente", "partnership"),
        (
            "{O:Ayr Guild} signed an entente on pilotage with {O:Kelm Guild}.",
            "entente on pilotage",
            "partnership",
        ),
        (
            "{L:Chile} and {L:Peru} signed a modus vivendi on fishing.",
            "modus vivendi on fishing",
            "other",
        ),
    ],
)
def test_a_noun_that_names_an_instrument(find: Find, text: str, name: str, kind: str) -> None:
    found = find(text)
    assert found.names == [name]
    assert found.agreements[0].type == kind


@pytest.mark.parametrize(
    "text",
    [
        "{P:Ana Reyes} spoke of the entente between pilots and rowers.",
        "The years of entente had ended when {P:Ana Reyes} spoke.",
        "{O:Ayr Guild} and {O:Kelm Guild} found a modus vivendi.",
    ],
)
def test_a_noun_that_names_none(find: Find, text: str) -> None:
    assert find(text).names == []
