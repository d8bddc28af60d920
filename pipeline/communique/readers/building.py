"""From what a container says to a release: the same cleaning and the same checks for all."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from importlib import import_module
from types import ModuleType
from typing import TypedDict, Unpack
from urllib.parse import urlsplit

from communique.readers.days import day_of
from communique.readers.failure import ReadError, ReadFailure
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions
from communique.readers.page import same_words, squeeze
from communique.readers.release import Release
from communique.readers.source import Source, describe

#: Longest title, author or line of rights, in characters: what is longer is cut.
_LONGEST = 1000
_LONGEST_URL = 4000
_FILE_NAME = re.compile(
    r"\.(?:docx?|docm|dotx?|pdf|indd|qxd|rtf|odt|pages|pptx?|p65)$|^Microsoft Word|^untitled|^document\d*$",
    re.IGNORECASE,
)


class Said(TypedDict, total=False):
    """What a container says of a release, as it says it."""

    record: str | None
    title: str | None
    date: str | None
    language: str | None
    author: str | None
    rights: str | None
    url: str | None
    given_id: str | None
    warnings: Iterable[str]


def build(
    source: Source, fmt: str, data: bytes, text: str, options: ReaderOptions, **said: Unpack[Said]
) -> Release:
    """Return the release whose bytes are ``data``; a date that is none becomes a warning.

    Raises ``ReadError`` (stage ``extract``) where the text holds nothing but white space.
    """
    text = normalize(text)
    if not text.strip():
        raise ReadError("extract", "it holds no text")
    warnings = list(said.get("warnings") or ())
    day, given = options.publish_date, said.get("date")
    if day is None and given:
        day = day_of(given)
        if day is None:
            warnings.append(f"the date of publication is not understood: {given.strip()[:40]!r}")
    return Release(
        text=text,
        source=describe(source, fmt, data, said.get("record"), address(said.get("url"))),
        title=line(said.get("title")),
        publish_date=day,
        language=language_tag(said.get("language")),
        warnings=tuple(warnings),
        given_id=line(said.get("given_id")),
        author=line(said.get("author")),
        rights=line(said.get("rights")),
    )


def attempt(
    source: Source, record: str | None, make: Callable[[], Release]
) -> Release | ReadFailure:
    """Return what ``make`` returns, or why it could not: the next record is not concerned."""
    try:
        return make()
    except ReadError as error:
        return source.failure(error, record)
    except Exception as error:  # noqa: BLE001 - one record must not end its file
        return source.failure(ReadError("parse", f"{type(error).__name__}: {error}"), record)


def headed(title: str | None, text: str) -> str:
    """Return ``text`` with its headline in front, once."""
    title = line(title)
    if title is None or not text.strip():
        return text
    first = text.strip().split("\n", 1)[0]
    return text if same_words(title, first) else f"{title}\n\n{text.lstrip()}"


def line(value: str | None) -> str | None:
    """Return ``value`` as one clean line, None where nothing is in it."""
    if value is None:
        return None
    return squeeze(normalize(value))[:_LONGEST].rstrip() or None


def title_of_properties(value: str | None) -> str | None:
    """Return the title in an office file's properties, None where it is but a file's name."""
    title = line(value)
    return None if title is None or _FILE_NAME.search(title) else title


def address(value: str | None) -> str | None:
    """Return ``value`` where it is an address on the web, None otherwise."""
    value = (value or "").strip()
    try:
        parts = urlsplit(value)
    except ValueError:
        return None
    if parts.scheme.lower() not in {"http", "https"} or not parts.netloc or " " in value:
        return None
    return normalize(value) if len(value) <= _LONGEST_URL else None


def language_tag(value: str | None) -> str | None:
    """Return the primary subtag of a language ("en" of "en-GB"), None where it is none."""
    subtag = (value or "").strip().replace("_", "-").split("-")[0].lower()
    return subtag if subtag.isascii() and subtag.isalpha() and 2 <= len(subtag) <= 3 else None


def library(name: str, *, extra: str, what: str) -> ModuleType:
    """Import a library that comes with an extra.

    Raises ``ReadError`` (stage ``open``) that names the extra where it is not installed.
    """
    try:
        return import_module(name)
    except ImportError:
        raise missing(name, extra=extra, what=what) from None


def missing(library: str, *, extra: str, what: str) -> ReadError:
    """Return what to raise where a library that comes with an extra is not installed."""
    reason = f"{what} needs {library}, which is not installed: pip install 'communique[{extra}]'"
    return ReadError("open", reason)
