"""Exchanges before the codes of shares, and newswires in datelines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from communique.components.mentions import Dateline
from communique.components.organizations.component import OrganizationsComponent

Find = Callable[[str], list[str]]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The foundry (NYSE: ORLI) paid.", ["NYSE"]),
        ("The foundry [LSE:ORL] paid.", ["LSE"]),
        ("The foundry (Nasdaq Stockholm: ORLI) paid.", ["Nasdaq Stockholm"]),
        ("The foundry (NASDAQ, TASE: ORLI) paid.", ["NASDAQ", "TASE"]),
        ("The foundry (SGX stock code: ORL) paid.", ["SGX"]),
        ("The foundry (ISIN: FI0001) paid.", []),
        ("The foundry (Note: NONE) paid.", []),
    ],
)
def test_exchanges(bodies_in: Find, text: str, names: list[str]) -> None:
    assert bodies_in(text) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("LIMA, May 3, 2024 /AndesLine/ -- The foundry paid.", ["AndesLine"]),
        ("LIMA, May 3, 2024 (ANDES NEWSWIRE) — The foundry paid.", ["ANDES NEWSWIRE"]),
        ("LIMA, May 3, 2024 (Friday) — The foundry paid.", []),
    ],
)
def test_wires(annotated: Callable[[str], Doc], text: str, names: list[str]) -> None:
    doc = annotated(text)
    doc._.dateline = Dateline(0, text.index("The"), "LIMA", "2024-05-03")
    assert [body.name for body in OrganizationsComponent()(doc)._.organizations] == names


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        ("[MINISTRY OF PIERS|ORG] 5 JUNE 2024", ["MINISTRY OF PIERS"]),
        ("[ORME HARBOUR|ORG] 5 JUNE 2024", []),
    ],
)
def test_ministry_before_a_date_signs(
    annotated: Callable[[str], Doc], marked: str, names: list[str]
) -> None:
    doc = annotated(marked)
    doc._.dateline = Dateline(0, len(doc.text), doc[:2].text, "2024-06-05")
    assert [body.name for body in OrganizationsComponent()(doc)._.organizations] == names
