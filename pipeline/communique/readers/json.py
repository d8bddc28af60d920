"""JSON: one release as an object, or a list of them, in an object or not."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import partial
from typing import Any, BinaryIO, cast

from communique.readers.building import attempt
from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.fields import field, release_of_fields
from communique.readers.json_stream import TooLarge, list_items
from communique.readers.jsonl import read_jsonl
from communique.readers.ninjs import canonical, is_item, release_of_item
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source, read_whole

#: Where APIs and exports put their lists.
_LISTS = ("items", "articles", "releases", "results", "documents", "records", "entries", "posts",
          "news", "data", "rows", "hits", "docs")  # fmt: skip
_WHITE = b" \t\r\n\xef\xbb\xbf"


def read_json(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the release of an object, or of each object of a list; ``source.record`` is ``item N``.

    A list, and the list that ``options.items_field`` names, are read as a stream, whatever their
    length. Without that option, an object that has neither the text field nor is an item of ninjs
    is looked through for a list of objects in it. Several objects one after another are JSONL.
    Raises ``ReadError`` where the JSON is broken, after what stood before.
    """
    stream = cast("io.BufferedReader", source.stream)
    if options.items_field is not None:
        path = options.items_field.split(".")
        yield from _each(source, options, list_items(source.stream, path, options.max_bytes))
    elif stream.peek(64)[:64].lstrip(_WHITE).startswith(b"["):
        yield from _each(source, options, list_items(source.stream, [], options.max_bytes))
    else:
        yield from _whole(source, options)


#: Items of ninjs are told by their fields, whatever the file is called.
read_ninjs = read_json


def _whole(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    data = read_whole(source, options)
    decoded = decode(data, encoding=options.encoding)
    try:
        values = json.loads(decoded.text.removeprefix("\ufeff"))
    except json.JSONDecodeError as error:
        if error.msg == "Extra data" and b"\n" in data:
            lines = cast("BinaryIO", io.BytesIO(data))
            yield from read_jsonl(replace(source, stream=lines), options)
            return
        place = f"line {error.lineno}, column {error.colno}"
        raise ReadError("parse", f"invalid JSON: {error.msg} ({place})") from None
    except (ValueError, RecursionError) as error:
        raise ReadError("parse", f"invalid JSON: {error}") from None
    if isinstance(values, list):
        # in an encoding that no stream of JSON has
        yield from _each(source, options, values)
        return
    if not isinstance(values, dict):
        raise ReadError("parse", "the JSON is neither an object nor a list of them")
    found = None
    if field(values, options.text_field) is None and not is_item(values):
        found = _list_in(values)
    if found is not None:
        yield from _each(source, options, found)
    else:
        yield _release(source, options, data, values, warnings=decoded.warnings)


def _list_in(values: Mapping[str, Any]) -> list[Any] | None:
    """Return the list of objects in an object: by its name, or because there is but one."""
    lists = {
        str(key): value
        for key, value in values.items()
        if isinstance(value, list) and value and all(isinstance(item, dict) for item in value)
    }
    for name in _LISTS:
        if name in lists:
            return lists[name]
    return next(iter(lists.values())) if len(lists) == 1 else None


def _each(
    source: Source, options: ReaderOptions, items: Iterator[Any] | list[Any]
) -> Iterator[Release | ReadFailure]:
    number = 0
    for number, item in enumerate(items, 1):
        record = f"item {number}"
        yield attempt(source, record, partial(_item, source, options, item, record))
    if not number:
        raise ReadError("extract", "the list holds no item")


def _item(source: Source, options: ReaderOptions, item: object, record: str) -> Release:
    if isinstance(item, TooLarge):
        raise ReadError("open", f"it is larger than the limit of {options.max_bytes:,} bytes")
    if not isinstance(item, dict):
        raise ReadError("parse", "not a JSON object")
    return _release(source, options, canonical(item), item, record=record)


def _release(
    source: Source,
    options: ReaderOptions,
    data: bytes,
    values: Mapping[str, Any],
    *,
    record: str | None = None,
    warnings: tuple[str, ...] = (),
) -> Release:
    if len(data) > options.max_bytes:
        raise ReadError("open", f"it is larger than the limit of {options.max_bytes:,} bytes")
    make = release_of_item if is_item(values) else release_of_fields
    fmt = "ninjs" if make is release_of_item else "json"
    return make(source, fmt, data, values, options, record=record, warnings=warnings)
