"""Acronyms that nothing defines and no recogniser saw, and the one body whose initials they are."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from communique.components.aliases.initials import acronyms_of

Resolve = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("name", "acronym"),
    [
        ("Department of Public Works", "DPW"),
        ("Department of Public Works", "DOPW"),
        ("Piers and Ropes Authority of Peru", "PRA"),
        ("Orme Anti-Flood Board", "OAFB"),
        ("Orme Anti-Flood Board", "OAB"),
        ("Harbour Rope Orme Ltd.", "HRO"),
        ("Pier (Cranes) Rope Board", "PRB"),
    ],
)
def test_acronyms_of_a_name(name: str, acronym: str) -> None:
    assert acronym in acronyms_of(name)


def test_two_letters_spell_nothing() -> None:
    assert acronyms_of("Harbour Board") == frozenset()


@pytest.mark.parametrize(
    ("marked", "found"),
    [
        ("The [Agency of Public Piers|ORG] met. APP Secretary [Ana Reyes|PERSON] came.", True),
        ("The [Agency of Public Piers|ORG] met. All went to the APP.", True),
        # the opposite: two bodies, a word in a line of capitals, another's acronym
        (
            "The [Agency of Public Piers|ORG] and [Apple Pie Press|ORG] met. All went to the APP.",
            False,
        ),
        ("The [Agency of Public Piers|ORG] met.\n\nNEW APP LAUNCHED TODAY FOR HARBOURS", False),
        ("The [Court of Every Orme|ORG] met. The CEO spoke.", False),
    ],
)
def test_acronym_of_one_body(resolved: Resolve, marked: str, found: bool) -> None:
    forms = {m.text for body in resolved(marked)._.organizations for m in body.mentions}
    assert bool(forms & {"APP", "CEO"}) is found
