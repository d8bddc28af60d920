"""The component ``communique_phrases``: the learned spans TITLE and AGREEMENT.

It is spaCy's recognizer of named entities over a second layer of spans, which may overlap with the
names: it reads and writes ``doc.spans["communique_phrases"]`` where its parent reads and writes
``doc.ents``, and shares the vectors of words with the recogniser of names.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from spacy.language import Language
from spacy.pipeline.ner import DEFAULT_NER_MODEL, EntityRecognizer
from spacy.tokens import Doc, Span
from spacy.training import Example
from spacy.util import filter_spans
from thinc.api import Model

from communique.components.extensions import PHRASES_KEY, register_extensions


class PhraseRecognizer(EntityRecognizer):
    """Recognizes spans of one layer, whatever the entities of the document are."""

    def predict(self, docs: Iterable[Doc]) -> Any:  # noqa: ANN401  (spaCy's parser states)
        """Predict as if the documents had no entities: preset ones would bar other spans."""
        batch = list(docs)
        names = [list(doc.ents) for doc in batch]
        for doc in batch:
            doc.set_ents([], default="missing")
        try:
            return super().predict(batch)
        finally:
            for doc, ents in zip(batch, names, strict=True):
                _put_back(doc, ents)

    def set_annotations(self, docs: Iterable[Doc], states: Any) -> None:  # noqa: ANN401
        """Write the spans to ``doc.spans``; the entities stay as they were."""
        for doc, state in zip(docs, states, strict=True):
            names = list(doc.ents)
            doc.set_ents([], default="missing")
            super().set_annotations([doc], [state])
            doc.spans[PHRASES_KEY] = list(doc.ents)
            _put_back(doc, names)

    def update(self, examples: Iterable[Example], **kwargs: Any) -> Any:  # noqa: ANN401
        """Learn from the spans of the references; one without the group says nothing."""
        return super().update([as_entities(example) for example in examples], **kwargs)

    def initialize(self, get_examples: Any, **kwargs: Any) -> None:  # noqa: ANN401
        """Initialize from the spans of the references."""

        def converted() -> Iterator[Example]:
            for example in get_examples():
                yield as_entities(example)

        super().initialize(converted, **kwargs)


def _put_back(doc: Doc, names: list[Span]) -> None:
    doc.set_ents(names, default="outside" if names else "missing")


def as_entities(example: Example) -> Example:
    """Return the example with the phrases of its reference as entities.

    Every word of a reference without phrases counts as unannotated, not as outside.
    """
    reference = example.reference.copy()
    if PHRASES_KEY in reference.spans:
        spans = [Span(reference, s.start, s.end, s.label_) for s in reference.spans[PHRASES_KEY]]
        reference.set_ents(filter_spans(spans), default="outside")
    else:
        reference.set_ents([], default="missing")
    return Example(example.predicted, reference)


def score_phrases(examples: Iterable[Example], **_: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return precision, recall and F1 of exact spans over the examples that mark any."""
    right = found = gold = 0
    for example in examples:
        if PHRASES_KEY not in example.reference.spans:
            continue
        expected = {
            (s.start_char, s.end_char, s.label_) for s in example.reference.spans[PHRASES_KEY]
        }
        group = example.predicted.spans.get(PHRASES_KEY, ())
        predicted = {(s.start_char, s.end_char, s.label_) for s in group}
        right += len(expected & predicted)
        found += len(predicted)
        gold += len(expected)
    return {
        "phrases_p": right / found if found else 0.0,
        "phrases_r": right / gold if gold else 0.0,
        "phrases_f": 2 * right / (found + gold) if found + gold else 0.0,
    }


@Language.factory(
    "communique_phrases",
    assigns=["doc.spans"],
    default_config={"moves": None, "model": DEFAULT_NER_MODEL},
    default_score_weights={"phrases_f": 1.0, "phrases_p": 0.0, "phrases_r": 0.0},
)
def create_phrases(
    nlp: Language,
    name: str,
    model: Model[list[Doc], list[Any]],
    moves: Any,  # noqa: ANN401
) -> PhraseRecognizer:
    """Return a recognizer of phrases; trained like spaCy's ``ner``."""
    register_extensions()
    return PhraseRecognizer(nlp.vocab, model, name, moves, scorer=score_phrases)
