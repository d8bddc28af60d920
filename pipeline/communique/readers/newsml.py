"""IPTC NewsML-G2: news items, alone or many in a message."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import lxml.etree

from communique.readers.blocks import Element, local_name, text_of
from communique.readers.building import Said, attempt, build, headed
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.nitf import nitf_said, nitf_text
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import child, language_at, parse_xml, text_at
from communique.readers.source import Source, read_whole

_DATES = (
    ("contentMeta", "contentCreated"),
    ("itemMeta", "firstCreated"),
    ("itemMeta", "versionCreated"),
)
_RIGHTS = ("copyrightNotice", "usageTerms", "copyrightHolder")


def read_newsml(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release for each item of text; ``source.record`` is ``item GUID`` in a message.

    Its content may be NITF, XHTML or plain text inside the item: what lies elsewhere is not
    fetched. Pictures, graphics, sound and packages are passed over; an item that its provider
    cancelled is a failure. Raises ``ReadError`` where there is no item of text.
    """
    data = read_whole(source, options)
    root, warnings = parse_xml(data, options)
    alone = local_name(root) == "newsitem"
    items = [root] if alone else list(root.iter("{*}newsItem"))
    seen = False
    for number, item in enumerate(items, 1):
        if not _is_text(item):
            continue
        seen = True
        record = None if alone else f"item {item.get('guid') or number}"
        yield attempt(source, record, partial(_release, source, options, item, record, warnings))
    if not seen:
        raise ReadError("extract", "it holds no news item of text")


def _is_text(item: Element) -> bool:
    kind = child(item, "itemMeta", "itemClass")
    return kind is None or str(kind.get("qcode") or "text").rpartition(":")[2] in {
        "text", "composite"
    }  # fmt: skip


def _release(
    source: Source,
    options: ReaderOptions,
    item: Element,
    record: str | None,
    warnings: tuple[str, ...],
) -> Release:
    status = child(item, "itemMeta", "pubStatus")
    if status is not None and str(status.get("qcode")).endswith("canceled"):
        raise ReadError("extract", "its provider cancelled it")
    meta = child(item, "contentMeta")
    inner = Said()
    title = text_at(meta, "headline")
    text = ""
    for content in _contents(item):
        nitf = next(content.iter("{*}nitf"), None)
        if nitf is not None:
            text, inner = nitf_text(nitf), nitf_said(nitf)
        else:
            text = _plain(content) if local_name(content) == "inlinedata" else text_of(content)
        if text:
            break
    dates = (text_at(item, *path) for path in _DATES)
    said = Said(
        record=record,
        title=title or inner.get("title"),
        date=next(filter(None, dates), None) or inner.get("date"),
        language=_language(meta) or inner.get("language") or language_at(item),
        author=text_at(meta, "by") or _creator(meta) or inner.get("author"),
        rights=_rights(item) or inner.get("rights"),
        url=inner.get("url"),
        given_id=item.get("guid"),
        warnings=warnings,
    )
    data = lxml.etree.tostring(item, method="c14n", with_tail=False)
    return build(source, "newsml", data, headed(said.get("title"), text), options, **said)


def _contents(item: Element) -> Iterator[Element]:
    """Yield the renditions that lie in the item: as XML first, since it tells paragraphs."""
    contents = child(item, "contentSet")
    if contents is not None:
        yield from contents.iterchildren("{*}inlineXML")
        yield from contents.iterchildren("{*}inlineData")


def _plain(content: Element) -> str:
    if content.get("encoding"):  # a picture, say, in base 64
        return ""
    return "".join(content.itertext()).strip()


def _language(meta: Element | None) -> str | None:
    found = child(meta, "language")
    return None if found is None else found.get("tag")


def _creator(meta: Element | None) -> str | None:
    creators = () if meta is None else meta.iterchildren("{*}creator")
    return ", ".join(filter(None, (text_at(creator, "name") for creator in creators))) or None


def _rights(item: Element) -> str | None:
    rights = child(item, "rightsInfo")
    lines = (text_at(rights, name) for name in _RIGHTS)
    return next(filter(None, lines), None)
