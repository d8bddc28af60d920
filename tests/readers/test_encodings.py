import codecs

import pytest

from communique.readers.encodings import decode
from communique.readers.failure import ReadError

ENGLISH = "The Rector of Zürich’s Tallow Institute – Dr Ána Kovač – signed an accord “today”. " * 3
FRENCH = "Le traité a été signé à Genève par le préfet délégué, à l’hôtel de ville. C’était « historique »."
CHINESE = "沃尔姆市外事办公室与特拉内大学签署合作备忘录。Port of Velm signed a memorandum in 2024.\n双方表示将加强合作。"
TRADITIONAL = "沃爾姆市政府與特拉內大學簽署合作備忘錄,雙方表示將加強合作,推動教育發展。Velm 2024"
RUSSIAN = "Министр иностранных дел подписал соглашение о сотрудничестве с университетом города."


@pytest.mark.parametrize(
    ("text", "encoding", "found"),
    [
        (ENGLISH, "utf-8", "utf-8"),
        (ENGLISH, "utf-8-sig", "utf-8-sig"),
        (ENGLISH, "utf-16", "utf-16"),
        (ENGLISH, "utf-16-le", "utf-16-le"),
        (ENGLISH, "utf-16-be", "utf-16-be"),
        (ENGLISH, "utf-32", "utf-32"),
        (CHINESE, "utf-8", "utf-8"),
        (CHINESE, "utf-16-le", "utf-16-le"),
        (CHINESE, "utf-16-be", "utf-16-be"),
        (CHINESE, "gb18030", "gb18030"),
        (CHINESE, "gb2312", "gb18030"),
        (TRADITIONAL, "big5", "big5hkscs"),
        (TRADITIONAL, "gb18030", "gb18030"),
        (ENGLISH.replace("č", "c"), "cp1252", "cp1252"),
        (FRENCH, "cp1252", "cp1252"),
        ("MÜNCHEN: ÄÖÜ signed with the Straße group.", "cp1252", "cp1252"),
    ],
)
def test_the_encoding_is_found(text: str, encoding: str, found: str) -> None:
    decoded = decode(text.encode(encoding))
    assert (decoded.text, decoded.encoding) == (text, found)
    assert decoded.warnings == ()


def test_english_with_quotes_of_gb18030() -> None:
    text = "The port signed the “Blue Harbour” accord with the university — in May."
    assert decode(text.encode("gb18030")).text == text


def test_a_byte_order_mark_decides_over_what_follows() -> None:
    data = codecs.BOM_UTF16_BE + "Velm".encode("utf-16-be")
    assert decode(data).text == "Velm"


def test_an_html_page_declares_its_charset() -> None:
    page = f'<html><head><meta charset="windows-1251"></head><body>{RUSSIAN}</body></html>'
    decoded = decode(page.encode("cp1251"))
    assert (decoded.text, decoded.encoding) == (page, "cp1251")


def test_a_wrong_declaration_gives_way_to_valid_utf8() -> None:
    page = '<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>Kovač</p>'
    assert decode(page.encode("utf-8")).encoding == "utf-8"


def test_another_script_is_left_to_the_detector() -> None:
    assert decode(RUSSIAN.encode("cp1251")).text == RUSSIAN


def test_utf8_with_a_broken_character_is_read_with_a_warning() -> None:
    data = (CHINESE * 3).encode("utf-8")[:-1]
    decoded = decode(data)
    assert decoded.text.startswith("沃尔姆市外事办公室")
    assert decoded.warnings == ("1 characters could not be decoded from utf-8",)


def test_an_odd_byte_at_the_end_of_utf16_is_read_with_a_warning() -> None:
    decoded = decode("Velm signed.".encode("utf-16") + b"\x41")
    assert decoded.text == "Velm signed.\ufffd"
    assert len(decoded.warnings) == 1


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3 some words", "a PDF file"),
        (b"PK\x03\x04\x14\x00 word/document.xml", "ZIP"),
        (b"\x89PNG\r\n\x1a\n\x00\x00", "PNG"),
        (b"{\\rtf1\\ansi Velm}", "RTF"),
        (bytes(range(256)) * 4, "NUL"),
        (b"\x01\x02\x03\x04\x05\x06\x07 words words words", "control"),
    ],
)
def test_binary_input_is_refused_and_named(data: bytes, what: str) -> None:
    with pytest.raises(ReadError, match=what) as caught:
        decode(data)
    assert caught.value.stage == "decode"


def test_an_encoding_asked_for_is_held_to() -> None:
    assert decode(RUSSIAN.encode("koi8-r"), encoding="koi8-r").text == RUSSIAN
    with pytest.raises(ReadError, match="not in utf-8: byte 0"):
        decode(RUSSIAN.encode("koi8-r"), encoding="utf-8")
