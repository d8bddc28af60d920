"""The word lists that several parts of the people component share."""

from __future__ import annotations

from communique.components.lexicon_files import (
    added_entries,
    lexical,
    read_entries,
    read_table,
    split_row,
)
from communique.components.organizations.lexicon import BOARDS, names_of_body

#: Words of plans, events, works and buildings, which stand in no person's name.
OTHER_WORDS = frozenset(read_entries("people/other_words.txt"))

#: Words behind which a person's name may begin ("Kostanay Region | Jane Roe"): parts of a country.
REGION_WORDS = frozenset(read_entries("people/region_words.txt"))

#: Last words of names that are a body's and no person's ("Rupali Tannery").
COMPANY_WORDS = frozenset(read_entries("organizations/company_words.txt"))

#: Ends of the last words of streets, lower case.
STREET_ENDINGS = tuple(read_entries("people/street_endings.txt"))


@lexical
def not_people() -> frozenset[str]:
    """Return the words that are no person, alone or in a name."""
    return frozenset(read_entries("people/not_people.txt"))


@lexical
def body_heads() -> frozenset[str]:
    """Return the words that head names of bodies, and so stand in no person's."""
    return frozenset(row[0] for row in read_table("organizations/heads.tsv")) | BOARDS


@lexical
def plural_heads() -> frozenset[str]:
    """Return the plurals of these ("Governments"): they stand in no person's name either."""
    return frozenset(
        f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
        for word in body_heads()
        if len(word) > 3
    )


@lexical
def people_by_name() -> frozenset[str]:
    """Return the names that are a person's wherever they stand."""
    return frozenset(read_entries("people/names.txt"))


@lexical
def not_people_by_name() -> frozenset[str]:
    """Return the names that a user says are no person's: those, and the names of bodies."""
    bodies = (split_row(row) for row in added_entries("organizations/known.tsv"))
    return frozenset(
        [
            *added_entries("people/not_people.txt"),
            *(form for row in bodies for form in names_of_body(row)),
        ]
    )
