"""Several names in one span, and one name that only looks like several."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "The [Ministry of Piers and Tallberg Harbour Bank|ORG] agreed.",
            ["Ministry of Piers", "Tallberg Harbour Bank"],
        ),
        (
            "The [Ruritanian Ministry of Law and International Chamber of Piers|ORG] agreed.",
            ["Ruritanian Ministry of Law", "International Chamber of Piers"],
        ),
        (
            "The [Orme Insurance Association of Peru|ORG] met.",
            ["Orme Insurance Association of Peru"],
        ),
        # the acronym in the bracket is of the second name alone
        (
            "The [University of the Isles and European Marine Energy Centre|ORG] ([EMEC|ORG]) met.",
            ["University of the Isles", "European Marine Energy Centre", "EMEC"],
        ),
        (
            "The [Office of the Isles and Orme Marine Energy|ORG] ([OIOME|ORG]) met.",
            ["Office of the Isles and Orme Marine Energy", "OIOME"],
        ),
        # a widely known body ends the first name
        (
            "The [Court of the European Union and the Orme Area|ORG] met.",
            ["Court of the European Union"],
        ),
        (
            "The [Court of the European Piers and Ports|ORG] met.",
            ["Court of the European Piers and Ports"],
        ),
        (
            "She left [Harrow University School of Law and Orme Law School|ORG].",
            ["Harrow University School of Law", "Orme Law School"],
        ),
        (
            "She left the [Tallberg Library and the Museum of Lamps|ORG].",
            ["Tallberg Library", "Museum of Lamps"],
        ),
        (
            "They are from the [University of Orme, Harrow University|ORG] and others.",
            ["University of Orme", "Harrow University"],
        ),
        (
            "The [Office of Science and Technology and National Piers Board|ORG] met.",
            ["Office of Science and Technology", "National Piers Board"],
        ),
        # a unit without a head of its own before a firm that is named elsewhere
        (
            "The CEO of [Cards & Retail, Tallberg|ORG] left. [Tallberg|ORG] agreed.",
            ["Cards & Retail", "Tallberg", "Tallberg"],
        ),
        ("The CEO of [Cards & Retail, Tallberg|ORG] left.", ["Cards & Retail, Tallberg"]),
        # the field of an office before its firm
        (
            "The Head of [Marketing Tallberg Foods|ORG] left. [Tallberg Foods|ORG] agreed.",
            ["Tallberg Foods", "Tallberg Foods"],
        ),
        (
            "The Harbour Law Division [Ministry of Law|ORG] and Minister for Piers met.",
            ["Harbour Law Division", "Ministry of Law"],
        ),
        (
            "The Chair of the [Pier Board and Minister|ORG] for Law met.",
            ["Pier Board"],
        ),
        (
            "The [Harbour Law Division Ministry of Law|ORG] met.",
            ["Harbour Law Division", "Ministry of Law"],
        ),
        (
            "She left the [Ministry of Culture and Youth, National Piers Agency|ORG], and others.",
            ["Ministry of Culture and Youth", "National Piers Agency"],
        ),
        (
            "It is in Lima.\n\n[MINISTRY OF PIERS\nMINISTRY OF LAW|ORG]\n",
            ["MINISTRY OF PIERS", "MINISTRY OF LAW"],
        ),
        (
            "A pier opens\n\nIn May she left the [U.S.\nDepartment of Piers|ORG], she said today.",
            ["U.S.\nDepartment of Piers"],
        ),
        (
            "It is in Lima.\n\n[MINISTRY OF CULTURE|ORG] AND [INFORMATION MINISTRY OF LAW|ORG]\n",
            ["MINISTRY OF CULTURE AND INFORMATION", "MINISTRY OF LAW"],
        ),
        (
            "[Orlina|ORG] and [Zorbly|ORG] met. The [Orlina and Zorbly|ORG] deal is off.",
            ["Orlina", "Zorbly", "Orlina", "Zorbly"],
        ),
    ],
)
def test_parted(bodies_in: Find, marked: str, names: list[str]) -> None:
    assert bodies_in(marked) == names


@pytest.mark.parametrize(
    "name",
    [
        "Ministry of Law and Justice",
        "Technical University of Orme",
        "Industrial Development Bureau of the Ministry of Piers",
        "Trade and Harbour Bank",
        "Department of Health and Human Services",
        "Orlina Culture and Welfare Committee",
        "School of Law, Harrow University",
        "University of California, Santa Cruz",
        "Ministry of Roads and Public Administration",
        "Tallberg Land & Sea Council",
    ],
)
def test_kept_whole(bodies_in: Find, name: str) -> None:
    assert bodies_in(f"She left the [{name}|ORG] in May.") == [name]
