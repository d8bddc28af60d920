"""Word files (Office Open XML): the text of the body, with what the properties say."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from communique.readers.building import Said, build, library, title_of_properties
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.safe_xml import Element
from communique.readers.source import Source, read_whole

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
#: Most parts of a file, and what one of them may unpack to in bytes of XML.
_MOST_PARTS = 5000
_RATIO = 400
#: Parts of the tree that hold no text that stands on the page.
_LEFT_OUT = frozenset({f"{_W}del", f"{_W}moveFrom", f"{_W}instrText", f"{_W}pPr", _FALLBACK})
#: Authors that programs put there, and not people.
_TOOLS = frozenset({"python-docx", "Microsoft Office User", "Author", "user"})
_PAGES_OWN = frozenset({f"{_W}tbl", f"{_W}p"})


def read_docx(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of a Word file.

    Paragraphs are parted by blank lines, items of a list are lines that begin with "- ", rows of
    tables lines with their cells parted by " | ". What was deleted with changes tracked is left out,
    and so are headers, footers, notes and comments. Title, author and language are those of the
    file's properties; the day on which it was made is not taken for that of publication. Raises
    ``ReadError`` for what is no Word file, is damaged, or unpacks to too much.
    """
    data = read_whole(source, options)
    docx = library("docx", extra="docx", what="Word")
    _check(source, data, options)
    try:
        document = docx.Document(io.BytesIO(data))
        body = document.element.body
        properties = document.core_properties
        said = Said(
            title=title_of_properties(properties.title),
            author=None if properties.author in _TOOLS else properties.author,
            language=properties.language or None,
        )
    except Exception as error:  # noqa: BLE001 - the library has no error of its own for it
        raise ReadError("parse", f"this is no Word file, or damaged: {error}") from None
    yield build(source, "docx", data, _text(body, _list_styles(document)), options, **said)


def _check(source: Source, data: bytes, options: ReaderOptions) -> None:
    """Raise ``ReadError`` where the parts are too many or too large, before any is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError) as error:
        raise ReadError("parse", f"this is no Word file, or damaged: {error}") from None
    size = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or size > max(options.max_bytes * 10, _RATIO * len(data)):
        raise ReadError("open", f"its {len(parts):,} parts unpack to {size:,} bytes")
    if any(part.file_size > _RATIO * max(part.compress_size, 4096) for part in parts):
        raise ReadError("open", f"one of its parts unpacks to more than {_RATIO} times its size")
    source.meter.unpack(size)


def _list_styles(document: Any) -> frozenset[str]:  # noqa: ANN401 - the library may be missing
    """Return the ids of the styles that make a paragraph an item of a list."""
    try:
        return frozenset(
            style.style_id for style in document.styles if style.name.startswith("List")
        )
    except Exception:  # noqa: BLE001 - a file without styles has none
        return frozenset()


def _text(body: Element, list_styles: frozenset[str]) -> str:
    """Return the text of the body: its blocks in order, a list or table one block."""
    blocks: list[str] = []
    in_list = False
    for element in body.iter(*_PAGES_OWN):
        if _inside_another(element):
            continue
        if element.tag == f"{_W}tbl":
            rows = ("\n".join(_rows(element)),)
            blocks += filter(None, rows)
            in_list = False
            continue
        text = _paragraph(element)
        item = _is_item(element, list_styles)
        if item and text:
            text = f"- {text}"
        if text and item and in_list:
            blocks[-1] += f"\n{text}"
        elif text:
            blocks.append(text)
        in_list = item and (bool(text) or in_list)
    return "\n\n".join(blocks)


def _inside_another(element: Element) -> bool:
    """Whether an element lies in a table or paragraph that is read whole, or in what was deleted."""
    return any(
        parent.tag in _PAGES_OWN or parent.tag in _LEFT_OUT for parent in element.iterancestors()
    )


def _rows(table: Element) -> Iterator[str]:
    for row in table.iter(f"{_W}tr"):
        cells = (
            " ".join(filter(None, map(_paragraph, cell.iter(f"{_W}p"))))
            for cell in row.iterchildren(f"{_W}tc")
        )
        if line := " | ".join(filter(None, (" ".join(cell.split()) for cell in cells))):
            yield line


def _is_item(paragraph: Element, list_styles: frozenset[str]) -> bool:
    properties = paragraph.find(f"{_W}pPr")
    if properties is None:
        return False
    style = properties.find(f"{_W}pStyle")
    numbering = properties.find(f"{_W}numPr")
    return numbering is not None or (style is not None and style.get(f"{_W}val") in list_styles)


def _paragraph(paragraph: Element) -> str:
    """Return the text of a paragraph, with what was inserted, links, and boxes anchored in it."""
    parts: list[str] = []
    stack = [paragraph]
    while stack:
        element = stack.pop()
        if element.tag in _LEFT_OUT:
            continue
        if element.tag == f"{_W}t":
            parts.append(element.text or "")
        elif element.tag == f"{_W}tab":
            parts.append("\t")
        elif element.tag in {f"{_W}br", f"{_W}cr"}:
            parts.append("\n")
        elif element.tag == f"{_W}noBreakHyphen":
            parts.append("\u2011")
        elif element.tag == f"{_W}p" and element is not paragraph:
            parts.append("\n")
        stack.extend(reversed(element))
    return "".join(parts).strip()
