"""An evaluation as Markdown, for a pull request or a page of documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from communique.evaluation.reporting.sections import Section, Table
from communique.evaluation.reporting.signs import shown

#: What Markdown, or HTML in it, would take for more than a sign.
_SIGNS = re.compile(r"([\\`*_\[\]<>|&])")


def render(sections: Iterable[Section]) -> str:
    """Return all sections, ending in a newline."""
    return "\n".join(line for section in sections for line in _section(section)).rstrip() + "\n"


def _section(section: Section) -> Iterator[str]:
    yield from (f"## {_cell(section.title)}", "")
    for note in section.notes:
        yield from (_cell(note), "")
    if section.table is None or not any(section.table.parts):
        yield "none"
    else:
        yield from _table(section.table)
    yield ""


def _table(table: Table) -> Iterator[str]:
    yield _row(table.head)
    marks = ["--:" if number >= table.numbers else "---" for number in range(len(table.head))]
    yield "|" + "|".join(marks) + "|"
    for part in table.parts:
        yield from map(_row, part)


def _row(cells: Sequence[str]) -> str:
    return "| " + " | ".join(map(_cell, cells)) + " |"


def _cell(text: str) -> str:
    return _SIGNS.sub(r"\\\1", shown(text))
