"""The convolutional recogniser: what it learns, remembers and leaves alone."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, Span
from spacy.training import Example
from thinc.api import fix_random_seed

from communique.components.extensions import PHRASES_KEY
from communique.components.recognizer.component import WordRecognizer, score_recognizer

TEXT = "Mayor Ana Reyes signed the pact with Lima .\n\nReyes left ."


def example(nlp: Language, *, phrases: bool) -> Example:
    reference = nlp.make_doc(TEXT)
    reference.ents = [
        Span(reference, 1, 3, "PERSON"),
        Span(reference, 7, 8, "LOC"),
        Span(reference, 10, 11, "PERSON"),
    ]
    if phrases:
        reference.spans[PHRASES_KEY] = [
            Span(reference, 0, 1, "TITLE"),
            Span(reference, 5, 8, "AGREEMENT"),
        ]
    return Example(nlp.make_doc(TEXT), reference)


def examples(nlp: Language) -> list[Example]:
    return [example(nlp, phrases=True), example(nlp, phrases=False)]


@pytest.fixture(scope="module")
def nlp() -> Language:
    fix_random_seed(0)
    nlp = spacy.blank("en")
    nlp.add_pipe("communique_recognizer", name="ner")
    nlp.initialize(lambda: examples(nlp))
    for _ in range(40):
        nlp.update(examples(nlp))
    return nlp


def test_names_and_phrases_may_overlap(nlp: Language) -> None:
    doc = nlp(TEXT)
    assert [(e.text, e.label_) for e in doc.ents] == [
        ("Ana Reyes", "PERSON"),
        ("Lima", "LOC"),
        ("Reyes", "PERSON"),
    ]
    assert [(s.text, s.label_) for s in doc.spans[PHRASES_KEY]] == [
        ("Mayor", "TITLE"),
        ("pact with Lima", "AGREEMENT"),
    ]


def test_what_a_reference_does_not_mark_is_not_counted(nlp: Language) -> None:
    scores = nlp.evaluate(examples(nlp))
    assert (scores["ents_f"], scores["phrases_f"]) == (1.0, 1.0)
    wrong = example(nlp, phrases=True)
    wrong.reference.spans[PHRASES_KEY] = []
    assert nlp.evaluate([wrong])["phrases_f"] == 0.0
    bare = Example(nlp(TEXT), nlp.make_doc(TEXT))
    assert score_recognizer([bare])["ents_p"] == 0.0


def test_empty_documents_and_white_space(nlp: Language) -> None:
    for text in ("", "\n\n", " "):
        doc = nlp(text)
        assert not doc.ents
        assert not doc.spans[PHRASES_KEY]
    assert nlp.update([Example(nlp.make_doc(""), nlp.make_doc(""))]) == {"ner": 0.0}


def test_a_saved_recogniser_says_the_same(nlp: Language, tmp_path: Path) -> None:
    nlp.to_disk(tmp_path)
    loaded = spacy.load(tmp_path)
    recogniser, again = nlp.get_pipe("ner"), loaded.get_pipe("ner")
    assert isinstance(recogniser, WordRecognizer)
    assert isinstance(again, WordRecognizer)
    (before,), (after,) = (
        recogniser.predict([nlp.make_doc(TEXT)]),
        again.predict([loaded.make_doc(TEXT)]),
    )
    np.testing.assert_array_equal(before, after)


def test_scores_do_not_depend_on_the_batch_or_on_what_was_read_before(nlp: Language) -> None:
    recogniser = nlp.get_pipe("ner")
    assert isinstance(recogniser, WordRecognizer)
    texts = [TEXT, "Somebody else came to Quito with Ben Okonjo .", "Lima", TEXT * 30]
    alone = [recogniser.predict([nlp.make_doc(text)])[0].copy() for text in texts]
    together = recogniser.predict([nlp.make_doc(text) for text in reversed(texts)])[::-1]
    for one, other in zip(alone, together, strict=True):
        np.testing.assert_array_equal(one, other)


def test_what_stands_elsewhere_in_a_document_counts(nlp: Language) -> None:
    recogniser = nlp.get_pipe("ner")
    assert isinstance(recogniser, WordRecognizer)
    far = " . " + "and so on " * 20 + ". "
    words = ["Reyes", *far.split(), "Mayor", "Ana", "REYES", "signed"]
    other = [*words[:-2], "Okonjo", "signed"]
    rows = [recogniser.predict([Doc(nlp.vocab, words=w)])[0][0] for w in (words, other)]
    assert not np.array_equal(rows[0], rows[1])


_DIGEST = """
import hashlib, communique
nlp = communique.load()
recogniser = nlp.get_pipe("ner")
text = open("seeds/000_682c2127c4cd4d34.txt", encoding="utf-8").read()
scores = recogniser.predict([nlp.make_doc(text * n) for n in (1, 3)])
print(hashlib.sha256(b"".join(rows.tobytes() for rows in scores)).hexdigest())
"""


def test_scores_do_not_depend_on_the_number_of_threads(repository: Path) -> None:
    def digest(threads: str) -> str:
        variables = dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS"), threads)
        return subprocess.run(
            [sys.executable, "-c", _DIGEST],
            env={**os.environ, **variables},
            cwd=repository,
            capture_output=True,
            text=True,
            check=True,
        ).stdout

    assert digest("1") == digest("3")
