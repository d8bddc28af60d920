"""Lines that are a date and nothing else."""

from __future__ import annotations

import re

from communique.components.zones.lexicon import zone_lexicon

#: Longest date line, in characters.
_MAX_CHARACTERS = 120

_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NUMERIC_DATE = re.compile(
    r"(?<!\d)(?:\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?[-/.]\s?\d{1,2}\s?[-/.]\s?\d{2,4}|\d{1,2}:\d\d)(?!\d{3})"
)
_MONTH_AND_NUMBER = re.compile(
    r"(?:\d{1,4}(?:st|nd|rd|th|\.)?\s*(?:of\s+)?[^\W\d_]{3,}|[^\W\d_]{3,}\.?\s*\d{1,4})"
)
_DATE = (
    r"(?:\d{1,2}(?:st|nd|rd|th)?\.?\s+[^\W\d_]{3,}\.?,?\s+\d{4}|[^\W\d_]{3,}\.?\s+\d{1,2}(?:st|nd|rd|th)?,?\s+\d{4}"
    r"|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{2,4})(?!\w)"
)
_FULL_DATE = re.compile(rf"(?:[^\W\d_]+,?\s+)?{_DATE}")
_FULL_DATE_END = re.compile(rf"(?<!\w){_DATE}\W*$")


def holds_date(key: str) -> bool:
    """Say whether a case-folded line begins or ends with a full date."""
    return _FULL_DATE.match(key) is not None or _FULL_DATE_END.search(key) is not None


def is_date_line(key: str) -> bool:
    """Say whether a case-folded line holds a date or a clock time and nothing else of substance."""
    if len(key) > _MAX_CHARACTERS:
        return False
    tokens = _TOKEN.findall(key)
    if not tokens or len(tokens) > 14 or not any(token.isdigit() for token in tokens):
        return False
    lexicon = zone_lexicon()
    words = [token for token in tokens if not token.isdigit()]
    others = " ".join(word for word in words if word not in lexicon.date_words)
    if others and not lexicon.metadata_words.fullmatch(others):
        return False
    if _NUMERIC_DATE.search(key):
        return True
    return any(len(word) > 2 and word in lexicon.date_words for word in words) and (
        _MONTH_AND_NUMBER.search(key) is not None
    )
