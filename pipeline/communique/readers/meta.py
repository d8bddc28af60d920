"""What the head of an HTML page says of it: author, rights, address."""

from __future__ import annotations

from typing import Any, TypeAlias

from communique.readers.building import address, line

#: An lxml element; lxml has no types of its own.
Element: TypeAlias = Any

_AUTHORS = ("author", "article:author", "dc.creator", "dcterms.creator", "byl", "parsely-author")
_RIGHTS = ("copyright", "dc.rights", "dcterms.rights", "dcterms.license", "rights")
_MOST = 5
#: Longest value of a meta element and title, and longest script of metadata, in characters.
_LONGEST = 1000
_LONGEST_SCRIPT = 50_000


def cut_short(tree: Element) -> None:
    """Cut what the head of a page says where it is longer than any page's.

    trafilatura looks through these values with expressions that take the square of their length.
    """
    for meta in tree.iter("meta"):
        value = meta.get("content")
        if value is not None and len(value) > _LONGEST:
            meta.set("content", value[:_LONGEST])
    for title in tree.iter("title"):
        if title.text is not None and len(title.text) > _LONGEST:
            title.text = title.text[:_LONGEST]
    for script in tree.iter("script"):
        if script.text is not None and len(script.text) > _LONGEST_SCRIPT and _is_data(script):
            script.text = script.text[:_LONGEST_SCRIPT]


def _is_data(script: Element) -> bool:
    return "json" in (script.get("type") or "").lower()


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
