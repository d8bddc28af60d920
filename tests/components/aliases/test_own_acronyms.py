"""Acronyms that stand among the words of the full name, and names of places' governments alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Resolve = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("[Orme Pier Services ORPS Ltd|ORG] grew. [ORPS|ORG] said so.", 1),
        ("The [ORPS National Authority|ORG] grew. [ORPS|ORG] said so.", 1),
        ("In [Lima|LOC] the [ORPS Lima Trust|ORG] grew. [ORPS|ORG] said so.", 1),
        ("The [ORPS Royal Institute of Piers|ORG] grew. [ORPS|ORG] said so.", 1),
        # the opposite: a part, what another founded, a known body, two names
        ("The [ORPS National Office|ORG] grew. [ORPS|ORG] said so.", 2),
        ("The [ORPS National Foundation|ORG] grew. [ORPS|ORG] said so.", 2),
        ("[Orme IMF Services Ltd|ORG] grew. The [IMF|ORG] said so.", 2),
        ("[Orme ORPS Ltd|ORG] and [Lind ORPS Ltd|ORG] grew. [ORPS|ORG] said so.", 3),
    ],
)
def test_acronym_within_a_name(resolved: Resolve, marked: str, count: int) -> None:
    assert len(resolved(marked)._.organizations) == count


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        ("The [City of Orme|ORG] paid. The [City|ORG] is glad.", 1),
        ("[Orme County|ORG] paid. The [County|ORG] is glad.", 1),
        (
            "The [City of Orme|ORG] and [City of Orme Piers Ltd|ORG] paid. The [City|ORG] is glad.",
            2,
        ),
        ("The [City of Orme|ORG] and the [City of Lind|ORG] paid. The [City|ORG] is glad.", 3),
        ("The [City of Orme Library|ORG] paid. The [City|ORG] is glad.", 2),
    ],
)
def test_city_alone(resolved: Resolve, marked: str, count: int) -> None:
    assert len(resolved(marked)._.organizations) == count
