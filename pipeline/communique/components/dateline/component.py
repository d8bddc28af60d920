"""The component ``communique_dateline``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.dateline.find import find_publication
from communique.components.extensions import register_extensions
from communique.components.text import text_of


@Language.factory(
    "communique_dateline",
    requires=["doc._.zones", "doc._.given_publish_date"],
    assigns=["doc._.publish_date", "doc._.dateline"],
)
def create_dateline(nlp: Language, name: str) -> DatelineComponent:
    """Return the component for a pipeline's config."""
    return DatelineComponent()


class DatelineComponent:
    """Assigns ``doc._.publish_date`` and ``doc._.dateline``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        found = find_publication(text_of(doc), doc._.zones, doc._.given_publish_date)
        doc._.publish_date = found.date
        doc._.dateline = found.dateline
        return doc
