"""Passages in other languages: by script, and by the small words of a paragraph."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.zones.lexicon import zone_lexicon
from communique.components.zones.paragraphs import Paragraph

_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LETTER = re.compile(r"[^\W\d_]")
_LATIN = re.compile(r"[A-Za-zªºÀ-ɏḀ-ỿ]")
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_WORD = re.compile(r"[^\W\d_]+")
#: The same in a text of ASCII, in half the time.
_ASCII_WORD = re.compile(r"[A-Za-z]+")

#: An ideograph says as much as this many letters.
_IDEOGRAPH_WEIGHT = 2
#: How many times the Latin letters another script must outweigh.
_OTHER_SCRIPT = 3
#: Fewest small words, fewest different ones, and their least share, before a language is believed.
_HITS, _DIFFERENT, _SHARE = 5, 4, 0.18
#: A share of English small words from which no other language is tried.
_ENGLISH_SHARE = 0.25
#: How many words of a paragraph are counted.
_WINDOW = 400


def foreign_language(text: str) -> str | None:
    """Return the language of a passage that is not English: an ISO 639-1 code, ``und`` for another
    script, None for English and for what is too short or too mixed to tell.
    """  # noqa: D205 - one sentence
    beyond = "" if text.isascii() else "".join(_BEYOND_ASCII.findall(text))
    other = len(_LETTER.findall(beyond)) - len(_LATIN.findall(beyond))
    if other > 1:
        weight = other + (_IDEOGRAPH_WEIGHT - 1) * len(_IDEOGRAPH.findall(text))
        if weight > _OTHER_SCRIPT * (len(_LETTER.findall(text)) - other):
            return "und"
    folded = text.casefold()
    words = (_ASCII_WORD if folded.isascii() else _WORD).findall(folded)[:_WINDOW]
    if len(words) < _HITS:
        return None
    lists = zone_lexicon().function_words
    english = sum(map(lists["en"].__contains__, words))
    if english >= _ENGLISH_SHARE * len(words):
        return None
    counts: dict[str, tuple[int, int]] = {}
    for code, known in lists.items():
        hits = list(filter(known.__contains__, words)) if code != "en" else []
        counts[code] = (len(hits), len(set(hits)))
    best = max(counts, key=lambda code: counts[code])
    hits_of, different = counts[best]
    believed = (
        hits_of >= max(_HITS, _SHARE * len(words))
        and different >= _DIFFERENT
        and hits_of > 2 * english
    )
    return best if believed else None


def foreign_passages(paragraphs: Sequence[Paragraph]) -> dict[int, str]:
    """Return the language of every paragraph that is not English, by its place.

    A short line without small words of English between two foreign paragraphs belongs to them.
    """
    found = {
        i: code
        for i, paragraph in enumerate(paragraphs)
        if (code := foreign_language(paragraph.plain)) is not None
    }
    english = zone_lexicon().function_words["en"]
    for i, paragraph in enumerate(paragraphs):
        before, after = found.get(i - 1), found.get(i + 1)
        if i in found or before is None or before != after or before == "und":
            continue
        if paragraph.words <= 15 and english.isdisjoint(_WORD.findall(paragraph.key)):
            found[i] = before
    return found
