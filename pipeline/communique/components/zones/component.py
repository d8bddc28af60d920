"""The component ``communique_zones``."""

from __future__ import annotations

from typing import cast

import numpy as np
from spacy.language import Language
from spacy.tokens import Doc
from thinc.types import Ints2d

from communique.components.extensions import register_extensions
from communique.components.text import text_of
from communique.components.zones.classify import Layout, lay_out
from communique.components.zones.sentences import sentence_starts


@Language.factory(
    "communique_zones",
    assigns=["doc._.zones", "doc._.issuer", "token.is_sent_start"],
    default_config={"set_sentences": True, "warn_from": 200},
)
def create_zones(
    nlp: Language, name: str, *, set_sentences: bool, warn_from: int
) -> ZonesComponent:
    """Return the component for a pipeline's config.

    ``set_sentences``: assign sentence boundaries (never where a parser has already done so).
    ``warn_from``: how many characters in other languages are left out before a warning says so.
    """
    return ZonesComponent(set_sentences=set_sentences, warn_from=warn_from)


class ZonesComponent:
    """Assigns ``doc._.zones``, ``doc._.issuer`` and ``token.is_sent_start``."""

    def __init__(self, *, set_sentences: bool = True, warn_from: int = 200) -> None:
        register_extensions()
        self.set_sentences = set_sentences
        self.warn_from = warn_from

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        layout = lay_out(text_of(doc))
        doc._.zones = layout.zones
        doc._.issuer = layout.issuer
        left_out = sum(layout.foreign.values())
        if left_out >= self.warn_from:
            codes = ", ".join(sorted(layout.foreign))
            warning = f"{left_out} characters in other languages ({codes}) were not analysed"
            doc._.warnings = (*doc._.warnings, warning)
        if self.set_sentences and not doc.has_annotation("DEP"):
            _set_sentences(doc, layout)
        return doc


def _set_sentences(doc: Doc, layout: Layout) -> None:
    """Begin a sentence at each offset where a token begins.

    White space between two sentences belongs to the one before it, at the beginning to the first.
    """
    if not len(doc):
        return
    table = doc.to_array(["IDX", "IS_SPACE"]).astype(np.int64)
    places = np.flatnonzero(table[:, 1] == 0)
    offsets = table[places, 0]
    wanted = np.fromiter(sentence_starts(text_of(doc), layout.paragraphs), dtype=np.int64)
    at = np.searchsorted(offsets, wanted)  # both are in order
    at, wanted = at[at < len(offsets)], wanted[at < len(offsets)]
    starts = places[at[offsets[at] == wanted]]
    marks = np.full(len(doc), -1, dtype=np.int64)
    # white space at the beginning belongs to the first sentence
    marks[starts[starts != places[0]] if places.size else starts] = 1
    marks[0] = 1
    doc.from_array(["SENT_START"], cast("Ints2d", marks.astype(np.uint64).reshape(-1, 1)))
