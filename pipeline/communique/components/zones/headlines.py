"""Headlines: the title, the titles under it, and what stands among them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.zones.abbreviations import ends_in_abbreviation
from communique.components.zones.date_lines import holds_date
from communique.components.zones.lexicon import zone_lexicon
from communique.components.zones.metadata import is_kind_of_release
from communique.components.zones.page_parts import is_contact_heading
from communique.components.zones.paragraphs import Paragraph
from communique.components.zones.types import ZoneKind

#: Longest headline and longest letterhead, in words.
_HEADLINE_WORDS = 45
_LETTERHEAD_WORDS = 10
#: Fewest words of a second headline: a shorter line may be the place or the body that speaks.
_SUBTITLE_WORDS = 4
#: Longest line that a date in it makes a dateline instead of a headline, in words.
_DATELINE_WORDS = 12

_TWO_SENTENCES = re.compile(r"[^\W\d_]{4}[.!?][\"”’]?\s+[A-Z]")


def mark_headlines(
    paragraphs: Sequence[Paragraph], kinds: list[ZoneKind | None], first_prose: int
) -> None:
    """Mark the title and the lines of titles under it among the paragraphs without a kind.

    Short lines above "PRESS RELEASE" are a letterhead where a title follows it; place and date
    standing alone are no title.
    """
    candidates = [i for i, kind in enumerate(kinds) if kind is None]
    if len(candidates) < 2:
        return
    title = _below_letterhead(paragraphs, kinds, candidates, first_prose)
    if title is None:
        title = candidates[0]
        followed = kinds[title + 1] if title + 1 < len(kinds) else None
        if not _is_headline(paragraphs[title], certain=followed == "metadata"):
            return
    kinds[title] = "headline"
    if first_prose == len(paragraphs):
        return
    in_contacts = False
    for i in candidates[candidates.index(title) + 1 :]:
        paragraph = paragraphs[i]
        if i >= first_prose:
            break
        in_contacts = is_contact_heading(paragraph) or (in_contacts and not paragraph.blank_before)
        if in_contacts:
            continue
        if paragraph.bullet or paragraph.plain.endswith((":", "：", ",")):
            break
        if zone_lexicon().about.fullmatch(paragraph.key):
            break
        if _is_subtitle(paragraph):
            kinds[i] = "headline"


def _below_letterhead(
    paragraphs: Sequence[Paragraph],
    kinds: Sequence[ZoneKind | None],
    candidates: Sequence[int],
    first_prose: int,
) -> int | None:
    """Return the place of the title that stands under a letterhead and the kind of release."""
    for i in range(candidates[0] + 1, first_prose):
        if kinds[i] == "metadata" and is_kind_of_release(paragraphs[i]):
            above = [paragraphs[j] for j in candidates if j < i]
            if all(paragraph.words <= _LETTERHEAD_WORDS for paragraph in above):
                return next(
                    (j for j in candidates if i < j < first_prose and _is_subtitle(paragraphs[j])),
                    None,
                )
    return None


def _is_subtitle(paragraph: Paragraph) -> bool:
    if paragraph.words < _SUBTITLE_WORDS or not _is_headline(paragraph, certain=False):
        return False
    return paragraph.words > _DATELINE_WORDS or not holds_date(paragraph.key)


def _is_headline(paragraph: Paragraph, *, certain: bool) -> bool:
    if not paragraph.plain or paragraph.words > _HEADLINE_WORDS or paragraph.bullet:
        return False
    if certain:
        return True
    if _TWO_SENTENCES.search(paragraph.plain):
        return False
    if not paragraph.terminal:
        return True
    if paragraph.plain.endswith((":", ";", "：", "；")):
        return False
    if paragraph.plain.endswith(("...", "…", "!", "?")):
        return paragraph.words <= 25
    return ends_in_abbreviation(paragraph.plain)
