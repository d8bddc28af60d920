"""The formats that are known: those of this package, and those that other packages register.

A package adds one by an entry point of the group ``communique.readers`` that names a
:class:`Format`. It is asked for by its name, by its extensions, and by its content where the name
of a file says nothing; what this package has comes first. docs/formats.md shows an example.
"""

from __future__ import annotations

import warnings
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.metadata import entry_points
from importlib.util import find_spec
from types import MappingProxyType

from communique.readers import signs
from communique.readers.source import Reader

GROUP = "communique.readers"


@dataclass(frozen=True, kw_only=True)
class Format:
    """A format of releases, or of files that hold releases.

    ``reader`` is a :data:`~communique.readers.source.Reader`, or ``"module:function"`` where one
    is, imported when it is first needed. ``extensions`` begin with a dot, in lower case.
    ``recognises`` says of the first bytes of a file whether they are of this format. ``stream``:
    the file may hold any number of releases and is read as they are needed. ``needs`` is the name
    under which a library is imported that comes with the ``extra`` of this package.
    """

    name: str
    title: str
    reader: Reader | str
    extensions: tuple[str, ...] = ()
    recognises: Callable[[bytes], bool] | None = None
    stream: bool = False
    archive: bool = False
    needs: str | None = None
    extra: str | None = None

    def load(self) -> Reader:
        """Return the reader. Raises ``ImportError`` or ``AttributeError`` where it is not there."""
        if not isinstance(self.reader, str):
            return self.reader
        module, _, function = self.reader.partition(":")
        reader: Reader = getattr(import_module(module), function)
        return reader

    @property
    def ready(self) -> bool:
        """Whether the library that it needs is installed."""
        return self.needs is None or find_spec(self.needs) is not None


def _ours(name: str, title: str, **values: object) -> Format:
    module = values.pop("module", name)
    return Format(
        name=name,
        title=title,
        reader=f"communique.readers.{module}:read_{name}",
        **values,  # type: ignore[arg-type]
    )


BUILT_IN: tuple[Format, ...] = (
    _ours("text", "plain text", extensions=(".txt", ".text")),
    _ours("markdown", "Markdown, with front matter or without", extensions=(".md", ".markdown")),
    _ours("html", "HTML", extensions=(".html", ".htm", ".xhtml"), recognises=signs.is_html),
    _ours("jsonl", "one JSON object a line", extensions=(".jsonl", ".ndjson"),
          recognises=signs.is_jsonl, stream=True),
    _ours("json", "a JSON object, or a list of them", extensions=(".json",),
          recognises=signs.is_json, stream=True),
    _ours("ninjs", "IPTC ninjs", module="json", extensions=(".ninjs",)),
    _ours("csv", "comma-separated values", extensions=(".csv",), stream=True),
    _ours("tsv", "tab-separated values", module="csv", extensions=(".tsv", ".tab"), stream=True),
    _ours("rss", "RSS 2.0, 0.9x and 1.0", extensions=(".rss",), recognises=signs.is_rss),
    _ours("atom", "Atom", extensions=(".atom",), recognises=signs.is_atom),
    _ours("nitf", "IPTC NITF", extensions=(".nitf",), recognises=signs.is_nitf),
    _ours("newsml", "IPTC NewsML-G2", extensions=(".newsml",), recognises=signs.is_newsml),
    _ours("eml", "an e-mail", extensions=(".eml",), recognises=signs.is_mail),
    _ours("mbox", "a mailbox of e-mails", extensions=(".mbox", ".mbx"),
          recognises=signs.is_mailbox, stream=True),
    _ours("pdf", "PDF with a text layer", extensions=(".pdf",), recognises=signs.is_pdf,
          needs="pypdfium2", extra="pdf"),
    _ours("docx", "Word (Office Open XML)", extensions=(".docx", ".docm"),
          recognises=signs.is_docx, needs="docx", extra="docx"),
    _ours("warc", "web archive", extensions=(".warc", ".wet"), recognises=signs.is_warc,
          stream=True, needs="fastwarc", extra="warc"),
    _ours("zip", "ZIP archive", extensions=(".zip",), recognises=signs.is_zip, stream=True,
          archive=True),
    _ours("tar", "tar archive", extensions=(".tar",), recognises=signs.is_tar, stream=True,
          archive=True),
)  # fmt: skip


@cache
def formats() -> Mapping[str, Format]:
    """Return all formats by their names.

    A registered one that cannot be imported, or has the name of another, is left out with a
    warning: reading goes on without it.
    """
    known = {fmt.name: fmt for fmt in BUILT_IN}
    for entry in entry_points(group=GROUP):
        try:
            fmt = entry.load()
        except Exception as error:  # noqa: BLE001 - another package's fault must not end a run
            warnings.warn(f"reader {entry.value} cannot be loaded: {error}", stacklevel=2)
            continue
        if not isinstance(fmt, Format) or fmt.name in known:
            fault = "has a name that is taken" if isinstance(fmt, Format) else "is no Format"
            warnings.warn(f"reader {entry.value} {fault} and is left out", stacklevel=2)
            continue
        known[fmt.name] = fmt
    return MappingProxyType(known)


@cache
def extensions() -> Mapping[str, str]:
    """Return the name of the format for each extension."""
    known: dict[str, str] = {}
    for fmt in formats().values():
        for extension in fmt.extensions:
            known.setdefault(extension, fmt.name)
    return MappingProxyType(known)
