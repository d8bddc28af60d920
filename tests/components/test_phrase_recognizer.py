"""The recognizer of phrases beside the one of names."""

from __future__ import annotations

from collections.abc import Callable

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Span
from spacy.training import Example

from communique.components.extensions import PHRASES_KEY

TEXT = "Mayor Ana Reyes signed the pact with Lima ."


def example(nlp: Language, *, phrases: bool) -> Example:
    reference = nlp.make_doc(TEXT)
    reference.ents = [Span(reference, 1, 3, "PERSON"), Span(reference, 7, 8, "LOC")]
    if phrases:
        reference.spans[PHRASES_KEY] = [
            Span(reference, 0, 1, "TITLE"),
            Span(reference, 5, 8, "AGREEMENT"),
        ]
    return Example(nlp.make_doc(TEXT), reference)


@pytest.fixture(scope="module")
def examples() -> Callable[[Language], list[Example]]:
    return lambda nlp: [example(nlp, phrases=True), example(nlp, phrases=False)]


@pytest.fixture(scope="module", params=["after", "before"])
def nlp(request: pytest.FixtureRequest, examples: Callable[[Language], list[Example]]) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("ner")
    nlp.add_pipe("communique_phrases", **{request.param: "ner"})
    nlp.initialize(lambda: examples(nlp))
    for _ in range(40):
        nlp.update(examples(nlp))
    return nlp


def test_names_and_phrases_may_overlap(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(e.text, e.label_) for e in doc.ents] == [("Ana Reyes", "PERSON"), ("Lima", "LOC")]
    assert [(s.text, s.label_) for s in doc.spans[PHRASES_KEY]] == [
        ("Mayor", "TITLE"),
        ("pact with Lima", "AGREEMENT"),
    ]


def test_score_counts_only_what_is_annotated(
    nlp: Language, examples: Callable[[Language], list[Example]]
) -> None:
    scores = nlp.evaluate(examples(nlp))
    assert (scores["phrases_p"], scores["phrases_r"], scores["phrases_f"]) == (1.0, 1.0, 1.0)
    wrong = example(nlp, phrases=True)
    wrong.reference.spans[PHRASES_KEY] = []
    scores = nlp.evaluate([wrong])
    assert scores["phrases_f"] == 0.0


def test_names_are_untouched_where_only_phrases_run(nlp: Language) -> None:
    doc = nlp.make_doc(TEXT)
    doc.ents = [Span(doc, 0, 3, "PERSON")]
    doc = nlp.get_pipe("communique_phrases")(doc)
    assert [e.text for e in doc.ents] == ["Mayor Ana Reyes"]
    assert [s.text for s in doc.spans[PHRASES_KEY]] == ["Mayor", "pact with Lima"]
