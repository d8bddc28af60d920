"""JSONL files that appear whole or not at all.

Lines go to a temporary file beside the target, named ``.NAME.….partial``; when the writing ends
well the file is flushed to the disk and renamed over the target in one step. Whatever stops the
writing before that leaves the target as it was.
"""

from __future__ import annotations

import os
import secrets
import stat
import sys
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self, cast

#: The path that stands for standard output.
STDOUT = "-"


class JsonlFile:
    """A JSONL file being written; a context manager.

    Leaving the ``with`` block normally puts the file in place, leaving it by an exception discards
    it. A target that is no ordinary file (``-``, a pipe, ``/dev/stdout``) is written to directly.
    Folders on the way to the target are made. With ``drop_empty``, a file without a line is not
    put in place, and one that stands there from before is removed.

    Raises ``OSError`` on entering where the folder cannot be written to.
    """

    def __init__(self, path: str | os.PathLike[str], *, drop_empty: bool = False) -> None:
        self.path = path if path == STDOUT else Path(path)
        self.lines = 0
        self._drop_empty = drop_empty
        self._partial: Path | None = None
        self._stream: BinaryIO | None = None

    def __enter__(self) -> Self:
        if isinstance(self.path, str):
            self._stream = cast("BinaryIO", open(sys.stdout.fileno(), "wb", closefd=False))
        elif _is_special(self.path):
            self._stream = self.path.open("wb")
        else:
            target = self.path.resolve()  # through a symbolic link, which stays one
            if target.is_dir():
                raise IsADirectoryError(f"{self.path} is a folder")
            target.parent.mkdir(parents=True, exist_ok=True)
            self._partial = target.with_name(f".{target.name}.{secrets.token_hex(4)}.partial")
            self._stream = self._partial.open("xb")
        return self

    def write(self, line: bytes) -> None:
        """Append one line, given without its line end. Raises ``ValueError`` when not open."""
        if self._stream is None:
            raise ValueError(f"{self.path} is not open")
        self._stream.write(line + b"\n")
        self.lines += 1

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        stream, partial = self._stream, self._partial
        self._stream = self._partial = None
        if stream is None:
            return
        try:
            if kind is None:
                stream.flush()
                if partial is not None:
                    os.fsync(stream.fileno())
            stream.close()
            if kind is None and partial is not None and isinstance(self.path, Path):
                self._put_in_place(partial, self.path.resolve())
        finally:
            if partial is not None:
                partial.unlink(missing_ok=True)

    def _put_in_place(self, partial: Path, target: Path) -> None:
        if self._drop_empty and self.lines == 0:
            target.unlink(missing_ok=True)
        else:
            partial.replace(target)
        _sync_folder(target.parent)


def failed_path(path: Path) -> Path:
    """Return where the failures of a run that writes ``path`` go: ``x.jsonl`` → ``x.failed.jsonl``."""
    stem = path.stem if path.suffix == ".jsonl" else path.name
    return path.with_name(f"{stem}.failed.jsonl")


def _is_special(path: Path) -> bool:
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
