"""Markup to text: paragraphs parted by blank lines, list items and table rows as lines.

For HTML in feeds and e-mails and for the news standards, whose words for these things are those of
HTML or near to them. Names of elements count without their namespaces.
"""

from __future__ import annotations

import html
import re
from typing import Any, TypeAlias

from communique.readers.page import squeeze

#: An lxml element; lxml has no types of its own.
Element: TypeAlias = Any

_HIDDEN = frozenset(
    {"script", "style", "head", "template", "noscript", "svg", "iframe", "object", "video", "audio"}
    | {"media-metadata", "media-reference", "media-caption", "media-producer", "form", "select"}
)
_BLOCKS = frozenset(
    {"address", "article", "aside", "blockquote", "body", "bq", "dd", "details", "div", "dl", "dt"}
    | {"fieldset", "figcaption", "figure", "fn", "footer", "h1", "h2", "h3", "h4", "h5", "h6"}
    | {"header", "hl1", "hl2", "hr", "main", "nav", "note", "ol", "p", "pre", "section", "table"}
    | {"ul", "body.content", "block", "byline", "dateline", "abstract", "tagline", "center"}
)
_ITEMS = frozenset({"li", "dd"})
_ROWS = frozenset({"tr"})
_CELLS = frozenset({"td", "th"})
_LISTS = frozenset({"ul", "ol", "dl", "table"})
_TAG = re.compile(r"<[A-Za-z/!][^<>]*>")


class _Text:
    """Lines and blocks in the making."""

    def __init__(self) -> None:
        self.blocks: list[str] = []
        self._lines: list[str] = []
        self._parts: list[str] = []
        self._mark = ""

    def add(self, text: str) -> None:
        self._parts.append(text)

    def line(self, mark: str = "") -> None:
        text = (
            squeeze("".join(self._parts)).strip("| ")
            if self._mark == "|"
            else squeeze("".join(self._parts))
        )
        self._parts.clear()
        if text:
            self._lines.append(f"- {text}" if self._mark == "-" else text)
            self._mark = ""
        if mark:
            self._mark = mark

    def block(self) -> None:
        self.line()
        self._mark = ""
        if self._lines:
            self.blocks.append("\n".join(self._lines))
            self._lines = []


def local_name(element: Element) -> str:
    """Return an element's name without its namespace, in lower case; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2].lower() if isinstance(tag, str) else ""


def text_of(root: Element) -> str:
    """Return the text of an element and of all in it, but for what no reader of it sees."""
    text = _Text()
    inside = 0  # of how many lists and tables
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        name = local_name(element)
        if leaving:
            if name in _LISTS:
                inside -= 1
            if name in _ROWS or name in _ITEMS:
                text.line()
            elif name in _BLOCKS:
                text.line() if inside else text.block()
            if element is not root:
                text.add(element.tail or "")
            continue
        stack.append((element, True))
        if not name or name in _HIDDEN:
            continue
        if name in {"br", "lb", "byttl"}:
            text.line()
        elif name in _CELLS:
            text.add(" | ")
        elif name in _ROWS:
            text.line("|")
        elif name in _ITEMS:
            text.line("-")
        elif name in _BLOCKS:
            text.line() if inside else text.block()
        if name in _LISTS:
            inside += 1
        text.add(element.text or "")
        stack.extend((child, False) for child in reversed(element))
    text.block()
    return "\n\n".join(text.blocks)


def fragment_text(markup: str) -> str:
    """Return the text of a piece of HTML; what holds no tag is text already."""
    if not _TAG.search(markup):
        return html.unescape(markup)
    import lxml.etree  # noqa: PLC0415 - what holds no markup needs no parser
    import lxml.html  # noqa: PLC0415

    parser = lxml.html.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True)
    page = f"<html><body>{markup}</body></html>".replace("\0", "")
    try:
        tree = lxml.html.document_fromstring(page.encode("utf-8", "replace"), parser=parser)
    except (lxml.etree.LxmlError, ValueError):
        return ""
    return text_of(tree)
