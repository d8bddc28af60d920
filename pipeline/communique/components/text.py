"""The text of a document, put together once."""

from __future__ import annotations

from typing import cast

from spacy.tokens import Doc

_KEY = "communique_text"


def text_of(doc: Doc) -> str:
    """Return ``doc.text``, which spaCy joins anew from all tokens whenever it is asked.

    It is kept in ``doc.user_data``; a copy that came with another document's data, as
    ``Span.as_doc`` makes one, is told by its length and not used.
    """
    if not len(doc):
        return ""
    last = doc[-1]
    length = last.idx + len(last.text_with_ws)
    kept = cast("str | None", doc.user_data.get(_KEY))
    if kept is None or len(kept) != length:
        kept = doc.user_data[_KEY] = doc.text
    return kept
