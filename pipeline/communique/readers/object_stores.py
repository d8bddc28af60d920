"""Paths that lead to an object store: ``s3://bucket/news/a.jsonl``.

pyarrow's file systems are asked first (``s3``, ``gs``, ``abfs``, ``hdfs``), those of fsspec for any
other scheme. Access and region come from the environment, as each store's own tools read them.
``file://`` is a local path under another name.
"""

from __future__ import annotations

import fnmatch
import io
import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, cast

from communique.readers.building import library
from communique.readers.failure import ReadError

if TYPE_CHECKING:
    import pyarrow.fs

_URL = re.compile(r"(?P<scheme>[a-z][a-z0-9+.-]+)://(?P<host>[^/]*)/?(?P<rest>.*)", re.DOTALL)
_LOCAL = "file://"
_PATTERN = re.compile(r"[*?[]")


def plain(path: str) -> str:
    """Return the local path that a ``file://`` address names, any other path as it is."""
    return path.removeprefix(_LOCAL)


def in_store(path: str) -> bool:
    """Whether a path leads to an object store."""
    return _URL.fullmatch(path) is not None and not path.startswith(_LOCAL)


def located(path: str) -> tuple[pyarrow.fs.FileSystem, str]:
    """Return the file system that a path leads to, and the path there.

    Local paths have one, too. Raises ``ReadError`` where pyarrow, or what the scheme needs, is not
    installed, and ``OSError`` where the store cannot be reached.
    """
    fs = library("pyarrow.fs", extra="ray", what=f"reading {path}")
    match = _URL.fullmatch(path)
    if match is None or not in_store(path):
        return fs.LocalFileSystem(), plain(path)
    system, root = _root(match["scheme"], match["host"])
    return system, f"{root.rstrip('/')}/{match['rest']}"


@cache
def _root(scheme: str, host: str) -> tuple[pyarrow.fs.FileSystem, str]:
    import pyarrow as pa  # noqa: PLC0415 - an extra
    from pyarrow import fs  # noqa: PLC0415

    url = f"{scheme}://{host}"
    try:
        return cast("tuple[pyarrow.fs.FileSystem, str]", fs.FileSystem.from_uri(url))
    except pa.ArrowInvalid:  # of a kind that pyarrow itself doesn't know
        pass
    try:
        from fsspec.core import url_to_fs  # noqa: PLC0415

        system, root = url_to_fs(url)
    except (ImportError, ValueError) as error:
        raise ReadError("open", f"{scheme}:// is no store that can be reached: {error}") from None
    return fs.PyFileSystem(fs.FSSpecHandler(system)), str(root)


def open_stored(path: str) -> io.RawIOBase:
    """Return an object's bytes as a stream that can be seeked. Raises as :func:`located`."""
    system, place = located(path)
    return cast("io.RawIOBase", system.open_input_file(place))


def fingerprint(path: str) -> str | None:
    """Return what changes when an object does: its size and time; None where there is none.

    Raises as :func:`located`.
    """
    system, place = located(path)
    (info,) = system.get_file_info([place])
    return f"{info.size} {info.mtime_ns}" if info.is_file else None


def find_stored(path: str) -> Iterator[str]:
    """Yield the objects that a path names: itself, what lies below it, or what a pattern matches.

    In a pattern ``*`` also stands for slashes. Objects below a folder come in the order of a walk;
    those with a hidden part (``.name``) are left out. A path without an object is yielded as it is.
    Raises as :func:`located`.
    """
    from pyarrow import fs  # noqa: PLC0415 - an extra

    if not _PATTERN.search(path):
        system, place = located(path)
        (info,) = system.get_file_info([place])
        if info.type != fs.FileType.Directory:
            yield path
            return
        yield from _below(path.rstrip("/"))
        return
    base = _PATTERN.split(path)[0].rpartition("/")[0]
    yield from (found for found in _below(base) if fnmatch.fnmatchcase(found, path))


def _below(folder: str) -> Iterator[str]:
    from pyarrow import fs  # noqa: PLC0415 - an extra

    system, place = located(folder)
    infos = system.get_file_info(fs.FileSelector(place, recursive=True))
    start = len(f"{place.strip('/')}/".lstrip("/"))
    below = [info.path.strip("/")[start:].split("/") for info in infos if info.is_file]
    for parts in sorted(below):
        if not any(part.startswith(".") for part in parts):
            yield "/".join((folder, *parts))
