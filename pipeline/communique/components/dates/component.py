"""The component ``communique_dates``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_dates", assigns=["doc._.dates"])
def create_dates(nlp: Language, name: str) -> DatesComponent:
    """Return the component for a pipeline's config."""
    return DatesComponent()


class DatesComponent:
    """Assigns ``doc._.dates``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
