"""Places that act as parties: states and cities become organizations of type ``place``."""

from __future__ import annotations

import re
from collections.abc import Iterable

from communique.components.agreements import lexicon
from communique.components.agreements.reading import Entity, Reading
from communique.components.mentions import Mention, Organization

_GOVERNMENT = re.compile(
    r"(?:the\s+)?(?:(?:Government|Republic|Kingdom|State|City)\s+of\s+(?:the\s+)?(?P<of>.+)"
    r"|(?P<before>.+?)(?:’s|'s)?\s+Government)",
    re.IGNORECASE,
)


def canonical(name: str) -> str:
    """Return the name under which a place is one: the country's first, or the name itself."""
    flat = " ".join(name.split())
    return lexicon.countries().get(flat) or lexicon.shouted_countries().get(flat, flat)


def is_state(name: str) -> bool:
    """Tell whether a place is a country by one of its names."""
    return canonical(name) in lexicon.countries()


class PartyPlaces:
    """The places of one document that were found to act as parties."""

    def __init__(self, reading: Reading, organizations: Iterable[Organization]) -> None:
        self._reading = reading
        self._organizations = list(organizations)
        self._ids: dict[str, str] = {}
        for organization in self._organizations:
            for name in (organization.name, *organization.aliases):
                self._ids.setdefault(canonical(name), organization.id)
                match = _GOVERNMENT.fullmatch(" ".join(name.split()))
                if match is not None:
                    place = match.group("of") or match.group("before")
                    self._ids.setdefault(canonical(place), organization.id)
        self._next = 1 + max(
            (int(o.id[1:]) for o in self._organizations if o.id[1:].isdigit()), default=0
        )
        self._promoted: dict[str, str] = {}

    def id_of(self, entity: Entity) -> str:
        """Return the organization id of a name; a place without one becomes an organization."""
        return entity.ref if entity.ref is not None else self._promote(canonical(entity.text))

    def id_of_name(self, name: str) -> str | None:
        """Return the organization id of a place by its name, None where no such place is named."""
        key = canonical(name)
        return self._promote(key) if key in self._ids or self._mentions(key) else None

    def _promote(self, key: str) -> str:
        if key not in self._ids:
            self._ids[key] = self._promoted[key] = f"o{self._next}"
            self._next += 1
        return self._ids[key]

    def _mentions(self, key: str) -> tuple[Mention, ...]:
        return tuple(
            Mention(e.start, e.end, e.text)
            for e in sorted(self._reading.entities, key=lambda e: e.start)
            if e.kind == "place" and e.ref is None and canonical(e.text) == key
        )

    def is_state(self, identifier: str) -> bool:
        """Tell whether a party is a country by one of its names."""
        states = lexicon.countries()
        return any(i == identifier and name in states for name, i in self._ids.items())

    def organizations(self) -> tuple[Organization, ...]:
        """Return the document's organizations with the promoted places behind them."""
        added = []
        for key, identifier in self._promoted.items():
            mentions = self._mentions(key)
            names = list(dict.fromkeys(" ".join(m.text.split()) for m in mentions))
            name = max(names, key=lambda n: (len(n), n))
            added.append(
                Organization(
                    id=identifier,
                    name=name,
                    type="place",
                    mentions=mentions,
                    aliases=tuple(n for n in names if n != name),
                )
            )
        return (*self._organizations, *added)
