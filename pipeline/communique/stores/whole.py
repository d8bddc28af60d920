"""Files that appear whole or not at all.

What is written goes to a temporary file beside the target, named ``.NAME.….partial``; when the
writing ends well the file is flushed to the disk and renamed over the target in one step. Whatever
stops the writing before that leaves the target as it was.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import stat
import sys
from abc import ABC, abstractmethod
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

#: The path that stands for standard output.
STDOUT = "-"


class WholeFile(ABC):
    """A file of lines being written; a context manager. What it makes of a line is the subclass's.

    Leaving the ``with`` block normally puts the file in place, leaving it by an exception discards
    it. A target that is no ordinary file (``-``, a pipe, ``/dev/stdout``) is written to directly.
    Folders on the way to the target are made. With ``drop_empty``, a file without a line is not
    put in place, and one that stands there from before is removed. ``alone`` promises that nobody
    else writes this target meanwhile (the caller holds a lock): what a killed process left of its
    temporary file is then overwritten instead of staying for ever.

    Raises ``OSError`` on entering where the folder cannot be written to.
    """

    def __init__(
        self, path: str | os.PathLike[str], *, drop_empty: bool = False, alone: bool = False
    ) -> None:
        self.path = path if path == STDOUT else Path(path)
        self.lines = 0
        self._drop_empty = drop_empty
        self._alone = alone
        self._partial: Path | None = None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        if isinstance(self.path, str):
            self._stream = cast("BinaryIO", open(sys.stdout.fileno(), "wb", closefd=False))
        elif is_special(self.path):
            self._stream = self.path.open("wb")
        else:
            target = self.path.resolve()  # through a symbolic link, which stays one
            if target.is_dir():
                raise IsADirectoryError(f"{self.path} is a folder")
            target.parent.mkdir(parents=True, exist_ok=True)
            mark = "" if self._alone else f".{secrets.token_hex(4)}"
            self._partial = target.with_name(f".{target.name}{mark}.partial")
            self._stream = self._partial.open("wb" if self._alone else "xb")
        try:
            self._begin(self._stream)
        except BaseException:
            self._discard()
            raise
        return self

    def write(self, line: bytes) -> None:
        """Append one line, given without its line end. Raises ``ValueError`` when not open."""
        if self._stream is None:
            raise ValueError(f"{self.path} is not open")
        self._write(line)
        self.lines += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        stream, partial = self._stream, self._partial
        if stream is None:
            return
        if kind is not None:
            self._discard()
            return
        try:
            self._finish()
            stream.flush()
            if partial is not None:
                os.fsync(stream.fileno())
            stream.close()
            if partial is not None and isinstance(self.path, Path):
                self._put_in_place(partial, self.path.resolve())
        finally:
            self._discard()

    @abstractmethod
    def _begin(self, stream: BinaryIO) -> None:
        """Make ready to write to ``stream``."""

    @abstractmethod
    def _write(self, line: bytes) -> None:
        """Take one line."""

    @abstractmethod
    def _finish(self) -> None:
        """Write what is left to write; ``stream`` stays open."""

    @abstractmethod
    def _drop(self) -> None:
        """Let go of what ``_begin`` made, when the file is not wanted any more."""

    def _discard(self) -> None:
        stream, partial = self._stream, self._partial
        self._stream = self._partial = None
        with contextlib.suppress(OSError, ValueError):
            self._drop()
        with contextlib.suppress(OSError):  # a full disk, told already
            if stream is not None:
                stream.close()
        if partial is not None:
            with contextlib.suppress(OSError):  # the folder may have been closed to us
                partial.unlink(missing_ok=True)

    def _put_in_place(self, partial: Path, target: Path) -> None:
        if self._drop_empty and self.lines == 0:
            target.unlink(missing_ok=True)
        else:
            partial.replace(target)
        _sync_folder(target.parent)


def is_special(path: Path) -> bool:
    """Whether something stands at ``path`` that is neither a file nor a folder (a pipe, a device)."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return not stat.S_ISREG(mode) and not stat.S_ISDIR(mode)


def _sync_folder(folder: Path) -> None:
    """Make the renaming itself last; systems that cannot open a folder do without."""
    try:
        descriptor = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(descriptor)
    except OSError:
        pass
    finally:
        os.close(descriptor)
