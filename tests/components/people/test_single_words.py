"""Single words that a recogniser calls people, with and without something that shows them to be."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("She joined by [Zorbly|PERSON] today.", []),
        ("It is in Ruritanian, [Orma|PERSON] or Lumese.", []),
        ("The talk with Mr. [Orma|PERSON] went on.", ["Orma"]),
        ("The talk with Judge [Orma|PERSON] went on.", ["Orma"]),
        ("The talk with [Orma|PERSON], the chairman, went on.", ["Orma"]),
        ("He leaves his daughters Rima and [Orma|PERSON].", ["Orma"]),
        ("This was shown earlier ([Orma|PERSON] et al., 2020).", ["Orma"]),
        ("The era of [Obama|PERSON] went by.", ["Obama"]),
        ("[Lena Orma|PERSON] spoke. So [Orma|PERSON] left.", ["Lena Orma", "Orma"]),
        ("Dr [Orma|PERSON] spoke. So [Orma|PERSON] left.", ["Orma", "Orma"]),
    ],
)
def test_single_word(people_in: Find, marked: str, names: list[str]) -> None:
    assert people_in(marked) == names


@pytest.mark.parametrize(
    "marked",
    [
        "She left [Rupa Tannery|PERSON] in May.",
        "The office is at [Generaal Ormelaan|PERSON] in Lima.",
        "They gave the [Outstanding Tallberg Award|PERSON] in May.",
        "She holds an [M.Phil|PERSON] of Orme.",
        "The [Ruritanian Universities|PERSON], chairs of the talks, met.",
    ],
)
def test_no_person(people_in: Find, marked: str) -> None:
    assert people_in(marked) == []


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("the Akim of [Orma Region Lena Roe|PERSON] spoke", ["Lena Roe"]),
        ("The Regional Head Orma [Lena Amara Roe|PERSON] of [Orma|LOC] spoke", ["Lena Amara Roe"]),
        ("He met [Lena Roe D Mass|PERSON] and others.", ["Lena Roe"]),
        ("Yours, [Sincerely Lena Roe|PERSON] of Lima.", ["Lena Roe"]),
        ("He met the MPs [Lena Roe|PERSON] and others.", ["Lena Roe"]),
        ("Minister for Trade and [Attractiveness Lena Roe|PERSON] spoke", ["Lena Roe"]),
    ],
)
def test_name_behind_an_office(people_in: Find, marked: str, names: list[str]) -> None:
    assert people_in(marked) == names


def test_name_over_a_line_break(people_in: Find) -> None:
    line = "She began her long career in the law as a clerk of Judge"
    assert people_in(f"{line} [Lena B.|PERSON]\n[Roe|PERSON] in Lima.") == ["Lena B.\nRoe"]
    assert people_in("Signed:\n[Lena Orma|PERSON]\n[Roe Lima|PERSON]") == ["Lena Orma", "Roe Lima"]
