"""Files as they come in, made up: one of every format, in the shape that real ones have."""

from __future__ import annotations

import bz2
import gzip
import io
import json
import lzma
import tarfile
import zipfile
import zlib
from collections.abc import Sequence

HEADLINE = "Port of Velm and Trane University sign accord"
FIRST = (
    "The Port of Velm and Trane University signed a memorandum of understanding on Tuesday, with "
    "Dr. Ana Kovač, Rector of Trane University, in attendance."
)
SECOND = "The accord covers the training of pilots and joint research over five years."

HTML = f"""<!DOCTYPE html>
<html lang="en-GB"><head><meta charset="utf-8"><title>{HEADLINE} | Port of Velm</title>
<meta property="article:published_time" content="2023-05-03T22:00:00+02:00">
<meta name="author" content="Ida Brandt"><link rel="canonical" href="https://velm.example/a/1">
<link rel="license" href="https://creativecommons.org/licenses/by/4.0/"></head>
<body><nav><a href="/">Home</a></nav><main><h1>{HEADLINE}</h1>
<p>{FIRST}</p><p>{SECOND}</p>
<p>The Port of Velm is the third largest port of the region and has been run by the city since 1921.
It employs four thousand people.</p></main><footer>Imprint</footer></body></html>
""".encode()

TEXT = f"{HEADLINE}\n3 May 2023\n\n{FIRST}\n\n{SECOND}\n".encode()

MARKDOWN = f"""---
title: {HEADLINE}
date: 2023-05-03 09:00:00 +0200
author:
  - Ida Brandt
  - {{name: Tom Rask}}
lang: en-GB
license: CC BY 4.0
canonical_url: https://velm.example/a/1
tags: [port, training]
---

# {HEADLINE}

The **Port of Velm** and [Trane University](https://trane.example) signed a memorandum of
understanding on *Tuesday*.

- training of pilots
- joint research

| Budget | Years |
|--------|-------|
| EUR 4m | five  |
""".encode()

JSONL = json.dumps({"text": f"{HEADLINE}\n\n{FIRST}", "title": HEADLINE}).encode() + b"\n"

JSON = json.dumps(
    {
        "status": "ok",
        "articles": [
            {"text": FIRST, "title": HEADLINE, "date": "2023-05-03T10:00:00Z", "author": "I. Brandt",
             "url": "https://velm.example/a/1", "language": "en", "id": 7, "rights": "© Velm"},
            {"text": SECOND, "title": "More"},
        ],
    },
    indent=2,
    ensure_ascii=False,
).encode()  # fmt: skip

NINJS = json.dumps(
    {
        "uri": "http://velm.example/items/1", "type": "text", "language": "en",
        "versioncreated": "2023-05-03T10:00:00Z", "byline": "Ida Brandt",
        "copyrightnotice": "© 2023 Velm Wire", "headline": HEADLINE,
        "body_html": f"<p>{FIRST}</p><ul><li>pilots</li><li>research</li></ul>",
    }
).encode()  # fmt: skip

CSV = (
    "id,title,text,date\r\n"
    f'1,{HEADLINE},"{HEADLINE}\n\n{FIRST}",2023-05-03\r\n'
    f'2,"More, of it","{SECOND.replace("accord", chr(34) * 2 + "accord" + chr(34) * 2)}",\r\n'
).encode()

RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Port of Velm: news</title><link>https://velm.example/</link>
<description>News</description><language>en-us</language><copyright>© Port of Velm</copyright>
<atom:link href="https://velm.example/feed" rel="self" type="application/rss+xml"/>
<image><url>https://velm.example/logo.png</url><title>Port of Velm</title></image>
<item><title>{HEADLINE}</title><link>https://velm.example/a/1</link>
<guid isPermaLink="false">velm-1</guid><pubDate>Wed, 03 May 2023 23:30:00 -0500</pubDate>
<dc:creator><![CDATA[Ida Brandt]]></dc:creator><description>Short.</description>
<content:encoded><![CDATA[<p>{FIRST}</p>
<p>The accord covers:</p><ul><li>pilots</li><li>research &amp; exchange</li></ul>]]></content:encoded>
</item>
<item><title>A pier opens &amp; ships come</title><guid>https://velm.example/a/2</guid>
<pubDate>soon</pubDate><description>&lt;p&gt;{SECOND}&lt;/p&gt;</description></item>
</channel></rss>
""".encode()

ATOM = f"""<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><title>Velm</title>
<id>urn:uuid:60a76c80-d399-11d9-b93c-0003939e0af6</id><updated>2023-05-04T08:00:00Z</updated>
<author><name>Press office</name></author><rights>© Port of Velm</rights>
<entry><title type="html">Port of Velm &lt;b&gt;and&lt;/b&gt; Trane University sign accord</title>
<link rel="alternate" href="https://velm.example/a/1"/><link rel="edit" href="https://x.example/"/>
<id>urn:velm:1</id><published>2023-05-03T22:00:00-05:00</published><updated>2023-05-04T08:00:00Z</updated>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>{FIRST}</p><p>{SECOND}</p></div>
</content></entry>
<entry><title>A pier opens</title><id>urn:velm:2</id><updated>2023-05-02T08:00:00Z</updated>
<author><name>Ida Brandt</name></author><summary>{SECOND}</summary></entry></feed>
""".encode()

NITF = f"""<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE nitf SYSTEM "http://www.nitf.org/IPTC/NITF/3.4/specification/dtd/nitf-3-4.dtd">
<nitf><head><title>{HEADLINE}</title><docdata><doc-id id-string="velm.1"/>
<date.issue norm="20230503T100000+0200"/><doc.copyright holder="Velm Wire" year="2023"/></docdata>
<pubdata ex-ref="https://velm.example/a/1"/></head>
<body xml:lang="en"><body.head><hedline><hl1>{HEADLINE}</hl1><hl2>Five years of training</hl2></hedline>
<byline>By <person>Ida Brandt</person><byttl>Staff writer</byttl></byline>
<dateline><location>VELM</location>, May 3</dateline></body.head>
<body.content><block><p>{FIRST}</p><p>{SECOND}</p>
<media media-type="image"><media-reference source="a.jpg"/><media-caption>A quay</media-caption></media>
<table><tr><td>Budget</td><td>EUR 4m</td></tr></table></block></body.content></body></nitf>
""".encode()

NEWSML = f"""<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2023-05-03T10:01:00Z</sent></header>
<itemSet>
<newsItem guid="urn:newsml:velm.example:20230503:1" version="1" standard="NewsML-G2"
 standardversion="2.31" conformance="power" xml:lang="en-GB">
<catalogRef href="http://www.iptc.org/std/catalog/catalog.IPTC-G2-Standards_38.xml"/>
<rightsInfo><copyrightHolder><name>Velm Wire</name></copyrightHolder>
<copyrightNotice>© 2023 Velm Wire</copyrightNotice></rightsInfo>
<itemMeta><itemClass qcode="ninat:text"/><versionCreated>2023-05-05T10:00:00Z</versionCreated>
<firstCreated>2023-05-03T23:00:00-05:00</firstCreated><pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><by>Ida Brandt</by><language tag="en-GB"/><headline>{HEADLINE}</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml">
<html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>{FIRST}</p><p>{SECOND}</p></body></html>
</inlineXML></contentSet></newsItem>
<newsItem guid="urn:newsml:velm.example:20230503:2" standard="NewsML-G2"><itemMeta>
<itemClass qcode="ninat:picture"/></itemMeta><contentSet><remoteContent href="http://x.example/a.jpg"/>
</contentSet></newsItem>
<newsItem guid="urn:newsml:velm.example:20230503:3" standard="NewsML-G2"><itemMeta>
<itemClass qcode="ninat:text"/><versionCreated>2023-05-04T10:00:00Z</versionCreated>
<pubStatus qcode="stat:canceled"/></itemMeta><contentMeta><headline>Gone</headline></contentMeta>
<contentSet><inlineData>Gone.</inlineData></contentSet></newsItem>
</itemSet></newsMessage>
""".encode()

EML = (
    b"Return-Path: <press@velm.example>\r\n"
    b"From: =?utf-8?q?Port_of_Velm_=E2=80=93_Press?= <press@velm.example>\r\n"
    b"To: newsdesk@paper.example\r\n"
    b"Subject: =?utf-8?q?Port_of_Velm_and_Trane_University?=\r\n =?utf-8?q?_sign_accord?=\r\n"
    b"Date: Wed, 03 May 2023 23:30:00 -0500\r\nMessage-ID: <1@velm.example>\r\n"
    b"MIME-Version: 1.0\r\nContent-Language: en-GB\r\nArchived-At: <https://velm.example/a/1>\r\n"
    b'Content-Type: multipart/mixed; boundary="outer"\r\n\r\n'
    b'--outer\r\nContent-Type: multipart/alternative; boundary="inner"\r\n\r\n'
    b"--inner\r\nContent-Type: text/plain; charset=utf-8; format=flowed\r\n"
    b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"The Port of Velm and Trane University signed a memorandum of=20\r\nunderstanding with "
    b"Dr. Ana Kova=C4=8D.\r\n\r\nContact: press office\r\n"
    b"--inner\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>The <b>HTML</b>.</p>\r\n"
    b"--inner--\r\n"
    b'--outer\r\nContent-Type: application/pdf\r\nContent-Disposition: attachment; filename="a.pdf"\r\n'
    b"Content-Transfer-Encoding: base64\r\n\r\nJVBERi0=\r\n--outer--\r\n"
)

PLAIN_EML = (
    b"From: Ida Brandt <ida@velm.example>\nSubject: Pier\nDate: Tue, 2 May 2023 08:00:00 +0200\n"
    b"Message-ID: <2@velm.example>\n\nA pier opens in Velm.\n\n>From the quay it looks large.\n"
)
MBOX = (
    b"From press@velm.example Wed May  3 23:30:00 2023\n"
    + EML.replace(b"\r\n", b"\n")
    + b"\nFrom ida@velm.example Tue May  2 08:00:00 2023\n"
    + PLAIN_EML
    + b"\n"
)


def pdf(
    pages: Sequence[Sequence[tuple[float, float, float, str]]],
    info: str = "",
    password: bool = False,
) -> bytes:
    """A PDF: pages of texts with their size and place, in Helvetica."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"",
        (b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"),
        f"<< {info} >>".encode("cp1252"),
    ]
    kids = []
    for page in pages:
        lines = "".join(
            f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET\n" for size, x, y, text in page
        )
        data = zlib.compress(lines.encode("cp1252"))
        objects.append(
            b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(data), data)
        )
        kids.append(len(objects) + 1)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R >> >> >>" % len(objects)
        )
    references = " ".join(f"{kid} 0 R" for kid in kids)
    objects[1] = f"<< /Type /Pages /Kids [{references}] /Count {len(kids)} >>".encode()
    out = bytearray(b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n")
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    encrypt = b" /Encrypt << /Filter /Standard /V 9 /R 9 >>" if password else b""
    out += b"trailer << /Size %d /Root 1 0 R /Info 4 0 R%s >>\n" % (len(objects) + 1, encrypt)
    return bytes(out + b"startxref\n%d\n%%%%EOF\n" % start)


def pdf_lines(
    *texts: str, top: float = 760, size: float = 11
) -> list[tuple[float, float, float, str]]:
    """Lines under one another; "" leaves a gap, as between paragraphs."""
    lines, y = [], top
    for text in texts:
        if text:
            lines.append((size, 72.0, y, text))
        y -= 14 if text else 10
    return lines


PDF = pdf(
    [
        [
            (20, 72, 800, HEADLINE),
            *pdf_lines(
                "The Port of Velm and Trane University signed a memorandum of understanding on Tuesday,",
                "with Dr. Ana Kovac, Rector of Trane University, in attendance. It is the third of its kind",
                "between the port and a university, and replaces that of 2015, which had brought sixty",
                "pilots to the school.",
                "",
                "The accord covers the training of pilots.",
            ),
            (9, 290, 30, "1"),
        ],
        [*pdf_lines("About the Port of Velm", "", "The port has been run by the city since 1921.")],
    ],
    info=f"/Title ({HEADLINE}) /Author (Ida Brandt) /CreationDate (D:20230503100000Z)",
)


def docx() -> bytes:
    """A Word file, made by the library that is read with."""
    from docx import Document  # noqa: PLC0415 - an extra

    document = Document()
    document.core_properties.title = HEADLINE
    document.core_properties.author = "Ida Brandt"
    document.core_properties.language = "en-GB"
    document.add_heading(HEADLINE, level=1)
    paragraph = document.add_paragraph("The Port of Velm and ")
    paragraph.add_run("Trane University").bold = True
    paragraph.add_run(" signed a memorandum of understanding.")
    for item in ("training of pilots", "joint research"):
        document.add_paragraph(item, style="List Bullet")
    table = document.add_table(rows=2, cols=2)
    for row, cells in zip(table.rows, (("Budget", "EUR 4m"), ("Years", "five")), strict=True):
        for cell, text in zip(row.cells, cells, strict=True):
            cell.text = text
    document.add_paragraph(SECOND)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def warc_record(
    kind: str, payload: bytes, *, url: str = "https://velm.example/a/1", number: int = 1,
    content: str = "application/http; msgtype=response",
) -> bytes:  # fmt: skip
    """A record of a web archive."""
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Date: 2023-05-04T07:12:00Z\r\n"
        f"WARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-{number:012d}>\r\n"
        f"WARC-Target-URI: {url}\r\nContent-Type: {content}\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def http(
    body: bytes, kind: str = "text/html; charset=utf-8", status: str = "200 OK", more: str = ""
) -> bytes:
    """An answer of a web server."""
    head = f"HTTP/1.1 {status}\r\nContent-Type: {kind}\r\n{more}Content-Length: {len(body)}\r\n\r\n"
    return head.encode() + body


WARC = b"".join(
    [
        warc_record(
            "warcinfo", b"software: crawler\r\n", number=1, content="application/warc-fields"
        ),
        warc_record("request", b"GET /a/1 HTTP/1.1\r\n\r\n", number=2, content="application/http"),
        warc_record("response", http(HTML), number=3),
        warc_record("response", http(b"nothing", status="404 Not Found"), number=4),
        warc_record("response", http(b"\x89PNG", "image/png"), number=5),
        warc_record("response", http(b"<html><body></body></html>"), number=6),
        warc_record(
            "response",
            http(gzip.compress(HTML, mtime=0), more="Content-Encoding: gzip\r\n"),
            number=7,
        ),
        warc_record("conversion", TEXT, number=8, content="text/plain"),
    ]
)


def zipped(files: dict[str, bytes]) -> bytes:
    """A ZIP archive."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(zipfile.ZipInfo(name), data, zipfile.ZIP_DEFLATED)
    return out.getvalue()


def tarred(files: dict[str, bytes]) -> bytes:
    """A tar archive."""
    out = io.BytesIO()
    with tarfile.open(fileobj=out, mode="w") as archive:
        for name, data in files.items():
            info = tarfile.TarInfo(name)
            info.size = len(data)
            archive.addfile(info, io.BytesIO(data))
    return out.getvalue()


FILES = {"news/a.html": HTML, "news/b.jsonl": JSONL * 2, "README.png": b"\x89PNG", "c.txt": TEXT}
ZIP = zipped(FILES)
TAR = tarred(FILES)


def every_format() -> dict[str, bytes]:
    """One file of every format, by a name that tells it."""
    import zstandard  # noqa: PLC0415 - an extra

    return {
        "a.txt": TEXT, "a.html": HTML, "a.md": MARKDOWN, "a.jsonl": JSONL, "a.json": JSON,
        "a.ninjs": NINJS, "a.csv": CSV, "a.tsv": CSV.replace(b",", b"\t"), "a.rss": RSS,
        "a.atom": ATOM, "a.nitf": NITF, "a.newsml": NEWSML, "a.eml": EML, "a.mbox": MBOX,
        "a.pdf": PDF, "a.docx": docx(), "a.warc": WARC, "a.zip": ZIP, "a.tar": TAR,
        "a.warc.gz": gzip.compress(WARC, mtime=0), "a.jsonl.bz2": bz2.compress(JSONL),
        "a.tar.xz": lzma.compress(TAR), "a.html.zst": zstandard.compress(HTML),
    }  # fmt: skip
