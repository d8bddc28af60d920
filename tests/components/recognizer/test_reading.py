"""The fast computation of the network against thinc's own."""

from __future__ import annotations

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc
from spacy.training import Example
from thinc.api import Config, fix_random_seed

from communique.components.recognizer.component import DEFAULT_MODEL, WordRecognizer
from communique.components.recognizer.reading import Reading

TEXT = "Mayor Ana Reyes signed the pact with Lima .\n\nReyes left . "


def recognizer(nlp: Language) -> WordRecognizer:
    component = nlp.get_pipe("ner")
    assert isinstance(component, WordRecognizer)
    return component


def made(**encoder: object) -> Language:
    fix_random_seed(1)
    model = Config(DEFAULT_MODEL).copy()
    if encoder:
        width = model["tok2vec"]["width"]
        model["tok2vec"] = {
            "@architectures": "spacy.Tok2Vec.v2",
            "embed": {
                "@architectures": "spacy.MultiHashEmbed.v2",
                "width": width,
                "attrs": ["NORM"],
                "rows": [500],
                "include_static_vectors": False,
            },
            "encode": {"width": width, **encoder},
        }
    nlp = spacy.blank("en")
    nlp.add_pipe("communique_recognizer", name="ner", config={"model": model})
    nlp.initialize(lambda: [Example(nlp.make_doc(TEXT), nlp.make_doc(TEXT))])
    return nlp


def learn(nlp: Language) -> None:
    reference = nlp.make_doc(TEXT)
    reference.ents = [spacy.tokens.Span(reference, 1, 3, "PERSON")]
    nlp.update([Example(nlp.make_doc(TEXT), reference)])


def same(nlp: Language, doc: Doc) -> bool:
    reading = Reading.of(recognizer(nlp).model)
    assert reading is not None
    (expected,) = recognizer(nlp).model.predict([doc])
    assert np.ptp(expected) > 0
    return bool(np.allclose(reading.scores(doc), expected, atol=1e-4))


@pytest.mark.parametrize("times", [1, 4, 60, 130])
def test_it_is_what_thinc_computes_whatever_the_length(times: int) -> None:
    nlp = made()
    assert same(nlp, nlp.make_doc(TEXT * times))


def test_it_knows_that_the_weights_have_changed() -> None:
    nlp = made()
    doc = nlp.make_doc(TEXT)
    before = recognizer(nlp).predict([doc])[0]
    for _ in range(3):
        learn(nlp)
    after = recognizer(nlp).predict([doc])[0]
    assert not np.allclose(before, after, atol=1e-3)
    assert np.allclose(after, recognizer(nlp).model.predict([doc])[0], atol=1e-4)


def test_it_follows_a_model_that_is_loaded_later() -> None:
    nlp, other = made(), made()
    doc = nlp.make_doc(TEXT)
    recognizer(nlp).predict([doc])
    learn(other)
    recognizer(nlp).from_bytes(recognizer(other).to_bytes())
    assert same(nlp, doc)


@pytest.mark.parametrize(
    "encoder",
    [
        {"@architectures": "spacy.MishWindowEncoder.v2", "window_size": 1, "depth": 2},
        {
            "@architectures": "spacy.MaxoutWindowEncoder.v2",
            "window_size": 2,
            "depth": 2,
            "maxout_pieces": 2,
        },
    ],
)
def test_other_encoders_are_left_to_thinc(encoder: dict[str, object]) -> None:
    nlp = made(**encoder)
    assert Reading.of(recognizer(nlp).model) is None
    doc = nlp.make_doc(TEXT)
    scores = recognizer(nlp).predict([doc])[0]
    assert np.array_equal(scores, recognizer(nlp).model.predict([doc])[0])
