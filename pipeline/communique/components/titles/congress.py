"""What members of the American Congress sit for: "Senator Jane Roe (D-NV)", "Representative Bo Lin (NY-13)"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.lexicon_files import lexical, read_table
from communique.components.titles.places import places
from communique.components.titles.units import Unit

_SEAT = re.compile(r"\s{0,2}\([RDI] ?[-–] ?([A-Z][A-Za-z]+(?: [A-Z][a-z]+)?)\.?\)")
#: The district in "(NY-13)", "(D-NY-13)", "(WY-AL)".
_DISTRICT = re.compile(r"\s{0,2}\((?:[RDI] ?[-–] ?)?([A-Z]{2}[-–](?:\d{1,2}|AL))\)")


@lexical
def _states() -> dict[str, str]:
    """Return the names of the states by their two letters."""
    return {row[0]: row[1] for row in read_table("titles/states.tsv")}


def read_seats(text: str, units: Sequence[Unit]) -> dict[str, str]:
    """Return the state behind each person's name, in full where the text names it so.

    In a sentence that names a country, such as "(D-NV) of the United States", none is meant.
    """
    seats: dict[str, str] = {}
    abroad = {u.sentence for u in units if u.kind == "place" and _is_country(u)}
    for unit in units:
        if unit.kind != "person" or unit.ref is None or unit.sentence in abroad:
            continue
        found = _SEAT.match(text, unit.end)
        if found is not None:
            state = _states().get(found[1], found[1])
            seats.setdefault(unit.ref, state if state in text else found[1])
    return seats


def read_districts(text: str, units: Sequence[Unit]) -> dict[str, str]:
    """Return the district behind each person's name, as the text has it."""
    districts: dict[str, str] = {}
    for unit in units:
        found = _DISTRICT.match(text, unit.end) if unit.kind == "person" and unit.ref else None
        if found is not None and unit.ref is not None:
            districts.setdefault(unit.ref, found[1])
    return districts


def _is_country(unit: Unit) -> bool:
    place = places().get(unit.name)
    return place is not None and place.country and not unit.demonym
