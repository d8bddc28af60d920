"""CSV that spreadsheets take for text: a cell never becomes a formula, and nothing is lost."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Sequence
from typing import TextIO

#: What a cell begins with that a spreadsheet calculates, and the sign that guards it.
_ACTIVE = frozenset("=+-@＝＋－＠\t\r\n'")
_GUARD = "'"
_CRLF = "\r\n"


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


class _Lines:
    """Ends each row with a line feed, while the writer puts cells with either line end in quotes.

    csv quotes only what is in its own line end: with a line feed alone, a
    carriage return in a cell would end the row.
    """

    def __init__(self, stream: TextIO) -> None:
        self._stream = stream

    def write(self, row: str) -> int:
        return self._stream.write(row.removesuffix(_CRLF) + "\n")


def write_csv(stream: TextIO, columns: Sequence[str], rows: Iterable[Sequence[object]]) -> None:
    """Write a table with its head line; null is the empty cell."""
    writer = csv.writer(_Lines(stream), lineterminator=_CRLF)
    writer.writerow(columns)
    for row in rows:
        writer.writerow([guarded(value) for value in row])
