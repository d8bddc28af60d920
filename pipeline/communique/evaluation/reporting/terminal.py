"""An evaluation for a person at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from rich import box
from rich.console import Group, RenderableType
from rich.table import Table as RichTable
from rich.text import Text

from communique.evaluation.reporting.sections import Section, Table
from communique.evaluation.reporting.signs import shown


def render(sections: Iterable[Section]) -> RenderableType:
    """Return all sections, one below the other."""
    return Group(*(part for section in sections for part in _section(section)))


def _section(section: Section) -> Iterator[RenderableType]:
    yield Text(section.title, style="bold")
    yield from (Text(shown(note)) for note in section.notes)
    if section.table is None or not any(section.table.parts):
        yield Text("none")
    else:
        yield _table(section.table)
    yield Text()


def _table(table: Table) -> RichTable:
    grid = RichTable(box=box.SIMPLE_HEAD, show_edge=False, padding=(0, 1, 0, 0))
    for number, name in enumerate(table.head):
        right = number >= table.numbers
        grid.add_column(
            Text(name.replace("_", " ") if right else name),
            justify="right" if right else "left",
            overflow="fold",
            no_wrap=number == 0 and table.numbers == 1,
        )
    for part in table.parts:
        for row in part:
            grid.add_row(*(Text(shown(cell)) for cell in row))
        grid.add_section()
    return grid
