from __future__ import annotations

import pytest

from communique.resolution.person_names import compared


@pytest.mark.parametrize(
    ("one", "other", "agreement", "spelling"),
    [
        ("Marta Okonjo", "Marta Okonjo", "same", False),
        ("Marta Okonjo", "Okonjo Marta", "swapped", False),
        ("Lim Soon Chong", "Soon Chong Lim", "short", False),
        ("K. Perera", "K Perera", "initials", False),
        ("J. K. Perera", "Jagath Perera", "initials", False),
        ("K.M.M. Siriwardena", "K.M. Mahinda Siriwardana", "initials", True),
        ("Mahinda Perera", "K.M. Mahinda Perera", "same", False),
        ("Ana Paredes", "Ana Lucía Paredes", "part", False),
        ("José Cárdenas Rojas", "Jose Cardenas-Rojas", "same", False),
        ("Benjamin Adler", "Ben Adler, Jr.", "same", True),
        ("Anura Dissanayake", "Anura Disanayaka", "same", True),
        ("Okonjo", "Marta Okonjo", "family", False),
        ("Okonjo", "Okonjo", "single", False),
        ("Li Gang", "Li Gang", "short", False),
    ],
)
def test_names_of_one_person_agree(one: str, other: str, agreement: str, spelling: bool) -> None:
    for names in ((one, other), (other, one)):
        found = compared(*names)
        assert found is not None
        assert (found.agreement, found.spelling) == (agreement, spelling)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Marta Okonjo", "Maria Okonjo"),
        ("J. Perera", "Kamal Perera"),
        ("A. Perera", "B. Perera"),
        ("Marta", "Marta Okonjo"),
        ("Marta Okonjo", "Jonas Vell"),
        ("Luis Cárdenas", "José Rojas Cárdenas"),
        ("Kim Min-seo", "Kim Min-ho"),
    ],
)
def test_names_of_two_people_do_not(one: str, other: str) -> None:
    assert compared(one, other) is None
    assert compared(other, one) is None
