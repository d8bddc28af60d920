"""The folder of a site, whose content appears whole or not at all."""

from __future__ import annotations

import json
import secrets
import shutil
from pathlib import Path
from types import TracebackType
from typing import Self

#: The file that tells a site; it lists what at the top of the folder belongs to the site.
MANIFEST = "report.json"
_BUILDING = ".building-"


class FolderError(OSError):
    """The folder can't take a site; the message names it and says why."""


class SiteFolder:
    """A site being written; a context manager.

    Files go to a folder of their own within ``path``; when the block ends well, each file and
    folder at its top takes its place, and what an older site had there goes. Nothing else in
    ``path`` is touched. Leaving by an exception leaves the older site as it was.

    Raises ``FolderError`` on entering where ``path`` is no folder, or where it holds something and
    no site, unless ``overwrite`` says that files with the names of the site's may go; ``OSError``
    where the disk refuses.
    """

    def __init__(self, path: Path, *, overwrite: bool = False) -> None:
        self.path = path
        self._overwrite = overwrite
        self._building = path / f"{_BUILDING}{secrets.token_hex(4)}"
        self._known: set[Path] = set()

    def __enter__(self) -> Self:
        if self.path.exists() and not self.path.is_dir():
            raise FolderError(f"{self.path} is a file, not a folder")
        self.path.mkdir(parents=True, exist_ok=True)
        self._remove_leftovers()
        if not self._overwrite and any(self.path.iterdir()) and self._owned() is None:
            raise FolderError(
                f"{self.path} holds files and no report; choose another folder, or let them stand "
                "beside the report with --overwrite"
            )
        self._building.mkdir()
        return self

    def write(self, name: str, content: str) -> None:
        """Write a file of the site; ``name`` is its path within the folder, with slashes."""
        path = self._building / name
        if path.parent not in self._known:
            path.parent.mkdir(parents=True, exist_ok=True)
            self._known.add(path.parent)
        path.write_text(content, encoding="utf-8", newline="\n")

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if kind is None:
                self._put_in_place()
        finally:
            shutil.rmtree(self._building, ignore_errors=True)

    def _put_in_place(self) -> None:
        names = sorted(entry.name for entry in self._building.iterdir())
        self.write(MANIFEST, json.dumps({"made_by": "communique report", "files": names}) + "\n")
        replaced = self._building / ".replaced"
        replaced.mkdir()
        # the list of what is ours comes first, so that a site cut off here is known as one
        for name in [MANIFEST, *sorted({*names, *(self._owned() or ())} - {MANIFEST})]:
            if (self.path / name).exists():
                (self.path / name).rename(replaced / name)
            if name in {MANIFEST, *names}:
                (self._building / name).rename(self.path / name)

    def _owned(self) -> list[str] | None:
        """Return what at the top belongs to the site that stands there, None where there is none."""
        try:
            manifest = json.loads((self.path / MANIFEST).read_text(encoding="utf-8"))
            names = [str(name) for name in manifest["files"]]
        except (OSError, ValueError, TypeError, KeyError):
            return None
        if manifest.get("made_by") != "communique report":
            return None
        return [name for name in names if name == Path(name).name and name not in {"", ".", ".."}]

    def _remove_leftovers(self) -> None:
        """Remove what a killed process left; one that still works here fails, and says so."""
        for leftover in self.path.glob(f"{_BUILDING}*"):
            shutil.rmtree(leftover, ignore_errors=True)
