"""Why a title is one, why its person holds it and why it is held at its body."""

from __future__ import annotations

from dataclasses import replace

from communique.components.mentions import Organization
from communique.components.reasons import Reason
from communique.components.titles.holding import Holding, Resolved
from communique.components.titles.lexicon import LEARNED
from communique.components.titles.types import Title
from communique.components.titles.units import Unit

#: The rules of holders, by the names that ``Holding`` has for them.
_HOLDERS = {
    "front": "office-before-name",
    "apposition": "apposition",
    "verb": "appointed-or-serving",
    "succession": "predecessor",
    "list": "list-heading",
}


def title_reasons(
    holding: Holding, body: Resolved, units: list[Unit], organizations: dict[str, Organization]
) -> tuple[Reason, ...]:
    """Return the reasons of one title: of its words, its holder and its body."""
    head, person = holding.phrase.head, units[holding.at]
    start, end = holding.start, holding.end
    named = "learned" if LEARNED in head.flags else "head"
    reasons = [
        Reason("title", named, units[holding.phrase.head_at].start, end),
        Reason("holder", _HOLDERS[holding.rule], min(start, person.start), max(end, person.end)),
    ]
    if body.rule:
        known = organizations.get(body.ref or "")
        first = known.mentions[0] if known is not None and known.mentions else None
        span = body.span or ((first.start, first.end) if first is not None else (start, end))
        reasons.append(Reason("body", body.rule, *span))
    return tuple(reasons)


def with_body_of(title: Title, other: Title) -> Title:
    """Return ``title`` with the reason that ``other`` has for its body."""
    kept = [r for r in title.reasons if r.slot != "body"]
    return replace(title, reasons=(*kept, *(r for r in other.reasons if r.slot == "body")))
