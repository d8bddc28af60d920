"""Titles that only their word in the lexicon shows, and sentences that have the word and no holder.

A new word takes a line in each list.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[tuple[str, str, str | None]]]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Sarpanch {Asha Verma|person} opened the well.", ("Asha Verma", "Sarpanch", None)),
        (
            "{Asha Verma|person}, Sarpanch of {Kelm|place}, opened the well.",
            ("Asha Verma", "Sarpanch", "Kelm"),
        ),
        ("Gram Sevak {Ravi Kale|person} kept the rolls.", ("Ravi Kale", "Gram Sevak", None)),
        (
            "{Ravi Kale|person}, Gram Sevak of {Kelm|place}, kept the rolls.",
            ("Ravi Kale", "Gram Sevak", "Kelm"),
        ),
    ],
)
def test_a_word_that_names_an_office(find: Find, text: str, found: tuple[str, ...]) -> None:
    assert find(text) == [found]


@pytest.mark.parametrize(
    "text",
    [
        "{Asha Verma|person} wrote to the sarpanch.",
        "{Asha Verma|person} walked along Sarpanch Road.",
        "{Ravi Kale|person} met every gram sevak of the district.",
    ],
)
def test_a_word_that_stands_beside_nobody(find: Find, text: str) -> None:
    assert find(text) == []
