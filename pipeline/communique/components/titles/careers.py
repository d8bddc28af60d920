"""The bodies of careers: "joined the Bank in 2012 and, as Head of Risk", "will continue in the Ministry"."""

from __future__ import annotations

from collections.abc import Collection

from communique.components.titles.holding import Holding
from communique.components.titles.rules import body_nouns
from communique.components.titles.sentences import Sentences, words

_MAX_CAREER = 40
_MAX_NEXT = 16


def find_career(text: Sentences, edge: int, start: int, taken: Collection[int]) -> int | None:
    """Return the body that somebody joined or worked at "as" what the title at ``edge`` says."""
    link = text.skip_back(edge - 1)
    if text.lower(link) != "as":
        return _find_posts(text, edge, start)
    for at in range(link - 1, max(link - _MAX_CAREER, start) - 1, -1):
        if text.kind(at) == "body" and at not in taken and text.lower(at) not in body_nouns():
            before = text.skip_back(at - 1)
            if text.lower(before) in {",", "of"} and text.kind(before - 1) == "body":
                continue  # "in the Strategy Group, Prime Minister's Office"
            return at if text.lower(before) in words("joining") else None
    return None


def _find_posts(text: Sentences, edge: int, start: int) -> int | None:
    """Read "held several positions at the Bank, including Head of Risk and [Treasurer]"."""
    for at in range(edge - 1, max(edge - _MAX_CAREER, start), -1):
        if text.kind(at) == "person":
            return None
        such = text.lower(at) == "as" and text.lower(at - 1) == "such"
        if such or text.lower(at) == "including":
            name = at - 1 - such
            name -= text.unit(name).text == ","
            held = text.lower(text.skip_back(name - 1)) in words("joining")
            return name if text.kind(name) == "body" and held else None
    return None


def find_continuing(text: Sentences, holding: Holding) -> int | None:
    """Read "was promoted to [Minister of State] and will continue in the Ministry"."""
    close = holding.phrase.close
    if holding.rule != "verb":
        return None
    sentence = text.unit(close - 1).sentence
    for at in range(close, close + _MAX_NEXT):
        unit = text.unit(at)
        if unit.sentence != sentence or unit.kind in {"person", "gap"}:
            return None
        if unit.lower in words("continuing") and text.lower(at + 1) in {"in", "at"}:
            name = text.skip(at + 2)
            return name if text.kind(name) == "body" else None
    return None
