"""The rules that ``communique explain`` names as tables, made of the lexicon."""

from __future__ import annotations

from communique.components.reasons import meanings
from communique.documentation.markdown_tables import table


def rules(slot: str) -> str:
    """Return the table of the rules that fill a slot.

    Raises ``KeyError`` where none does.
    """
    rows = [(f"`{rule}`", says) for (of, rule), says in meanings().items() if of == slot]
    if not rows:
        raise KeyError(slot)
    return table(("rule", ""), rows)
