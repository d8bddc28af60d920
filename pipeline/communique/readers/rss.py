"""RSS 2.0 and its forebears, RSS 1.0 (RDF), with the modules that news feeds use."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.readers.blocks import fragment_text
from communique.readers.building import Said
from communique.readers.failure import ReadFailure
from communique.readers.feeds import Entry, read_feed
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import Element, child, language_at, text_at
from communique.readers.source import Source

_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_DC = "{http://purl.org/dc/elements/1.1/}"
_DCTERMS = "{http://purl.org/dc/terms/}"
_ATOM_LINK = "{http://www.w3.org/2005/Atom}link"
_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_CC = (
    "{http://backend.userland.com/creativeCommonsRssModule}license",
    "{http://creativecommons.org/ns#}license",
    "{http://web.resource.org/cc/}license",
)


def read_rss(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release for each item: its title, and under it ``content:encoded``.

    ``description`` stands in where there is no content: in many feeds that is a summary. The
    language and the rights are the channel's where the item has none.
    """
    return read_feed(source, options, "rss", _items, _entry)


def _items(root: Element) -> Sequence[Element]:
    return list(root.iter("{*}item"))


def _entry(item: Element) -> Entry:
    channel = child(item.getroottree().getroot(), "channel")
    text = _text(item, _CONTENT) or _plain(item, "description") or ""
    link = _plain(item, "link") or _href(item)
    guid = child(item, "guid")
    given_id = _plain(item, "guid") or item.get(f"{_RDF}about")
    if link is None and guid is not None and guid.get("isPermaLink") != "false":
        link = given_id
    rights = _text(item, f"{_DC}rights", f"{_DCTERMS}license", *_CC) or _license(item)
    if rights is None and channel is not None:
        rights = (
            _text(channel, f"{_DC}rights", *_CC)
            or _plain(channel, "copyright")
            or _license(channel)
        )
    author = _text(item, f"{_DC}creator") or _plain(item, "author")
    return fragment_text(text), Said(
        title=fragment_text(_plain(item, "title") or ""),
        date=_plain(item, "pubDate") or _text(item, f"{_DC}date", f"{_DCTERMS}issued"),
        language=_text(item, f"{_DC}language") or text_at(channel, "language") or language_at(item),
        author=author,
        rights=rights,
        url=link,
        given_id=given_id,
    )


def _text(element: Element, *tags: str) -> str | None:
    """Return the text of the first child that has one of the full names, in their order."""
    for tag in tags:
        for found in element.iterchildren(tag):
            if text := "".join(found.itertext()).strip():
                return text
    return None


def _plain(element: Element, name: str) -> str | None:
    """Return the text of an element of RSS itself, in no namespace or in that of RSS 1.0."""
    for found in element.iterchildren(f"{{*}}{name}"):
        space = found.tag.rpartition("}")[0]
        if ("purl.org/rss/" in space or not space) and (text := "".join(found.itertext()).strip()):
            return text
    return None


def _href(item: Element) -> str | None:
    links = (link.get("href") for link in item.iterchildren(_ATOM_LINK))
    return next((str(href) for href in links if href), None)


def _license(element: Element) -> str | None:
    """Return the licence of RDF, which stands in an attribute."""
    for tag in _CC:
        for found in element.iterchildren(tag):
            if resource := found.get(f"{_RDF}resource"):
                return str(resource)
    return None
