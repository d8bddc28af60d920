"""Files made to harm: read to a failure, or to nothing worse than what they hold."""

from __future__ import annotations

import bz2
import gzip
import io
import lzma
import socket
import stat
import sys
import tarfile
import time
import zipfile
from pathlib import Path
from typing import Any

import pytest
import trafilatura  # noqa: F401  (it subclasses what the fixture below takes away)

from communique.readers import ReaderOptions, ReadFailure, Release, pdf, read

from . import samples


def load(data: bytes, name: str, **options: Any) -> list[Any]:
    return list(read(data, name=name, options=ReaderOptions(**options)))


def failure(data: bytes, name: str, **options: Any) -> ReadFailure:
    (found,) = load(data, name, **options)
    assert isinstance(found, ReadFailure), found
    return found


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a reader asked for the network")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)


ITEM = b"<rss version='2.0'><channel><item><title>Velm</title><description>%s</description></item></channel></rss>"


@pytest.mark.parametrize("kind", ["SYSTEM", 'PUBLIC "x"'])
def test_an_external_entity_is_not_read(tmp_path: Path, kind: str) -> None:
    secret = tmp_path / "secret"
    secret.write_text("the secret")
    head = f'<!DOCTYPE rss [<!ENTITY x {kind} "{secret.as_uri()}">]>'.encode()
    found = failure(head + ITEM % b"Velm &x; signed.", "a.rss")
    assert found.reason == "the XML declares entities of its own, which are not read"


def test_entities_in_entities() -> None:
    entities = b"".join(b'<!ENTITY e%d "%s">' % (i, b"&e%d;" % (i - 1) * 10) for i in range(1, 12))
    head = b'<!DOCTYPE rss [<!ENTITY e0 "lol">' + entities + b"]>"
    for place in (ITEM % b"&e11;", (ITEM % b"x").replace(b"<item>", b"<item a='&e11;'>")):
        start = time.monotonic()
        assert failure(head + place, "a.rss").stage == "parse"
        assert time.monotonic() - start < 5


def test_an_external_dtd_is_not_fetched(tmp_path: Path) -> None:
    dtd = tmp_path / "nitf.dtd"
    dtd.write_text('<!ENTITY who "the secret">')
    data = samples.NITF.replace(
        b"http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd", dtd.as_uri().encode()
    ).replace(b"</p>", b" &who;</p>", 1)
    (release,) = load(data, "a.nitf")
    assert "the secret" not in release.text


@pytest.mark.parametrize("name", ["a.rss", "a.newsml", "a.nitf", "a.xml"])
def test_xml_nested_deep(name: str) -> None:
    root = {"a.newsml": b"newsItem", "a.nitf": b"nitf"}.get(name, b"rss")
    data = b"<" + root + b">" + b"<item>" * 200_000
    assert "bounds" in failure(data, name).reason


@pytest.mark.parametrize("name", ["a.html", "a.eml", "a.md"])
def test_markup_nested_deep(name: str) -> None:
    head = b"From: a@b.example\nContent-Type: text/html\n\n" if name == "a.eml" else b""
    for data in (b"<div>" * 100_000, b"<b>x" * 50_000, b"<ul><li>x" * 20_000, b"> " * 50_000):
        (found,) = load(head + data + b"Velm signed an accord.", name)
        assert isinstance(found, Release | ReadFailure)


BOMB = b"velm " * 10_000_000


@pytest.mark.parametrize("pack", [gzip.compress, bz2.compress, lzma.compress])
def test_what_unpacks_to_much_more_is_stopped(pack: Any) -> None:
    data = pack(b" " * 50_000_000)
    found = failure(data, "a.csv", max_bytes=1_000_000)
    assert found.reason in {
        "it unpacks to more than 200 times its size",
        "the line is longer than the limit of 1,000,000 characters",
    }
    found = failure(data, "a.warc", max_bytes=1_000_000, max_ratio=10)
    assert found.reason == "it unpacks to more than 10 times its size"


def test_archives_of_bombs(tmp_path: Path) -> None:
    bomb = samples.zipped({"a.txt": BOMB})
    found = load(
        samples.zipped({"b.zip": bomb, "c.txt": b"Velm signed."}), "a.zip", max_bytes=1_000_000
    )
    assert [type(one) for one in found] == [ReadFailure, ReadFailure]  # the meter is the input's
    assert found[0].record == "b.zip!/a.txt"
    assert "unpacks to more than" in found[0].reason


def test_the_sum_of_what_is_unpacked_is_bounded() -> None:
    data = samples.zipped({f"{i}.txt": b"Velm signed. " * 1000 for i in range(100)})
    found = load(data, "a.zip", max_unpacked_bytes=200_000, max_ratio=10_000)
    assert isinstance(found[0], Release)
    assert "it unpacks to more than the limit of 200,000 bytes" in found[-1].reason


def test_boxes_in_boxes_end() -> None:
    data = b"Velm signed."
    for _ in range(12):
        data = samples.zipped({"a.zip" if data.startswith(b"PK") else "a.txt": data})
    assert "more than 5 archives" in failure(data, "a.zip").reason
    data = samples.TEXT
    for _ in range(12):
        data = gzip.compress(data)
    assert "packed more than 5 times" in failure(data, "a.txt").reason


def test_an_archive_that_holds_itself() -> None:
    """What a quine does: each layer has another in it, without an end."""
    data = samples.tarred({"a.tar": b""})
    for _ in range(30):
        data = samples.tarred({"a.tar": data})
    assert "more than 5 archives" in failure(data, "a.tar").reason


@pytest.mark.parametrize(
    "name", ["../a.txt", "/etc/a.txt", "b/../../a.txt", "..\\a.txt", "C:\\a.txt"]
)
def test_names_that_lead_out_of_an_archive(name: str) -> None:
    for archive, data in (
        ("x.zip", samples.zipped({name: b"Velm", "good.txt": b"Trane signed."})),
        ("x.tar", samples.tarred({name: b"Velm", "good.txt": b"Trane signed."})),
    ):
        bad, good = load(data, archive)
        assert bad.reason == "its name leads out of the archive, and it was not read"
        assert (bad.record, good.text) == (name, "Trane signed.")


def test_links_and_devices_in_archives(tmp_path: Path) -> None:
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for kind in (tarfile.SYMTYPE, tarfile.LNKTYPE, tarfile.CHRTYPE, tarfile.FIFOTYPE):
            info = tarfile.TarInfo("a.txt")
            info.type, info.linkname = kind, "/etc/hostname"
            archive.addfile(info)
    reasons = [found.reason for found in load(out.getvalue(), "a.tar")]
    assert (
        reasons == ["it is a link, and links are not followed"] * 2 + ["it is no regular file"] * 2
    )

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as zipped:
        link = zipfile.ZipInfo("a.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        zipped.writestr(link, "/etc/hostname")
    assert failure(out.getvalue(), "a.zip").reason == "it is a link, and links are not followed"


def test_an_encrypted_file_and_a_damaged_one_do_not_end_an_archive() -> None:
    data = bytearray(samples.zipped({"a.txt": b"Velm signed. " * 50, "b.txt": b"Trane signed."}))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    data[6] |= 1
    bad, good = load(bytes(data), "a.zip")
    assert (bad.reason, good.text) == ("it is encrypted", "Trane signed.")
    data = bytearray(samples.zipped({"a.txt": b"Velm signed. " * 50, "b.txt": b"Trane signed."}))
    data[40:44] = b"\xff\xff\xff\xff"
    bad, good = load(bytes(data), "a.zip")
    assert (bad.record, good.text) == ("a.txt", "Trane signed.")
    assert "damaged" in bad.reason


def test_hidden_files_and_other_kinds_are_passed_over() -> None:
    files = {".a.txt": b"x", "__MACOSX/b.txt": b"x", "c.exe": b"MZ", "d/.git/e.txt": b"x"}
    for name, data in (("a.zip", samples.zipped(files)), ("a.tar", samples.tarred(files))):
        assert failure(data, name).reason == "none of its 4 files is of a kind that is read"
    assert failure(samples.zipped({}), "a.zip").reason == "the archive is empty"


def test_a_word_file_that_is_a_bomb() -> None:
    pytest.importorskip("docx")
    with zipfile.ZipFile(io.BytesIO(samples.docx())) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    parts["word/document.xml"] = parts["word/document.xml"].replace(b"<w:body>", b"<w:body>" + BOMB)
    assert "unpacks to more than 400 times" in failure(samples.zipped(parts), "a.docx").reason
    parts["word/document.xml"] = b"<!DOCTYPE a [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><a>&x;</a>"
    assert failure(samples.zipped(parts), "a.docx").stage in {"parse", "extract"}


def test_a_web_archive_with_an_answer_that_is_a_bomb() -> None:
    pytest.importorskip("fastwarc")
    bomb = samples.http(gzip.compress(BOMB), more="Content-Encoding: gzip\r\n")
    data = samples.warc_record("response", bomb) + samples.warc_record(
        "response", samples.http(samples.HTML), number=2
    )
    bad, good = load(data, "a.warc", max_bytes=1_000_000)
    assert bad.reason == "it is larger than the limit of 1,000,000 bytes"
    assert good.title == samples.HEADLINE


def test_a_pdf_that_takes_too_long_or_crashes_its_reader(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("pypdfium2")
    program = tmp_path / "program.py"
    monkeypatch.setattr(pdf, "_PROGRAM", program)
    program.write_text("import time; time.sleep(60)")
    monkeypatch.setattr(pdf, "_GRACE", 0)
    assert failure(samples.PDF, "a.pdf", max_seconds=1).reason == (
        "the PDF takes more than 1 seconds to read"
    )
    program.write_text("import os; os.abort()")
    assert failure(samples.PDF, "a.pdf").reason == "the PDF made its reader crash (SIGABRT)"
    program.write_text("import sys; sys.exit('no memory')")
    assert failure(samples.PDF, "a.pdf").reason == "the PDF cannot be read: no memory"


def test_an_e_mail_of_parts_in_parts() -> None:
    mail = b"From: a@b.example\n"
    for depth in range(60):
        mail += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (depth, depth)
    assert "parts in parts" in failure(mail + b"\nVelm", "a.eml").reason


@pytest.mark.parametrize(
    "head",
    [
        b"<!---->" * 500,
        b"<?xml" + b" " * 20_000 + b"?>",
        b"<?xml version='1.0'" + b" \n" * 20_000,
        b"<!DOCTYPE a [" * 300,
        b"<?a?>" * 700,
        b"From a" + b" 1234" * 100_000 + b"\n",
        b"---\n" * 50_000,
        b"-" * 100_000,
        b"{" * 100_000,
        b'{"a":' * 50_000,
        b"a:" * 50_000,
    ],
)
@pytest.mark.parametrize(
    "name", ["a", "a.txt", "a.xml", "a.rss", "a.mbox", "a.eml", "a.md", "a.csv"]
)
def test_beginnings_that_are_looked_at_for_long(head: bytes, name: str) -> None:
    start = time.process_time()
    for data in (head, head + b"<rss><item>&nbsp;<title>Velm</title></item></rss>"):
        assert load(data, name)
    assert time.process_time() - start < 5


@pytest.mark.parametrize("place", ['content="Ida', "<title>", '"name": "', "<p>The Port", 'lang="'])
@pytest.mark.parametrize("piece", ["<", "a, ", "(", " - ", "&", "/", "A b "])
def test_values_of_a_page_without_an_end(place: str, piece: str) -> None:
    data = (
        '<script type="application/ld+json">{"author": {"@type": "Person", "name": "Ida"}}</script>'
    )
    page = samples.HTML.decode().replace("</head>", f"{data}</head>")
    assert place in page
    start = time.process_time()
    (found,) = load(page.replace(place, place + piece * 20_000, 1).encode(), "a.html")
    assert isinstance(found, Release | ReadFailure)
    assert time.process_time() - start < 10


@pytest.mark.parametrize("field", ["Subject", "From", "Date", "Content-Type", "Message-ID"])
@pytest.mark.parametrize("piece", ["=?utf-8?q?", "<", "(", "a;", '"', "=?utf-8?q?a?= "])
def test_fields_of_an_e_mail_without_an_end(field: str, piece: str) -> None:
    mail = f"MIME-Version: 1.0\n{field}: {piece * 100_000}\n\nVelm signed.\n".encode()
    start = time.process_time()
    (found,) = load(mail, "a.eml")
    assert isinstance(found, Release | ReadFailure)
    assert time.process_time() - start < 5


@pytest.mark.parametrize(
    ("name", "extra", "missing"),
    [
        ("a.pdf", "pdf", "pypdfium2"),
        ("a.docx", "docx", "docx"),
        ("a.warc", "warc", "fastwarc"),
        ("a.html.zst", "zstd", "zstandard"),
    ],
)
def test_a_missing_library_names_its_extra(
    name: str, extra: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = samples.every_format()[name]
    monkeypatch.setitem(sys.modules, missing, None)
    found = failure(data, name)
    assert found.stage == "open"
    assert f"pip install 'communique[{extra}]'" in found.reason
