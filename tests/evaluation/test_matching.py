from __future__ import annotations

import pytest

from communique.evaluation.matching import likeness, normal_form, title_form


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("The Ministry\n of  Harbours", "ministry of harbours"),
        ("“Blue·Pier” pact.", "blue pier pact"),
        ("“Blue · Pier” pact", "blue pier pact"),
        ("A Foundry", "foundry"),
        ("Theatre", "theatre"),
        ("An", "an"),
        ("", ""),
    ],
)
def test_normal_forms(text: str, form: str) -> None:
    assert normal_form(text) == form


@pytest.mark.parametrize(
    ("plural", "singular"),
    [("Co-Chairs", "co-chair"), ("Boss", "boss"), ("Ministers", "minister"), ("Mayor", "mayor")],
)
def test_titles_are_compared_in_the_singular(plural: str, singular: str) -> None:
    assert title_form(plural) == singular


def test_likeness_is_of_the_words_that_count() -> None:
    assert likeness("agreement on the pier", "Pier Agreement") == 1
    assert likeness("pier agreement", "port agreement") == pytest.approx(0.5)
    assert likeness("pier", "treaty") == 0
    assert likeness("the", "the") == 0
