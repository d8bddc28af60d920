"""Which reader reads what: by the format asked for, by the file's name, by its first bytes."""

from __future__ import annotations

import gzip
import io
import os
import re
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import BinaryIO, cast

from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.html import read_html
from communique.readers.jsonl import read_jsonl
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Reader, Source
from communique.readers.text import read_text

READERS: Mapping[str, Reader] = MappingProxyType(
    {"text": read_text, "html": read_html, "jsonl": read_jsonl}
)

EXTENSIONS: Mapping[str, str] = MappingProxyType(
    {
        ".txt": "text",
        ".text": "text",
        ".md": "text",
        ".html": "html",
        ".htm": "html",
        ".xhtml": "html",
        ".jsonl": "jsonl",
        ".ndjson": "jsonl",
    }
)

#: The path that stands for standard input.
STDIN = "-"

_SNIFFED = 4096
_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--.*?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(
    r"\s*<(?:head|body|title|meta|div|article|main|section|h1|p)\b[^>]*>", re.IGNORECASE
)
_OBJECT = re.compile(r'\s*\{\s*"')


def read(
    path_or_bytes: str | os.PathLike[str] | bytes,
    *,
    format: str | None = None,  # noqa: A002 - the name of the command's option
    options: ReaderOptions | None = None,
    name: str = STDIN,
) -> Iterator[Release | ReadFailure]:
    """Yield the releases of one input, and a :class:`ReadFailure` for each that cannot be read.

    ``path_or_bytes`` is a file (``-`` for standard input), or a release's bytes, which ``name``
    then names in messages and records. ``format`` is a key of :data:`READERS`; None decides by the
    extension, then by the first bytes (a page saved as ``.txt`` is still read as HTML). Files ending
    in ``.gz`` are unpacked. Nothing is raised while iterating: every failure is a value.

    Raises ``ValueError``, at once, for a format that nobody registered.
    """
    if format is not None and format not in READERS:
        raise ValueError(f"unknown format {format!r}; known are {', '.join(READERS)}")
    path = name if isinstance(path_or_bytes, bytes) else os.fspath(path_or_bytes)
    return _read(path_or_bytes, path, format, options or ReaderOptions())


def _read(
    given: str | os.PathLike[str] | bytes, path: str, fmt: str | None, options: ReaderOptions
) -> Iterator[Release | ReadFailure]:
    try:
        with _open(given, path) as stream:
            source = Source(path, cast("BinaryIO", stream))
            fmt = fmt or _format(path, stream)
            yield from READERS[fmt](source, options)
    except ReadError as error:
        yield ReadFailure(path, None, error.stage, error.reason)
    except (OSError, EOFError) as error:
        yield ReadFailure(path, None, "open", _reason(error))
    except Exception as error:  # noqa: BLE001 - a reader's own bug must not end a run
        yield ReadFailure(path, None, "parse", f"{type(error).__name__}: {error}")


def _open(given: str | os.PathLike[str] | bytes, path: str) -> io.BufferedReader:
    if isinstance(given, bytes):
        return io.BufferedReader(io.BytesIO(given))
    if path == STDIN:
        return open(sys.stdin.fileno(), "rb", closefd=False)
    file = Path(path)
    if file.is_dir():
        raise ReadError("open", "this is a folder, not a file")
    if file.suffix.lower() == ".gz":
        return io.BufferedReader(gzip.open(file, "rb"))
    return file.open("rb")


def _reason(error: OSError | EOFError) -> str:
    match error:
        case FileNotFoundError():
            return "there is no such file"
        case PermissionError():
            return "no permission to read it"
        case gzip.BadGzipFile() | EOFError():
            return f"the gzip archive is damaged: {error}"
        case OSError() if error.strerror:
            return f"cannot be read: {error.strerror}"
        case _:
            return f"cannot be read: {error}"


def _format(path: str, stream: io.BufferedReader) -> str:
    """Decide the format; the stream stays at its first byte."""
    file = Path(path)
    suffix = (file.with_suffix("") if file.suffix.lower() == ".gz" else file).suffix.lower()
    known = EXTENSIONS.get(suffix)
    if known is not None and known != "text":
        return known
    sniffed = _sniff(stream.peek(_SNIFFED)[:_SNIFFED])
    if known == "text":
        return "html" if sniffed == "page" else "text"
    return {"page": "html", "markup": "html"}.get(sniffed, sniffed)


def _sniff(head: bytes) -> str:
    """Return ``page`` (a whole HTML document), ``markup``, ``jsonl`` or ``text``."""
    try:
        # half a character at the cut must not turn UTF-8 into something else
        cut = head.rfind(b"\n") if len(head) >= _SNIFFED else 0
        start = decode(head[:cut] if cut > 0 else head).text.removeprefix("\ufeff")
    except ReadError:
        return "text"
    if _PAGE.match(start):
        return "page"
    if _MARKUP.match(start):
        return "markup"
    return "jsonl" if _OBJECT.match(start) else "text"
