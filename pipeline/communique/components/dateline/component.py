"""The component ``communique_dateline``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_dateline", assigns=["doc._.publish_date"])
def create_dateline(nlp: Language, name: str) -> DatelineComponent:
    """Return the component for a pipeline's config."""
    return DatelineComponent()


class DatelineComponent:
    """Assigns ``doc._.publish_date``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
