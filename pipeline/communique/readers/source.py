"""One input as a reader sees it: a path for messages and a stream of bytes."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO, TypeAlias

from communique.readers.failure import ReadError, ReadFailure
from communique.readers.meter import Meter
from communique.readers.options import ReaderOptions
from communique.readers.release import Release, ReleaseSource


@dataclass(frozen=True)
class Source:
    """``stream`` stands at the first byte and is read once; whoever opened it closes it.

    ``name`` is the file name that tells the format, ``path`` where it is None. ``within`` says
    where in the file at ``path`` this lies (``"news/a.html"``), None for the file itself, and
    ``depth`` how many containers are around it. ``wanted`` is the format that the caller asked
    for; an archive hands it on. ``meter`` counts what is unpacked from the file at ``path``.
    """

    path: str
    stream: BinaryIO
    name: str | None = None
    within: str | None = None
    wanted: str | None = None
    depth: int = 0
    meter: Meter = field(default_factory=Meter)

    @property
    def file_name(self) -> str:
        """The name that tells the format; empty where there is none to go by."""
        return self.path if self.name is None else self.name

    def place(self, record: str | None) -> str | None:
        """Return where a record of this source lies in the file at ``path``."""
        if self.within is None or record is None:
            return self.within or record
        return f"{self.within}, {record}"

    def member(self, name: str) -> str:
        """Return where a file of this archive lies in the file at ``path``."""
        return name if self.within is None else f"{self.within}!/{name}"

    def failure(self, error: ReadError, record: str | None = None) -> ReadFailure:
        """Return what went wrong with a record of this source, None for all of it."""
        return ReadFailure(self.path, self.place(record), error.stage, error.reason)


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


def describe(
    source: Source, fmt: str, data: bytes, record: str | None = None, url: str | None = None
) -> ReleaseSource:
    """Return where a release came from; ``data`` are the bytes of this release alone."""
    digest = hashlib.sha256(data).hexdigest()
    return ReleaseSource(source.path, fmt, digest, source.place(record), url)
