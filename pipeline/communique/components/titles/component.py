"""The component ``communique_titles``."""

from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions
from communique.components.lexicon_files import lexicon_for_new, use_lexicon
from communique.components.text import text_of
from communique.components.titles.attachment import Attacher
from communique.components.titles.bodies import BodyResolver
from communique.components.titles.learned import learned_heads
from communique.components.titles.lexicon import is_rank_in_letters, singular
from communique.components.titles.merging import Claim, merge
from communique.components.titles.phrases import read_phrases
from communique.components.titles.provenance import title_reasons
from communique.components.titles.reading import read_units
from communique.components.titles.stream import Stream
from communique.components.titles.types import Title


@Language.factory(
    "communique_titles",
    requires=["doc._.people", "doc._.organizations"],
    assigns=["doc._.titles"],
)
def create_titles(nlp: Language, name: str) -> TitlesComponent:
    """Return the component for a pipeline's config."""
    return TitlesComponent()


class TitlesComponent:
    """Assigns ``doc._.titles``: every office, job or rank that the text gives a person."""

    def __init__(self) -> None:
        register_extensions()
        self.lexicon = lexicon_for_new()

    def __call__(self, doc: Doc) -> Doc:
        """Analyse one document."""
        use_lexicon(self.lexicon)
        doc._.titles = tuple(self.find(doc)) if doc._.people else ()
        return doc

    def find(self, doc: Doc) -> list[Title]:
        """Return the titles of the people of ``doc``, in order of the text."""
        units = read_units(doc)
        stream = Stream(units)
        stream.learn(learned_heads(doc, units, stream.heads))
        phrases = read_phrases(stream)
        if not phrases:
            return []
        holdings = Attacher(stream, phrases).attach()
        organizations = {body.id: body for body in doc._.organizations}
        claims = []
        for holding, bodies in zip(
            holdings, BodyResolver(doc, units).resolve(holdings), strict=True
        ):
            text = " ".join(text_of(doc)[holding.start : holding.end].split())
            if holding.rule == "list":
                text = singular(text)
            head = holding.phrase.head
            for body in bodies:
                title = Title(
                    holding.start,
                    holding.end,
                    text,
                    holding.person,
                    body.ref,
                    body.name,
                    holding.when,
                    body.source,
                    reasons=title_reasons(holding, body, units, organizations),
                )
                claims.append(
                    Claim(title, head.stands_for or head.words, body.explicit, holding.rule)
                )
        return [title for title in merge(claims) if not is_rank_in_letters(title.title)]
