"""From tags of words to spans of a document."""

from __future__ import annotations

import numpy as np
import spacy
from spacy.tokens import Doc

from communique.components.tagger.decode import decode
from communique.components.tagger.tags import LAYERS, NAMES, Scores

NLP = spacy.blank("en")


def scores(*tags: str) -> tuple[Scores, ...]:
    made = [np.full((len(tags), len(layer)), -9.0, dtype=np.float32) for layer in LAYERS]
    for row, tag in enumerate(tags):
        made[0][row, NAMES.tags.index(tag)] = 0
        made[1][row, 0] = 0
    return tuple(made)


def texts(doc: Doc, *tags: str) -> list[tuple[str, str]]:
    words = [token.i for token in doc if not token.is_space]
    return [(doc[s:e].text, label) for s, e, label in decode(doc, [(words, scores(*tags))])]


def test_a_body_tagged_as_two_is_one() -> None:
    doc = NLP("Lowfield Relations Board met Lima Quito")
    tags = ("B-ORG", "I-ORG", "B-ORG", "O", "B-LOC", "B-LOC")
    assert texts(doc, *tags) == [
        ("Lowfield Relations Board", "ORG"),
        ("Lima", "LOC"),
        ("Quito", "LOC"),
    ]


def test_names_of_two_lines_are_two_and_none_goes_on_behind_an_empty_line() -> None:
    doc = NLP("Ana Reyes\nBen Okonjo\n\nLima")
    tags = ("B-PERSON", "I-PERSON", "B-PERSON", "I-PERSON", "I-PERSON")
    assert texts(doc, *tags) == [
        ("Ana Reyes", "PERSON"),
        ("Ben Okonjo", "PERSON"),
        ("Lima", "PERSON"),
    ]


def test_runs_without_words_hold_nothing() -> None:
    assert decode(NLP(""), [([], scores())]) == []
