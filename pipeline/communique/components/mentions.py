"""Mentions and the entities they are mentions of: people, organizations and places."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.components.reasons import Reason

OrganizationType = Literal[
    "government", "education", "company", "nonprofit", "intergovernmental", "place", "other"
]


@dataclass(frozen=True, order=True)
class Mention:
    """A name at its place: half-open characters of ``doc.text``; ``text`` is the slice itself."""

    start: int
    end: int
    text: str


@dataclass(frozen=True)
class Person:
    """A human being named in a release.

    ``name`` is the fullest form, without honorific or title. ``id`` is ``p1``, ``p2``, … in order
    of first mention; mentions do not overlap and come in order. ``reasons`` say, in the slot
    ``alias``, why each other form of the name is this person's.
    """

    id: str
    name: str
    mentions: tuple[Mention, ...]
    given: str | None = None
    family: str | None = None
    reasons: tuple[Reason, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Organization:
    """A named body, or a place that acts as a contracting party (type ``place``).

    ``aliases`` are the other surface forms; ``part_of`` is the id of the body it belongs to,
    ``country`` the country whose body it is, by its common name, where the text says so.
    ``reasons`` say, in the slot ``alias``, why each alias is this body's.
    """

    id: str
    name: str
    type: OrganizationType
    mentions: tuple[Mention, ...]
    aliases: tuple[str, ...] = ()
    part_of: str | None = None
    country: str | None = None
    reasons: tuple[Reason, ...] = field(default=(), compare=False, repr=False)


@dataclass(frozen=True)
class Dateline:
    """Place and day as the first line of the body gives them ("SINGAPORE, 3 May 2023 –").

    ``place`` is the surface form, ``date`` an ISO 8601 day; either may be None. ``start`` and
    ``end`` are half-open characters of ``doc.text``.
    """

    start: int
    end: int
    place: str | None
    date: str | None
