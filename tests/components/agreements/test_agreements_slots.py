"""All slots of an instrument from one short report."""

from collections.abc import Callable
from typing import Any

Find = Callable[..., Any]


def test_every_slot(find: Find) -> None:
    found = find(
        "{O:Harbour Bank} signed a cooperation agreement with {O:Delta University} and "
        "{O:Institute of Ports} in {L:Lima} on {D:4 March|2023-03-04}. The agreement was signed by "
        "{P:Ana Reyes}, President of {O:Harbour Bank}, and {P:Jo Lund}, in the presence of "
        "{P:Kim Ode}, Mayor of {L:Lima}.",
        Ana_Reyes="Harbour Bank",
    )
    assert found.names == ["cooperation agreement"]
    agreement = found.agreements[0]
    assert (agreement.type, agreement.status) == ("cooperation_agreement", "signed")
    assert found.date() == "2023-03-04"
    assert agreement.place == "Lima"
    assert found.parties() == {"Harbour Bank", "Delta University", "Institute of Ports"}
    assert found.signatories() == {"Ana Reyes": "Harbour Bank", "Jo Lund": None}
    assert found.witnesses() == {"Kim Ode"}
    for mention in agreement.mentions:
        assert found.doc.text[mention.start : mention.end] == mention.text
