"""Bytes to characters: which encoding a release is in, decided from the bytes alone.

The order of decision, first match wins:

1. the signature of a known binary format: an error naming it;
2. a byte-order mark (UTF-8, UTF-16, UTF-32);
3. NUL bytes, nearly all at even or at odd places: UTF-16 without a mark; otherwise: binary;
4. valid UTF-8;
5. the charset that an HTML page declares, if it decodes;
6. UTF-8 with a few broken bytes, with a warning;
7. GB18030 or Big5, where most of what is not ASCII decodes to their common characters;
8. text that is mostly not ASCII: what charset-normalizer finds;
9. Windows-1252.

Nothing depends on the locale or on the machine.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from charset_normalizer import from_bytes

from communique.readers.failure import ReadError

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"PK\x05\x06", "a ZIP archive"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old Microsoft Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG\r\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"RIFF", "a RIFF container (WebP, WAV, AVI)"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"(\xb5/\xfd", "a Zstandard archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"PAR1", "a Parquet file"),
)

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_META_CHARSET = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([A-Za-z0-9_.:-]{2,40})"""
    rb"""|<\?xml[^>]{0,100}?encoding\s*=\s*["']([A-Za-z0-9_.:-]{2,40})""",
    re.IGNORECASE,
)
#: How far into a page its declaration is looked for, in bytes.
_META_WINDOW = 4096

#: Browsers read these labels as the wider encoding on the right, and so do we.
_LABELS = {
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "gb_2312-80": "gb18030",
    "iso-8859-1": "cp1252",
    "iso8859-1": "cp1252",
    "latin1": "cp1252",
    "latin-1": "cp1252",
    "us-ascii": "cp1252",
    "ascii": "cp1252",
    "big5": "big5hkscs",
    "shift_jis": "cp932",
    "euc-kr": "cp949",
    "ks_c_5601-1987": "cp949",
}

_NOISE = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f\ufffd]")
#: Control characters beyond this share of a text make it a binary file.
_MAX_NOISE = 0.005

_HIGH = re.compile(rb"[\x80-\xff]")
_PAIRS = re.compile(rb"[\x81-\xfe][\x40-\x7e\x80-\xfe]")


@dataclass(frozen=True)
class Decoded:
    """Characters, the Python name of the encoding they were in, and sentences for the record."""

    text: str
    encoding: str
    warnings: tuple[str, ...] = ()


def decode(data: bytes, *, encoding: str | None = None) -> Decoded:
    """Decode a whole release.

    ``encoding`` is used as it is when given. Raises ``ReadError`` (stage ``decode``) for binary
    input, for bytes that are not in the encoding asked for and for bytes in no known encoding.
    """
    for signature, what in _SIGNATURES:
        if data.startswith(signature):
            raise ReadError("decode", f"this is {what}, not text")
    decoded = _strict(data, encoding) if encoding is not None else _detect(data)
    noise = len(_NOISE.findall(decoded.text))
    if noise > 2 and noise > _MAX_NOISE * len(decoded.text):
        raise ReadError("decode", f"this is not text: {noise} control or broken characters")
    return decoded


def _strict(data: bytes, encoding: str) -> Decoded:
    try:
        return Decoded(data.decode(encoding), codecs.lookup(encoding).name)
    except UnicodeDecodeError as error:
        raise ReadError("decode", f"not in {encoding}: byte {error.start} does not fit") from None


def _detect(data: bytes) -> Decoded:
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _lenient(data, encoding)
    if b"\0" in data:
        return _wide(data)
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    for guess in (_declared, _broken_utf8, _chinese, _other_script):
        decoded = guess(data)
        if decoded is not None:
            return decoded
    return _lenient(data, "cp1252")


def _lenient(data: bytes, encoding: str) -> Decoded:
    """Decode, with U+FFFD for what does not fit, and say how much that was."""
    text = data.decode(encoding, errors="replace")
    lost = text.count("\ufffd")
    warnings = (f"{lost} characters could not be decoded from {encoding}",) if lost else ()
    return Decoded(text, encoding, warnings)


def _wide(data: bytes) -> Decoded:
    """UTF-16 without a mark: the high bytes of Latin letters, spaces and line ends are NUL."""
    even, odd = data[0::2].count(0), data[1::2].count(0)
    if max(even, odd) < 20 * min(even, odd) + 1 or max(even, odd) * 200 < len(data):
        raise ReadError("decode", "this is not text: it holds NUL bytes")
    return _lenient(data, "utf-16-be" if even > odd else "utf-16-le")


def _declared(data: bytes) -> Decoded | None:
    match = _META_CHARSET.search(data, 0, _META_WINDOW)
    if match is None:
        return None
    label = (match.group(1) or match.group(2)).decode("ascii").lower()
    try:
        encoding = codecs.lookup(_LABELS.get(label, label)).name
        if encoding == "utf-8":
            return None
        decoded = _lenient(data, encoding)
    except (LookupError, UnicodeError):
        return None
    return decoded if len(decoded.warnings) == 0 else None


def _broken_utf8(data: bytes) -> Decoded | None:
    """Mostly valid UTF-8: a file cut in the middle of a character, or patched together."""
    decoded = _lenient(data, "utf-8")
    lost = decoded.text.count("\ufffd")
    whole = sum(map(len, re.findall(r"[^\x00-\x7f\ufffd]+", decoded.text)))
    return decoded if whole >= 10 * lost else None


def _chinese(data: bytes) -> Decoded | None:
    """GB18030 or Big5, by the share of common characters among all that are not ASCII.

    Accented letters of Windows-1252 stand alone between ASCII letters; as Chinese they fail to
    decode or give rare characters.
    """
    shares = {
        "gb18030": _share(data, "gb18030", ((0xA1, 0xA3, 0xA1), (0xB0, 0xD7, 0xA1))),
        "big5hkscs": _share(data, "big5hkscs", ((0xA1, 0xA2, 0x40), (0xA4, 0xC6, 0x40))),
    }
    encoding = max(shares, key=lambda name: shares[name])
    return Decoded(data.decode(encoding), encoding) if shares[encoding] >= 0.6 else None


def _share(data: bytes, encoding: str, common: tuple[tuple[int, int, int], ...]) -> float:
    """Share of two-byte characters within ``common`` rows ``(first, last lead, least trail)``."""
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError:
        return 0.0
    total = sum(map(len, re.findall(r"[^\x00-\x7f]+", text)))
    hits = sum(
        any(first <= lead <= last and trail >= least for first, last, least in common)
        for lead, trail in _PAIRS.findall(data)
    )
    return hits / total if total else 0.0


def _other_script(data: bytes) -> Decoded | None:
    if 4 * len(_HIGH.findall(data)) < len(data):
        return None
    best = from_bytes(data).best()
    return None if best is None else _lenient(data, best.encoding)
