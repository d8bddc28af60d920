"""Names that a user's lexicon lists, where they stand in a document."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical
from communique.components.text import text_of


@lexical
def _pattern(names: frozenset[str]) -> re.Pattern[str]:
    """Match the names as whole words, the longest first, whatever white space parts their words."""
    ordered = sorted(names, key=lambda name: (-len(name), name))
    forms = (r"\s+".join(re.escape(word) for word in name.split()) for name in ordered)
    return re.compile(rf"(?<!\w)(?:{'|'.join(forms)})(?!\w)")


def listed_ranges(doc: Doc, names: frozenset[str]) -> Iterator[tuple[int, int]]:
    """Yield the token ranges at which one of the names stands, case and all."""
    if not names:
        return
    for found in _pattern(names).finditer(text_of(doc)):
        span = doc.char_span(*found.span())
        if span is not None:
            yield span.start, span.end
