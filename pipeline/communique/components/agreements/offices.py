"""The bodies at which the people of a document hold their offices."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from communique.components.agreements.places import PartyPlaces
from communique.components.titles.types import Title


class Offices:
    """Which body, or place, a person acts for by office."""

    def __init__(self, titles: Iterable[Title], places: PartyPlaces) -> None:
        self._places = places
        self._held: dict[str, list[tuple[str | None, str | None]]] = {}
        for title in titles:
            if title.when == "current":
                office = (title.organization, title.organization_name)
                self._held.setdefault(title.person, []).append(office)

    def party_of(self, person: str) -> str | None:
        """Return the body that a person's first office is held at, a place where it is one."""
        for organization, name in self._held.get(person, ()):
            if organization is not None:
                return organization
            if name is not None:
                return self._places.id_of_name(name)
        return None

    def on_behalf_of(self, person: str, parties: Collection[str]) -> str | None:
        """Return the body that a person signs for: one of the parties, else the first office's."""
        held = [o for o, _ in self._held.get(person, ()) if o is not None]
        return next((o for o in held if o in parties), held[0] if held else None)
