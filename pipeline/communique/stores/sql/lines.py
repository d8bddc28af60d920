"""The lines of files of records."""

from __future__ import annotations

import gzip
import json
import sys
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

_STDIN = "-"


@dataclass(frozen=True)
class Line:
    """A line that should be a record, counted from 1."""

    path: str
    number: int
    content: bytes


@dataclass(frozen=True)
class Unreadable:
    """A file that cannot be read, or not behind a line, or a line with what no database holds."""

    path: str
    number: int | None
    reason: str


def record_lines(path: str) -> Iterator[Line | Unreadable]:
    """Yield the lines of a JSONL file (``-``: standard input; gzip is told by content), none empty."""
    number = 0
    try:
        with _opened(path) as stream:
            for number, raw in enumerate(stream, 1):
                content = raw.strip()
                if b"\\u0000" in content and _holds_nul(content):
                    yield Unreadable(path, number, "a NUL character, which databases don't hold")
                elif content:
                    yield Line(path, number, content)
    except (EOFError, zlib.error) as error:
        yield Unreadable(path, number + 1, f"damaged gzip: {error}")
    except OSError as error:
        yield Unreadable(path, number + 1 if number else None, error.strerror or str(error))


@contextmanager
def _opened(path: str) -> Iterator[IO[bytes]]:
    if path == _STDIN:
        yield sys.stdin.buffer
        return
    with Path(path).open("rb") as stream:
        if stream.peek(2)[:2] == b"\x1f\x8b":
            with gzip.open(stream) as unpacked:
                yield unpacked  # type: ignore[misc]  # it reads bytes
        else:
            yield stream


def _holds_nul(content: bytes) -> bool:
    try:
        return "\\u0000" in json.dumps(json.loads(content)).replace("\\\\", "")
    except ValueError:
        return False
