"""What ZIP and tar share: which of an archive's files are read, and how each is opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import BinaryIO

from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.registry import read_member, taken
from communique.readers.release import Release
from communique.readers.source import Source


def check_depth(source: Source, options: ReaderOptions) -> None:
    """Raise ``ReadError`` for an archive that lies in too many others."""
    if source.depth >= options.max_depth:
        reason = f"it lies in more than {options.max_depth} archives, one in another"
        raise ReadError("open", reason)


def wanted(source: Source, name: str) -> bool:
    """Whether a file of an archive is read: not a hidden one, nor one of a kind that is not read.

    With a format asked for, all are, as in folders.
    """
    parts = PurePosixPath(name.replace("\\", "/")).parts
    if any(part.startswith(".") and part not in {".", ".."} for part in parts):
        return False
    if "__MACOSX" in parts:
        return False
    return source.wanted not in {None, "zip", "tar"} or taken(name)


def check_name(name: str) -> None:
    """Raise ``ReadError`` for a name that leads out of the archive's folder, though none is written."""
    plain = name.replace("\\", "/")
    if plain.startswith("/") or plain[1:2] == ":" or ".." in PurePosixPath(plain).parts:
        raise ReadError("open", "its name leads out of the archive, and it was not read")


def read_file(
    source: Source, options: ReaderOptions, name: str, stream: BinaryIO
) -> Iterator[Release | ReadFailure]:
    """Yield the releases of one file of an archive."""
    inner = None if source.wanted in {"zip", "tar"} else source.wanted
    within = source.member(name)
    return read_member(source, options, stream, name=name, within=within, wanted=inner)


def nothing_read(passed_over: int) -> ReadError:
    """Return what is wrong with an archive of which nothing was read."""
    if passed_over:
        return ReadError("extract", f"none of its {passed_over:,} files is of a kind that is read")
    return ReadError("extract", "the archive is empty")
