"""Names of bodies in other languages, which an English text leaves as they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest

BodiesIn = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("marked", "bodies"),
    [
        ("The Comisión Nacional del Puerto agreed.", ["Comisión Nacional del Puerto"]),
        ("He left the Agencia de Pesca y Muelles today.", ["Agencia de Pesca y Muelles"]),
        (
            "He left the Zentralverband der Orliner Häfen today.",
            ["Zentralverband der Orliner Häfen"],
        ),
        ("The Secretaría General de Muelles agreed.", ["Secretaría General de Muelles"]),
        (
            "The Autorité de régulation des ports (ARP) agreed.",
            ["Autorité de régulation des ports"],
        ),
        (
            "The [Ministry of Ports and Comisión Nacional|ORG] del Puerto agreed.",
            ["Ministry of Ports", "Comisión Nacional del Puerto"],
        ),
        ("[Cassa Moli e Porti|PERSON] (CMP) agreed.", ["Cassa Moli e Porti"]),
        ("[Grupo Harrow|ORG], [S.A. de C.V.|ORG] agreed.", ["Grupo Harrow, S.A. de C.V."]),
        (
            "The Ministerio de Pesca, de Puertos y Muelles agreed.",
            ["Ministerio de Pesca, de Puertos y Muelles"],
        ),
        ("The Kementerian Pelabuhan Orlina agreed.", ["Kementerian Pelabuhan Orlina"]),
        ("The Ministerio de Pesca, Orlina said, agreed.", ["Ministerio de Pesca"]),
        ("The Grupo Harrow includes Orme Piers (OP) now.", ["Grupo Harrow"]),
        ("They saw the Politecnico di Orlina Tuesday.", ["Politecnico di Orlina"]),
        ("They saw the Kamar Dagang dan Pelabuhan.", ["Kamar Dagang dan Pelabuhan"]),
        # the opposite: small words that are none of a name, a head alone, a title behind
        ("The Autorité de régulation des ports agreed (ARP is new).", []),
        ("The Agencia de prensa spoke.", []),
        ("They saw the Comisión.", []),
        ("The Agencia Orlina Director [Ana Reyes|PERSON] spoke.", ["Agencia Orlina"]),
    ],
)
def test_name_in_another_language(bodies_in: BodiesIn, marked: str, bodies: list[str]) -> None:
    assert bodies_in(marked) == bodies


def test_a_head_of_another_language_opens_no_persons_name(
    people_in: Callable[[str], list[str]],
) -> None:
    assert people_in("[Cassa Moli|PERSON] and [Carla Moli|PERSON] agreed.") == ["Carla Moli"]
