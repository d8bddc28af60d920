"""Atom (RFC 4287), and the Atom of before it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from communique.readers.blocks import fragment_text, text_of
from communique.readers.building import Said
from communique.readers.failure import ReadFailure
from communique.readers.feeds import Entry, read_feed
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import Element, child, language_at, text_at
from communique.readers.source import Source


def read_atom(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield a release for each entry: its title, and under it its content, or else its summary.

    Content that lies elsewhere (``src``) is not fetched. Author and rights are the feed's where the
    entry has none.
    """
    return read_feed(source, options, "atom", _entries, _entry)


def _entries(root: Element) -> Sequence[Element]:
    if root.tag.rpartition("}")[2] == "entry":
        return [root]
    return list(root.iterchildren("{*}entry"))


def _entry(entry: Element) -> Entry:
    feed = entry.getroottree().getroot()
    return _content(entry, "content") or _content(entry, "summary") or "", Said(
        title=_content(entry, "title"),
        date=next(
            filter(None, (text_at(entry, name) for name in ("published", "issued", "updated"))),
            None,
        ),
        language=language_at(child(entry, "content")) or language_at(entry),
        author=_authors(entry) or _authors(feed),
        rights=_content(entry, "rights") or _license(entry) or _content(feed, "rights"),
        url=_link(entry, "alternate"),
        given_id=text_at(entry, "id"),
    )


def _content(entry: Element, name: str) -> str | None:
    """Return an element's text, which may be text, HTML in characters or XHTML in elements."""
    found = child(entry, name)
    if found is None:
        return None
    kind = (found.get("type") or "text").lower()
    if len(found):
        return text_of(found) or None
    text = "".join(found.itertext()).strip()
    return (fragment_text(text) if "html" in kind else text) or None


def _authors(element: Element) -> str | None:
    names = (text_at(author, "name") for author in element.iterchildren("{*}author"))
    return ", ".join(filter(None, names)) or None


def _link(entry: Element, relation: str) -> str | None:
    for link in entry.iterchildren("{*}link"):
        if (link.get("rel") or "alternate") == relation and link.get("href"):
            return str(link.get("href"))
    return None


def _license(entry: Element) -> str | None:
    return _link(entry, "license")
