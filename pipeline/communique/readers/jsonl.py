"""JSONL: one release a line, read as a stream."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from functools import partial
from typing import Any

from communique.readers.building import attempt
from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.fields import release_of_fields
from communique.readers.ninjs import is_item, release_of_item
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

_CHUNK = 1 << 20


def read_jsonl(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release, or a failure, for every line that is not blank; a bad line ends nothing.

    ``source.record`` is ``"line N"``, from 1. A line of more than ``options.max_bytes`` is passed
    over without being held in memory. Offsets refer to the text field alone; a line may be an item
    of ninjs, too. Raises ``ReadError`` when there is no line at all, and for a file in UTF-16.
    """
    number = 0
    seen = False
    while line := source.stream.readline(options.max_bytes + 1):
        number += 1
        record = f"line {number}"
        if number == 1 and line.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            raise ReadError("decode", "JSONL is read as UTF-8, and this file is UTF-16")
        if len(line) > options.max_bytes and not line.endswith(b"\n"):
            _skip_line(source)
            reason = f"the line is longer than the limit of {options.max_bytes:,} bytes"
            yield source.failure(ReadError("open", reason), record)
            seen = True
            continue
        line = line.rstrip(b"\r\n")
        if not line.strip():
            continue
        seen = True
        yield attempt(source, record, partial(_release, source, options, line, record))
    if not seen:
        raise ReadError("open", "the file is empty")


def _skip_line(source: Source) -> None:
    while (part := source.stream.readline(_CHUNK)) and not part.endswith(b"\n"):
        pass


def _release(source: Source, options: ReaderOptions, line: bytes, record: str) -> Release:
    decoded = decode(line, encoding=options.encoding)
    values = _parse(decoded.text)
    make = release_of_item if is_item(values) else release_of_fields
    fmt = "ninjs" if make is release_of_item else "jsonl"
    return make(source, fmt, line, values, options, record=record, warnings=decoded.warnings)


def _parse(line: str) -> dict[str, Any]:
    try:
        values = json.loads(line.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        raise ReadError("parse", f"invalid JSON: {error.msg} (column {error.colno})") from None
    except (ValueError, RecursionError) as error:
        raise ReadError("parse", f"invalid JSON: {error}") from None
    if not isinstance(values, dict):
        raise ReadError("parse", "not a JSON object")
    return values
