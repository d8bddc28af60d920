"""Windows of word pieces, with a vocabulary made up for the test."""

from __future__ import annotations

import spacy
from hypothesis import given
from hypothesis import strategies as st

from communique.components.tagger.windows import WINDOW, WORD, Windows, word_shape

NLP = spacy.blank("en")


class Letters:
    """A tokenizer whose pieces are the letters of a word; a word of digits has none."""

    pad_token_id, cls_token_id, sep_token_id, unk_token_id = 0, 1, 2, 3

    def __call__(self, words: list[str], *, add_special_tokens: bool) -> dict[str, list[list[int]]]:
        assert not add_special_tokens
        return {"input_ids": [[ord(c) for c in w if not c.isdigit()] for w in words]}


WINDOWS = Windows(Letters())


def test_shapes_tell_casing_apart() -> None:
    words = ["port", "Port", "PORT", "iPort", "2024", "J", "%"]
    assert len({word_shape(word) for word in words}) == len(words)


@given(st.lists(st.sampled_from(["Lima", "a", "7", "\n", "  ", "x" * 30]), max_size=300))
def test_windows_hold_every_word_once_in_order(words: list[str]) -> None:
    doc = NLP.make_doc(" ".join(words))
    windows = list(WINDOWS.cut(doc))
    assert [i for w in windows for i in w.words] == [t.i for t in doc if not t.is_space]
    for window in windows:
        assert len(window.pieces) == len(window.shapes) <= WINDOW
        assert (window.pieces[0], window.pieces[-1]) == (1, 2)
        assert len(window.first) == len(window.words)
        for at, i in zip(window.first, window.words, strict=True):
            letters = [ord(c) for c in doc[i].text if not c.isdigit()][:WORD] or [3]
            assert window.pieces[at : at + len(letters)] == letters


def test_a_long_text_is_cut_at_a_line_break() -> None:
    line = "Lima " * 30
    doc = NLP.make_doc(f"{line}\n{line}")
    first, second = WINDOWS.cut(doc)
    assert len(first.words) == len(second.words) == 30
