"""The word lists that several parts of the people component share."""

from __future__ import annotations

from communique.components.lexicon_files import read_entries, read_table

#: Words that are no person, alone or in a name.
NOT_PEOPLE = frozenset(read_entries("people/not_people.txt"))

#: Words that head names of bodies, and so stand in no person's.
ORGANIZATION_HEADS = frozenset(row[0] for row in read_table("organizations/heads.tsv"))
