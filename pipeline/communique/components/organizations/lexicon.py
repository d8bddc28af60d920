"""The words that organizations are named by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import cast

from communique.components.lexicon_files import (
    added_entries,
    lexical,
    read_entries,
    read_table,
    split_row,
)
from communique.components.mentions import OrganizationType

#: How the names of most bodies of the United Nations begin, for which "UN" may stand.
_UN = "United Nations "
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


@lexical
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


@lexical
def known_organizations() -> dict[str, OrganizationType]:
    """Return the type of each widely known body, by every name in the list."""
    found: dict[str, OrganizationType] = {}
    for row in read_table("organizations/known.tsv"):
        for form in names_of_body(row):
            found.setdefault(form, cast("OrganizationType", row[1]))
    return found


@lexical
def known_starts() -> dict[str, tuple[tuple[str, ...], ...]]:
    """Return the words of the widely known bodies of several words, by the first of them."""
    found: dict[str, tuple[tuple[str, ...], ...]] = {}
    for name in known_organizations():
        words = tuple(name.split())
        if len(words) > 1:
            found[words[0]] = (*found.get(words[0], ()), words)
    return found


@lexical
def known_bodies() -> dict[str, str]:
    """Return, for each name in the list of widely known bodies, the one that it is entered under."""
    found: dict[str, str] = {}
    for row in read_table("organizations/known.tsv"):
        for form in names_of_body(row):
            found.setdefault(form, found.get(row[0], row[0]))
    return found


def names_of_body(row: Sequence[str]) -> tuple[str, ...]:
    """Return the names in a row of the list of widely known bodies, the first one first.

    "UN" may stand for "United Nations" in front.
    """
    name, _, *others = row
    forms = (name, *(o.strip() for cell in others for o in cell.split("|") if o.strip()))
    short = (f"UN {form.removeprefix(_UN)}" for form in forms if form.startswith(_UN))
    return (*forms, *(form for form in short if form not in forms))


@lexical
def bodies_by_name() -> frozenset[str]:
    """Return the names of the bodies that a user adds: they are found wherever they stand."""
    rows = (split_row(entry) for entry in added_entries("organizations/known.tsv"))
    return frozenset(form for row in rows for form in names_of_body(row))


@lexical
def legal_forms() -> frozenset[str]:
    """Return the legal forms of companies, lower case, without full stops."""
    return frozenset(read_entries("organizations/legal_forms.txt"))


@lexical
def company_words() -> frozenset[str]:
    """Return the last words of names that are a body's and no person's ("Rupali Tannery")."""
    return frozenset(read_entries("organizations/company_words.txt"))


@lexical
def native_heads() -> frozenset[str]:
    """Return the words of other languages that begin names of bodies ("Comisión")."""
    return frozenset(read_entries("organizations/native_heads.txt"))


@lexical
def weekdays() -> frozenset[str]:
    """Return the days of the week, as in a sentence and in capitals."""
    days = frozenset(row[1] for row in read_table("dates/weekdays.tsv"))
    return days | frozenset(day.upper() for day in days)


@lexical
def not_names() -> frozenset[str]:
    """Return the capitalised phrases that name no body by themselves."""
    return frozenset(read_entries("organizations/not_names.txt"))


@lexical
def place_complements() -> frozenset[str]:
    """Return the heads whose "of" leads to a place ("Government of X"), not to a field."""
    words = read_entries("organizations/place_complements.txt")
    return frozenset(words) | frozenset(word.upper() for word in words)


@lexical
def inner_possessives() -> frozenset[str]:
    """Return the words that keep their ``'s`` inside a name."""
    return frozenset(read_entries("organizations/inner_possessives.txt"))


@lexical
def other_heads() -> frozenset[str]:
    """Return the last words of phrases that name no body ("Act", "Initiative"), plurals among them."""
    words = read_entries("organizations/other_heads.txt")
    return frozenset(words) | frozenset(f"{word}s" for word in words if not word.endswith("s"))


@lexical
def place_words() -> frozenset[str]:
    """Return the first words of places' names ("Bay of Orme") that bodies are called after."""
    return frozenset(read_entries("organizations/place_words.txt"))


@lexical
def held_bodies() -> frozenset[str]:
    """Return the last words of plans that are bodies where an office is held at them ("Project")."""
    return frozenset(read_entries("organizations/held_bodies.txt"))


@lexical
def generic_plurals() -> frozenset[str]:
    """Return the plurals that end a phrase about bodies of a kind ("State Governments")."""
    words = read_entries("organizations/generic_plurals.txt")
    return frozenset(words) | frozenset(word.upper() for word in words)


@lexical
def numbered_bodies() -> frozenset[str]:
    """Return the last words of names that a number opens ("109th Congress", "3rd Brigade")."""
    return frozenset(read_entries("organizations/numbered_bodies.txt"))


@lexical
def level_words() -> frozenset[str]:
    """Return the words that say at which level a body stands ("provincial"), lower case."""
    return frozenset(read_entries("organizations/level_words.txt"))


@lexical
def legal_phrases() -> tuple[str, ...]:
    """Return the legal forms of several words or of parts of words, the longest first."""
    return tuple(sorted(read_entries("organizations/legal_phrases.txt"), key=len, reverse=True))


@lexical
def groups_of_people() -> frozenset[str]:
    """Return the words for people that go on with what they have: "People with Disabilities"."""
    return frozenset(read_entries("organizations/groups_of_people.txt"))


@lexical
def laws() -> frozenset[str]:
    """Return the last words of the names of laws ("Act")."""
    return frozenset(read_entries("organizations/laws.txt"))


@lexical
def plants() -> frozenset[str]:
    """Return the last words of names of works and systems, which are bodies' names as well."""
    return frozenset(read_entries("organizations/plants.txt"))
