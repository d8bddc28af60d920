"""ZIP archives: the releases of the files in them."""

from __future__ import annotations

import stat
import tempfile
import zipfile
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from communique.readers.archive import check_depth, check_name, nothing_read, read_file, wanted
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.opening import Unpacked
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

_CHUNK = 1 << 20
#: Up to here an archive that comes as a stream is held in memory; a larger one goes to disk.
_IN_MEMORY = 1 << 26
_ENCRYPTED = 0x1


def read_zip(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the releases of an archive's files, in its order; ``source.record`` is ``news/a.html``.

    Nothing is written to disk but, where the archive itself is in another or comes from standard
    input, a copy without a name. Links, encrypted files and names that lead out of the archive are
    failures. Raises ``ReadError`` where it is damaged or nothing of it is read.
    """
    check_depth(source, options)
    with tempfile.SpooledTemporaryFile(max_size=_IN_MEMORY) as copy:
        stream = source.stream
        if not stream.seekable():
            stream = cast("BinaryIO", copy)
            while chunk := source.stream.read(_CHUNK):
                stream.write(chunk)
        try:
            archive = zipfile.ZipFile(stream)
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
            raise ReadError("open", f"the ZIP archive is damaged: {error}") from None
        yield from _files(source, options, archive)


def _files(
    source: Source, options: ReaderOptions, archive: zipfile.ZipFile
) -> Iterator[Release | ReadFailure]:
    seen = passed_over = 0
    for info in archive.infolist():
        if info.is_dir():
            continue
        if not wanted(source, info.filename):
            passed_over += 1
            continue
        seen += 1
        within = source.member(info.filename)
        try:
            inner = _open(archive, info)
        except ReadError as error:
            yield ReadFailure(source.path, within, error.stage, error.reason)
            continue
        with Unpacked(inner, source.meter, "the ZIP archive is damaged") as stream:
            yield from read_file(source, options, info.filename, cast("BinaryIO", stream))
    if not seen:
        raise nothing_read(passed_over)


def _open(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> IO[bytes]:
    """Open a file of an archive. Raises ``ReadError`` for one that is not to be read, or cannot."""
    check_name(info.filename)
    if stat.S_ISLNK(info.external_attr >> 16):
        raise ReadError("open", "it is a link, and links are not followed")
    if info.flag_bits & _ENCRYPTED:
        raise ReadError("open", "it is encrypted")
    try:
        return archive.open(info)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, ValueError, EOFError) as error:
        raise ReadError("open", f"it cannot be unpacked: {error}") from None
