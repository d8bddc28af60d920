"""The word lists that several parts of the people component share."""

from __future__ import annotations

from communique.components.lexicon_files import read_entries, read_table
from communique.components.organizations.lexicon import BOARDS

#: Words that are no person, alone or in a name.
NOT_PEOPLE = frozenset(read_entries("people/not_people.txt"))

#: Words that head names of bodies, and so stand in no person's.
ORGANIZATION_HEADS = frozenset(row[0] for row in read_table("organizations/heads.tsv")) | BOARDS

#: Words of plans, events, works and buildings, which stand in no person's name.
OTHER_WORDS = frozenset(read_entries("people/other_words.txt"))

#: Their plurals ("Governments", "Universities"): they stand in no person's name either.
PLURAL_HEADS = frozenset(
    f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
    for word in ORGANIZATION_HEADS
    if len(word) > 3
)

#: Words behind which a person's name may begin ("Kostanay Region | Jane Roe"): parts of a country.
REGION_WORDS = frozenset(read_entries("people/region_words.txt"))

#: Last words of names that are a body's and no person's ("Rupali Tannery").
COMPANY_WORDS = frozenset(read_entries("organizations/company_words.txt"))

#: Ends of the last words of streets, lower case.
STREET_ENDINGS = tuple(read_entries("people/street_endings.txt"))
