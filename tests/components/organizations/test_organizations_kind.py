"""What the words of a name say about the type of the body."""

from __future__ import annotations

import pytest

from communique.components.organizations.kind import organization_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Ministry of Harbours", "government"),
        ("Tallberg Municipal Government", "government"),
        ("Embassy of Ruritania in Lima", "government"),
        ("School of Law of Tallberg University", "education"),
        ("Tallberg Polytechnic", "education"),
        ("Orlina Motor Works Co., Ltd.", "company"),
        ("Orlina University Press Ltd", "company"),
        ("Harbour Foundation", "nonprofit"),
        ("UN", "intergovernmental"),
        ("United Nations Harbour Programme", "intergovernmental"),
        ("Zorbly", "other"),
        ("", "other"),
    ],
)
def test_type(name: str, kind: str) -> None:
    assert organization_type(name) == kind


def test_default_is_the_callers() -> None:
    assert organization_type("Zorbly", default="company") == "company"
