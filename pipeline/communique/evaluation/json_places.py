"""Where in a JSON text a value stands."""

from __future__ import annotations

import re
from collections.abc import Sequence
from json import JSONDecoder

_SPACE = re.compile(r"[ \t\n\r]*")


def line_of(text: str, path: Sequence[str | int]) -> int:
    """Return the line, counted from 1, on which the value at ``path`` begins.

    ``text`` is well-formed JSON. Where the path leads nowhere (a field that is not there), the line
    is that of the last value that it leads to.
    """
    at = _after_space(text, 0)
    for step in path:
        found = _step(text, at, step)
        if found is None:
            break
        at = found
    return text.count("\n", 0, at) + 1


def _step(text: str, at: int, step: str | int) -> int | None:
    """Return where the value of a key, or the item of a number, begins within a value."""
    opening = text[at]
    if opening not in "{[" or (opening == "{") != isinstance(step, str):
        return None
    decoder = JSONDecoder()
    at = _after_space(text, at + 1)
    number = 0
    while text[at] not in "}]":
        key: object = number
        if opening == "{":
            key, at = decoder.raw_decode(text, at)
            at = _after_space(text, _after_space(text, at) + 1)
        if key == step:
            return at
        _, at = decoder.raw_decode(text, at)
        at = _after_space(text, at)
        if text[at] == ",":
            at = _after_space(text, at + 1)
        number += 1
    return None


def _after_space(text: str, at: int) -> int:
    match = _SPACE.match(text, at)
    assert match is not None
    return match.end()
