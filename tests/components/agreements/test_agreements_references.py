"""Parties, signatories and witnesses are ids of the document's people and organizations."""

from collections.abc import Callable
from typing import Any

Find = Callable[..., Any]


def test_an_office_at_a_body_that_is_no_name_of_the_text_makes_no_party(find: Find) -> None:
    found = find(
        "{O:Guild of Rope Makers} signed a wage agreement. The agreement was signed "
        "by {P:Jo Lund}, Chair of the Owners.",
        Jo_Lund="the Owners",
    )
    known = {body.id for body in found.doc._.organizations}
    assert [set(agreement.parties) - known for agreement in found.agreements] == [set()]
    assert found.signatories() == {"Jo Lund": None}
