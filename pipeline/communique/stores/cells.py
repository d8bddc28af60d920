"""CSV that spreadsheets take for text: a cell never becomes a formula, and nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

#: What a cell begins with that a spreadsheet calculates, and the sign that guards it.
_ACTIVE = frozenset("=+-@＝＋－＠\t\r\n'")
_GUARD = "'"


def guarded(value: object) -> object:
    """Return a cell; a text that a spreadsheet would calculate has an apostrophe before it.

    So has one that begins with an apostrophe: who takes one off has the text again (``unguarded``).
    """
    if isinstance(value, str) and value[:1] in _ACTIVE and value:
        return _GUARD + value
    return value


def unguarded(cell: str) -> str:
    """Return the text that a cell was made from."""
    return cell.removeprefix(_GUARD)


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table with its head line; null is the empty cell."""
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(value) for value in row])
