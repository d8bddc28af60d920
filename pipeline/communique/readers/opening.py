"""From a path to a stream of bytes, unpacked where it is compressed.

gzip, bzip2, xz and Zstandard are told by their first bytes or by the file's extension, also one
around another. What comes out is counted and bounded (:mod:`communique.readers.meter`).
"""

from __future__ import annotations

import bz2
import contextlib
import gzip
import io
import lzma
import os
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import IO, TYPE_CHECKING, BinaryIO, cast

from communique.readers.building import library
from communique.readers.failure import ReadError
from communique.readers.meter import Meter
from communique.readers.object_stores import in_store, open_stored
from communique.readers.options import ReaderOptions
from communique.readers.source import Source

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer

#: The path that stands for standard input.
STDIN = "-"

BUFFER = 1 << 16
_STORE_BUFFER = 1 << 23  # each reading of an object is a request

#: What a file's extension says of how it is packed, and what is left of the name.
PACKED: dict[str, tuple[str, str]] = {
    ".gz": ("gzip", ""),
    ".bz2": ("bzip2", ""),
    ".xz": ("xz", ""),
    ".zst": ("Zstandard", ""),
    ".tgz": ("gzip", ".tar"),
    ".tbz2": ("bzip2", ".tar"),
    ".tbz": ("bzip2", ".tar"),
    ".txz": ("xz", ".tar"),
    ".tzst": ("Zstandard", ".tar"),
}
_SIGNATURES = (
    (b"\x1f\x8b\x08", "gzip"),
    (b"BZh", "bzip2"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"(\xb5/\xfd", "Zstandard"),
)
_LONGEST_SIGNATURE = 6


class Counted(io.RawIOBase):
    """A file whose bytes are counted as they are read."""

    def __init__(self, inner: io.RawIOBase | io.BytesIO, meter: Meter) -> None:
        self._inner = inner
        self._meter = meter

    def readable(self) -> bool:  # noqa: D102
        return True

    def seekable(self) -> bool:  # noqa: D102
        return self._inner.seekable()

    def seek(self, offset: int, whence: int = os.SEEK_SET) -> int:  # noqa: D102
        return self._inner.seek(offset, whence)

    def tell(self) -> int:  # noqa: D102
        return self._inner.tell()

    def readinto(self, buffer: WriteableBuffer) -> int | None:  # noqa: D102
        count: int | None = self._inner.readinto(buffer)
        self._meter.take(count or 0)
        return count

    def close(self) -> None:  # noqa: D102
        self._inner.close()
        super().close()


class Forward(io.RawIOBase):
    """A stream that is read from beginning to end; what is wrong becomes a ``ReadError``."""

    def __init__(self, inner: IO[bytes], damaged: str) -> None:
        self._inner = inner
        self._damaged = damaged

    def readable(self) -> bool:  # noqa: D102
        return True

    def readinto(self, buffer: WriteableBuffer) -> int:  # noqa: D102
        view = memoryview(buffer).cast("B")
        try:
            data = self._inner.read(len(view))
        except ReadError:
            raise
        except Exception as error:  # noqa: BLE001 - each decoder has errors of its own
            raise ReadError("open", f"{self._damaged}: {error}") from None
        self.count(len(data))
        view[: len(data)] = data
        return len(data)

    def count(self, size: int) -> None:
        """Take note of bytes that were read."""

    def close(self) -> None:  # noqa: D102
        self._inner.close()
        super().close()


class Unpacked(Forward):
    """What comes out of a decoder, counted."""

    def __init__(self, inner: IO[bytes], meter: Meter, damaged: str) -> None:
        super().__init__(inner, damaged)
        self._meter = meter

    def count(self, size: int) -> None:
        """Raise ``ReadError`` where it becomes too much."""
        self._meter.unpack(size)


def open_input(given: str | os.PathLike[str] | bytes, path: str, meter: Meter) -> BinaryIO:
    """Return the stream of a file, of an object in a store, of standard input (``-``) or of bytes.

    Raises ``OSError``, and ``ReadError`` for a folder or a store that cannot be read.
    """
    if isinstance(given, bytes):
        raw: io.RawIOBase | io.BytesIO = io.BytesIO(given)
    elif path == STDIN:
        raw = io.FileIO(sys.stdin.fileno(), "rb", closefd=False)
    elif in_store(path):
        return io.BufferedReader(Counted(open_stored(path), meter), _STORE_BUFFER)
    elif os.path.isdir(path):  # noqa: PTH112 - the path stays as the user wrote it
        raise ReadError("open", "this is a folder, not a file")
    else:
        raw = io.FileIO(path, "rb")
    return io.BufferedReader(Counted(raw, meter), BUFFER)


@contextlib.contextmanager
def opened(path: str, options: ReaderOptions | None = None) -> Iterator[BinaryIO]:
    """Open a file, unpacked. Raises ``OSError`` and ``ReadError``, also while it is read."""
    options = options or ReaderOptions()
    meter = Meter(options)
    with (
        open_input(path, path, meter) as stream,
        unpacked(Source(path, stream, meter=meter), options) as inner,
    ):
        yield inner.stream


def bare_name(name: str) -> str:
    """Return a file's name as it is when it is unpacked: ``a.jsonl`` for ``a.jsonl.gz``."""
    while (suffix := PurePath(name).suffix.lower()) in PACKED:
        name = name[: -len(suffix)] + PACKED[suffix][1]
    return name


@contextlib.contextmanager
def unpacked(source: Source, options: ReaderOptions) -> Iterator[Source]:
    """Open every compression around a source; its name becomes that of what is inside.

    Raises ``ReadError`` for compressions inside one another beyond ``options.max_depth`` and for
    Zstandard where its library is not installed.
    """
    with contextlib.ExitStack() as stack:
        layers = 0
        while True:
            name = source.file_name
            suffix = PurePath(name).suffix.lower()
            stream = cast("io.BufferedReader", source.stream)
            start = stream.peek(_LONGEST_SIGNATURE)
            kind = next((kind for sign, kind in _SIGNATURES if start.startswith(sign)), None)
            if kind is None and start and suffix in PACKED:
                kind = PACKED[suffix][0]
            if kind is None:
                yield source
                return
            layers += 1
            if source.depth + layers > options.max_depth:
                reason = f"it is packed more than {options.max_depth} times, one in another"
                raise ReadError("open", reason)
            inner = _DECODERS[kind](source.stream)
            damaged = f"the {kind} archive is damaged"
            raw = stack.enter_context(Unpacked(inner, source.meter, damaged))
            if suffix in PACKED:
                name = name[: -len(suffix)] + PACKED[suffix][1]
            packed = cast("BinaryIO", io.BufferedReader(raw, BUFFER))
            source = replace(source, stream=packed, name=name)


def _zstandard(stream: BinaryIO) -> IO[bytes]:
    zstandard = library("zstandard", extra="zstd", what="Zstandard")
    # a frame may ask for a window of gigabytes: what zstd itself allows without being told, 128 MB
    decoder = zstandard.ZstdDecompressor(max_window_size=1 << 27)
    reader: IO[bytes] = decoder.stream_reader(stream, read_across_frames=True, closefd=False)
    return reader


def _xz(stream: BinaryIO) -> IO[bytes]:
    return cast("IO[bytes]", lzma.LZMAFile(stream, "rb"))


_DECODERS: dict[str, Callable[[BinaryIO], IO[bytes]]] = {
    "gzip": lambda stream: cast("IO[bytes]", gzip.GzipFile(fileobj=stream, mode="rb")),
    "bzip2": lambda stream: cast("IO[bytes]", bz2.BZ2File(stream, "rb")),
    "xz": _xz,
    "Zstandard": _zstandard,
}
