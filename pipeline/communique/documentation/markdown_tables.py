"""Tables in Markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """Return a table; cells are Markdown, in which bars are escaped."""
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    lines += ["| " + " | ".join(cell.replace("|", r"\|") for cell in row) + " |" for row in rows]
    return "".join(" ".join(line.split()) + "\n" for line in lines)


def one_of(values: Iterable[object]) -> str:
    """Return values as code in one phrase: ```a`, `b` or `c```."""
    *others, last = [f"`{value}`" for value in values]
    return f"{', '.join(others)} or {last}" if others else last
