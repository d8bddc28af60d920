"""The component ``communique_aliases``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_aliases", assigns=["doc._.people"])
def create_aliases(nlp: Language, name: str) -> AliasesComponent:
    """Return the component for a pipeline's config."""
    return AliasesComponent()


class AliasesComponent:
    """Assigns ``doc._.people``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
