"""The one release that a command looks at."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from communique.readers.options import ReaderOptions
    from communique.readers.release import Release


def one_release(file: str, number: int, fmt: str | None, reading: ReaderOptions) -> Release:
    """Return release ``number`` of a file, counted from 1.

    Raises ``OSError`` or ``ValueError`` with a message that names the file.
    """
    from itertools import islice

    from communique.readers.failure import ReadFailure
    from communique.readers.registry import read

    release = next(islice(read(file, format=fmt, options=reading), number - 1, None), None)
    if release is None:
        raise ValueError(f"{file}: there is no release {number}")
    if isinstance(release, ReadFailure):
        raise ValueError(str(release))  # noqa: TRY004 - the type is no fault of the caller's
    return release


def is_of_records(file: str) -> bool:
    """Tell whether a file holds records, and no releases. Raises ``OSError``."""
    from communique.readers.registry import STDIN
    from communique.stores.records import holds_records

    return file != STDIN and Path(file).is_file() and holds_records(file)
