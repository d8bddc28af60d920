"""tar archives: the releases of the files in them, read as a stream."""

from __future__ import annotations

import tarfile
from collections.abc import Iterator
from typing import IO, BinaryIO, cast

from communique.readers.archive import check_depth, check_name, nothing_read, read_file, wanted
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.opening import Forward
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source


def read_tar(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the releases of an archive's files, in its order; ``source.record`` is ``news/a.html``.

    Nothing is written to disk. Links, devices and names that lead out of the archive are failures.
    Raises ``ReadError`` where it is damaged, after what stood before, or nothing of it is read.
    """
    check_depth(source, options)
    seen = passed_over = 0
    try:
        with tarfile.open(fileobj=source.stream, mode="r|", errorlevel=0) as archive:
            for member in archive:
                archive.members = []  # type: ignore[attr-defined]  # it would keep them all
                if member.isdir():
                    continue
                if not wanted(source, member.name):
                    passed_over += 1
                    continue
                seen += 1
                yield from _file(source, options, archive, member)
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise ReadError("open", f"the tar archive is damaged: {error}") from None
    if not seen:
        raise nothing_read(passed_over)


def _file(
    source: Source, options: ReaderOptions, archive: tarfile.TarFile, member: tarfile.TarInfo
) -> Iterator[Release | ReadFailure]:
    try:
        inner = _open(archive, member)
    except ReadError as error:
        yield ReadFailure(source.path, source.member(member.name), error.stage, error.reason)
        return
    with Forward(inner, "the tar archive is damaged") as stream:
        yield from read_file(source, options, member.name, cast("BinaryIO", stream))


def _open(archive: tarfile.TarFile, member: tarfile.TarInfo) -> IO[bytes]:
    """Open a file of an archive. Raises ``ReadError`` for one that is not to be read."""
    check_name(member.name)
    if member.issym() or member.islnk():
        raise ReadError("open", "it is a link, and links are not followed")
    inner = archive.extractfile(member) if member.isfile() and not member.issparse() else None
    if inner is None:
        raise ReadError("open", "it is no regular file")
    return inner
