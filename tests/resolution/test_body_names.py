from __future__ import annotations

import pytest

from communique.resolution.body_names import acronym_of, body_name, named_otherwise
from communique.resolution.countries import alike, spoken_of


@pytest.mark.parametrize(
    ("one", "other", "kind"),
    [
        ("Ministry of Labour of Kenya", "Kenya's Ministry of Labor", "government"),
        (
            "Ministry of Trade of the Republic of Korea",
            "South Korean Ministry of Trade",
            "government",
        ),
        ("Government of Kenya", "Kenya", "place"),
        ("Republic of Kenya", "the Kenyan government", "government"),
        ("Hallgren Instruments Co., Ltd.", "Hallgren Instruments", "company"),
        ("University of Tallberg", "Tallberg University", "education"),
        ("U.S. Department of State", "Department of State of the United States", "government"),
        ("UN", "United Nations", "intergovernmental"),
    ],
)
def test_names_in_other_words_are_the_same(one: str, other: str, kind: str) -> None:
    first, second = body_name(one, kind), body_name(other, kind)
    assert first.core == second.core
    assert first.country == second.country
    assert first.scope == second.scope


@pytest.mark.parametrize(
    ("name", "kind", "scope"),
    [
        ("Kenya", "place", "state"),
        ("Ministry of Finance", "government", "national"),
        ("Supreme Court", "government", "national"),
        ("Board of Directors", "company", "inner"),
        ("Press Office", "government", "inner"),
        ("Commission", "intergovernmental", "inner"),
        ("Hallgren Instruments", "company", "own"),
        ("World Health Organization", "intergovernmental", "own"),
        ("EPC", "government", "national"),
        ("Board of Directors of Hallgren AB", "company", "own"),
        ("American Institute in Kenya", "government", "own"),
    ],
)
def test_a_name_says_who_else_may_bear_it(name: str, kind: str, scope: str) -> None:
    assert body_name(name, kind).scope == scope


def test_a_state_keeps_the_word_that_is_its_own() -> None:
    assert body_name("Department of State", "government").core == ("department", "state")
    assert body_name("Government of New Mexico", "government").country is None


def test_aliases_that_name_nothing_elsewhere_are_left_out() -> None:
    aliases = ("Company", "Hallgren", "the Group", "HIAB")
    assert named_otherwise("Hallgren Instruments AB", aliases, "company") == ["Hallgren", "HIAB"]


@pytest.mark.parametrize(
    ("name", "letters"),
    [("EPC", "EPC"), ("TU-K", "TUK"), ("E.P.C.", "EPC"), ("Kenya", None), ("Board", None)],
)
def test_acronyms(name: str, letters: str | None) -> None:
    assert acronym_of(name) == letters


def test_a_release_speaks_of_countries() -> None:
    text = "Kenya, KENYA and Kenyan tea, from Kenya; Malawi once. Senator Roe of Ohio."
    assert list(spoken_of(text)) == ["Kenya", "Malawi"]
    assert spoken_of("No country.") == {}
    assert alike(spoken_of("Kenya"), spoken_of("Kenya and Kenya")) == 1.0
    assert alike(spoken_of("Kenya"), spoken_of("Malawi")) == 0.0
