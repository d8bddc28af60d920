"""Drawings of a text with notes under its words, as SVG."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from xml.sax.saxutils import escape

_WIDTH = 76  # characters of a line of text
_LETTER = 8.43  # of the text, in pixels: DejaVu Sans Mono and its like at 14 pixels
_SMALL = 6.63  # of the notes, at 11 pixels
_MARGIN = 16
_LINE = 20
_NOTE = 15
_GAP = 14


@dataclass(frozen=True)
class Note:
    """What is said of some words: half-open characters of the text, a kind and a line."""

    start: int
    end: int
    kind: str
    says: str


@dataclass(frozen=True)
class _Placed:
    note: Note
    row: int


def drawing(text: str, notes: Iterable[Note], colours: Mapping[str, str], title: str) -> str:
    """Return the SVG of a text whose words have notes under them, in the colours of their kinds.

    ``title`` says what is shown to who cannot see it. A word of several lines of the drawing has its
    note under the first.
    """
    said = sorted(set(notes), key=lambda note: (note.start, note.end, note.says))
    shapes: list[str] = []
    y, right = float(_MARGIN), _WIDTH * _LETTER
    for start, end in _lines(text):
        own = [note for note in said if start <= note.start < end]
        lit = [note for note in said if note.start < end and start < note.end]
        placed = _rows([replace(note, start=note.start - start) for note in own])
        y += _LINE
        shapes += _marks(lit, start, end, y, colours)
        shapes.append(_line(text[start:end], y))
        shapes += _notes(placed, y, colours)
        right = max([right, *(_reach(one.note) for one in placed)])
        y += _NOTE * (1 + max((one.row for one in placed), default=-1)) + _GAP
    width = _MARGIN * 2 + right
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width:.0f} {y:.0f}" '
        f'width="{width:.0f}" height="{y:.0f}" role="img" '
        'font-family="DejaVu Sans Mono, Menlo, Consolas, monospace">\n'
        f"<title>{escape(title)}</title>\n"
        f'<rect width="100%" height="100%" rx="6" fill="#ffffff" stroke="#c8ccd0"/>\n'
        + "".join(f"{shape}\n" for shape in shapes)
        + "</svg>\n"
    )


def _lines(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text that stand on a line each, broken between words."""
    for paragraph in re.finditer(r"[^\n]+", text):
        at, end = paragraph.span()
        while end - at > _WIDTH:
            space = text.rfind(" ", at, at + _WIDTH)
            yield at, space
            at = space + 1
        yield at, end


def _rows(notes: Sequence[Note]) -> list[_Placed]:
    """Give each note the first row in which it crosses no line that leads to another's."""
    placed: list[_Placed] = []
    for note in reversed(notes):
        reach = _reach(note)
        under = [one.row for one in placed if one.note.start * _LETTER < reach]
        placed.append(_Placed(note, 1 + max(under, default=-1)))
    return placed


def _reach(note: Note) -> float:
    """Return how far to the right a note goes, which counts its start from that of its line."""
    return note.start * _LETTER + (len(note.says) + 2) * _SMALL


def _marks(
    notes: Iterable[Note], start: int, end: int, y: float, colours: Mapping[str, str]
) -> Iterator[str]:
    for note in notes:
        left, right = max(note.start, start) - start, min(note.end, end) - start
        yield (
            f'<rect x="{_x(left):.1f}" y="{y - 14:.1f}" width="{(right - left) * _LETTER:.1f}" '
            f'height="18" rx="3" fill="{colours[note.kind]}" fill-opacity="0.22"/>'
        )


def _line(words: str, y: float) -> str:
    length = len(words) * _LETTER
    return (
        f'<text x="{_x(0):.1f}" y="{y:.1f}" font-size="14" fill="#1d2125" xml:space="preserve" '
        f'textLength="{length:.1f}" lengthAdjust="spacingAndGlyphs">{escape(words)}</text>'
    )


def _notes(placed: Iterable[_Placed], y: float, colours: Mapping[str, str]) -> Iterator[str]:
    for one in placed:
        x, colour = _x(one.note.start) + 1, colours[one.note.kind]
        below = y + 4 + _NOTE * (one.row + 1)
        yield (
            f'<path d="M{x:.1f} {y + 4:.1f}V{below:.1f}" stroke="{colour}" fill="none"/>'
            f'<text x="{x + 4:.1f}" y="{below:.1f}" font-size="11" fill="{colour}">'
            f"{escape(one.note.says)}</text>"
        )


def _x(characters: int) -> float:
    return _MARGIN + characters * _LETTER
