"""A mailbox: e-mails one after another, each behind a line that begins with "From "."""

from __future__ import annotations

import re
from collections.abc import Iterator

from communique.readers.failure import ReadError, ReadFailure
from communique.readers.mail import releases_of_message
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

#: "From sender Thu Jan  4 10:02:11 2024": a line of running text seldom ends in a year or a zone.
_PARTING = re.compile(rb"From \S.*\d{4}(?: [+-]\d{4}| [A-Z]{3,4})?\s*$")
_QUOTED = re.compile(rb"^>(>*From )", re.MULTILINE)
_LONGEST_LINE = 1 << 20
_LONGEST_PARTING = 300


def read_mbox(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the releases of every message; ``source.record`` is ``"message N"``.

    The mailbox is read as a stream. Raises ``ReadError`` where it does not begin with a message.
    """
    number = 0
    for number, message in enumerate(_messages(source, options), 1):
        record = f"message {number}"
        if message is None:
            reason = f"the message is larger than the limit of {options.max_bytes:,} bytes"
            yield source.failure(ReadError("open", reason), record)
        else:
            yield from releases_of_message(source, options, "mbox", message, record)
    if not number:
        raise ReadError("open", "the file is empty")


def _messages(source: Source, options: ReaderOptions) -> Iterator[bytes | None]:
    """Yield the bytes of each message, None for one that is too large."""
    lines: list[bytes] | None = None
    size = 0
    blank = True
    while line := source.stream.readline(_LONGEST_LINE):
        if (
            blank
            and line.startswith(b"From ")
            and (lines is None or _PARTING.match(line[:_LONGEST_PARTING]))
        ):
            if lines is not None:
                yield _joined(lines, size, options)
            lines, size = [], 0
        elif lines is None:
            if line.strip():
                raise ReadError("parse", 'a mailbox begins with a line of "From "')
        else:
            size += len(line)
            if size <= options.max_bytes:
                lines.append(line)
        blank = not line.strip()
    if lines is not None:
        yield _joined(lines, size, options)


def _joined(lines: list[bytes], size: int, options: ReaderOptions) -> bytes | None:
    return None if size > options.max_bytes else _QUOTED.sub(rb"\1", b"".join(lines))
