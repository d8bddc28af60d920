"""CSV and TSV: one release a row, the columns named in the first."""

from __future__ import annotations

import codecs
import csv
import io
from collections.abc import Iterator
from functools import partial
from itertools import chain
from typing import Self, cast

from communique.readers.building import attempt
from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.fields import release_of_fields
from communique.readers.ninjs import canonical
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

_HEAD = 1 << 16
_DELIMITERS = ",;\t|"
_ENDS = ("\n", "\r")


def read_csv(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release, or a failure, for every row; ``source.record`` is ``"line N"``, its first.

    The names of the columns are those of ``options`` (``text_field`` and so on). Columns are parted
    by ``options.delimiter``, or by what parts the names in the first line most often of comma,
    semicolon, tab and bar. Quoted cells may hold line breaks. The table is read as a stream. Raises
    ``ReadError`` where there is no row, and no column of the text's name.
    """
    return _read(source, options, "csv", options.delimiter)


def read_tsv(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release for every row, as :func:`read_csv` does, of columns parted by tabs."""
    return _read(source, options, "tsv", options.delimiter or "\t")


def _read(
    source: Source, options: ReaderOptions, fmt: str, delimiter: str | None
) -> Iterator[Release | ReadFailure]:
    head = cast("io.BufferedReader", source.stream).peek(_HEAD)
    if not head:
        raise ReadError("open", "the file is empty")
    text = io.TextIOWrapper(
        source.stream, options.encoding or _encoding(head), errors="replace", newline=""
    )
    try:
        yield from _rows(source, options, fmt, delimiter, text)
    finally:
        text.detach()


def _rows(
    source: Source,
    options: ReaderOptions,
    fmt: str,
    delimiter: str | None,
    text: io.TextIOWrapper,
) -> Iterator[Release | ReadFailure]:
    lines = _Lines(text, options.max_bytes)
    first = next(lines)
    while not first.strip():
        first = next(lines, "")
        if not first:
            raise ReadError("open", "the file is empty")
    if delimiter is None:
        delimiter = max(_DELIMITERS, key=first.count)
    # a cell may be as long as a release; the module knows one limit for all its users
    csv.field_size_limit(max(csv.field_size_limit(), options.max_bytes))
    rows = csv.reader(chain([first], lines), delimiter=delimiter)
    names = [name.strip() for name in next(rows)]
    if options.text_field not in names:
        known = ", ".join(names[:30])
        raise ReadError("parse", f"there is no column {options.text_field!r} (columns: {known})")
    seen = False
    while True:
        record = f"line {lines.number + 1}"
        try:
            row = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            yield source.failure(ReadError("parse", f"invalid CSV: {error}"), record)
            continue
        except ReadError as error:
            yield source.failure(error, record)
            continue
        if not any(cell.strip() for cell in row):
            continue
        seen = True
        make = partial(_row, source, options, fmt=fmt, names=names, row=row, record=record)
        yield attempt(source, record, make)
    if not seen:
        raise ReadError("extract", "the table has no row")


class _Lines:
    """The lines of a table, counted; one beyond the limit is passed over with a ``ReadError``."""

    def __init__(self, text: io.TextIOWrapper, limit: int) -> None:
        self.number = 0
        self._text = text
        self._limit = limit

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> str:
        line = self._text.readline(self._limit)
        if not line:
            raise StopIteration
        self.number += 1
        if len(line) == self._limit and not line.endswith(_ENDS):
            while (rest := self._text.readline(self._limit)) and not rest.endswith(_ENDS):
                pass
            limit = f"{self._limit:,}"
            raise ReadError("open", f"the line is longer than the limit of {limit} characters")
        return line


def _row(
    source: Source,
    options: ReaderOptions,
    *,
    fmt: str,
    names: list[str],
    row: list[str],
    record: str,
) -> Release:
    if len(row) > len(names) and any(row[len(names) :]):
        reason = f"the row has {len(row)} cells, and the first line names {len(names)} columns"
        raise ReadError("parse", reason)
    values = dict(zip(names, row, strict=False))
    data = canonical(values)
    if len(data) > options.max_bytes:
        raise ReadError("open", f"it is larger than the limit of {options.max_bytes:,} bytes")
    lost = sum(cell.count("\ufffd") for cell in row)
    warnings = (f"{lost} characters could not be decoded",) if lost else ()
    return release_of_fields(source, fmt, data, values, options, record=record, warnings=warnings)


def _encoding(head: bytes) -> str:
    """Return the encoding of a table by its beginning, which may end within a character."""
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "utf-16"
    try:
        codecs.getincrementaldecoder("utf-8")().decode(head)
    except UnicodeDecodeError:
        return decode(head).encoding
    # a table without marks above ASCII, and a binary file, are valid too: decode tells
    return "utf-8-sig" if b"\0" not in head else decode(head).encoding
