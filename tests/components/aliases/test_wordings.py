"""Names of one public body in several wordings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from spacy.tokens import Doc

Resolve = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("marked", "names"),
    [
        (
            "The [Senate Committee on Piers|ORG] met. The [Piers Committee|ORG] left.",
            ["Senate Committee on Piers"],
        ),
        (
            "The [Department of Piers|ORG] met. The [Piers Department|ORG] left.",
            ["Department of Piers"],
        ),
        (
            "The [Orme Task Force to Save Piers|ORG] met. The [Task Force|ORG] left.",
            ["Orme Task Force to Save Piers"],
        ),
        (
            "The [University of Orme|ORG] met. The [Orme University|ORG] left.",
            ["University of Orme", "Orme University"],
        ),
        (
            "The [Roe-Orme Administration|ORG] began. The [Roe Administration|ORG] went on.",
            ["Roe-Orme Administration"],
        ),
    ],
)
def test_wordings(resolved: Resolve, marked: str, names: list[str]) -> None:
    assert [body.name for body in resolved(marked)._.organizations] == names


def test_bare_administration_is_the_presidents(resolved: Resolve) -> None:
    doc = resolved(
        "President Roe came. The [Roe Administration|ORG] began, unlike the "
        "[Orme Administration|ORG]. The [Administration|ORG] went on."
    )
    found = {body.name: len(body.mentions) for body in doc._.organizations}
    assert found == {"Roe Administration": 2, "Orme Administration": 1}


def test_own_administration_is_no_agencys(resolved: Resolve) -> None:
    doc = resolved("My [Administration|ORG] paid the [Orme Harbour Administration|ORG] today.")
    assert [body.name for body in doc._.organizations] == [
        "Administration",
        "Orme Harbour Administration",
    ]
    doc = resolved("The [Orme Harbour Administration|ORG] came. The [Administration|ORG] left.")
    assert [body.name for body in doc._.organizations] == ["Orme Harbour Administration"]


@pytest.mark.parametrize(
    ("marked", "count"),
    [
        (
            "The [People's Government of Orme Municipality|ORG] met. [Orme Municipal Government|ORG] agreed.",
            1,
        ),
        (
            "The [People's Government of Orme Province|ORG] met. [Orme Municipal Government|ORG] agreed.",
            2,
        ),
        ("[UN Environment Programme|ORG] met. [UNEP|ORG] agreed.", 1),
    ],
)
def test_government_whose_level_is_told_in_another_way(
    resolved: Callable[[str], Doc], marked: str, count: int
) -> None:
    assert len(resolved(marked)._.organizations) == count
