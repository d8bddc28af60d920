"""Names of files for texts, and folders that appear whole or not at all."""

from __future__ import annotations

import contextlib
import re
import secrets
import shutil
from collections.abc import Iterator
from pathlib import Path

_UNSAFE = re.compile(r"[^\w.\-]+")
_LONGEST = 100


class Names:
    """Names for texts, safe as names of files and each given once."""

    def __init__(self) -> None:
        self._given: set[str] = set()

    def new(self, wanted: str) -> str:
        """Return a name like ``wanted``: ``2024/017`` → ``2024_017``, and then ``2024_017-2``."""
        safe = _UNSAFE.sub("_", wanted)[:_LONGEST].strip(".") or "text"
        name, number = safe, 1
        while name.lower() in self._given:
            number += 1
            name = f"{safe}-{number}"
        self._given.add(name.lower())
        return name


@contextlib.contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """Give an empty folder that becomes ``path`` when the block ends well.

    Raises ``FileExistsError`` where something is in ``path`` already.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"{path} is there already, and not an empty folder")
    path.parent.mkdir(parents=True, exist_ok=True)
    partial = path.with_name(f".{path.name}.{secrets.token_hex(4)}.partial")
    partial.mkdir()
    try:
        yield partial
        if path.exists():
            path.rmdir()
        partial.rename(path)
    finally:
        shutil.rmtree(partial, ignore_errors=True)
