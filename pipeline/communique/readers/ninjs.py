"""IPTC ninjs, versions 1 to 3: news items as JSON objects."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from communique.readers.blocks import fragment_text
from communique.readers.building import Said, build, headed
from communique.readers.failure import ReadError
from communique.readers.options import ReaderOptions
from communique.readers.release import Release
from communique.readers.source import Source

#: Fields of version 1, and of versions 2 and 3, which have no hyphens and underscores in them.
_BODIES = ("body_html", "body_xhtml", "body_text")
_CREATED = ("firstcreated", "firstCreated", "versioncreated", "versionCreated")
#: The roles of headlines and bodies that are the item's own, the best first.
_ROLES = ("main", "headline", "hl1", "body", "")


def is_item(values: Mapping[str, Any]) -> bool:
    """Whether a JSON object is an item of ninjs that has a text."""
    if not isinstance(values.get("uri"), str):
        return False
    return isinstance(values.get("bodies"), list) or any(body in values for body in _BODIES)


def release_of_item(
    source: Source,
    fmt: str,
    data: bytes,
    values: Mapping[str, Any],
    options: ReaderOptions,
    *,
    record: str | None,
    warnings: tuple[str, ...] = (),
) -> Release:
    """Return the release of an item: its headline, and under it its body as text.

    Raises ``ReadError`` where it has no text or was withdrawn.
    """
    if values.get("pubstatus", values.get("pubStatus")) == "canceled":
        raise ReadError("extract", "its provider withdrew it")
    title = _text(values.get("headline")) or _of_role(values.get("headlines"))
    said = Said(
        record=record,
        title=title,
        date=next(filter(None, (_text(values.get(name)) for name in _CREATED)), None),
        language=_text(values.get("language")),
        author=_text(values.get("byline")) or _text(values.get("by")),
        rights=next(
            filter(
                None,
                (
                    _text(values.get(name))
                    for name in ("copyrightnotice", "copyrightNotice", "usageterms", "usageTerms")
                ),
            ),
            None,
        ),
        url=_text(values.get("url")) or _text(values.get("uri")),
        given_id=_text(values.get("uri")),
        warnings=warnings,
    )
    return build(source, fmt, data, headed(title, _body(values)), options, **said)


def _body(values: Mapping[str, Any]) -> str:
    for name in _BODIES:
        if text := _text(values.get(name)):
            return text if name == "body_text" else fragment_text(text)
    bodies = [body for body in values.get("bodies") or () if isinstance(body, dict)]
    bodies.sort(key=_rank)
    for body in bodies:
        if text := _text(body.get("value")):
            kind = str(body.get("contentType") or body.get("contenttype") or "text/html")
            return fragment_text(text) if "html" in kind else text
    return ""


def _of_role(values: object) -> str | None:
    known = (
        [value for value in values if isinstance(value, dict)] if isinstance(values, list) else []
    )
    for value in sorted(known, key=_rank):
        if text := _text(value.get("value")):
            return fragment_text(text)
    return None


def _rank(value: Mapping[str, Any]) -> int:
    role = str(value.get("role") or "").rpartition(":")[2]
    return _ROLES.index(role) if role in _ROLES else len(_ROLES)


def _text(value: object) -> str | None:
    return value if isinstance(value, str) and value.strip() else None


def canonical(values: Mapping[str, Any]) -> bytes:
    """Return an object of a list as bytes of its own: its digest must not hang on white space."""
    text = json.dumps(
        values, ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return text.encode("utf-8", "surrogatepass")
