"""What the head of an HTML page says of it: author, rights, address."""

from __future__ import annotations

from typing import Any, TypeAlias

from communique.readers.building import address, line

#: An lxml element; lxml has no types of its own.
Element: TypeAlias = Any

_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author")
_RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "dcterms.license", "rights")
_MOST = 5


def author_of(tree: Element) -> str | None:
    """Return who the page says wrote it, several as one line; addresses of profiles are none."""
    for name in _AUTHORS:
        found = (line(value) for value in _metas(tree, name))
        names = [value for value in found if value and address(value) is None]
        if names:
            return ", ".join(dict.fromkeys(names[:_MOST]))
    return None


def rights_of(tree: Element) -> str | None:
    """Return the page's line of rights, or the address of its licence."""
    for value in tree.xpath("//link[@rel='license']/@href | //a[@rel='license']/@href"):
        if (found := address(str(value))) is not None:
            return found
    return next((line(value) for name in _RIGHTS for value in _metas(tree, name)), None)


def address_of(tree: Element) -> str | None:
    """Return the address that the page says is its own."""
    links = map(str, tree.xpath("//link[@rel='canonical']/@href"))
    return next(filter(None, map(address, (*links, *_metas(tree, "og:url")))), None)


def _metas(tree: Element, name: str) -> list[str]:
    """Return the contents of the meta elements of a name, in any casing."""
    lower = "translate(@{}, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ', 'abcdefghijklmnopqrstuvwxyz')"
    path = f"//meta[{lower.format('name')}=$name or {lower.format('property')}=$name]/@content"
    return [str(value) for value in tree.xpath(path, name=name) if str(value).strip()]
