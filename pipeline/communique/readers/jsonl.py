"""JSONL: one release a line, read as a stream."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions, iso_day
from communique.readers.release import Release
from communique.readers.source import Source, describe

_CHUNK = 1 << 20


def read_jsonl(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release, or a failure, for every line that is not blank; a bad line ends nothing.

    ``source.record`` is ``"line N"``, from 1. A line of more than ``options.max_bytes`` is passed
    over without being held in memory. Offsets refer to the text field alone. Raises ``ReadError``
    when there is no line at all, and for a file in UTF-16.
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
            yield ReadFailure(source.path, record, "open", reason)
            seen = True
            continue
        line = line.rstrip(b"\r\n")
        if not line.strip():
            continue
        seen = True
        try:
            yield _release(source, options, line, record)
        except ReadError as error:
            yield ReadFailure(source.path, record, error.stage, error.reason)
    if not seen:
        raise ReadError("open", "the file is empty")


def _skip_line(source: Source) -> None:
    while (part := source.stream.readline(_CHUNK)) and not part.endswith(b"\n"):
        pass


def _release(source: Source, options: ReaderOptions, line: bytes, record: str) -> Release:
    decoded = decode(line, encoding=options.encoding)
    values = _parse(decoded.text)
    warnings = list(decoded.warnings)

    text = values.get(options.text_field)
    if text is None:
        known = ", ".join(sorted(values)) or "none"
        raise ReadError("parse", f"there is no field {options.text_field!r} (fields: {known})")
    if not isinstance(text, str):
        raise ReadError("parse", f"the field {options.text_field!r} is not a string")
    text = normalize(text)
    if not text.strip():
        raise ReadError("extract", f"the field {options.text_field!r} holds no text")

    day = options.publish_date
    given = values.get(options.date_field)
    if day is None and given not in (None, ""):
        day = iso_day(given) if isinstance(given, str) else None
        if day is None:
            shown = str(given)[:40]
            warnings.append(f"the field {options.date_field!r} is no day as YYYY-MM-DD: {shown!r}")
    return Release(
        text=text,
        source=describe(source, "jsonl", line, record),
        title=_string(values, options.title_field),
        publish_date=day,
        language=_string(values, options.language_field),
        given_id=_string(values, options.id_field),
        warnings=tuple(warnings),
    )


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


def _string(values: dict[str, Any], field: str) -> str | None:
    """Return a field that is text, or a number that stands for one (an id); None otherwise."""
    value = values.get(field)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (normalize(value).strip() or None) if isinstance(value, str) else None
