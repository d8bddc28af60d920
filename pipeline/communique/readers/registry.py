"""Which reader reads what: by the format asked for, by the file's name, by its first bytes."""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import PurePath
from typing import BinaryIO, cast

from communique.readers import signs
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.formats import Format, extensions, formats
from communique.readers.meter import Meter
from communique.readers.opening import BUFFER, STDIN, bare_name, open_input, unpacked
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

__all__ = ["STDIN", "format_named", "read", "read_member", "taken"]


def read(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the name of the command's option
    options: ReaderOptions | None = None,
    name: str = STDIN,
) -> Iterator[Release | ReadFailure]:
    """Yield the releases of one input, and a :class:`ReadFailure` for each that cannot be read.

    ``path_or_bytes`` is a file (``-`` for standard input), or a release's bytes, which ``name``
    then names in messages and records. ``format`` is the name of one of
    :func:`~communique.readers.formats.formats`; None decides by the extension, then by the first
    bytes (a page saved as ``.txt`` is still read as HTML). What is compressed is unpacked; for an
    archive, ``format`` is that of the files in it. Nothing is raised while iterating: every failure
    is a value.

    Raises ``ValueError``, at once, for a format that nobody registered.
    """
    if format is not None and format not in formats():
        raise ValueError(f"unknown format {format!r}; known are {', '.join(formats())}")
    path = name if isinstance(path_or_bytes, bytes) else os.fspath(path_or_bytes)
    return _read(path_or_bytes, path, format, options or ReaderOptions())


def read_member(
    source: Source,
    options: ReaderOptions,
    stream: BinaryIO,
    *,
    name: str,
    within: str | None,
    wanted: str | None = None,
) -> Iterator[Release | ReadFailure]:
    """Yield the releases of a file that lies in ``source``, as :func:`read` does for a file.

    ``name`` tells its format where ``wanted`` is None; ``within`` is what
    :meth:`~communique.readers.source.Source.member` or
    :meth:`~communique.readers.source.Source.place` returns for it. ``stream`` needs neither be
    buffered nor seekable, and stays open.
    """
    inner = replace(
        source,
        stream=cast("BinaryIO", io.BufferedReader(cast("io.RawIOBase", stream), BUFFER)),
        name=name,
        within=within,
        wanted=wanted,
        depth=source.depth + 1,
    )
    return _read_source(inner, options)


def format_named(name: str) -> str | None:
    """Return the format that a file's name says it has, None where it says nothing known."""
    return extensions().get(PurePath(bare_name(name)).suffix.lower())


def taken(name: str) -> bool:
    """Whether a file of this name, found in a folder or an archive, is taken for releases."""
    bare = bare_name(name)
    return PurePath(bare).suffix.lower() in {"", ".xml", *extensions()}


def _read(
    given: str | os.PathLike[str] | bytes, path: str, wanted: str | None, options: ReaderOptions
) -> Iterator[Release | ReadFailure]:
    meter = Meter(options)
    try:
        with open_input(given, path, meter) as stream:
            source = Source(path, stream, name=path, wanted=wanted, meter=meter)
            yield from _read_source(source, options)
    except ReadError as error:
        yield ReadFailure(path, None, error.stage, error.reason)
    except OSError as error:
        yield ReadFailure(path, None, "open", _reason(error))
    except ValueError as error:  # a path that no file can have
        yield ReadFailure(path, None, "open", f"cannot be read: {error}")


def _read_source(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Read what is open; every exception becomes a failure."""
    try:
        with unpacked(source, options) as inner:
            fmt = _format(inner)
            yield from fmt.load()(inner, options)
    except ReadError as error:
        yield source.failure(error)
    except OSError as error:
        yield source.failure(ReadError("open", _reason(error)))
    except Exception as error:  # noqa: BLE001 - a reader's own bug must not end a run
        yield source.failure(ReadError("parse", f"{type(error).__name__}: {error}"))


def _reason(error: OSError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "no permission to read it"
        case OSError() if error.strerror:
            return f"cannot be read: {error.strerror}"
        case _:
            return f"cannot be read: {error}"


def _format(source: Source) -> Format:
    """Return the format of a source; its stream stays at its first byte."""
    known = formats()
    name = source.file_name
    suffix = PurePath(name).suffix.lower()
    named = extensions().get(suffix)
    if source.wanted is not None:
        if named is not None and known[named].archive:
            return known[named]
        return known[source.wanted]
    if named is not None and named != "text":
        return known[named]
    head = cast("io.BufferedReader", source.stream).peek(signs.HEAD)[: signs.HEAD]
    if named == "text":
        return known["html" if signs.is_page(head) else "text"]
    for fmt in known.values():
        if fmt.recognises is not None and fmt.recognises(head):
            return fmt
    if suffix == ".xml":
        root = signs.root_of(head)
        what = "no element is seen" if root is None else f"its first element is <{root}>"
        raise ReadError("parse", f"XML of a kind that is not read: {what}")
    return known["text"]
