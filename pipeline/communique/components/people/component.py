"""The component ``communique_people``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions


@Language.factory("communique_people", assigns=["doc._.people"])
def create_people(nlp: Language, name: str) -> PeopleComponent:
    """Return the component for a pipeline's config."""
    return PeopleComponent()


class PeopleComponent:
    """Assigns ``doc._.people``."""

    def __init__(self) -> None:
        register_extensions()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        return doc
