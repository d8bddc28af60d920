import unicodedata

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


def test_line_ends_become_newlines() -> None:
    assert normalize("a\r\nb\rc\u2028d\x0ce") == "a\nb\nc\nd\ne"


def test_quotes_dashes_and_spaces_stay() -> None:
    text = "“Port\u00a0of Velm” – signed｜署名"
    assert normalize(text) == text


def test_half_a_surrogate_pair_becomes_a_replacement_character() -> None:
    assert normalize("a\ud83d b") == "a\ufffd b"
