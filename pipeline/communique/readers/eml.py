"""An e-mail as a file of its own (RFC 5322, MIME)."""

from __future__ import annotations

from collections.abc import Iterator

from communique.readers.failure import ReadFailure
from communique.readers.mail import releases_of_message
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source, read_whole


def read_eml(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the release of an e-mail: what :func:`releases_of_message` makes of it."""
    yield from releases_of_message(source, options, "eml", read_whole(source, options), None)
