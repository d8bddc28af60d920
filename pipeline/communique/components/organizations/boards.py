"""Boards before the body that they are of: "Management Board of Moon Bank", "Chairman of the Board of Moon Bank"."""

from __future__ import annotations

from collections.abc import Mapping

from spacy.tokens import Doc

from communique.components.organizations.boundaries import TokenRange
from communique.components.organizations.lexicon import BOARDS
from communique.components.text import words_of
from communique.components.titles.lexicon import heads as title_heads

_BOARD_MEMBERS = frozenset(
    {"Directors", "Trustees", "Governors", "Regents", "Commissioners", "Supervisors", "Management"}
)
_KINDS_OF_BOARDS = frozenset(
    {"Management", "Supervisory", "Executive", "Advisory", "Governing", "Foundation"}
)


def behind_board(doc: Doc, start: int, *, floor: int) -> int:
    """Return where a body's name begins with its board in front ("Board of Directors of the")."""
    at = start - 2 if start > 1 and doc[start - 1].lower_ == "the" else start - 1
    if at <= floor or doc[at].lower_ != "of":
        return start
    if doc[at - 1].text in _BOARD_MEMBERS and at - 3 >= floor and doc[at - 2].lower_ == "of":
        at -= 2
    elif doc[at - 1].text not in BOARDS:
        return start
    if doc[at - 1].text not in BOARDS:
        return start
    return at - 2 if at - 2 > floor and doc[at - 2].text in _KINDS_OF_BOARDS else at - 1


def without_held_board(
    doc: Doc, start: int, end: int, bodies: Mapping[int, int]
) -> TokenRange | None:
    """Return the body in "Chairman of the | Board of Directors of | Moon Bank", None where it is another name.

    The board belongs to the office then. A board of something else ("Board of Trade") is a body;
    ``bodies`` gives where the bodies of the document end, by where they start.
    """
    before = start - 2 if doc[max(start - 1, 0)].lower_ == "the" else start - 1
    held = before > 0 and doc[before].lower_ in {"of", "to"}
    if not held or doc[start].lower_ not in {"board", "boards"}:
        return start, end
    if doc[before - 1].lower_ not in title_heads():
        return start, end
    at = start + 1
    following = words_of(doc)[at : at + 2]
    named = following[:1] == ["of"] and following[-1] in _BOARD_MEMBERS
    at += 2 * named
    if at + 1 >= len(doc) or doc[at].lower_ not in {"of", "at"}:
        return start, end
    at += 2 if doc[at + 1].lower_ == "the" else 1
    if at >= end:
        return None if at in bodies else (start, end)
    rest = doc[at:end].text
    known = named or at in bodies or any(doc[s:e].text == rest for s, e in bodies.items())
    return (at, end) if known else (start, end)
