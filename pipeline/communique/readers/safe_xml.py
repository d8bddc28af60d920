"""XML from strangers: no entities of its own, no other file, no network, bounded in depth."""

from __future__ import annotations

import html
import re
from typing import Any, TypeAlias

import lxml.etree

from communique.readers.encodings import decode
from communique.readers.failure import ReadError
from communique.readers.options import ReaderOptions

#: An lxml element; lxml has no types of its own.
Element: TypeAlias = Any

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

_NAMED = re.compile(r"&([A-Za-z][A-Za-z0-9]{1,31});")
_OF_XML = frozenset({"amp", "lt", "gt", "quot", "apos"})
_DECLARED_ENCODING = re.compile(r"^(<\?xml[^>]*?)\s+encoding\s*=\s*(?:\"[^\"]*\"|'[^']*')")
#: How far into a document the declaration of its encoding goes, in characters.
_DECLARATION = 300
#: What the parser says of input that is made to exhaust it: libxml2 bounds depth (256), the length
#: of names and of text (10 MB) and how much entities may grow.
_BOUNDS = re.compile(
    r"depth|amplification|entity.*loop|too (?:long|big)|huge|memory", re.IGNORECASE
)


def parse_xml(data: bytes, options: ReaderOptions) -> tuple[Element, tuple[str, ...]]:
    """Return the root of a document, and sentences for the record.

    A document that is not well formed, as feeds often are not, is read as far as it goes, with a
    warning; HTML's named characters (``&nbsp;``) are understood. Raises ``ReadError`` (stage
    ``parse``) for entities of the document's own, for what is made to exhaust the parser and for
    what is no XML.
    """
    warnings: tuple[str, ...] = ()
    try:
        if options.encoding is None:
            root = lxml.etree.fromstring(data, _parser())
        else:
            root, warnings = _mend(data, options)
    except lxml.etree.XMLSyntaxError as error:
        said = str(error)
        if _BOUNDS.search(said):
            raise ReadError("parse", f"the XML is beyond the parser's bounds: {said}") from None
        root, warnings = _mend(data, options)
    dtd = root.getroottree().docinfo.internalDTD
    if dtd is not None and any(True for _ in dtd.iterentities()):
        raise ReadError("parse", "the XML declares entities of its own, which are not read")
    return root, warnings


def _mend(data: bytes, options: ReaderOptions) -> tuple[Element, tuple[str, ...]]:
    decoded = decode(data, encoding=options.encoding)
    text = _NAMED.sub(_character, decoded.text.lstrip("\ufeff \t\r\n").replace("\0", ""))
    head = _DECLARED_ENCODING.sub(r"\1", text[:_DECLARATION])
    utf8 = (head + text[_DECLARATION:]).encode("utf-8", "replace")
    try:
        return lxml.etree.fromstring(utf8, _parser(encoding="utf-8")), decoded.warnings
    except lxml.etree.XMLSyntaxError as error:
        said = str(error).removesuffix(" (<string>, line 1)")
        if _BOUNDS.search(said):
            raise ReadError("parse", f"the XML is beyond the parser's bounds: {said}") from None
    root = lxml.etree.fromstring(utf8, _parser(encoding="utf-8", recover=True))
    if root is None:
        raise ReadError("parse", f"broken XML: {said}")
    return root, (*decoded.warnings, f"the XML is broken and was read as far as it goes: {said}")


def _character(match: re.Match[str]) -> str:
    if match.group(1) in _OF_XML:
        return match.group()
    character = html.unescape(match.group())
    return html.escape(character) if character != match.group() else match.group()


def _parser(*, encoding: str | None = None, recover: bool = False) -> lxml.etree.XMLParser:
    return lxml.etree.XMLParser(
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )


def child(element: Element | None, *path: str) -> Element | None:
    """Return the first element along a path of local names, whatever their namespaces."""
    for name in path:
        if element is None:
            return None
        element = next(element.iterchildren(f"{{*}}{name}"), None)
    return element


def text_at(element: Element | None, *path: str) -> str | None:
    """Return all text of the first element along a path, None without any."""
    found = child(element, *path)
    return None if found is None else ("".join(found.itertext()).strip() or None)


def language_at(element: Element | None) -> str | None:
    """Return what ``xml:lang`` says at an element or around it."""
    while element is not None:
        if (value := element.get(XML_LANG)) is not None:
            return str(value)
        element = element.getparent()
    return None
