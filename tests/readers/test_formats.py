"""Round trips: a file of each format in, the right releases out."""

from __future__ import annotations

import json
from typing import Any

import pytest

from communique.readers import ReaderOptions, ReadFailure, Release, read

from . import samples
from .samples import FIRST, HEADLINE, SECOND


def load(data: bytes, name: str, **options: Any) -> list[Any]:
    fmt = options.pop("format", None)
    return list(read(data, name=name, format=fmt, options=ReaderOptions(**options)))


def only(data: bytes, name: str, **options: Any) -> Release:
    (release,) = load(data, name, **options)
    assert isinstance(release, Release), release
    return release


def said(release: Release) -> tuple[Any, ...]:
    return (release.publish_date, release.language, release.author, release.rights)


def test_html() -> None:
    release = only(samples.HTML, "a.html")
    assert release.title == HEADLINE
    assert said(release) == (
        "2023-05-03", "en", "Ida Brandt", "https://creativecommons.org/licenses/by/4.0/"
    )  # fmt: skip
    assert release.source.url == "https://velm.example/a/1"


def test_markdown() -> None:
    release = only(samples.MARKDOWN, "a.md")
    assert release.text == (
        f"{HEADLINE}\n\nThe Port of Velm and Trane University signed a memorandum of\n"
        "understanding on Tuesday.\n\n- training of pilots\n- joint research\n\n"
        "Budget | Years\nEUR 4m | five"
    )
    assert release.title == HEADLINE
    assert said(release) == ("2023-05-03", "en", "Ida Brandt, Tom Rask", "CC BY 4.0")
    assert (release.source.format, release.source.url) == ("markdown", "https://velm.example/a/1")


@pytest.mark.parametrize(
    ("front", "day", "warned"),
    [
        ('+++\ntitle = "Accord"\ndate = 2023-05-03T10:00:00Z\n+++\n', "2023-05-03", 0),
        ("---\ntitle: Accord\ndate: 2023-13-77\n---\n", None, 1),
        ("---\ntitle: [Accord\n---\n", None, 1),
        ("---\na: &a [x, x]\nb: &b [*a, *a]\ntitle: *b\n---\n", None, 1),
        ("---\njust a line\n---\n", None, 0),
        ("---\n" + "[" * 5000 + "\n---\n", None, 1),
    ],
)
def test_front_matter(front: str, day: str | None, warned: int) -> None:
    release = only(f"{front}Velm signed.\n".encode(), "a.md")
    assert release.text.endswith("Velm signed.")
    assert (release.publish_date, len(release.warnings)) == (day, warned)


def test_markdown_of_lists_in_lists_quotes_code_and_html() -> None:
    page = (
        "1. one\n   - inner\n2. two\n\n> said\n> so\n\n```\nx = 1\n```\n\n<p>Some <b>HTML</b></p>\n"
    )
    text = only(page.encode(), "a.md").text
    assert text == "1. one\n- inner\n2. two\n\nsaid\nso\n\nx = 1\n\nSome HTML"


def test_json() -> None:
    first, second = load(samples.JSON, "a.json")
    assert (first.text, first.title, first.given_id) == (FIRST, HEADLINE, "7")
    assert said(first) == ("2023-05-03", "en", "I. Brandt", "© Velm")
    assert first.source.url == "https://velm.example/a/1"
    assert (first.source.record, second.source.record) == ("item 1", "item 2")
    assert first.source.format == "json"
    assert (second.text, second.publish_date, second.author) == (SECOND, None, None)


def test_json_of_one_object_and_of_a_list_and_of_lines() -> None:
    assert only(b'{\n "text": "Velm signed."\n}', "a.json").source.record is None
    listed = load(b'[{"text": "Velm."}, 5, {"title": "x"}, {"text": "Trane."}]', "a.json")
    assert [type(found) for found in listed] == [Release, ReadFailure, ReadFailure, Release]
    assert [found.record for found in listed[1:3]] == ["item 2", "item 3"]
    lines = load(b'{"text": "Velm."}\n{"text": "Trane."}\n', "a.json")
    assert [found.source.record for found in lines] == ["line 1", "line 2"]


def test_json_with_fields_and_lists_deep_inside() -> None:
    data = b'{"response": {"docs": [{"fields": {"body": "Velm signed."}, "day": "03.05.2023"}]}}'
    release = only(
        data, "a.json", items_field="response.docs", text_field="fields.body", date_field="day",
        date_format="%d.%m.%Y",
    )  # fmt: skip
    assert (release.text, release.publish_date) == ("Velm signed.", "2023-05-03")


def test_an_item_of_a_list_that_is_too_large_is_passed_over() -> None:
    items = [
        {"text": "Velm."},
        {"text": "x" * 500, "more": ["y" * 90] * 9},
        "z" * 500,
        {"text": "Trane."},
    ]
    found = load(json.dumps(items).encode(), "a.json", max_bytes=400)
    assert [getattr(one, "text", None) for one in found] == ["Velm.", None, None, "Trane."]
    assert found[1].reason == "it is larger than the limit of 400 bytes"


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b'[{"text": "Velm."}, {"text": ', "invalid JSON"),
        (b'{"text": ', "invalid JSON: Expecting value (line 1, column 10)"),
        (b"[]", "the list holds no item"),
        (b"5", "neither an object nor a list"),
        (b"[" * 100_000, "invalid JSON"),
        (b'{"a": ' * 50_000, "invalid JSON"),
        (b'{"title": "x"}', "there is no field 'text' (fields: title)"),
    ],
)
def test_json_that_is_none(data: bytes, reason: str) -> None:
    *_, failure = load(data, "a.json")
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason


def test_ninjs() -> None:
    for release in (only(samples.NINJS, "a.json"), only(samples.NINJS + b"\n", "a.jsonl")):
        assert release.text == f"{HEADLINE}\n\n{FIRST}\n\n- pilots\n- research"
        assert said(release) == ("2023-05-03", "en", "Ida Brandt", "© 2023 Velm Wire")
        assert release.source.url == release.given_id == "http://velm.example/items/1"
        assert release.source.format == "ninjs"


def test_ninjs_of_version_3_and_items_withdrawn() -> None:
    item = (
        b'{"uri": "u:1", "headlines": [{"role": "web", "value": "No"}, {"role": "main", "value": "Yes"}],'
        b'"bodies": [{"role": "caption", "value": "A quay"}, {"role": "main", "contentType":'
        b'"text/html", "value": "<p>Velm</p><p>signed.</p>"}]}'
    )
    assert only(item, "a.ninjs").text == "Yes\n\nVelm\n\nsigned."
    (gone,) = load(item[:-1] + b', "pubStatus": "canceled"}', "a.ninjs")
    assert "withdrew" in gone.reason


def test_csv() -> None:
    first, second = load(samples.CSV, "a.csv")
    assert (first.text, first.title, first.publish_date) == (
        f"{HEADLINE}\n\n{FIRST}", HEADLINE, "2023-05-03"
    )  # fmt: skip
    assert (first.source.record, second.source.record) == ("line 2", "line 5")
    assert (second.title, second.given_id, first.source.format) == ("More, of it", "2", "csv")
    assert '"accord"' in second.text


def test_columns_are_named_by_options_and_parted_by_what_parts_them() -> None:
    data = "Überschrift;Inhalt;Tag\nPakt;Velm, gezeichnet;03.05.2023\n;;\nzu;viele;Zellen;hier\n"
    release, failure = load(
        data.encode("cp1252"), "a.csv", text_field="Inhalt", title_field="Überschrift",
        date_field="Tag", date_format="%d.%m.%Y",
    )  # fmt: skip
    assert (release.text, release.title, release.publish_date) == (
        "Velm, gezeichnet", "Pakt", "2023-05-03"
    )  # fmt: skip
    assert (failure.record, failure.reason) == (
        "line 4", "the row has 4 cells, and the first line names 3 columns"
    )  # fmt: skip
    assert only(b"a^text\n1^Velm signed.\n", "a.csv", delimiter="^").text == "Velm signed."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_tsv_and_encodings(encoding: str) -> None:
    data = "title\ttext\n协议\t沃尔姆市外事办公室与特拉内大学签署合作备忘录，双方表示将加强合作。\n"
    release = only(data.encode(encoding), "a.tsv")
    assert (release.title, release.text[:4]) == ("协议", "沃尔姆市")


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"\n\n", "the file is empty"),
        (b"title,body\na,b\n", "there is no column 'text' (columns: title, body)"),
        (b"title,text\n", "the table has no row"),
        (b"a,text\n1,\n", "the field 'text' holds no text"),
        (b"a,text\n1," + b"x" * 300 + b"\n1,\n", "the field 'text' holds no text"),
        (b"a,text\n" + b"x" * 300, "the table has no row"),
    ],
)
def test_tables_that_hold_no_release(data: bytes, reason: str) -> None:
    *_, failure = load(data, "a.csv", max_bytes=200)
    assert isinstance(failure, ReadFailure)
    assert reason in failure.reason


@pytest.mark.parametrize("name", ["a.rss", "a.xml", "a"])
def test_rss(name: str) -> None:
    first, second = load(samples.RSS, name)
    assert (
        first.text
        == f"{HEADLINE}\n\n{FIRST}\n\nThe accord covers:\n\n- pilots\n- research & exchange"
    )
    assert said(first) == ("2023-05-03", "en", "Ida Brandt", "© Port of Velm")
    assert (first.source.url, first.given_id) == ("https://velm.example/a/1", "velm-1")
    assert (first.source.format, first.source.record) == ("rss", "item 1")
    assert second.text == f"A pier opens & ships come\n\n{SECOND}"
    assert second.source.url == "https://velm.example/a/2"
    assert second.warnings == ("the date of publication is not understood: 'soon'",)


def test_rss_of_version_1_in_rdf() -> None:
    feed = (
        b'<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        b'<channel rdf:about="https://velm.example/"><title>Velm</title></channel>'
        b'<item rdf:about="https://velm.example/a/1"><title>Accord</title>'
        b"<link>https://velm.example/a/1</link><dc:date>2023-05-03T10:00:00Z</dc:date>"
        b"<dc:rights>CC BY</dc:rights><description>Velm signed.</description></item></rdf:RDF>"
    )
    release = only(feed, "a.xml")
    assert (release.text, release.publish_date) == ("Accord\n\nVelm signed.", "2023-05-03")
    assert (release.rights, release.given_id) == ("CC BY", "https://velm.example/a/1")


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = samples.RSS.replace(b"<description>Short.", b"<description>Short &nbsp; &mdash; ")
    assert load(broken, "a.rss")[0].warnings == ()
    cut = samples.RSS[: samples.RSS.index(b"</item>\n<item>") + 40]
    first, *_ = load(cut, "a.rss")
    assert first.text.startswith(HEADLINE)
    assert "the XML is broken and was read as far as it goes" in first.warnings[0]


def test_atom() -> None:
    first, second = load(samples.ATOM, "a.atom")
    assert first.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert said(first) == ("2023-05-03", "en", "Press office", "© Port of Velm")
    assert (first.source.url, first.given_id) == ("https://velm.example/a/1", "urn:velm:1")
    assert (second.text, second.author) == (f"A pier opens\n\n{SECOND}", "Ida Brandt")
    assert (second.source.record, second.publish_date) == ("item 2", "2023-05-02")


@pytest.mark.parametrize("name", ["a.nitf", "a.xml"])
def test_nitf(name: str) -> None:
    release = only(samples.NITF, name)
    assert release.text == (
        f"{HEADLINE}\n\nFive years of training\n\nBy Ida Brandt\nStaff writer\n\n"
        f"VELM, May 3 – {FIRST}\n\n{SECOND}\n\nBudget | EUR 4m"
    )
    assert said(release) == ("2023-05-03", "en", "Ida Brandt", "© 2023 Velm Wire")
    assert (release.source.url, release.given_id) == ("https://velm.example/a/1", "velm.1")


def test_newsml() -> None:
    release, cancelled = load(samples.NEWSML, "a.xml")
    assert release.text == f"{HEADLINE}\n\n{FIRST}\n\n{SECOND}"
    assert said(release) == ("2023-05-03", "en", "Ida Brandt", "© 2023 Velm Wire")
    assert release.source.record == "item urn:newsml:velm.example:20230503:1"
    assert release.source.format == "newsml"
    assert (cancelled.record[-2:], cancelled.reason) == (":3", "its provider cancelled it")


def test_newsml_around_nitf_and_around_plain_text() -> None:
    head = b'<newsItem xmlns="http://iptc.org/std/nar/2006-10-01/" guid="g"><contentSet>'
    nitf = samples.NITF[samples.NITF.index(b"<nitf>") :].replace(
        b"<nitf>", b'<nitf xmlns="http://iptc.org/std/NITF/2006-10-18/">'
    )
    release = only(head + b"<inlineXML>" + nitf + b"</inlineXML></contentSet></newsItem>", "a.xml")
    assert release.text.startswith(f"{HEADLINE}\n\nFive years of training")
    assert (release.title, release.publish_date, release.source.record) == (
        HEADLINE, "2023-05-03", None
    )  # fmt: skip
    plain = head + b"<inlineData>Velm\n\nsigned.</inlineData></contentSet></newsItem>"
    assert only(plain, "a.newsml").text == "Velm\n\nsigned."


def test_xml_of_another_kind() -> None:
    (failure,) = load(b"<?xml version='1.0'?><!-- x --><svg><text>Velm</text></svg>", "a.xml")
    assert failure.reason == "XML of a kind that is not read: its first element is <svg>"


@pytest.mark.parametrize("name", ["a.eml", "a"])
def test_an_e_mail(name: str) -> None:
    release = only(samples.EML, name)
    assert release.text == (
        "The Port of Velm and Trane University signed a memorandum of understanding with "
        "Dr. Ana Kovač.\n\nContact: press office"
    )
    assert release.title == HEADLINE
    assert said(release)[:2] == ("2023-05-03", "en")
    assert release.author == "Port of Velm – Press <press@velm.example>"
    assert (release.source.url, release.given_id) == (
        "https://velm.example/a/1",
        "<1@velm.example>",
    )
    assert release.warnings == ("files that came with the e-mail were not read: a.pdf",)


def test_an_e_mail_of_html_alone() -> None:
    mail = (
        b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html; charset=iso-8859-1\n\n"
        b"<html><head><style>p {}</style></head><body><p>Z\xfcrich<br>signed.</p><p>So did"
        b"&nbsp;Velm.</p></body></html>"
    )
    assert only(mail, "a.eml").text == "Zürich\nsigned.\n\nSo did Velm."


def test_a_message_that_is_sent_on() -> None:
    mail = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n"
    release = only(mail + samples.PLAIN_EML, "a.eml")
    assert release.text.startswith("A pier opens in Velm.")


def test_a_mailbox() -> None:
    first, second = load(samples.MBOX, "a.mbox")
    assert (first.title, first.source.record) == (HEADLINE, "message 1")
    assert (second.title, second.source.record) == ("Pier", "message 2")
    assert second.text == "A pier opens in Velm.\n\nFrom the quay it looks large."
    assert (second.publish_date, second.author) == ("2023-05-02", "Ida Brandt <ida@velm.example>")


def test_files_of_an_e_mail_without_text_are_read() -> None:
    head, _, body = samples.EML.partition(b"--inner\r\n")
    mail = (
        head
        + b"--inner--\r\n"
        + body[body.index(b"--outer\r\n") :]
        .replace(b"a.pdf", b"../a.txt")
        .replace(b"JVBERi0=", b"VmVsbSBzaWduZWQu")
    )
    release = only(mail, "a.eml")
    assert (release.text, release.source.record) == ("Velm signed.", "a.txt")


@pytest.mark.parametrize("name", ["a.pdf", "a"])
def test_pdf(name: str) -> None:
    pytest.importorskip("pypdfium2")
    release = only(samples.PDF, name)
    assert release.text == (
        f"{HEADLINE}\n\nThe Port of Velm and Trane University signed a memorandum of understanding on "
        "Tuesday, with Dr. Ana Kovac, Rector of Trane University, in attendance. It is the third of its "
        "kind between the port and a university, and replaces that of 2015, which had brought sixty "
        "pilots to the school.\n\nThe accord covers the training of pilots.\n\nAbout the Port of Velm\n\nThe port has been run by the city since 1921."
    )
    assert (release.title, release.author, release.publish_date) == (HEADLINE, "Ida Brandt", None)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (samples.pdf([[]]), "no text layer"),
        (samples.pdf([samples.pdf_lines("Velm")], password=True), "cannot be read"),
        (b"%PDF-1.7\nrubbish", "cannot be read"),
    ],
)
def test_pdf_that_cannot_be_read(data: bytes, reason: str) -> None:
    pytest.importorskip("pypdfium2")
    (failure,) = load(data, "a.pdf")
    assert reason in failure.reason


@pytest.mark.parametrize("name", ["a.docx", "a"])
def test_docx(name: str) -> None:
    pytest.importorskip("docx")
    release = only(samples.docx(), name)
    assert release.text == (
        f"{HEADLINE}\n\nThe Port of Velm and Trane University signed a memorandum of understanding.\n\n"
        f"- training of pilots\n- joint research\n\nBudget | EUR 4m\nYears | five\n\n{SECOND}"
    )
    assert release.title == HEADLINE
    assert (release.author, release.language, release.publish_date) == ("Ida Brandt", "en", None)


@pytest.mark.parametrize("name", ["a.warc", "a"])
def test_a_web_archive(name: str) -> None:
    pytest.importorskip("fastwarc")
    page, empty, packed, text = load(samples.WARC, name)
    assert (page.title, page.publish_date, page.source.format) == (HEADLINE, "2023-05-03", "html")
    assert page.source.url == "https://velm.example/a/1"
    assert page.source.record == "record <urn:uuid:00000000-0000-4000-8000-000000000003>"
    assert (empty.record[-2:], empty.stage) == ("6>", "extract")
    assert packed.text == page.text
    assert text.text == samples.TEXT.decode()


@pytest.mark.parametrize(("name", "data"), [("a.zip", samples.ZIP), ("a.tar", samples.TAR)])
@pytest.mark.parametrize("named", [True, False])
def test_archives(name: str, data: bytes, named: bool) -> None:
    page, one, two, text = load(data, name if named else "a")
    assert (page.title, page.source.record, page.source.format) == (HEADLINE, "news/a.html", "html")
    assert (one.source.record, two.source.record) == (
        "news/b.jsonl, line 1",
        "news/b.jsonl, line 2",
    )
    assert (text.source.record, text.source.path) == ("c.txt", name if named else "a")


def test_archives_in_archives() -> None:
    inner = samples.tarred({"b/c.html": samples.HTML})
    outer = samples.zipped(
        {"inner.zip": samples.zipped({"a.tar": inner}), "x.txt": b"Velm signed."}
    )
    first, second = load(samples.tarred({"outer.zip": outer}), "a.tar")
    assert first.source.record == "outer.zip!/inner.zip!/a.tar!/b/c.html"
    assert second.source.record == "outer.zip!/x.txt"


def test_a_format_asked_for_is_that_of_the_files_in_an_archive() -> None:
    data = samples.zipped({"a.dat": b"Velm signed.", "b.html": b"<p>Trane</p>"})
    texts = [release.text for release in load(data, "a.zip", format="text")]
    assert texts == ["Velm signed.", "<p>Trane</p>"]
    (release,) = load(data, "a.zip", format="zip", max_ratio=200)
    assert "none" not in str(release)
