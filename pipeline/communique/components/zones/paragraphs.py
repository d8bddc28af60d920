"""Paragraphs: lines put together where they are hard-wrapped prose, and only there.

A blank line always parts two paragraphs. A single line break parts them too, unless the text was
wrapped at a fixed width: then every line is as long as it can be, so that the next line's first
word would not have fitted. Lists and headings are not filled like that.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise
from typing import NamedTuple

from communique.components.zones.date_lines import is_date_line

#: Widths at which text is wrapped by hand or by a mail program, in characters.
_WIDTHS = range(40, 141)
#: Fewest line breaks that tell whether a text is wrapped, and the share of them that must look it.
_FEWEST_BREAKS = 4
_WRAPPED_SHARE = 0.7
#: How far a wrapped line may stand out; a longer one is a headline that nobody wrapped.
_OVERHANG = 12
#: How many spaces at the end of a line break it in Markdown; they take up room on the line.
_HARD_BREAK = 2

_LINE = re.compile(r"[^\n]+")
_BULLET = re.compile(
    r"[ \t\u00a0]*(?:[-–—*+•●▪■◦‣➢➤✓✔·][ \t\u00a0]|[•●▪■◦‣➢➤✓✔]"
    r"|\(?(?:\d{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)、][ \t\u00a0]|\d{1,3}、)"
)
_TERMINAL = re.compile(r"[.!?:;。！？：；…][\"'”’»)\]*_]*\s*$")
_OPEN_END = re.compile(
    r"(?:[-–,&]|\b(?:a|an|and|as|at|by|for|from|in|of|on|or|the|their|to|with))\s*$", re.IGNORECASE
)
#: What a line break never parts: a no-break space holds two words together.
_UNBROKEN = re.compile(r"[^ \t]+")
_TAG = re.compile(r"</?[A-Za-z][^<>]{0,300}>")
_LINK = re.compile(r"!?\[([^\[\]]{0,300})\]\([^()\s]{0,500}\)")
_EDGE = " \t\u00a0\u3000*_#\\>|·•●▪■~="
_WORD = re.compile(r"\w+(?:[.'’&-]\w+)*")
#: The same in a text of ASCII, in less time.
_ASCII_WORD = re.compile(r"[A-Za-z0-9_]+(?:[.'&-][A-Za-z0-9_]+)*")


class Line(NamedTuple):
    """A line that is not blank: half-open characters, without its line end and trailing space.

    ``room`` is how many characters it takes up with its indentation.
    """

    start: int
    end: int
    room: int
    text: str
    bullet: bool
    hard_break: bool


@dataclass(frozen=True)
class Paragraph:
    """One line, or several that are wrapped prose.

    ``text`` is the slice of the document; ``plain`` the same as one line without markup at its
    ends; ``blank_before`` says whether a blank line stands above.
    """

    start: int
    end: int
    text: str
    bullet: bool
    blank_before: bool

    @cached_property
    def plain(self) -> str:
        """The text as one line, tags, link targets and marks at its ends left out."""
        text = self.text
        if "](" in text:
            text = _LINK.sub(r"\1", text)
        if "<" in text:
            text = _TAG.sub("", text)
        return " ".join(text.split()).strip(_EDGE)

    @cached_property
    def key(self) -> str:
        """``plain`` case-folded, for look-ups."""
        return self.plain.casefold()

    @cached_property
    def words(self) -> int:
        """How many words it has."""
        return len((_ASCII_WORD if self.plain.isascii() else _WORD).findall(self.plain))

    @cached_property
    def terminal(self) -> bool:
        """Whether it ends as a sentence or an announcement of a list does."""
        return _TERMINAL.search(self.plain) is not None

    @property
    def prose(self) -> bool:
        """Whether it reads as running text."""
        return self.words >= 30 or (self.words >= 15 and self.terminal)


def split_paragraphs(text: str) -> list[Paragraph]:
    """Return the paragraphs of a text in order; blank stretches belong to none."""
    lines = _lines(text)
    joined = _joins(text, lines)
    paragraphs: list[Paragraph] = []
    first = 0
    for last in range(len(lines)):
        if joined[last]:
            continue
        start, end = lines[first].start, lines[last].end
        gap = text[lines[first - 1].end : start] if first else "\n\n"
        paragraphs.append(
            Paragraph(start, end, text[start:end], lines[first].bullet, gap.count("\n") > 1)
        )
        first = last + 1
    return paragraphs


def wrapped_gaps(text: str) -> Iterator[tuple[int, int]]:
    """Yield what stands between two lines of one paragraph, as half-open characters, in order."""
    lines = _lines(text)
    for (line, following), joined in zip(pairwise(lines), _joins(text, lines), strict=False):
        if joined:
            yield line.end, following.start


def _lines(text: str) -> list[Line]:
    lines = []
    for match in _LINE.finditer(text):
        raw = match.group()
        body = raw.strip()
        if body:
            start = match.start() + raw.index(body[0])
            trailing = raw[len(raw.rstrip()) :]
            hard = trailing == "  " or body.endswith("\\")
            end = start + len(body)
            bullet = _BULLET.match(raw) is not None
            lines.append(Line(start, end, end - match.start(), body, bullet, hard))
    return lines


def _joins(text: str, lines: list[Line]) -> list[bool]:
    """For every line, whether it runs on into the next one."""
    adjacent = [
        text.count("\n", line.end, following.start) == 1 for line, following in pairwise(lines)
    ]
    width = _wrap_width(lines, adjacent)
    joins = [
        near and _runs_on(line, following, width)
        for near, (line, following) in zip(adjacent, pairwise(lines), strict=True)
    ]
    return [*joins, False] if lines else []


def _full(line: Line, following: Line, width: int) -> bool:
    """Whether the next line's first word would not have fitted on this line."""
    match = _UNBROKEN.match(following.text)
    word = match.end() if match else 0
    if following.hard_break and word == len(following.text):
        word += _HARD_BREAK
    return line.room + 1 + word > width


def _wrap_width(lines: list[Line], adjacent: list[bool]) -> int | None:
    """Return the width at which the text is wrapped, None when it is not."""
    pairs = [
        (line, following)
        for near, (line, following) in zip(adjacent, pairwise(lines), strict=True)
        if near and not following.bullet
    ]
    if len(pairs) < _FEWEST_BREAKS:
        return None
    lengths = sorted(line.room for line, _ in pairs)
    width = lengths[int(0.9 * (len(lengths) - 1))]
    if width not in _WIDTHS:
        return None
    full = sum(_full(line, following, width) for line, following in pairs)
    return width if full >= _WRAPPED_SHARE * len(pairs) else None


def _parted_date(line: Line) -> bool:
    return not line.text.endswith(".") and is_date_line(line.text.casefold())


def _runs_on(line: Line, following: Line, width: int | None) -> bool:
    if following.bullet or _parted_date(following):
        return False
    if width is not None:
        overlong = line.room > width + _OVERHANG and " " in line.text
        return _full(line, following, width) and not line.hard_break and not overlong
    if _TERMINAL.search(line.text) or len(line.text) < 30:
        return False
    return following.text[0].islower() or _OPEN_END.search(line.text) is not None
