"""A drawing of the tables of the database and of which refers to which, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from xml.sax.saxutils import escape

from sqlalchemy import JSON, Column, Date, Float, Integer, Table

_TITLE = "The tables, their columns and what their keys refer to"
_WIDTH = 250
_BETWEEN = 110  # two columns of tables
_ROW = 16
_HEAD = 22
_GAP = 18
_MARGIN = 16
_KINDS = {Integer: "integer", Float: "real", Date: "date", JSON: "json"}
#: Lines take the colour of the table that they lead to, by turns.
_COLOURS = ("#1f5fa8", "#136f63", "#8a5a00", "#8e2f8e", "#b03a2e", "#5d6d7e")


@dataclass(frozen=True)
class _Box:
    table: Table
    x: int
    y: int

    @property
    def height(self) -> int:
        return _HEAD + _ROW * len(self.table.columns) + 4

    @cached_property
    def rows(self) -> Mapping[str, int]:
        """The height at which each column of the table stands."""
        return {
            column.name: self.y + _HEAD + _ROW * row + 8
            for row, column in enumerate(self.table.columns)
        }


def table_drawing(tables: Sequence[Table]) -> str:
    """Return an SVG of tables: those that refer to none on the left, each to the right of its own."""
    boxes = _boxes(tables)
    height = max(box.y + box.height for box in boxes.values()) + _MARGIN
    width = max(box.x for box in boxes.values()) + _WIDTH + _MARGIN
    shapes = [*_keys(boxes), *(shape for box in boxes.values() for shape in _box(box))]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" width="{width}" '
        f'height="{height}" role="img" font-family="DejaVu Sans Mono, Menlo, Consolas, monospace" '
        f'font-size="11">\n<title>{escape(_TITLE)}</title>\n'
        f'<rect width="100%" height="100%" rx="6" fill="#ffffff" stroke="#c8ccd0"/>\n'
        + "".join(f"{shape}\n" for shape in shapes)
        + "</svg>\n"
    )


def _boxes(tables: Sequence[Table]) -> dict[str, _Box]:
    """Give each table its place, beside those that it refers to, in their order."""
    depths: dict[str, int] = {}
    for table in tables:  # each comes behind those that it refers to
        depths[table.name] = max((1 + depths[name] for name in _referred(table)), default=0)
    boxes: dict[str, _Box] = {}
    for depth in range(max(depths.values()) + 1):
        column = [table for table in tables if depths[table.name] == depth]
        beside = {
            table.name: max((boxes[name].y for name in _referred(table)), default=0)
            for table in column
        }
        y = _MARGIN
        for table in sorted(column, key=lambda table: beside[table.name]):
            boxes[table.name] = box = _Box(table, _MARGIN + depth * (_WIDTH + _BETWEEN), y)
            y += box.height + _GAP
    return boxes


def _referred(table: Table) -> list[str]:
    names = {key.referred_table.name for key in table.foreign_key_constraints}
    return sorted(names - {table.name})


def _keys(boxes: Mapping[str, _Box]) -> Iterator[str]:
    """Yield a line for each key, dashed where it may be null."""
    aims = sorted({name for box in boxes.values() for name in _referred(box.table)})
    for box in boxes.values():
        for key in sorted(box.table.foreign_key_constraints, key=lambda k: tuple(k.column_keys)):
            aim = boxes[key.referred_table.name]
            if aim is box:
                continue
            x, y = box.x, box.rows[key.column_keys[-1]]
            to_x, to_y = aim.x + _WIDTH, aim.y + _HEAD // 2
            bend = (x - to_x) // 2 if x - to_x <= _BETWEEN else _BETWEEN // 2
            dashes = ' stroke-dasharray="4 3"' if any(c.nullable for c in key.columns) else ""
            yield (
                f'<path d="M{x} {y}C{x - bend} {y} {to_x + bend} {to_y} {to_x} {to_y}" fill="none" '
                f'stroke="{_COLOURS[aims.index(aim.table.name) % len(_COLOURS)]}"{dashes}/>'
            )


def _box(box: _Box) -> Iterator[str]:
    yield (
        f'<rect x="{box.x}" y="{box.y}" width="{_WIDTH}" height="{box.height}" rx="4" '
        'fill="#f6f8fa" stroke="#8b949e"/>'
        f'<text x="{box.x + 8}" y="{box.y + 15}" font-weight="bold" fill="#1d2125">'
        f"{escape(box.table.name)}</text>"
    )
    referring = {c.name for key in box.table.foreign_key_constraints for c in key.columns}
    for column in box.table.columns:
        y = box.rows[column.name] + 4
        marks = "".join(_marks(column, referring))
        yield (
            f'<text x="{box.x + 8}" y="{y}" fill="#1d2125">{escape(column.name)}</text>'
            f'<text x="{box.x + _WIDTH - 8}" y="{y}" text-anchor="end" fill="#5d6d7e">'
            f"{_KINDS.get(type(column.type), 'text')}{marks}</text>"
        )


def _marks(column: Column[object], referring: set[str]) -> Iterator[str]:
    if column.primary_key:
        yield " PK"
    if column.name in referring:
        yield " FK"
    if column.unique:
        yield " UK"
