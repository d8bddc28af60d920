"""Companies in quotes beside their legal form: `JSC "Orlina"`, `"Orlina Trade" LLP`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import TokenRange
from communique.components.text import text_of


def quoted_ranges(doc: Doc) -> Iterator[TokenRange]:
    """Yield the names in quotes with the legal form before or behind them, quotes included."""
    for found in _pattern().finditer(text_of(doc)):
        if found["before"] or found["behind"]:
            span = doc.char_span(*found.span(), alignment_mode="contract")
            if span is not None and len(span):
                yield span.start, span.end


@lexical
def _pattern() -> re.Pattern[str]:
    listed = sorted(read_entries("organizations/quoted_forms.txt"), key=len, reverse=True)
    forms = "|".join(map(re.escape, listed))
    firsts = "".join(sorted({re.escape(form[0]) for form in listed}))
    return re.compile(
        rf"(?=[\"“«„{firsts}])"  # most places are passed over at once
        rf"(?P<before>\b(?:{forms})\s)?[\"“«„](?P<name>[^\W\d_a-z][^\"“”«»„\n]{{1,40}})[\"”»“]"
        rf"(?P<behind>\s(?:{forms})(?!\w))?"
    )
