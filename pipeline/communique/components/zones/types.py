"""What a stretch of a release is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

ZoneKind = Literal["headline", "metadata", "body", "contact", "about", "boilerplate", "foreign"]

#: The zones in which names, titles, agreements and dates are looked for.
ANALYSED: frozenset[str] = frozenset({"headline", "body", "contact", "about"})


@dataclass(frozen=True)
class Zone:
    """Half-open characters of ``doc.text`` and what they are.

    ``headline``: title and subtitle lines. ``metadata``: date, author, issuing office, "FOR
    IMMEDIATE RELEASE", "Posted on …": read for the publication date and the issuer, not as prose.
    ``body``: the report. ``contact``: media contacts. ``about``: the self-description of a body.
    ``boilerplate``: navigation, footers, addresses, copyright. ``foreign``: another language.
    """

    start: int
    end: int
    kind: ZoneKind
