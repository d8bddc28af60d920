"""Plain text: the file is the release."""

from __future__ import annotations

from collections.abc import Iterator

from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source, describe, read_whole


def read_text(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of a text file, as published: entities and Markdown stay.

    Raises ``ReadError`` for a file that is empty, too large, binary or without a single letter.
    """
    data = read_whole(source, options)
    decoded = decode(data, encoding=options.encoding)
    text = normalize(decoded.text)
    if not text.strip():
        raise ReadError("extract", "the file holds no text, only white space")
    yield Release(
        text=text,
        source=describe(source, "text", data),
        publish_date=options.publish_date,
        warnings=decoded.warnings,
    )
