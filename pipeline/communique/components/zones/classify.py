"""What each paragraph is, and the zones that cover the text."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from communique.components.zones.headlines import mark_headlines
from communique.components.zones.language import foreign_passages
from communique.components.zones.lexicon import zone_lexicon
from communique.components.zones.metadata import find_issuer, is_issued_by, is_metadata
from communique.components.zones.page_parts import (
    has_reach,
    is_boilerplate,
    is_contact_heading,
    menus,
)
from communique.components.zones.paragraphs import Paragraph, split_paragraphs
from communique.components.zones.types import Zone, ZoneKind

#: Longest heading, in words.
_HEADING_WORDS = 10


@dataclass(frozen=True)
class Layout:
    """A text's paragraphs and zones, the issuing office, and the languages left out."""

    paragraphs: tuple[Paragraph, ...]
    zones: tuple[Zone, ...]
    issuer: tuple[int, int] | None
    foreign: dict[str, int]


def lay_out(text: str) -> Layout:
    """Part a text into zones that cover it in order and without gaps.

    White space belongs to the zone before it (at the beginning, to the first). Neighbours of one
    kind are one zone, except that each headline line is a zone of its own. ``foreign`` counts the
    characters of each language that is left out.
    """
    paragraphs = split_paragraphs(text)
    languages = foreign_passages(paragraphs)
    kinds = _kinds(paragraphs, languages)
    told = [
        p
        for p, kind in zip(paragraphs, kinds, strict=True)
        if kind == "metadata" or is_issued_by(p)
    ]
    foreign: dict[str, int] = {}
    for i, code in languages.items():
        if kinds[i] == "foreign":
            foreign[code] = foreign.get(code, 0) + len(paragraphs[i].text)
    return Layout(
        tuple(paragraphs),
        _zones(len(text), paragraphs, kinds),
        find_issuer(text, told),
        foreign,
    )


def _zones(
    length: int, paragraphs: Sequence[Paragraph], kinds: Sequence[ZoneKind]
) -> tuple[Zone, ...]:
    if not paragraphs:
        return (Zone(0, length, "body"),) if length else ()
    starts = [0, *(paragraph.start for paragraph in paragraphs[1:]), length]
    zones: list[Zone] = []
    for start, end, kind in zip(starts, starts[1:], kinds, strict=False):
        if zones and zones[-1].kind == kind and kind != "headline":
            zones[-1] = Zone(zones[-1].start, end, kind)
        else:
            zones.append(Zone(start, end, kind))
    return tuple(zones)


def _kinds(paragraphs: Sequence[Paragraph], languages: dict[int, str]) -> list[ZoneKind]:
    """Return the kind of each paragraph; what nothing speaks against is body."""
    kinds: list[ZoneKind | None] = [None] * len(paragraphs)
    for i in menus(paragraphs).difference(languages):
        kinds[i] = "boilerplate"
    prose = [
        i for i, p in enumerate(paragraphs) if p.prose and kinds[i] is None and i not in languages
    ]
    first_prose, last_prose = (prose[0], prose[-1]) if prose else (len(paragraphs), -1)
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] is not None:
            continue
        if is_metadata(paragraph, in_head=i < first_prose, in_tail=i > last_prose):
            kinds[i] = "metadata"
        elif is_boilerplate(paragraph):
            kinds[i] = "boilerplate"
        elif i in languages:
            kinds[i] = "foreign"
    mark_headlines(paragraphs, kinds, first_prose)
    _mark_sections(paragraphs, kinds)
    return [kind or "body" for kind in kinds]


def _mark_sections(paragraphs: Sequence[Paragraph], kinds: list[ZoneKind | None]) -> None:
    """Mark contacts and self-descriptions: their headings and what stands under them."""
    section: ZoneKind | None = None
    for i, paragraph in enumerate(paragraphs):
        if kinds[i] is not None:
            section = None if kinds[i] == "headline" else section
            continue
        opened = _opens(paragraph)
        if opened is not None:
            section = opened
        elif section == "contact":
            if paragraph.prose and not has_reach(paragraph):
                section = None
        elif section is not None and _is_heading(paragraph):
            section = None
        kinds[i] = section


def _opens(paragraph: Paragraph) -> ZoneKind | None:
    """Return the kind of section that a paragraph opens, None when it opens none."""
    lexicon = zone_lexicon()
    key = paragraph.key
    if is_contact_heading(paragraph):
        return "contact"
    if paragraph.words <= _HEADING_WORDS and lexicon.about.fullmatch(key) and not key.endswith("."):
        return "about"
    heading, colon, _ = key.partition(":")
    if colon and heading.startswith("about ") and heading.count(" ") < _HEADING_WORDS:
        return "about"
    return None


def _is_heading(paragraph: Paragraph) -> bool:
    return (
        paragraph.blank_before
        and 0 < paragraph.words <= _HEADING_WORDS
        and not paragraph.bullet
        and (not paragraph.terminal or paragraph.plain.endswith((":", "：")))
    )
