"""One input as a reader sees it: a path for messages and a stream of bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import BinaryIO, TypeAlias

from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.release import Release, ReleaseSource


@dataclass(frozen=True)
class Source:
    """``stream`` stands at the first byte and is read once; the registry closes it."""

    path: str
    stream: BinaryIO


#: What a format registers. It may raise ``ReadError`` or ``OSError`` where the whole input is
#: lost; what concerns one record is yielded as a ``ReadFailure``.
Reader: TypeAlias = Callable[[Source, ReaderOptions], Iterator[Release | ReadFailure]]


def read_whole(source: Source, options: ReaderOptions) -> bytes:
    """Return all bytes of a release that is its own file.

    Raises ``ReadError`` (stage ``open``) when there are none, or more than ``options.max_bytes``.
    """
    data = source.stream.read(options.max_bytes + 1)
    if not data:
        raise ReadError("open", "the file is empty")
    if len(data) > options.max_bytes:
        raise ReadError("open", f"the file is larger than the limit of {options.max_bytes:,} bytes")
    return data


def describe(source: Source, fmt: str, data: bytes, record: str | None = None) -> ReleaseSource:
    """Return where a release came from; ``data`` are the bytes of this release alone."""
    return ReleaseSource(source.path, fmt, hashlib.sha256(data).hexdigest(), record)
