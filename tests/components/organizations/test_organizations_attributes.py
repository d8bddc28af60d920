"""Campaigns, schemes and prizes, whose names a small noun behind them tells from bodies'."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("He praised the [Old Shores First|ORG] campaign in May.", []),
        (
            "He praised the [Old Shores First|ORG] campaign. The [Old Shores First|ORG] prize is new.",
            [],
        ),
        # the opposite: a name elsewhere, a word of bodies' names, one word, no article
        (
            "He praised the [Old Shores First|ORG] campaign. [Old Shores First|ORG] paid.",
            ["Old Shores First", "Old Shores First"],
        ),
        ("He praised the [Old Shores Bank|ORG] campaign in May.", ["Old Shores Bank"]),
        ("He praised the [Orlina Foods|ORG] campaign in May.", ["Orlina Foods"]),
        ("He praised the [Orlina|ORG] campaign in May.", ["Orlina"]),
        ("He told [Old Shores First|ORG] campaign money is short.", ["Old Shores First"]),
        # the end of a name says that it is no body
        ("They broke the [Harbour Transactions Law|ORG] in May.", []),
        ("She joined the [Faculty of Law|ORG] in May.", ["Faculty of Law"]),
        ("They held the [Blue Pier Summer School|ORG] in May.", []),
        ("They met [Local Action Groups|ORG] in May.", []),
        ("They met the [Local Action Group|ORG] in May.", ["Local Action Group"]),
    ],
)
def test_thing_that_is_no_body(
    bodies_in: Callable[[str], list[str]], marked: str, bodies: list[str]
) -> None:
    assert bodies_in(marked) == bodies
