"""Web archives (WARC), as crawlers write them: the pages in them."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from typing import Any, BinaryIO, cast

from communique.readers.building import address, library
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions, iso_day
from communique.readers.registry import read_member
from communique.readers.release import Release
from communique.readers.source import Source

#: Kinds of content that are read, and as which format.
_KINDS = {
    "text/html": "html",
    "application/xhtml+xml": "html",
    "application/pdf": "pdf",
    "application/rss+xml": "rss",
    "application/atom+xml": "atom",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "text/plain": "text",
}
_OK = range(200, 300)


def read_warc(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the releases of the pages that were fetched; ``source.record`` is ``record <urn…>``.

    Taken are answers (``response``, ``resource``) with a status of 2xx that are HTML, text, PDF,
    feeds or Word files, and the texts of ``conversion`` (WET); the rest is passed over, and so is
    what was not fetched anew (``revisit``). ``source.url`` is the address that was fetched, and no
    page is believed to be younger than its fetching. Raises ``ReadError`` where the archive is
    damaged, after what stood before, or nothing of it is read.
    """
    fastwarc = library("fastwarc", extra="warc", what="WARC")
    kinds = fastwarc.WarcRecordType
    taken = kinds.response | kinds.resource | kinds.conversion
    seen = False
    records = iter(
        fastwarc.ArchiveIterator(
            _Told(source.stream),
            record_types=taken,
            parse_http=False,
            quirks_mode=True,
            stream_detect=False,  # it is unpacked, and counted, before it comes here
            fsspec_args=False,
        )
    )
    while (record := _next(records)) is not None:
        for found in _read_record(source, options, record, fastwarc):
            seen = True
            yield found
    if not seen:
        raise ReadError("extract", "it holds no page that is read")


class _Told:
    """A stream that says how far it was read, which the library asks of streams that cannot."""

    def __init__(self, stream: BinaryIO) -> None:
        self._stream = stream
        self._place = 0

    def read(self, size: int = -1) -> bytes:
        data = self._stream.read(size)
        self._place += len(data)
        return data

    def tell(self) -> int:
        return self._place

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        while whence == io.SEEK_SET and self._place < offset:
            if not self.read(min(offset - self._place, 1 << 20)):
                break
        return self._place

    def close(self) -> None:
        """Leave it open: the registry closes it."""


def _next(records: Iterator[Any]) -> Any:  # noqa: ANN401 - the library may be missing
    try:
        return next(records, None)
    except ReadError:
        raise
    except BaseException as error:  # noqa: BLE001 - panics of the library are told too
        raise _damaged(error) from None


def _damaged(error: BaseException) -> ReadError | BaseException:
    """Return what to raise for an error of the library; its own panics are no ``Exception``."""
    if isinstance(error, Exception) or type(error).__name__ == "PanicException":
        return ReadError("open", f"the web archive is damaged: {error}")
    return error


def _read_record(
    source: Source,
    options: ReaderOptions,
    record: Any,  # noqa: ANN401 - the library may be missing
    fastwarc: Any,  # noqa: ANN401
) -> Iterator[Release | ReadFailure]:
    headers = record.headers
    name = f"record {headers.get('WARC-Record-ID') or f'at byte {record.stream_pos}'}"
    try:
        found = _content(record, options, fastwarc)
    except ReadError as error:
        yield source.failure(error, name)
        return
    except BaseException as error:
        if not isinstance(_damaged(error), ReadError):
            raise
        yield source.failure(ReadError("parse", f"the answer is damaged: {error}"), name)
        return
    if found is None:
        return
    data, fmt, charset = found
    day = iso_day((headers.get("WARC-Date") or "")[:10])
    options = replace(
        options,
        encoding=options.encoding or _fitting(charset, data),
        latest_publish_date=day or options.latest_publish_date,
    )
    url = address(headers.get("WARC-Target-URI"))
    releases = read_member(
        source,
        options,
        cast("BinaryIO", io.BytesIO(data)),
        name="",
        within=source.place(name),
        wanted=fmt,
    )
    for release in releases:
        if isinstance(release, Release) and fmt in {"html", "pdf", "docx", "text"}:
            yield replace(release, source=replace(release.source, url=url))
        else:
            yield release


def _content(
    record: Any,  # noqa: ANN401 - the library may be missing
    options: ReaderOptions,
    fastwarc: Any,  # noqa: ANN401
) -> tuple[bytes, str, str | None] | None:
    """Return the bytes, format and charset of a record; None for one that is passed over."""
    charset = None
    if record.record_type == fastwarc.WarcRecordType.conversion:
        fmt: str | None = "text"
    else:
        kind = record.headers.get("Content-Type") or ""
        if record.is_http:
            record.parse_http(auto_decode="all", quirks_mode=True)
            status = record.http_headers.status_code
            if status is not None and status not in _OK:
                return None
            kind = record.http_headers.get("Content-Type") or ""
            charset = record.http_charset
        fmt = _KINDS.get(kind.partition(";")[0].strip().lower())
    if fmt is None:
        return None
    data = record.reader.read(options.max_bytes + 1)
    if len(data) > options.max_bytes:
        raise ReadError("open", f"it is larger than the limit of {options.max_bytes:,} bytes")
    return data, fmt, charset


def _fitting(charset: str | None, data: bytes) -> str | None:
    """Return the charset that the server names where the bytes are no UTF-8 and are in it."""
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        pass
    else:
        return None
    try:
        data.decode(charset or "")
    except (LookupError, UnicodeError):
        return None
    return charset
