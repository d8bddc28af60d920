"""Why a component decided as it did: kept on its values, for ``communique explain``."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reason:
    """The rule that filled a slot of a value, and the half-open characters that it rests on.

    ``rule`` is a short stable name, lower case, words joined by hyphens ("office-before-name").
    ``of`` says which, of a slot that holds several: the id of a party, the form of an alias.
    """

    slot: str
    rule: str
    start: int
    end: int
    of: str | None = None
