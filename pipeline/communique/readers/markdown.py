"""Markdown: its text without marks, and what its front matter says.

Front matter is YAML between lines of ``---``, or TOML between lines of ``+++``, at the start of the
file, as static site generators have it.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

import yaml
from markdown_it import MarkdownIt

from communique.readers.blocks import fragment_text
from communique.readers.building import Said, build
from communique.readers.encodings import decode
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source, read_whole

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(r"\s*(---|\+\+\+)[ \t]*\n(.*?)^\1[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE)
#: Longest front matter that is read, in characters, and how deep it may be nested.
_LONGEST = 50_000
_TEXTS = ("title", "headline")
_DATES = ("date", "published", "publish_date", "pubdate", "publishdate", "date_published")
_AUTHORS = ("author", "authors", "by")
_LANGUAGES = ("lang", "language")
_RIGHTS = ("license", "licence", "rights", "copyright")
_ADDRESSES = ("canonical", "canonical_url", "url", "link", "source")


def read_markdown(source: Source, options: ReaderOptions) -> Iterator[Release | ReadFailure]:
    """Yield the one release of a Markdown file.

    ``text`` has headings, paragraphs and lists as blocks parted by blank lines, list items as lines
    that begin with "- ", rows of tables with their cells parted by " | "; links and emphasis leave
    their words. Front matter that cannot be read is passed over with a warning.
    """
    data = read_whole(source, options)
    decoded = decode(data, encoding=options.encoding)
    text = decoded.text.removeprefix("\ufeff").replace("\r\n", "\n")
    front, body, warnings = front_matter(text)
    said = Said(
        title=_first(front, _TEXTS),
        date=_first(front, _DATES),
        author=_first(front, _AUTHORS),
        language=_first(front, _LANGUAGES),
        rights=_first(front, _RIGHTS),
        url=_first(front, _ADDRESSES),
        warnings=(*decoded.warnings, *warnings),
    )
    yield build(source, "markdown", data, markdown_text(body), options, **said)


def front_matter(text: str) -> tuple[Mapping[str, Any], str, tuple[str, ...]]:
    """Return the fields of the front matter, the text behind it, and sentences for the record."""
    match = _FRONT.match(text)
    if match is None or len(match[2]) > _LONGEST:
        return {}, text, ()
    try:
        loaded = tomllib.loads(match[2]) if match[1] == "+++" else _yaml(match[2])
    except (yaml.YAMLError, ValueError, RecursionError, OverflowError) as error:
        first = str(error).split("\n", 1)[0]
        return {}, text[match.end() :], (f"the front matter cannot be read: {first}",)
    if not isinstance(loaded, dict):
        # a text that begins with a thematic break, and has another one further down
        return {}, text, ()
    fields = {str(key).lower(): value for key, value in loaded.items()}
    return fields, text[match.end() :], ()


def _yaml(text: str) -> object:
    if any(isinstance(token, yaml.AliasToken) for token in yaml.scan(text)):
        raise ValueError("aliases are not read")
    # every scalar as it is written: a day stays a day and a version a version
    return yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 - it makes strings, lists and maps


def _first(fields: Mapping[str, Any], names: tuple[str, ...]) -> str | None:
    """Return the first of the fields that says something, several values as one line."""
    for name in names:
        if (value := _line(fields.get(name))) is not None:
            return value
    return None


def _line(value: object) -> str | None:
    if isinstance(value, dict):
        return _line(value.get("name"))
    if isinstance(value, list):
        return ", ".join(filter(None, map(_line, value[:20]))) or None
    return None if value is None or isinstance(value, bool) else (str(value).strip() or None)


def markdown_text(markdown: str) -> str:
    """Return the text of Markdown (CommonMark with tables and strikethrough)."""
    parser = MarkdownIt("commonmark", {"maxNesting": 50}).enable(["table", "strikethrough"])
    try:
        tokens = parser.parse(markdown)
    except RecursionError:
        raise ReadError("parse", "the Markdown is nested too deep") from None
    return "\n\n".join(_blocks(tokens))


def _blocks(tokens: list[Token]) -> Iterator[str]:
    """Yield the blocks: a list or a table is one, whatever is in it."""
    lines: list[str] = []
    depth = 0
    item = ""
    for token in tokens:
        kind = token.type
        if kind in {"bullet_list_open", "ordered_list_open", "table_open"}:
            depth += 1
        elif kind in {"bullet_list_close", "ordered_list_close", "table_close"}:
            depth -= 1
        elif kind == "list_item_open":
            item = f"{token.info}. " if token.info else "- "
        elif kind == "tr_open":
            lines.append("")
        elif kind in {"th_open", "td_open"}:
            item = " | " if lines and lines[-1] else ""
        elif kind == "inline" and lines and (item == " | " or lines[-1] == ""):
            lines[-1] += item + " ".join(_inline(token).split("\n"))
            item = ""
        elif (text := _text(token)) is not None:
            lines.append(item + text)
            item = ""
        if depth == 0 and lines:
            yield "\n".join(filter(None, lines))
            lines = []


def _text(token: Token) -> str | None:
    if token.type == "inline":
        return _inline(token)
    if token.type in {"fence", "code_block"}:
        return token.content.rstrip("\n")
    if token.type == "html_block":
        return fragment_text(token.content) or None
    return None


def _inline(token: Token) -> str:
    parts: list[str] = []
    for part in token.children or ():
        if part.type in {"text", "code_inline"}:
            parts.append(part.content)
        elif part.type in {"softbreak", "hardbreak"}:
            parts.append("\n")
        elif part.type == "image":
            parts.append(part.content)
        elif part.type == "html_inline" and part.content.lower().startswith("<br"):
            parts.append("\n")
    return "".join(parts)
