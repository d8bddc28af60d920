"""The particulars of a company in a bracket behind its name: "(Head office: Osaka; President: X)"."""

from __future__ import annotations

from collections.abc import Sequence

from communique.components.titles.units import Unit

_MAX_PARTICULARS = 40
_PARTS = frozenset(["(", ",", ";", "/", "\n"])


def described_body(units: Sequence[Unit], edge: int) -> int | None:
    """Return the body whose bracket of particulars has a part that opens at ``edge``, else None."""
    if edge < 2 or units[edge - 1].text not in _PARTS:
        return None
    for at in range(edge - 1, max(edge - _MAX_PARTICULARS, 0), -1):
        unit = units[at]
        if unit.text == "(":
            return at - 1 if units[at - 1].kind == "body" else None
        if unit.text == ")" or unit.kind in {"gap", "person"}:
            return None
    return None
