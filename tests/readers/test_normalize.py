import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from communique.readers.normalize import normalize

PIECES = st.lists(
    st.sampled_from(
        ["\r", "\n", "\r\n", "\u2028", "\x85", "\ufeff", "\u00ad", "&amp;", "&#13;", "e\u0301"]
    )
    | st.text(max_size=5)
    | st.characters(categories=["Cs", "Cc", "Mn"]),
    max_size=20,
).map("".join)


@given(PIECES)
def test_twice_is_once(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(PIECES)
def test_one_newline_and_one_unicode_form(text: str) -> None:
    result = normalize(text)
    assert not set(result) & set("\r\u2028\u2029\x85\x0b\x0c\ufeff\u00ad\0")
    assert unicodedata.is_normalized("NFC", result)
    result.encode("utf-8")


@pytest.mark.parametrize(
    "text",
    [
        "&" + "amp;" * 50_000 + "lt;",
        "&#38;" * 50_000,
        "&" + "#38;" * 50_000,
        "&#1" * 20_000 + "73;" * 20_000,
        "&am" * 20_000 + "&#173;" + "p;" * 20_000,
    ],
)
def test_text_escaped_again_and_again_takes_no_time_to_speak_of(text: str) -> None:
    start = time.process_time()
    result = normalize(text)
    assert time.process_time() - start < 5
    assert normalize(result) == result


def test_references_are_read_however_often_they_were_escaped() -> None:
    assert normalize("A&amp;amp;amp;B &#38;lt;p&amp;gt; &amp;") == "A&B <p> &"


def test_line_ends_become_newlines() -> None:
    assert normalize("a\r\nb\rc\u2028d\x0ce") == "a\nb\nc\nd\ne"


def test_quotes_dashes_and_spaces_stay() -> None:
    text = "“Port\u00a0of Velm” – signed｜署名"
    assert normalize(text) == text


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert normalize("a\ud83d b") == "a\ufffd b"
