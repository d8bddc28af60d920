"""A release from named fields: the lines of JSONL, the objects of JSON, the rows of tables."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from communique.readers.building import address
from communique.readers.failure import ReadError
from communique.readers.normalize import normalize
from communique.readers.options import ReaderOptions, iso_day
from communique.readers.release import Release
from communique.readers.source import Source, describe


def release_of_fields(
    source: Source,
    fmt: str,
    data: bytes,
    values: Mapping[str, Any],
    options: ReaderOptions,
    *,
    record: str | None,
    warnings: tuple[str, ...] = (),
) -> Release:
    """Return the release whose fields the options name; ``data`` are its bytes.

    A name with dots leads into objects where no field has the name as it is. Offsets refer to the
    text field alone. Raises ``ReadError`` where there is no text.
    """
    text = field(values, options.text_field)
    if text is None:
        known = ", ".join(sorted(map(str, values))[:30]) or "none"
        raise ReadError("parse", f"there is no field {options.text_field!r} (fields: {known})")
    if not isinstance(text, str):
        raise ReadError("parse", f"the field {options.text_field!r} is not a string")
    text = normalize(text)
    if not text.strip():
        raise ReadError("extract", f"the field {options.text_field!r} holds no text")

    told = list(warnings)
    day = options.publish_date
    given = field(values, options.date_field)
    if day is None and given not in (None, ""):
        day = _day(given, options) if isinstance(given, str) else None
        if day is None:
            form = options.date_format or "YYYY-MM-DD"
            shown = str(given)[:40]
            told.append(f"the field {options.date_field!r} is no day as {form}: {shown!r}")
    url = field(values, options.url_field)
    return Release(
        text=text,
        source=describe(source, fmt, data, record, address(url) if isinstance(url, str) else None),
        title=_string(values, options.title_field),
        publish_date=day,
        language=_string(values, options.language_field),
        given_id=_string(values, options.id_field),
        author=_string(values, options.author_field),
        rights=_string(values, options.rights_field),
        warnings=tuple(told),
    )


def field(values: Mapping[str, Any], name: str) -> Any:  # noqa: ANN401 - any value of JSON
    """Return the field of a name, or what its dots lead to; None where there is none."""
    if name in values:
        return values[name]
    value: Any = values
    for part in name.split("."):
        if not isinstance(value, Mapping) or part not in value:
            return None
        value = value[part]
    return value


def _day(given: str, options: ReaderOptions) -> str | None:
    if options.date_format is None:
        return iso_day(given)
    try:
        day = datetime.strptime(given.strip(), options.date_format)  # noqa: DTZ007 - only its day
    except ValueError:
        return iso_day(given)
    return day.date().isoformat()


def _string(values: Mapping[str, Any], name: str) -> str | None:
    """Return a field that is text, or a number that stands for one (an id); None otherwise."""
    value = field(values, name)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    return (normalize(value).strip() or None) if isinstance(value, str) else None
