"""What kind of body a body is: by its own name, in any of several languages, or by what a text says of it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.lexicon_files import lexical, read_table
from communique.components.titles.rules import body_nouns
from communique.components.titles.sentences import words
from communique.components.titles.units import Unit

_MAX_DESCRIPTION = 9
_COPULAS = frozenset(["is", "was", "remains"])


@lexical
def _cognates() -> dict[str, frozenset[str]]:
    """Return, for each noun, the other words of names that say the same."""
    return {noun: frozenset(others.split("|")) for noun, others in read_table("titles/kinds.tsv")}


def is_kind(name: str, noun: str) -> bool:
    """Tell whether a body's own name says that it is a ``noun``: not what it is a part of.

    "Bank of Ayr" is a bank and "Banque du Littoral" another, "Board of the Bank of Ayr" is none; all
    words of "municipal government" must stand in a name.
    """
    own = re.split(r" (?:of|for|at|to|on|in) ", name.lower(), maxsplit=1)[0]
    said = set(re.findall(r"[\w'’-]+", own))
    if not _cognates().get(noun, frozenset()).isdisjoint(said):
        return not own.endswith(" board")
    return set(noun.split()) <= said and not (noun != "board" and own.endswith(" board"))


def read_kinds(units: Sequence[Unit]) -> dict[str, set[str]]:
    """Return the nouns by which a text describes its bodies, by their ids.

    "the shipping group Acme", "Acme, a lender based in Orla", "Acme is a Peruvian airline".
    """
    found: dict[str, set[str]] = {}
    for at, unit in enumerate(units):
        if unit.kind != "body" or unit.ref is None:
            continue
        nouns = found.setdefault(unit.ref, set())
        before = units[at - 1] if at else None
        plain = before is not None and before.kind == "word" and not before.capital
        if before is not None and plain and before.lower in body_nouns():
            nouns.add(before.lower)
        described = _described_behind(units, at + 1)
        if described is not None:
            nouns.add(described)
    return found


def _described_behind(units: Sequence[Unit], at: int) -> str | None:
    """Return the noun of ", a Norwegian shipping group" or "is a lender" behind a name, None for none."""
    behind = units[at : at + _MAX_DESCRIPTION]
    if len(behind) < 3 or not (behind[0].text == "," or behind[0].lower in _COPULAS):
        return None
    if behind[1].lower not in {"a", "an", "the", "one"}:
        return None
    noun = None
    for unit in behind[2:]:
        if unit.kind not in {"word", "place"} or unit.lower in words("prepositions"):
            break
        noun = unit.lower if unit.kind == "word" else None
    return noun if noun in body_nouns() else None
