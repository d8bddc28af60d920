"""IPTC NITF: a news item as XML, alone or inside NewsML."""

from __future__ import annotations

from collections.abc import Iterator

from communique.readers.blocks import Element, text_of
from communique.readers.building import Said, build, headed, line
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import child, language_at, parse_xml, text_at
from communique.readers.source import Source, read_whole

_DASHES = ("-", "–", "—")


def read_nitf(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of an item: headlines, byline, and the content with its dateline.

    Raises ``ReadError`` where the file is no NITF or has no content.
    """
    data = read_whole(source, options)
    root, warnings = parse_xml(data, options)
    if root.tag.rpartition("}")[2] != "nitf":
        raise ReadError("parse", f"this is no NITF: its first element is <{root.tag}>")
    said = nitf_said(root)
    said["warnings"] = warnings
    yield build(source, "nitf", data, nitf_text(root), options, **said)


def nitf_text(nitf: Element) -> str:
    """Return the text of an item; none where its body has no content."""
    head = child(nitf, "body", "body.head")
    content = child(nitf, "body", "body.content")
    text = "" if content is None else text_of(content)
    if not text:
        return ""
    dateline = child(head, "dateline")
    place = None if dateline is None else line("".join(dateline.itertext()))
    if place is not None and not text.casefold().startswith(place.casefold()):
        dash = "" if place.endswith(_DASHES) else " –"
        text = f"{place}{dash} {text}"
    byline = child(head, "byline")
    above = [
        line(text_at(head, "hedline", "hl2")),
        None if byline is None else text_of(byline),
    ]
    body = "\n\n".join([*filter(None, above), text])
    return headed(_headline(nitf), body)


def nitf_said(nitf: Element) -> Said:
    """Return what the head of an item says of it."""
    data = child(nitf, "head", "docdata")
    identity = child(data, "doc-id")
    source = child(nitf, "head", "pubdata")
    return Said(
        title=_headline(nitf) or text_at(nitf, "head", "title"),
        date=_norm(data, "date.issue") or _norm(data, "date.release") or _published(source),
        language=language_at(child(nitf, "body")),
        author=text_at(nitf, "body", "body.head", "byline", "person")
        or text_at(nitf, "body", "body.head", "byline"),
        rights=_rights(nitf, data),
        url=None if source is None else source.get("ex-ref"),
        given_id=None if identity is None else identity.get("id-string"),
    )


def _headline(nitf: Element) -> str | None:
    return line(text_at(nitf, "body", "body.head", "hedline", "hl1"))


def _norm(data: Element | None, name: str) -> str | None:
    found = child(data, name)
    return None if found is None else found.get("norm")


def _published(source: Element | None) -> str | None:
    return None if source is None else source.get("date.publication")


def _rights(nitf: Element, data: Element | None) -> str | None:
    written = text_at(nitf, "body", "body.head", "rights")
    held = child(data, "doc.copyright")
    if written is not None or held is None:
        return written
    words = ("©", held.get("year"), held.get("holder"))
    return " ".join(filter(None, words)) if len(list(filter(None, words))) > 1 else None
