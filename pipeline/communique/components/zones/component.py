"""The component ``communique_zones``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_zones", assigns=["doc._.zones"])
def create_zones(nlp: Language, name: str) -> ZonesComponent:
    """Return the component for a pipeline's config."""
    return ZonesComponent()


class ZonesComponent:
    """Assigns ``doc._.zones``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
