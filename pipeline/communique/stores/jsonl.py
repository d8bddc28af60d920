"""JSONL files that appear whole or not at all, packed as their name says.

The bytes depend on the lines alone: no time and no name is written into a packed file.
"""

from __future__ import annotations

import contextlib
import gzip
from pathlib import Path
from typing import BinaryIO, Protocol

from communique.stores.extras import needed
from communique.stores.whole import WholeFile

_GZIP_LEVEL = 6
_ZSTD_LEVEL = 6


class _Sink(Protocol):
    def write(self, data: bytes, /) -> object: ...

    def close(self) -> None: ...


class JsonlFile(WholeFile):
    """A JSONL file being written: ``.gz`` and ``.zst`` at the end of its name pack it.

    Raises ``MissingExtraError`` on entering where the library for ``.zst`` is not installed.
    """

    _sink: _Sink | None = None

    def _begin(self, stream: BinaryIO) -> None:
        match Path(self.path).suffix.lower():
            case ".gz":
                self._sink = gzip.GzipFile("", "wb", _GZIP_LEVEL, stream, mtime=0)
            case ".zst":
                with needed("zstd", f"writing {self.path}"):
                    import zstandard  # noqa: PLC0415 - an extra
                packer = zstandard.ZstdCompressor(level=_ZSTD_LEVEL, write_checksum=True)
                self._sink = packer.stream_writer(stream, closefd=False)
            case _:
                self._sink = stream

    def _write(self, line: bytes) -> None:
        assert self._sink is not None
        self._sink.write(line + b"\n")

    def _finish(self) -> None:
        if self._sink is not self._stream and self._sink is not None:
            self._sink.close()
        self._sink = None

    def _drop(self) -> None:
        sink, self._sink = self._sink, None
        if sink is not None:
            with contextlib.suppress(OSError, ValueError):
                sink.close()
