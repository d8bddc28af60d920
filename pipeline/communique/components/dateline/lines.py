"""The lines at the head of a release, where its date and its dateline stand."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from communique.components.dates import atoms as lexicon
from communique.components.dates.expressions import Calendar, Found

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from communique.components.dates.recognise import Scanner
    from communique.components.zones.types import Zone

#: How far into the text the head of a release can reach, in characters and in lines with text.
HEAD_CHARACTERS = 3000
HEAD_LINES = 14
#: How far from the end of the text a release may be signed, in characters.
TAIL_CHARACTERS = 1200
_SHORT = 60
#: How much of a line is read for a date.
LINE_CHARACTERS = 400

_LINE = re.compile(r"[^\n]+")
#: What every full date holds: four digits, or a year of two behind other numbers or an apostrophe.
_YEAR = re.compile(r"[\d'’‘](?:(?<=\d)(?:\d{3}|[/.-]\w{1,9}[/.-]\d\d)|(?<=['’‘])\d\d)")
_MARKUP = re.compile(r"[\s*_#>|\[–—-]*")
_TIME_BEHIND = re.compile(
    r"(?i)[\s,/|–—-]*(?:at\s+)?(?:\d{1,2}[:.]\d\d(?::\d\d)?)?\s*(?:[ap]\.?m\.?)?\s*(?:\(?(?:[A-Z]{2,5}|UTC|GMT)(?:[+-]\d+)?\)?)?[\s*_|)\].:–—-]*$"
)


@dataclass(frozen=True)
class DatedLine:
    """A full date in a line of the head; offsets are characters of the text.

    ``start`` is behind the line's markup, or behind the date before; ``label`` is what stands
    between it and the date, ``rest`` what follows in the line; ``first``: no other full date
    stands before it.
    """

    start: int
    end: int
    found: Found
    label: str
    rest: str
    first: bool

    @property
    def alone(self) -> bool:
        """Whether the line holds the date and nothing else but a clock time."""
        return not self.label.strip(" ,:(*_|") and self.ends

    @property
    def ends(self) -> bool:
        """Whether nothing but a clock time follows in the line."""
        return _TIME_BEHIND.fullmatch(self.rest) is not None


@cache
def words(name: str) -> tuple[str, ...]:
    """A list of ``lexicon/dates/dateline.toml``, longest first."""
    lines = lexicon.read_toml("dateline.toml")[name].split("\n")
    return tuple(sorted((line.strip() for line in lines if line.strip()), key=len, reverse=True))


def head_lines(text: str, zones: Iterable[Zone]) -> Iterator[tuple[int, int]]:
    """Yield the first lines with text, as half-open offsets; navigation and the like left out."""
    hidden = [z for z in zones if z.kind in {"boilerplate", "foreign"}]
    count = 0
    for line in _LINE.finditer(text, 0, min(len(text), HEAD_CHARACTERS)):
        if not line.group().strip() or any(z.start <= line.start() < z.end for z in hidden):
            continue
        yield line.start(), min(line.end(), line.start() + 2 * LINE_CHARACTERS)
        count += 1
        if count >= HEAD_LINES:
            return


def tail_lines(text: str, zones: Iterable[Zone]) -> Iterator[tuple[int, int]]:
    """Yield the short lines at the end of a release, navigation and the like left out."""
    hidden = [z for z in zones if z.kind in {"boilerplate", "foreign"}]
    for line in _LINE.finditer(text, max(0, len(text) - TAIL_CHARACTERS)):
        if len(line.group()) <= _SHORT and not any(z.start <= line.start() < z.end for z in hidden):
            yield line.start(), line.end()


def full_date(found: Found) -> Calendar | None:
    """The expression where it names a day of a year in full."""
    said = found.expression
    if (
        isinstance(said, Calendar)
        and said.year is not None
        and said.month is not None
        and said.day is not None
    ):
        return said
    return None


def dated_lines(text: str, start: int, end: int, scanner: Scanner) -> Iterator[DatedLine]:
    """Yield what a line says around each full date in its first characters."""
    markup = _MARKUP.match(text, start, end)
    begin = opened = markup.end() if markup else start
    if _YEAR.search(text, begin, min(end, begin + LINE_CHARACTERS)) is None:
        return
    for found in scanner.scan(begin, min(end, begin + LINE_CHARACTERS)):
        if full_date(found):
            label = text[min(begin, found.start) : found.start]
            yield DatedLine(
                min(begin, found.start),
                end,
                found,
                label,
                text[found.end : end],
                first=begin == opened,
            )
            begin = found.end
