"""A list in a file of JSON, item after item, however long the list is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any, BinaryIO

import ijson

from communique.readers.failure import ReadError

#: How many objects and lists may be around a value.
_DEEPEST = 200

_STARTS = {"start_map": dict, "start_array": list}
_ENDS = frozenset({"end_map", "end_array"})


class TooLarge:
    """Stands for an item that is larger than the limit, and was not held."""


def list_items(stream: BinaryIO, path: Sequence[str], max_bytes: int) -> Iterator[Any]:
    """Yield the items of the list that the keys of ``path`` lead to; of the file itself for none.

    An item of more than about ``max_bytes`` is a :class:`TooLarge`. Raises ``ReadError`` (stage
    ``parse``) where the JSON is broken or nested too deep, after the items before.
    """
    events = _events(stream)
    keys: list[str | None] = []
    for event, value in events:
        if event == "start_array" and len(keys) == len(path) and keys == list(path):
            yield from _items(events, max_bytes)
            return
        if event in _STARTS:
            keys.append(None)
        elif event in _ENDS:
            keys.pop()
        elif event == "map_key":
            keys[-1] = value
        if len(keys) > _DEEPEST:
            raise ReadError("parse", f"invalid JSON: nested deeper than {_DEEPEST}")


def _events(stream: BinaryIO) -> Iterator[tuple[str, Any]]:
    try:
        yield from ijson.basic_parse(stream, use_float=True)
    except ijson.JSONError as error:
        said = " ".join(str(error).split("\n", 1)[0].split()) or type(error).__name__
        raise ReadError("parse", f"invalid JSON: {said}") from None


def _items(events: Iterator[tuple[str, Any]], max_bytes: int) -> Iterator[Any]:
    """Build value after value, until the list ends."""
    around: list[tuple[Any, str]] = []  # the containers that are open, each with its last key
    size = 0
    for event, value in events:
        if event == "map_key":
            around[-1] = (around[-1][0], value)
            size += len(value)
            continue
        if event in _ENDS:
            if not around:
                return
            built, _ = around.pop()
            if not around:
                yield built if size <= max_bytes else TooLarge()
                size = 0
            continue
        made = _STARTS[event]() if event in _STARTS else value
        size += len(made) if isinstance(made, str) else 8
        if around and size <= max_bytes:
            container, key = around[-1]
            if isinstance(container, dict):
                container[key] = made
            else:
                container.append(made)
        if event in _STARTS:
            around.append((made, ""))
            if len(around) > _DEEPEST:
                raise ReadError("parse", f"invalid JSON: nested deeper than {_DEEPEST}")
        elif not around:
            yield made
            size = 0
