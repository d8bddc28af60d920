"""Files of an export, which appear whole or not at all."""

from __future__ import annotations

import contextlib
import json
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any, BinaryIO


@contextlib.contextmanager
def new_path(path: Path) -> Iterator[Path]:
    """Yield the path of a file to make, which replaces ``path`` when the block ends well."""
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    try:
        yield partial
        partial.replace(path)
    finally:
        partial.unlink(missing_ok=True)


@contextlib.contextmanager
def new_file(path: Path) -> Iterator[BinaryIO]:
    """Open a file that replaces ``path`` when the block ends well."""
    with new_path(path) as partial, partial.open("xb") as stream:
        yield stream


def json_bytes(value: dict[str, Any]) -> bytes:
    """Return JSON on one line."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def said(values: dict[str, Any]) -> dict[str, Any]:
    """Return a mapping without what is empty."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}


def write_json_lines(path: Path, values: Iterable[dict[str, Any]]) -> None:
    """Write one object a line."""
    with new_file(path) as stream:
        for value in values:
            stream.write(json_bytes(value) + b"\n")
