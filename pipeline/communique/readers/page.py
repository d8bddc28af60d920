"""What stands on an HTML page, as lines and blocks of text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any, TypeAlias

#: An lxml element; lxml has no types of its own.
Element: TypeAlias = Any

_SPACE = re.compile(r"[ \t\n\r\f\v\u00a0]+")
_YEAR = re.compile(r"(?<!\d)(?:19|20)\d\d(?!\d)")
_WORD = re.compile(r"\w+")

#: Elements that no reader of the page sees, or that hold other pages' headlines.
_HIDDEN = frozenset(
    {"script", "style", "noscript", "template", "svg", "head", "nav", "aside", "footer", "form"}
    | {"button", "select", "option", "iframe", "object"}
)
#: Elements inside a line of text; every other element begins a line of its own.
_INLINE = frozenset(
    {"a", "abbr", "acronym", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font"}
    | {"i", "ins", "kbd", "label", "mark", "q", "s", "samp", "small", "span", "strike", "strong"}
    | {"sub", "sup", "time", "tt", "u", "var", "wbr"}
)
#: Elements of trafilatura's tree that part lines.
_BREAKS = frozenset({"lb", "p", "item", "head", "row", "quote"})
#: Longest line above a report that is taken for its date line, in characters.
_MAX_LINE = 200
#: What parts a headline from the site's name in a page's title; fewest words of a headline.
_SITE = re.compile(r"\s+[|–—:·»«-]+\s+")
_HEADLINE_WORDS = 3
_MAX_HEADLINE = 400
#: How many lines between headline and report are looked at.
_MAX_LINES = 12


def squeeze(text: str) -> str:
    """Return ``text`` with every run of white space as one space."""
    return _SPACE.sub(" ", text).strip()


def same_words(left: str, right: str) -> bool:
    """Say whether two lines have the same words, whatever their case, quotes and dashes."""
    return _key(left) == _key(right)


def _key(line: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(line.casefold()))


def visible_lines(tree: Element) -> list[str]:
    """Return the lines of text of a page, in order, one for each block or line break."""
    lines: list[str] = []
    parts: list[str] = []
    _walk(tree, parts, lines)
    _flush(parts, lines)
    return lines


def _flush(parts: list[str], lines: list[str]) -> None:
    line = squeeze("".join(parts))
    parts.clear()
    if line:
        lines.append(line)


def _walk(root: Element, parts: list[str], lines: list[str]) -> None:
    """Collect text in document order, without recursion: pages can be nested very deep."""
    stack: list[tuple[Element, bool]] = [(root, False)]
    while stack:
        element, leaving = stack.pop()
        inline = element.tag in _INLINE
        if leaving:
            if not inline:
                _flush(parts, lines)
            parts.append(element.tail or "")
            continue
        hidden = not isinstance(element.tag, str) or element.tag in _HIDDEN
        if not inline:
            _flush(parts, lines)
        stack.append((element, True))
        if not hidden:
            parts.append(element.text or "")
            stack.extend((child, False) for child in reversed(element))


def titles_of(tree: Element) -> list[str]:
    """Return what a page's head calls it."""
    found = tree.xpath("//meta[@property='og:title']/@content | //head/title/text()")
    return [title for title in map(squeeze, map(str, found)) if title]


def headline_of(titles: Sequence[str], lines: Sequence[str]) -> str | None:
    """Return the headline: the first title, or part of one, that stands as a line on the page.

    Titles of pages carry the site's name in front or behind ("Accord signed | Port of Velm").
    Where none stands on the page it is the first title, None without any.
    """
    shown = {_key(line) for line in lines if len(line) <= _MAX_HEADLINE}
    for title in titles:
        for part in (title, *sorted(_SITE.split(title), key=len, reverse=True)):
            key = _key(part)
            if len(key) >= _HEADLINE_WORDS and key in shown:
                return part
    return titles[0] if titles else None


def with_head(lines: Sequence[str], title: str | None, blocks: Sequence[str]) -> list[str]:
    """Return the blocks of a release: headline and date lines as the first, then the main text.

    ``lines`` are those of the page, ``blocks`` those of the main text, which may lack both. A date
    line stands between the headline and the first line of the report, is short and names a year.
    """
    at = next((i for i, block in enumerate(blocks[:3]) if title and same_words(title, block)), None)
    before = list(blocks[: at or 0])
    report = blocks[0 if at is None else at + 1 :]
    headline = blocks[at] if at is not None else title
    dates = _date_lines(lines, headline, report) if report else []
    head = "\n".join(filter(None, [headline, *dates]))
    return [*before, *([head] if head else []), *report]


def _date_lines(lines: Sequence[str], headline: str | None, report: Sequence[str]) -> list[str]:
    """Return the date lines of the page that the report itself does not hold."""
    start = next((i for i, line in enumerate(lines) if headline and same_words(line, headline)), -1)
    first = report[0].split("\n")[0].removeprefix("- ")[:80]
    end = next((i for i in range(start + 1, len(lines)) if first in lines[i]), 0)
    between = lines[max(end - _MAX_LINES, start + 1) : end]
    known = {line for block in report[:6] for line in block.split("\n")}
    return [
        line
        for line in between
        if len(line) <= _MAX_LINE and _YEAR.search(line) and line not in known
    ]


def blocks_of(body: Element) -> list[str]:
    """Return the blocks of trafilatura's tree: paragraphs, headings, lists, tables, as text.

    A line break inside a paragraph is a newline, a list item a line that begins with "- ", a table
    row a line with its cells parted by " | ".
    """
    return [block for element in body if (block := _block(element))]


def _block(element: Element) -> str:
    if element.tag == "list":
        return "\n".join(f"- {text}" for item in element if (text := _text(item)))
    if element.tag == "table":
        rows = (" | ".join(filter(None, map(_text, row))) for row in element.iter("row"))
        return "\n".join(filter(None, rows))
    if element.tag == "quote" and len(element):
        parts = [element.text or "", *(_block(child) for child in element)]
        return "\n\n".join(filter(None, (part.strip() for part in parts)))
    return "\n".join(_lines(element))


def _text(element: Element) -> str:
    return " ".join(_lines(element))


def _lines(element: Element) -> Iterator[str]:
    parts: list[str] = []
    for event in _inline(element):
        if event is None:
            yield from filter(None, [squeeze("".join(parts))])
            parts.clear()
        else:
            parts.append(event)
    yield from filter(None, [squeeze("".join(parts))])


def _inline(element: Element) -> Iterator[str | None]:
    """Yield the text inside an element, None at every line break."""
    stack: list[Element | str] = [element]
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            yield item
            continue
        if item.tag in _BREAKS and item is not element:
            yield None
        yield item.text or ""
        for child in reversed(item):
            stack.extend((child.tail or "", child))


def language_of(tree: Element) -> str | None:
    """Return the primary language subtag of the page's ``lang`` attribute ("en"), or None."""
    for value in (*tree.xpath("/html/@lang | /html/@xml:lang"), *tree.xpath("//body/@lang")):
        subtag = str(value).strip().replace("_", "-").split("-")[0].lower()
        if subtag.isalpha() and 2 <= len(subtag) <= 3:
            return subtag
    return None
