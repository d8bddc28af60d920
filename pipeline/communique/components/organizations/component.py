"""The component ``communique_organizations``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_organizations", assigns=["doc._.organizations"])
def create_organizations(nlp: Language, name: str) -> OrganizationsComponent:
    """Return the component for a pipeline's config."""
    return OrganizationsComponent()


class OrganizationsComponent:
    """Assigns ``doc._.organizations``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
