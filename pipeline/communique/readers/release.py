"""The release: what a reader makes of one input, and what everything after it starts from."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True)
class ReleaseSource:
    """Where a release came from.

    ``path`` is as the user gave it (``-`` for standard input); ``sha256`` is of the bytes of the
    release (the whole file, or its line in a JSONL file); ``record`` says where in its container
    it lay (``"line 7"``, ``"news/a.html"``), None where the file is the release. ``url`` is the
    address that the container gives for it.
    """

    path: str
    format: str
    sha256: str
    record: str | None = None
    url: str | None = None


@dataclass(frozen=True)
class Release:
    """One release, read.

    ``text`` went through :func:`communique.readers.normalize.normalize`; every offset of every
    later stage refers to it. ``title``, ``publish_date`` (ISO 8601 day), ``language``, ``author``
    and ``rights`` (a copyright or licence line) are what the container says (an HTML head, a JSONL
    field, the ``--publish-date`` option), None where it says nothing: what the text itself says is
    found by the analysis. ``given_id`` is the container's own name for the release (a JSONL field).
    ``warnings`` are sentences for the record.
    """

    text: str
    source: ReleaseSource
    title: str | None = None
    publish_date: str | None = None
    language: str | None = None
    warnings: tuple[str, ...] = field(default=())
    given_id: str | None = None
    author: str | None = None
    rights: str | None = None
