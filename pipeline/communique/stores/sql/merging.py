"""A record that lacks fields keeps what the database holds of them.

A record of an earlier version has not yet all the fields of today's, and one made with
``--no-text`` has no text. Lacking is not saying null: a field that is there and null empties what
stood there, a field that is not there leaves it.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    Record,
    TitleRecord,
)

_P = TypeVar("_P", bound=BaseModel)

#: What tells that a part of one record and a part of another are of the same thing.
_SAME: dict[type[BaseModel], Callable[[Any], Hashable]] = {
    PersonRecord: lambda person: (person.id, person.name),
    OrganizationRecord: lambda organization: (organization.id, organization.name),
    AgreementRecord: lambda agreement: (agreement.id, agreement.name),
    TitleRecord: lambda title: (title.start, title.end, title.title),
    DateRecord: lambda date: (date.start, date.end),
}


def lacks_fields(record: Record) -> bool:
    """Whether a record leaves fields out, at its top or in a part, or has no text."""
    return record.text is None or _lacks(record)


def with_fields_of(record: Record, stored: Record) -> Record:
    """Return the record with the fields that it lacks taken from the one that is stored.

    Parts are the same where their id and name, or their place, are. The text belongs to the id, so
    an empty one is filled too.
    """
    merged = _merged(record, stored)
    if merged.text is None and stored.text is not None:
        merged = merged.model_copy(update={"text": stored.text})
    return merged


def _lacks(value: object) -> bool:
    if isinstance(value, BaseModel):
        fields = type(value).model_fields
        return len(value.model_fields_set) < len(fields) or any(
            _lacks(getattr(value, name)) for name in fields
        )
    return isinstance(value, list) and any(_lacks(item) for item in value)


def _merged(part: _P, stored: _P) -> _P:
    update: dict[str, Any] = {}
    for name in type(part).model_fields:
        standing = getattr(stored, name)
        if name not in part.model_fields_set:
            update[name] = standing
            continue
        value = getattr(part, name)
        if isinstance(value, BaseModel) and isinstance(standing, type(value)):
            update[name] = _merged(value, standing)
        elif isinstance(value, list) and value and type(value[0]) in _SAME:
            update[name] = _merged_list(value, standing)
    return part.model_copy(update=update)


def _merged_list(parts: Sequence[_P], stored: Sequence[_P]) -> list[_P]:
    same = _SAME[type(parts[0])]
    standing = {same(part): part for part in stored}
    return [
        _merged(part, standing[key]) if (key := same(part)) in standing else part for part in parts
    ]
