"""A title given to a person, and the body that it is held at."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.titles.beside import Body
from communique.components.titles.phrase import Phrase
from communique.components.titles.types import OrganizationSource, TitleTime


@dataclass(frozen=True, slots=True)
class Holding:
    """A title given to a person; ``at`` is the index of the person's unit.

    ``phrase`` is the title's last phrase, ``start`` and ``end`` the title's characters; ``bodies``
    are those that the text names beside it, ``rule`` the pattern that found it: front, apposition,
    verb or succession.
    """

    person: str
    at: int
    phrase: Phrase
    start: int
    end: int
    bodies: tuple[Body, ...]
    when: TitleTime
    rule: str


@dataclass(frozen=True, slots=True)
class Resolved:
    """A body of a title: an organization id or None, its name or None, and what named it.

    ``explicit`` is true where the words beside the title name it. ``rule`` says how it was found,
    ``span`` are the characters of its name where it stands beside the title.
    """

    ref: str | None
    name: str | None
    source: OrganizationSource | None
    rule: str = ""
    span: tuple[int, int] | None = None
    explicit: bool = False


#: No body.
UNKNOWN = Resolved(None, None, None)
