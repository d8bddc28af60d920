"""The component ``communique_zones``."""

from __future__ import annotations

from bisect import bisect_left

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions
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
        layout = lay_out(doc.text)
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
    tokens = [token for token in doc if not token.is_space]
    offsets = [token.idx for token in tokens]
    starts = {0}
    for offset in sentence_starts(doc.text, layout.paragraphs):
        place = bisect_left(offsets, offset)
        if 0 < place < len(offsets) and offsets[place] == offset:
            starts.add(tokens[place].i)
    for token in doc:
        token.is_sent_start = token.i in starts
