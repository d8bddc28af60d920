"""The text and the words of a document, kept with it."""

import spacy
from spacy.tokens import Doc

from communique.components.text import keep_text, surface, text_of, words_of

VOCAB = spacy.blank("en").vocab


def _doc(words: list[str], user_data: dict[str, object] | None = None) -> Doc:
    return Doc(VOCAB, words=words, user_data=user_data or {})


def test_text_and_words_are_the_documents() -> None:
    doc = _doc(["The", "Orme", "Port", "\n", "opened", "."])
    assert (text_of(doc), words_of(doc)) == (doc.text, [token.text for token in doc])
    assert words_of(doc) is words_of(doc)
    assert surface(doc, 1, 3) == doc[1:3].text == "Orme Port"


def test_a_text_that_is_known_is_not_made_again() -> None:
    doc = _doc(["Orme", "Port"])
    text = keep_text(doc, "Orme Port ")
    assert text_of(doc) is text


def test_the_data_of_another_document_is_not_used() -> None:
    doc = _doc(["The", "Orme", "Port", "opened"])
    words_of(doc)
    shorter, other = _doc(["The", "Orme"], doc.user_data), _doc(["A"] * 4, doc.user_data)
    assert (text_of(shorter), words_of(shorter)) == ("The Orme ", ["The", "Orme"])
    assert (text_of(other), words_of(other)) == ("A A A A ", ["A"] * 4)


def test_an_empty_document_has_no_words() -> None:
    doc = _doc([])
    assert (text_of(doc), words_of(doc)) == ("", [])
