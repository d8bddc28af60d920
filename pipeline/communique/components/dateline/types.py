"""The dateline of a release."""

from __future__ import annotations

from dataclasses import dataclass


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
