"""Places of several words as one unit: "New Zealand", "Kingdom of X", "Republic X (RX)"."""

from __future__ import annotations

from collections.abc import Iterable

from communique.components.titles.places import place_starts, places
from communique.components.titles.units import Unit

_POLITIES = frozenset(
    [
        "Kingdom",
        "Republic",
        "State",
        "Commonwealth",
        "Federation",
        "Sultanate",
        "Union",
        "Province",
        "District",
    ]
)
#: "North America" is no country.
_PARTS_OF_AMERICA = ("North", "South", "Latin", "Central")
_POLITY_WORDS = frozenset(
    [
        "people's",
        "democratic",
        "islamic",
        "socialist",
        "federal",
        "united",
        "arab",
        "hashemite",
        "northern",
        "southern",
        "eastern",
        "western",
        "middle",
        "central",
    ]
)


def join_places(units: list[Unit]) -> list[Unit]:
    """Return the units with the words that name a place joined into one.

    A place whose letters the text defines ("Republic X (RX)") is named by the full form.
    """
    joined: list[Unit] = []
    starts = place_starts()
    at = 0
    while at < len(units):
        unit, size = units[at], 1
        if unit.kind == "word" and (sizes := starts.get(unit.text.replace("’", "'"))):
            size, unit = _known_place(units, at, sizes)
        joined.append(unit)
        at += size
        start = _state_start(joined) if unit.kind == "place" else None
        if start is not None:
            words = joined[start:]
            name = " ".join(u.text for u in words)
            del joined[start:]
            joined.append(
                words[-1]._replace(
                    start=words[0].start,
                    text=name,
                    lower=name.lower(),
                    sentence=words[0].sentence,
                    name=name,
                )
            )
    return _spell_out(joined)


def _known_place(units: list[Unit], at: int, sizes: Iterable[int]) -> tuple[int, Unit]:
    """Return the number of words of the lexicon's place that starts at ``at``, and the place.

    ``sizes`` are the numbers to try; where no place starts, the unit stays as it is.
    """
    unit = units[at]
    if unit.text == "America" and at > 0 and units[at - 1].text in _PARTS_OF_AMERICA:
        return 1, unit
    for size in sizes:
        stretch = units[at : at + size]
        text = " ".join(u.text for u in stretch)
        place = places().get(text.replace("’", "'"))
        if place is not None and all(u.kind == "word" for u in stretch):
            return size, Unit(
                "place",
                unit.start,
                stretch[-1].end,
                text,
                text.lower(),
                unit.sentence,
                name=place.name if place.demonym else text,
                demonym=place.demonym,
            )
    return 1, unit


def _state_start(joined: list[Unit]) -> int | None:
    """Return where "Kingdom of X" starts whose place X is the last unit, else None."""
    if len(joined) < 3 or joined[-1].demonym:
        return None
    start = len(joined) - 2 - (joined[-2].lower == "the")
    if start < 1 or joined[start].lower != "of" or joined[start - 1].text not in _POLITIES:
        return None
    start -= 1
    while start > 0 and joined[start - 1].capital and joined[start - 1].lower in _POLITY_WORDS:
        start -= 1
    return start


def _spell_out(units: list[Unit]) -> list[Unit]:
    full: dict[str, str] = {}
    for at, bracket in enumerate(units[:-2]):
        if bracket.text != "(" or not at:
            continue
        before, _, letters, close = units[at - 1 : at + 3]
        defined = close.text == ")" and letters.text.isupper()
        places_both = letters.kind == before.kind == "place"
        if defined and places_both and len(before.name) > len(letters.text):
            full[letters.text] = before.name
    if not full:
        return units
    return [u._replace(name=full.get(u.text, u.name)) if u.kind == "place" else u for u in units]
