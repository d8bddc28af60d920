"""A folder of whole files beside an output, on a local disk or in an object store."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.readers.object_stores import located

if TYPE_CHECKING:
    import pyarrow as pa

#: File systems whose folders have to be made; elsewhere a folder is but the names in it.
_WITH_FOLDERS = {"local", "hdfs"}


@dataclass(frozen=True)
class Shelf:
    """What lies in ``folder``, a path or an address. A file appears whole or not at all.

    The methods raise ``OSError`` where the place refuses, and ``ReadError`` where it cannot be
    reached at all.
    """

    folder: str

    def make(self) -> None:
        """Make the folder, where that is to be done."""
        system, place = located(self.folder)
        if system.type_name in _WITH_FOLDERS:
            system.create_dir(place, recursive=True)

    def has(self, name: str) -> bool:
        """Whether a file is there."""
        system, place = located(self.folder)
        (info,) = system.get_file_info([f"{place}/{name}"])
        return bool(info.is_file)

    def open(self, name: str) -> pa.NativeFile:
        """Open a file, to be read at any place."""
        system, place = located(self.folder)
        return system.open_input_file(f"{place}/{name}")

    def read(self, name: str) -> bytes | None:
        """Return a file's bytes, None where there is none."""
        try:
            with self.open(name) as stream:
                return bytes(stream.read())
        except FileNotFoundError:
            return None

    def write(self, name: str, data: bytes) -> None:
        """Write a file; one of the same name is replaced."""
        system, place = located(self.folder)
        target = f"{place}/{name}"
        # an object appears when its stream is closed, a file when it is renamed
        partial = target
        if system.type_name in _WITH_FOLDERS:
            partial = f"{place}/.{name}.{secrets.token_hex(4)}"
        with system.open_output_stream(partial) as stream:
            stream.write(data)
        if partial != target:
            system.move(partial, target)

    def remove(self) -> None:
        """Remove the folder and all that is in it."""
        from pyarrow import fs  # noqa: PLC0415 - an extra

        system, place = located(self.folder)
        (info,) = system.get_file_info([place])
        if info.type == fs.FileType.Directory:
            system.delete_dir(place)
