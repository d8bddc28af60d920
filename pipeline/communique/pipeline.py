"""The spaCy pipeline: a recogniser of names and the components that read what stands around them."""

from __future__ import annotations

from pathlib import Path

import spacy
from spacy.language import Language
from spacy.tokens import Doc

from communique.components.extensions import register_extensions
from communique.components.lexicon_files import UserLexicon, making_with
from communique.components.text import keep_text
from communique.components.user_lexicon import SHAPES as LEXICON_SHAPES
from communique.components.user_lexicon import LexiconError, read_lexicon
from communique.components.zones.unwrapping import unwrap
from communique.readers.release import Release

__all__ = [
    "LEXICON_SHAPES",
    "LexiconError",
    "UserLexicon",
    "default_model_path",
    "lexicon_of",
    "load",
    "make_doc",
    "read_lexicon",
]

#: The components in the order in which they read a document, after the recogniser of names.
COMPONENTS = (
    "communique_zones",
    "communique_dateline",
    "communique_dates",
    "communique_people",
    "communique_organizations",
    "communique_aliases",
    "communique_titles",
    "communique_agreements",
)

#: The model that is loaded when none is named.
DEFAULT_MODEL = "en_communique_sm"


def default_model_path() -> Path:
    """Return the folder of the embedded model: in the installed package, or in the repository.

    Raises ``FileNotFoundError`` when neither holds it.
    """
    package = Path(__file__).parent
    for models in (package / "models", package.parents[1] / "models"):
        if (models / DEFAULT_MODEL / "config.cfg").exists():
            return models / DEFAULT_MODEL
    raise FileNotFoundError(f"the embedded model {DEFAULT_MODEL} is not installed")


def load(
    model: str | Path | None = None, *, lexicon: str | Path | UserLexicon | None = None
) -> Language:
    """Load a pipeline that makes records.

    ``model`` is a folder or an installed spaCy package, the embedded default when None. Components
    of this project that the pipeline lacks are added at its end, so that any spaCy pipeline with a
    recogniser of names (``en_core_web_trf``, say) can stand in; its labels PERSON, ORG, GPE, LOC,
    FAC and NORP are read as they are. A parser, tagger or lemmatizer in it is not needed.

    ``lexicon`` is a folder of files that add to the lexicon, or what ``read_lexicon`` made of one.
    It stays with the pipeline's components, also in other processes, but is not saved with them.
    Pipelines of several lexicons can be used by turns, not in several threads at a time.

    Raises ``OSError`` when there is no such model, ``LexiconError`` when a line of the lexicon is
    not as it must be.
    """
    if isinstance(lexicon, str | Path):
        lexicon = read_lexicon(lexicon)
    with making_with(lexicon):
        nlp = spacy.load(default_model_path() if model is None else model)
        for name in COMPONENTS:
            if name not in nlp.pipe_names:
                nlp.add_pipe(name)
    return nlp


def lexicon_of(nlp: Language) -> UserLexicon | None:
    """Return the user's lexicon that a pipeline was loaded with, None where there is none."""
    lexicons = (getattr(component, "lexicon", None) for _, component in nlp.pipeline)
    return next((lexicon for lexicon in lexicons if isinstance(lexicon, UserLexicon)), None)


def make_doc(nlp: Language, release: Release) -> Doc:
    """Return the release as a ``Doc`` with what its container says of it, ready for ``nlp.pipe``.

    Line ends that only wrap a long line are spaces in it; ``doc._.offsets`` says where its
    characters stand in the release.
    """
    register_extensions()
    text, offsets = unwrap(release.text)
    doc = nlp.make_doc(text)
    keep_text(doc, text)
    doc._.offsets = offsets
    doc._.release_title = release.title
    doc._.given_publish_date = release.publish_date
    return doc
