"""Whose name a single word is, where several people have it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from communique.components.aliases.family_names import family_name

Resolve = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("name", "family"),
    [("Lim Soon Ormang", "Lim"), ("LIM Soon Ormang", "LIM"), ("Lena Lim", "Lim"), ("Roe", "Roe")],
)
def test_family_name(name: str, family: str) -> None:
    assert family_name(name) == family


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "Mr [Lim Ah Orm|PERSON] met Dr [Lim Bo Ern|PERSON]. Then Mr [Lim|PERSON] left.",
            {"Lim Ah Orm": 2, "Lim Bo Ern": 1},
        ),
        (
            "[Tan Orm Lim|PERSON] met [Lim Bo Ern|PERSON] and [Tan Ib|PERSON]. Mr [Lim|PERSON] left.",
            {"Tan Orm Lim": 1, "Lim Bo Ern": 2, "Tan Ib": 1},
        ),
        (
            "[Lena Roe|PERSON] met [Bo Roe|PERSON]. Mr [Roe|PERSON] left.",
            {"Lena Roe": 1, "Bo Roe": 2},
        ),
    ],
)
def test_ambiguous_word_is_the_likeliest_persons(
    resolved: Resolve, marked: str, names: dict[str, int]
) -> None:
    found = {person.name: len(person.mentions) for person in resolved(marked)._.people}
    assert found == names
