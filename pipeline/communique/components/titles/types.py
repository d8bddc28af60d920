"""Offices and ranks held by people."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Literal

from communique.components.reasons import Reason

TitleTime = Literal["current", "former", "future"]
OrganizationSource = Literal["phrase", "sentence", "paragraph", "issuer"]


@dataclass(frozen=True)
class Title:
    """An office, job or rank that the text gives a person.

    ``person`` is a person id. ``organization`` is an organization id, or None where the body is
    only a place or cannot be told; ``organization_name`` is the body's surface form (also where
    it is only a place: "Kampot"), or None. ``organization_source`` says what named the body: the
    title's own ``phrase``, its ``sentence``, its ``paragraph``, or what the whole release is about
    (``issuer``: the body that issued it, the country it is from); None where there is no body.
    ``start`` and ``end`` are the half-open characters of the title's own words; ``title`` is that
    slice with line breaks as spaces, in the singular where it stands above a list of its holders.
    ``reasons`` are those of the slots ``title`` (its words), ``holder`` and ``body``.
    """

    start: int
    end: int
    title: str
    person: str
    organization: str | None = None
    organization_name: str | None = None
    when: TitleTime = "current"
    organization_source: OrganizationSource | None = None
    reasons: tuple[Reason, ...] = field(default=(), compare=False, repr=False)
