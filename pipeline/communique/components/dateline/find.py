"""Finding the publication date and the dateline of a release."""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from communique.components.dateline.lines import (
    HEAD_CHARACTERS,
    DatedLine,
    dated_lines,
    full_date,
    head_lines,
    tail_lines,
    words,
)
from communique.components.dates.anchors import Anchors
from communique.components.dates.calendar import exists
from communique.components.dates.expressions import Calendar, Found
from communique.components.dates.recognise import Scanner
from communique.components.dates.resolve import resolve
from communique.components.mentions import Dateline

if TYPE_CHECKING:
    from collections.abc import Sequence

    from communique.components.zones.types import Zone

_WORD = r"(?:[^\W\d_]\.(?:[^\W\d_]\.)+|[A-ZÀ-Þ][\w’'.-]*)"
_PLACE = re.compile(
    rf"{_WORD}(?:(?: / |[ ,/]|, ?)(?:(?:de|la|of|the|and|upon|am|-) ?)?{_WORD}){{0,6}}"
)
_SEPARATOR = re.compile(
    r"\.?\s*(?:\([^()\n]{1,40}\)|/[^/\n]{2,40}/|,?\s*\d{1,2}[:.]\d\d[^–—\n-]{0,20})?\s*[)\]*_]*\s*(?:--?|–|—|:|/|\))"
)
_WIRE = re.compile(r"\s*(?:\([^()\n]{2,40}\)|/[^/\n]{2,40}/)")
_BARE_DATELINE = re.compile(rf"({_PLACE.pattern})\s?(?:--|–|—|\s-\s)")
_AFTER_PLACE = re.compile(r"\s*(?:[)\]]|--|–|—|:|\s-\s|$)")
_AFTER_DATE = re.compile(r"[ ,–—/|-]+")
_DAY_LINE = re.compile(r"^[\s*_]*(\d{2}) (\d{2}) (\d{4})\s*$")
#: "On May 7, 2024, Arlen- Today": the dash is tied to the place.
_TIED = re.compile(r"([A-ZÀ-Þ][\w’'.]*(?: [A-ZÀ-Þ][\w’'.]*)?)[-–—] (?=[A-Z])")
_OPENING = re.compile(r"[\s*_(–—-]+[A-Z]\w")
_PARTED = re.compile(r"[|•·]\s*$|\bno\.?\s*[\d/.-]+\s*[|,–—-]?\s*$", re.IGNORECASE)
_ISSUED = re.compile(
    r"\b(?:issued|released|published|posted)(?:\s+at\s+[\d.:]+\s*(?:[ap]\.?m\.?|hrs|hours)?,?)?(?:\s+on)?\s*$",
    re.IGNORECASE,
)
#: "Done at Arlen, 5 June 2024", under a release.
_DONE = re.compile(r"^\s*(?:done|given|issued|signed)\s+(?:at|in)\s+", re.IGNORECASE)
_DIGIT = re.compile(r"\d")
_PERMALINK = re.compile(r"\bpermalink:\s*\S*?\b(\d{4})-(\d\d)-(\d\d)\b")

#: How long the label of a date may be, in characters.
_SHORT_LABEL = 60
#: A line of so many characters is prose: what follows it is no head any more.
_PROSE = 250


@dataclass(frozen=True)
class Publication:
    """The publication date (ISO 8601 day or None), and the dateline (or None)."""

    date: str | None
    dateline: Dateline | None


def find_publication(
    text: str, zones: Sequence[Zone] = (), given: str | None = None
) -> Publication:
    """Find when and where a release was published.

    The date is, in this order: ``given`` (from the container), a line at the head that is a date or
    is labelled as one, the dateline's, the page's address in the file's head, a full date in the first lines
    that belongs to no sentence, the date that a release is signed with at its end.
    """
    scanner = Scanner(text)
    lines = list(head_lines(text, zones))
    read = [(at, line) for at, end in lines for line in dated_lines(text, at, end, scanner)]
    opening = [line for _, line in read if line.first]
    first_prose = next((at for at, end in lines if end - at >= _PROSE), len(text))
    head = [line for at, line in read if at <= first_prose]
    labelled = next((day for line in head if _labelled(line) and (day := _iso(line.found))), None)
    near = given or labelled
    dateline = _dateline(text, lines, opening, scanner, near)
    date = given or labelled or (dateline.date if dateline else None) or _in_address(text)
    if date is None:
        loose = [line for line in head[:3] if _outside_prose(line)]
        date = next((day for line in loose if (day := _iso(line.found))), None)
    return Publication(date or _signed(text, zones, scanner), dateline)


def _in_address(text: str) -> str | None:
    """The day in the address of a page, where the head of the file gives it."""
    match = _PERMALINK.search(text, 0, HEAD_CHARACTERS)
    if match is None:
        return None
    year, month, day = (int(part) for part in match.groups())
    return f"{year:04}-{month:02}-{day:02}" if exists(year, month, day) else None


def _signed(text: str, zones: Sequence[Zone], scanner: Scanner) -> str | None:
    """The date under a release, alone in its line below the issuing office."""
    days = set()
    for start, end in tail_lines(text, zones):
        for line in dated_lines(text, start, end, scanner):
            label = _DONE.sub("", line.label)
            if line.alone or (_place(label) and not line.rest.strip(" *_.)")):
                days.add(_iso(line.found))
    return days.pop() if len(days) == 1 else None


def _iso(found: Found) -> str | None:
    return resolve(found.expression, Anchors()).value if full_date(found) else None


def _labelled(line: DatedLine) -> bool:
    """A line that is a date, or that says it is the release's."""
    if line.alone:
        return True
    label = " ".join(line.label.lower().replace("：", ":").strip(" *_|").split())
    last = re.split(r"[|•·]\s*", label)[-1]
    bare = re.sub(r"\s*(?::|,|-|–)?\s*(?:\bon)?\s*$", "", last).strip(" *_:")
    if any(bare.startswith(other) or bare.endswith(other) for other in words("others")):
        return False
    if bare in words("labels") or bare.endswith(
        tuple(f" {w}" for w in words("labels") if " " in w)
    ):
        return len(bare) < _SHORT_LABEL or bare.endswith(("release", "releases"))
    if _ISSUED.search(line.label):
        return True
    if _PARTED.search(line.label) and len(line.label) < _SHORT_LABEL and line.ends:
        return True
    rest = line.rest.strip(" *_|,–—-[(").lower()
    return not bare and len(line.rest) < 120 and rest.startswith(words("behind"))


def _outside_prose(line: DatedLine) -> bool:
    """A date in the first lines that no preposition binds, where something new begins behind it."""
    before = line.label.rstrip()
    if any(before.lower().rstrip(" :").endswith(other) for other in words("others")):
        return False
    last = re.search(r"([\w']+)\W*$", before)
    if last and last[1].lower() in " ".join(words("prose")).split():
        return False
    return line.found.start < 600 and (not before or _OPENING.match(line.rest) is not None)


def _dateline(
    text: str,
    lines: Sequence[tuple[int, int]],
    dated: Sequence[DatedLine],
    scanner: Scanner,
    near: str | None,
) -> Dateline | None:
    for line in dated:
        found = _with_date(text, line)
        if found:
            return found
    for start, end in lines:
        found = _without_year(text, start, end, scanner, near) or _place_only(text, start, end)
        if found:
            return found
    return None


def _place(surface: str) -> str | None:
    """A place: a run of capitalised words that labels nothing."""
    surface = surface.strip(" ,;:*_–—/|\n-")
    if surface.startswith("("):
        surface = surface.removesuffix(")")[1:]
    named = surface.lower() not in {*words("labels"), *words("behind")}
    return surface if named and _PLACE.fullmatch(surface) and len(surface) <= 60 else None


def _with_date(text: str, line: DatedLine) -> Dateline | None:
    label = line.label.strip()
    separated = _SEPARATOR.match(line.rest) is not None or not line.rest.strip(" *_.")
    place = _place(label.rstrip("(").strip())
    day = _iso(line.found)
    if place and (separated or _WIRE.match(line.rest)):
        at = line.start + line.label.find(place)
        return Dateline(at, line.found.end, place, day)
    if label.strip("([ ").lower() in {"", "on"}:
        gap = _AFTER_DATE.match(line.rest)
        if gap:
            begin = line.found.end + gap.end()
            behind = _PLACE.match(text, begin, line.end)
            tied = _TIED.match(text, begin, line.end)
            if tied and (place := _place(tied[1])):
                return Dateline(line.found.start, tied.end(1), place, day)
            place = _place(behind.group()) if behind else None
            if behind and place and _AFTER_PLACE.match(text, behind.end(), line.end):
                return Dateline(line.found.start, behind.end(), place, day)
    return None


def _without_year(
    text: str, start: int, end: int, scanner: Scanner, near: str | None
) -> Dateline | None:
    """BEIJING, June 5 (wire) --: the year is the publication's."""
    stop = min(end, start + 80)
    if _DIGIT.search(text, start, stop) is None:
        return None
    found = next(iter(scanner.scan(start, stop)), None)
    if found is None or not isinstance(found.expression, Calendar):
        return None
    said = found.expression
    if said.day is None or said.month is None or not said.open_year:
        return None
    place = _place(text[start : found.start].lstrip("*_# ("))
    if place is None or not _SEPARATOR.match(text, found.end, end):
        return None
    value = None
    if near is not None:
        value = resolve(said, Anchors(dt.date.fromisoformat(near))).value
    at = text.index(place, start)
    return Dateline(at, found.end, place, value)


def _place_only(text: str, start: int, end: int) -> Dateline | None:
    """WASHINGTON – the sentence begins."""
    begin = start + len(text[start:end]) - len(text[start:end].lstrip("*_# ("))
    match = _BARE_DATELINE.match(text, begin, min(end, begin + 60))
    if match is None or end - match.end() < 60:
        return None
    place = match[1].strip(" ,")
    if not place.split(",")[0].isupper() or len(place) < 4 or len(place.split()) > 4:
        return None
    return Dateline(begin, begin + len(place), place, None)
