"""Where a run on many machines writes: beside one another on a disk, or in an object store."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from communique.readers.object_stores import in_store, located
from communique.runs.ray.shelf import Shelf
from communique.stores.outputs import duplicates_path, failed_path, output_paths


@dataclass(frozen=True)
class Target:
    """The files of an output and what lies beside them, by path or by address."""

    output: str
    shards: int

    @property
    def files(self) -> list[str]:
        """The files of records, one for each shard."""
        return [self._beside(path) for path in output_paths(self._name, self.shards)]

    @property
    def failures(self) -> str:
        """What failed."""
        return self._beside(str(failed_path(Path(self._name))))

    @property
    def duplicates(self) -> str:
        """Releases that are there twice."""
        return self._beside(str(duplicates_path(Path(self._name))))

    @property
    def shelf(self) -> Shelf:
        """The portions that are done, until the run has ended."""
        return Shelf(self._beside(f".{self._name}.portions"))

    @contextlib.contextmanager
    def placed(self, path: str) -> Iterator[str]:
        """Give a local path to write a file to, which is put at ``path`` when the block ends well.

        Where nothing was written, nothing stands at ``path`` in the end. Raises ``OSError``.
        """
        here = not in_store(path)
        with tempfile.TemporaryDirectory(dir=self.shelf.folder if here else None) as folder:
            made = Path(folder) / path.rpartition("/")[2]
            yield str(made)
            if here:
                if made.exists():
                    made.replace(path)
                else:
                    Path(path).unlink(missing_ok=True)
                return
            _upload(made, path)

    @property
    def _name(self) -> str:
        return self.output.rpartition("/")[2]

    def _beside(self, name: str) -> str:
        folder, slash, _ = self.output.rpartition("/")
        return f"{folder}{slash}{name}"


def _upload(made: Path, path: str) -> None:
    from pyarrow import fs  # noqa: PLC0415 - an extra

    system, place = located(path)
    if made.exists():
        with made.open("rb") as stream, system.open_output_stream(place) as target:
            shutil.copyfileobj(stream, target, 1 << 23)
        return
    (info,) = system.get_file_info([place])
    if info.type == fs.FileType.File:
        system.delete_file(place)
