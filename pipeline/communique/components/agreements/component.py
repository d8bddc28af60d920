"""The component ``communique_agreements``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.agreements.assembly import find_agreements
from communique.components.extensions import register_extensions
from communique.components.lexicon_files import lexicon_for_new, use_lexicon


@Language.factory(
    "communique_agreements",
    requires=["doc._.people", "doc._.organizations", "doc._.dates"],
    assigns=["doc._.agreements", "doc._.organizations"],
)
def create_agreements(nlp: Language, name: str) -> AgreementsComponent:
    """Return the component for a pipeline's config."""
    return AgreementsComponent()


class AgreementsComponent:
    """Assigns ``doc._.agreements``; appends places that act as parties to the organizations."""

    def __init__(self) -> None:
        register_extensions()
        self.lexicon = lexicon_for_new()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        use_lexicon(self.lexicon)
        doc._.agreements, doc._.organizations = find_agreements(doc)
        return doc
