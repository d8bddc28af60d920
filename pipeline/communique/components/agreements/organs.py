"""Organs that act for their body: what the Board of Directors of A signs, A signs."""

from __future__ import annotations

from collections.abc import Iterable

from communique.components.agreements import lexicon
from communique.components.mentions import Organization


def bodies_of_organs(organizations: Iterable[Organization]) -> dict[str, str]:
    """Return the id of the body for each of its organs among some organizations.

    The body is the one that its name says ("Board of A"), or that the text says it is part of.
    """
    bodies = list(organizations)
    named = {_plain(name): o.id for o in bodies for name in (o.name, *o.aliases)}
    found: dict[str, str] = {}
    for organ in bodies:
        words = lexicon.split_words(organ.name)
        kind = _organ(words)
        if kind == 0:
            continue
        rest = words[kind + 1 :] if words[kind : kind + 1] == ("of",) else ()
        body = named.get(" ".join(w for w in rest if w != "the")) or organ.part_of
        if body is not None and body != organ.id:
            found[organ.id] = body
    return found


def _plain(name: str) -> str:
    return " ".join(w for w in lexicon.split_words(name) if w != "the")


def _organ(words: tuple[str, ...]) -> int:
    """Return how many words an organ's kind has at the head of a name, 0 where none stands there."""
    kinds = lexicon.phrase_set("organs")
    return max((len(kind) for kind in kinds if words[: len(kind)] == kind), default=0)
