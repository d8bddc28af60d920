"""What the first bytes of a file say of its format."""

from __future__ import annotations

import re

from communique.readers.encodings import decode
from communique.readers.failure import ReadError

#: How many bytes are looked at.
HEAD = 4096

_PAGE = re.compile(
    # comments are atomic: one must not be tried as the beginning of a longer one
    r"\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:!doctype\s+html|html)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKUP = re.compile(
    r"\s*<(?:head|body|title|meta|div|article|main|section|h1|p)\b[^>]*>", re.IGNORECASE
)
_PROLOG = re.compile(
    r"\s*(?:<\?.*?\?>\s*|<!--.*?-->\s*|<!DOCTYPE[^\[>]*(?:\[.*?\]\s*)?>\s*)*", re.DOTALL
)
_ROOT = re.compile(r"<(?:[\w.-]+:)?([\w.-]+)(?=[\s/>])")
_OBJECT = re.compile(r'\s*\{\s*"')
_LIST = re.compile(r"\s*\[\s*(?:\{|\])")
_FIELD = re.compile(rb"[!-9;-~]{1,80}:[ \t]")
_OF_MAIL = re.compile(
    rb"^(?:message-id|mime-version|received|return-path|delivered-to):",
    re.IGNORECASE | re.MULTILINE,
)


def start_of(head: bytes) -> str:
    """Return the first characters of a file, none where it is not text."""
    try:
        # half a character at the cut must not turn UTF-8 into something else
        cut = max(head.rfind(b"\n"), head.rfind(b">")) + 1 if len(head) >= HEAD else 0
        return decode(head[:cut] if cut > 0 else head).text.removeprefix("\ufeff")
    except ReadError:
        return ""


def is_page(head: bytes) -> bool:
    """Whether this is a whole HTML document."""
    return _PAGE.match(start_of(head)) is not None


def is_html(head: bytes) -> bool:
    """Whether this is an HTML document, or a piece of one."""
    start = start_of(head)
    return _PAGE.match(start) is not None or _MARKUP.match(start) is not None


def root_of(head: bytes) -> str | None:
    """Return the name of the first element, without its prefix; None where this is no XML."""
    start = start_of(head)
    prolog = _PROLOG.match(start)
    root = _ROOT.match(start, prolog.end() if prolog else 0)
    return root.group(1) if root else None


def is_rss(head: bytes) -> bool:
    """Whether this is RSS."""
    return root_of(head) in {"rss", "RDF"}


def is_atom(head: bytes) -> bool:
    """Whether this is an Atom feed, or one entry."""
    return root_of(head) in {"feed", "entry"}


def is_nitf(head: bytes) -> bool:
    """Whether this is NITF."""
    return root_of(head) == "nitf"


def is_newsml(head: bytes) -> bool:
    """Whether this is NewsML-G2."""
    return root_of(head) in {"newsMessage", "newsItem", "packageItem"}


def is_jsonl(head: bytes) -> bool:
    """Whether this begins with a JSON object on a line of its own, as far as can be seen."""
    start = start_of(head).lstrip()
    line, end, _ = start.partition("\n")
    if not _OBJECT.match(line):
        return False
    return line.rstrip().endswith("}") if end or len(head) < HEAD else True


def is_json(head: bytes) -> bool:
    """Whether this begins as a JSON object or a list of them."""
    start = start_of(head)
    return _OBJECT.match(start) is not None or _LIST.match(start) is not None


def is_mail(head: bytes) -> bool:
    """Whether this begins with the header of an e-mail."""
    header = re.split(rb"\r?\n\r?\n", head, maxsplit=1)[0]
    return _FIELD.match(header) is not None and _OF_MAIL.search(header) is not None


def is_mailbox(head: bytes) -> bool:
    """Whether this begins as a mailbox does."""
    first, _, rest = head.partition(b"\n")
    return first.startswith(b"From ") and is_mail(rest)


def is_pdf(head: bytes) -> bool:
    """Whether this is PDF; some bytes may stand before its mark."""
    return b"%PDF-" in head[:1024] and not head[:1].isalpha()


def is_zip(head: bytes) -> bool:
    """Whether this is a ZIP archive."""
    return head.startswith((b"PK\x03\x04", b"PK\x05\x06"))


def is_docx(head: bytes) -> bool:
    """Whether this is a ZIP archive with what a Word document has first."""
    return is_zip(head) and (b"word/" in head or b"[Content_Types].xml" in head[:80])


def is_tar(head: bytes) -> bool:
    """Whether this is a tar archive."""
    return head[257:262] == b"ustar"


def is_warc(head: bytes) -> bool:
    """Whether this is a web archive."""
    return head.startswith(b"WARC/")
