"""The component ``communique_agreements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_agreements", assigns=["doc._.agreements"])
def create_agreements(nlp: Language, name: str) -> AgreementsComponent:
    """Return the component for a pipeline's config."""
    return AgreementsComponent()


class AgreementsComponent:
    """Assigns ``doc._.agreements``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
