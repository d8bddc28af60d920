"""Sentences as ranges of tokens."""

import spacy
from spacy.tokens import Doc

from communique.components.sentence_ranges import Sentences, sentence_ranges, sentences_around


def _doc(*sentences: str) -> Doc:
    words = [sentence.split() for sentence in sentences]
    return Doc(
        spacy.blank("en").vocab,
        words=[word for sentence in words for word in sentence],
        sent_starts=[at == 0 for sentence in words for at in range(len(sentence))],
    )


def test_sentences_are_those_of_the_document() -> None:
    doc = _doc("The port opened .", "Ships came .", "It rained .")
    assert list(sentence_ranges(doc)) == [(s.start, s.end) for s in doc.sents]


def test_only_sentences_with_the_tokens_are_told() -> None:
    doc = _doc("The port opened .", "Ships came .", "It rained again .")
    assert list(sentences_around(doc, [0, 3, 7])) == [(0, 4, [0, 3]), (7, 11, [7])]
    assert list(sentences_around(doc, [10])) == [(7, 11, [10])]
    assert not list(sentences_around(doc, []))


def test_without_boundaries_there_are_no_sentences() -> None:
    doc = Doc(spacy.blank("en").vocab, words=["The", "port", "opened"])
    assert not list(sentences_around(doc, [1]))


def test_each_token_has_its_sentence() -> None:
    doc = _doc("The port opened .", "Ships came .", "It rained .")
    sentences = Sentences(doc)
    assert [sentences.around(t.i) for t in doc] == [(t.sent.start, t.sent.end) for t in doc]
    bare = Doc(doc.vocab, words=["The", "port", "opened"])
    assert Sentences(bare).around(1) == (0, 3)
