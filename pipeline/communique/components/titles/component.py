"""The component ``communique_titles``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_titles", assigns=["doc._.titles"])
def create_titles(nlp: Language, name: str) -> TitlesComponent:
    """Return the component for a pipeline's config."""
    return TitlesComponent()


class TitlesComponent:
    """Assigns ``doc._.titles``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
