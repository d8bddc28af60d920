"""Why a component decided as it did: kept on its values, for ``communique explain``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from communique.components.lexicon_files import read_table


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that filled a slot of a value, and the half-open characters that it rests on.

    ``rule`` is a short stable name, lower case, words joined by hyphens ("office-before-name"); what
    it says stands in ``lexicon/reasons.tsv``.
    ``of`` says which, of a slot that holds several: the id of a party, the form of an alias.
    """

    slot: str
    rule: str
    start: int
    end: int
    of: str | None = None


@cache
def meanings() -> dict[tuple[str, str], str]:
    """Return what each rule says, for a person to read, by its slot and its name."""
    return {(slot, rule): says for slot, rule, says in read_table("reasons.tsv")}
