"""What an e-mail says: its header, its text, and its files where the release is one of them."""

from __future__ import annotations

import email
import io
from collections.abc import Iterator
from email.message import EmailMessage
from email.policy import EmailPolicy
from functools import partial
from typing import TYPE_CHECKING, Any, BinaryIO, cast

from communique.readers.blocks import fragment_text
from communique.readers.building import Said, attempt, build, line
from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.registry import format_named, read_member
from communique.readers.release import Release
from communique.readers.source import Source

#: How many parts of a message are looked at, and how many levels of them.
_MOST_PARTS = 200
_DEEPEST = 20
#: Files that come with e-mails and are no releases, of formats that are read.
_OTHERS = frozenset({"smime.p7s", "winmail.dat"})

#: Longest field of a header that is parsed, in characters; the parser's time grows with its square.
_LONGEST_FIELD = 1000


if TYPE_CHECKING:
    _Base = EmailPolicy[EmailMessage]
else:
    _Base = EmailPolicy


class _Policy(_Base):
    """The standard policy, with fields that are cut before they are parsed."""

    def header_fetch_parse(self, name: str, value: str) -> Any:  # noqa: ANN401 - as in its base
        return super().header_fetch_parse(name, value[:_LONGEST_FIELD])


_POLICY = _Policy(message_factory=EmailMessage)


def releases_of_message(
    source: Source, options: ReaderOptions, fmt: str, data: bytes, record: str | None
) -> Iterator[Release | ReadFailure]:
    """Yield the release of a message: its plain text, or the text of its HTML.

    Subject, sender, date, ``Content-Language`` and the address in ``Archived-At`` go with it. Where
    the message has no text of its own, the files of known formats that came with it are read
    instead (``message 3!/annex.pdf``); where it has, they are named in a warning.
    """
    try:
        message = _parse(data)
        parts = list(_parts(message))
        text = _body(parts)
        files = [part for part in parts if _is_file(part)]
    except ReadError as error:
        yield source.failure(error, record)
        return
    except Exception as error:  # noqa: BLE001 - the standard library's parser has many ways to fail
        reason = f"broken e-mail: {type(error).__name__}: {error}"
        yield source.failure(ReadError("parse", reason), record)
        return
    if not text.strip() and files:
        for part in files:
            yield from _read_file(source, options, part, record)
        return
    make = partial(
        _release,
        source,
        options,
        fmt=fmt,
        data=data,
        record=record,
        message=message,
        text=text,
        files=files,
    )
    yield attempt(source, record, make)


def _parse(data: bytes) -> EmailMessage:
    message = email.message_from_bytes(data, policy=_POLICY)
    if not isinstance(message, EmailMessage) or not message.keys():
        raise ReadError("parse", "this has no header of an e-mail")
    return message


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """Yield the parts that hold no others, in order, with those of a message that is sent on."""
    stack: list[tuple[EmailMessage, int]] = [(message, 0)]
    seen = 0
    while stack:
        part, depth = stack.pop()
        seen += 1
        if seen > _MOST_PARTS or depth > _DEEPEST:
            raise ReadError("parse", "the e-mail has too many parts, or parts in parts")
        forwarded = part.get_content_type() == "message/rfc822" and not part.is_attachment()
        if part.is_multipart() and (forwarded or part.get_content_maintype() == "multipart"):
            inner = cast("list[EmailMessage]", part.get_payload())
            stack.extend((child, depth + 1) for child in reversed(inner))
        else:
            yield part


def _is_file(part: EmailMessage) -> bool:
    name = _name(part)
    if name is None or name.lower() in _OTHERS:
        return False
    return (part.is_attachment() or part.get_content_maintype() == "application") and (
        format_named(name) is not None
    )


def _name(part: EmailMessage) -> str | None:
    name = part.get_filename()
    return None if name is None else line(str(name).replace("\\", "/").rpartition("/")[2])


def _body(parts: list[EmailMessage]) -> str:
    """Return the text: all plain parts, or all of HTML where a plain one is missing or empty."""
    own = [part for part in parts if not part.is_attachment()]
    for kind in ("text/plain", "text/html"):
        texts = [_text(part) for part in own if part.get_content_type() == kind]
        if any(text.strip() for text in texts):
            return "\n\n".join(text.strip("\n") for text in texts if text.strip())
    return ""


def _text(part: EmailMessage) -> str:
    raw = part.get_payload(decode=True)
    data = raw if isinstance(raw, bytes) else b""
    charset = part.get_content_charset()
    try:
        text = decode(data, encoding=charset).text
    except (ReadError, LookupError):
        text = decode(data).text
    text = text.replace("\r\n", "\n")
    if part.get_content_type() == "text/html":
        return fragment_text(text)
    if str(part.get_param("format", "")).lower() == "flowed":
        return _unfolded(text, delete_space=str(part.get_param("delsp", "")).lower() == "yes")
    return text


def _unfolded(text: str, *, delete_space: bool) -> str:
    """Join the lines of a paragraph (RFC 3676): one that ends in a space goes on in the next."""
    parts: list[str] = []
    for part in text.split("\n"):
        part = part.removeprefix(" ")  # noqa: PLW2901 - the space that was stuffed in
        if part.endswith(" ") and part != "-- ":
            parts.append(part[:-1] if delete_space else part)
        else:
            parts.append(f"{part}\n")
    return "".join(parts).removesuffix("\n")


def _release(
    source: Source,
    options: ReaderOptions,
    *,
    fmt: str,
    data: bytes,
    record: str | None,
    message: EmailMessage,
    text: str,
    files: list[EmailMessage],
) -> Release:
    names = ", ".join(filter(None, (_name(part) for part in files)))
    said = Said(
        record=record,
        title=_field(message, "Subject"),
        date=_field(message, "Date"),
        language=_field(message, "Content-Language"),
        author=_field(message, "From"),
        url=(_field(message, "Archived-At") or "").strip("<>"),
        given_id=_field(message, "Message-ID"),
        warnings=(f"files that came with the e-mail were not read: {names}",) if names else (),
    )
    return build(source, fmt, data, text, options, **said)


def _field(message: EmailMessage, name: str) -> str | None:
    """Return a field of the header; None where it is missing or its parser fails."""
    try:
        value = message.get(name)
        return None if value is None else line(str(value))
    except Exception:  # noqa: BLE001 - broken fields raise what they like
        return None


def _read_file(
    source: Source, options: ReaderOptions, part: EmailMessage, record: str | None
) -> Iterator[Release | ReadFailure]:
    name = _name(part) or ""
    place = source.place(record)
    within = name if place is None else f"{place}!/{name}"
    raw = part.get_payload(decode=True)
    if source.depth >= options.max_depth:
        reason = f"it lies in more than {options.max_depth} files, one in another"
        yield ReadFailure(source.path, within, "open", reason)
        return
    stream = cast("BinaryIO", io.BytesIO(raw if isinstance(raw, bytes) else b""))
    yield from read_member(source, options, stream, name=name, within=within)
