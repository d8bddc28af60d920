"""Companies in quotes beside their legal form: `JSC "Orlina"`, `"Orlina Trade" LLP`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc

from communique.components.lexicon_files import lexical, read_entries
from communique.components.organizations.boundaries import TokenRange
from communique.components.text import text_of, words_of

#: The marks that close a quotation, and what opens it.
_CLOSING = {'"': '"', "”": "“", "»": "«"}


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


def over_closing_quote(doc: Doc, start: int, end: int) -> TokenRange:
    """Return a name with the mark that closes the quotation in it: SJSC "Harbour Lines | "."""
    words = words_of(doc)[start : end + 1]
    if len(words) <= end - start or words[-1] not in _CLOSING:
        return start, end
    inside = words[:-1]
    opened = inside.count(_CLOSING[words[-1]])
    open_end = opened % 2 == 1 if words[-1] == '"' else opened > inside.count(words[-1])
    return (start, end + 1) if open_end and inside[0] != _CLOSING[words[-1]] else (start, end)
