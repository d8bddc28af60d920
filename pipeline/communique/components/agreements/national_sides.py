"""The sides of a signing that only an adjective tells: "signed on the Kazakh side by A and on the Chilean side by B"."""

from __future__ import annotations

from communique.components.agreements.places import canonical
from communique.components.agreements.reading import Entity, Reading
from communique.components.titles.places import places

_BEFORE = frozenset({"on", "for", "from"})
_SIDES = frozenset({"side", "part"})


def national_sides(reading: Reading, first: int, last: int) -> list[tuple[int, Entity]]:
    """Return the states of the sides told in the words ``[first, last)``, each with its word.

    A state is an entity of the text that names it; one that the text names nowhere is left out.
    """
    found: list[tuple[int, Entity]] = []
    for at in range(first + 1, last - 1):
        if reading.lowers[at + 1] not in _SIDES:
            continue
        before = at - 1 - (reading.lowers[at - 1] == "the")
        nation = places().get(reading.texts[at])
        if before < first or reading.lowers[before] not in _BEFORE or nation is None:
            continue
        state = _named(reading, nation.name) if nation.demonym else None
        if state is not None:
            found.append((at, state))
    return found


def _named(reading: Reading, name: str) -> Entity | None:
    """Return the first entity that names the state ``name``, its government before a bare name."""
    named = [e for e in reading.entities if e.kind in {"place", "organization"}]
    own = [e for e in named if e.text.endswith(f" of {name}") and e.text.startswith("Government")]
    bare = [e for e in named if canonical(e.text) == canonical(name)]
    return next(iter([*own, *bare]), None)
