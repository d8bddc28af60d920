"""The words that organizations are named by."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import cast

from communique.components.lexicon_files import read_entries, read_table
from communique.components.mentions import OrganizationType

#: Heads a name only where another name shows it: a company's "Board" is a part of its own.
BOARDS = frozenset({"Board", "BOARD"})


@dataclass(frozen=True)
class OrganizationHead:
    """A word that makes a capitalised phrase the name of a body.

    ``strong``: it does so by itself. ``first`` and ``last``: where in the name it may stand.
    ``bare``: the word alone is a name ("Congress").
    """

    word: str
    type: OrganizationType
    strong: bool
    first: bool
    last: bool
    bare: bool


@cache
def organization_heads() -> dict[str, OrganizationHead]:
    """Return the heads by their form in a name, all capitals among them."""
    found: dict[str, OrganizationHead] = {}
    for word, kind, strength, places, *bare in read_table("organizations/heads.tsv"):
        head = OrganizationHead(
            word,
            cast("OrganizationType", kind),
            strength == "strong",
            places in ("first", "both"),
            places in ("last", "both"),
            bool(bare),
        )
        found[word] = head
        if len(word) > 4:
            found.setdefault(word.upper(), head)
    return found


@cache
def known_organizations() -> dict[str, OrganizationType]:
    """Return the type of each widely known body, by every name in the list."""
    found: dict[str, OrganizationType] = {}
    for name, kind, *others in read_table("organizations/known.tsv"):
        for form in (name, *(other for cell in others for other in cell.split("|") if other)):
            found.setdefault(form, cast("OrganizationType", kind))
    return found


@cache
def known_bodies() -> dict[str, str]:
    """Return, for each name in the list of widely known bodies, the one that it is entered under."""
    found: dict[str, str] = {}
    for name, _, *others in read_table("organizations/known.tsv"):
        for form in (name, *(other for cell in others for other in cell.split("|") if other)):
            found.setdefault(form, found.get(name, name))
    return found


@cache
def legal_forms() -> frozenset[str]:
    """Return the legal forms of companies, lower case, without full stops."""
    return frozenset(read_entries("organizations/legal_forms.txt"))


@cache
def company_words() -> frozenset[str]:
    """Return the last words of names that are a body's and no person's ("Rupali Tannery")."""
    return frozenset(read_entries("organizations/company_words.txt"))


@cache
def not_names() -> frozenset[str]:
    """Return the capitalised phrases that name no body by themselves."""
    return frozenset(read_entries("organizations/not_names.txt"))


@cache
def place_complements() -> frozenset[str]:
    """Return the heads whose "of" leads to a place ("Government of X"), not to a field."""
    words = read_entries("organizations/place_complements.txt")
    return frozenset(words) | frozenset(word.upper() for word in words)


@cache
def inner_possessives() -> frozenset[str]:
    """Return the words that keep their ``'s`` inside a name."""
    return frozenset(read_entries("organizations/inner_possessives.txt"))


@cache
def other_heads() -> frozenset[str]:
    """Return the last words of phrases that name no body ("Act", "Initiative"), plurals among them."""
    words = read_entries("organizations/other_heads.txt")
    return frozenset(words) | frozenset(f"{word}s" for word in words if not word.endswith("s"))


@cache
def place_words() -> frozenset[str]:
    """Return the first words of places' names ("Bay of Orme") that bodies are called after."""
    return frozenset(read_entries("organizations/place_words.txt"))


@cache
def held_bodies() -> frozenset[str]:
    """Return the last words of plans that are bodies where an office is held at them ("Project")."""
    return frozenset(read_entries("organizations/held_bodies.txt"))


@cache
def generic_plurals() -> frozenset[str]:
    """Return the plurals that end a phrase about bodies of a kind ("State Governments")."""
    words = read_entries("organizations/generic_plurals.txt")
    return frozenset(words) | frozenset(word.upper() for word in words)


@cache
def numbered_bodies() -> frozenset[str]:
    """Return the last words of names that a number opens ("109th Congress", "3rd Brigade")."""
    return frozenset(read_entries("organizations/numbered_bodies.txt"))


@cache
def level_words() -> frozenset[str]:
    """Return the words that say at which level a body stands ("provincial"), lower case."""
    return frozenset(read_entries("organizations/level_words.txt"))


@cache
def legal_phrases() -> tuple[str, ...]:
    """Return the legal forms of several words or of parts of words, the longest first."""
    return tuple(sorted(read_entries("organizations/legal_phrases.txt"), key=len, reverse=True))
