"""PDF: the text layer of its pages, read in a process of its own.

The library that reads PDF is a large one in C++, and PDF comes from strangers: what makes it crash
or run without end must not do so to a run over many files. So :mod:`communique.readers.pdf_pages`
runs as a program, with bounds on its time and memory, and what it says is put together here.
"""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from communique.readers.building import Said, build, missing, title_of_properties
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.pdf_layout import Line, text_of_pages
from communique.readers.release import Release
from communique.readers.source import Source, read_whole

#: Seconds for the program to start and end; its own bound is on the processor's time.
_GRACE = 10
_PROGRAM = Path(__file__).with_name("pdf_pages.py")


def read_pdf(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of a PDF file.

    ``text`` is what the pages hold as text, as :mod:`communique.readers.pdf_layout` puts its lines
    together; a scan has none. Title and author are those of the file's properties. The day on which
    the file was made is not taken for that of publication. Raises ``ReadError`` for files that are
    damaged, encrypted, without text, or need more than ``options.max_seconds``.
    """
    data = read_whole(source, options)
    if find_spec("pypdfium2") is None:
        raise missing("pypdfium2", extra="pdf", what="PDF")
    found = _pages(data, options)
    pages = [[Line(*line) for line in page] for page in found["pages"]]
    text = text_of_pages(pages)
    if not text.strip():
        raise ReadError("extract", "the PDF has no text layer: its pages are pictures")
    warnings = ("the PDF is longer than what was read of it",) if found["cut"] else ()
    said = Said(
        title=title_of_properties(found["title"]), author=found["author"], warnings=warnings
    )
    yield build(source, "pdf", data, text, options, **said)


def _pages(data: bytes, options: ReaderOptions) -> dict[str, Any]:
    # -P: the modules beside the program have the names of others that the library imports
    command = [
        sys.executable,
        "-P",
        str(_PROGRAM),
        str(options.max_seconds),
        str(options.max_bytes),
    ]
    try:
        done = subprocess.run(  # noqa: S603 - our own program
            command,
            input=data,
            capture_output=True,
            timeout=options.max_seconds + _GRACE,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise ReadError("parse", _too_long(options)) from None
    if done.returncode < 0:
        name = signal.Signals(-done.returncode).name
        if name in {"SIGXCPU", "SIGKILL"}:
            raise ReadError("parse", _too_long(options))
        raise ReadError("parse", f"the PDF made its reader crash ({name})")
    try:
        found: dict[str, Any] = json.loads(done.stdout)
    except ValueError:
        said = done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2][:200]
        raise ReadError("parse", f"the PDF cannot be read: {said or 'no reason given'}") from None
    if "error" in found:
        raise ReadError("parse", f"the PDF cannot be read: {found['error']}")
    return found


def _too_long(options: ReaderOptions) -> str:
    return f"the PDF takes more than {options.max_seconds} seconds to read"
