"""One record from the records of the parts of a text."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel

from communique.records.assemble import check_grounding, record_id
from communique.records.model import (
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    Record,
    SpanOffsets,
)

#: Fields that hold ids of people or organizations.
_REFERENCES = frozenset(
    {"organization", "part_of", "person", "on_behalf_of", "parties", "witnesses"}
)
_Part = TypeVar("_Part", bound=BaseModel)


def merge(parts: Sequence[tuple[int, Record]], text: str, *, keep_text: bool = True) -> Record:
    """Return the record of ``text`` from those of its parts, each with the offset of its part.

    People of one name are one person, bodies of one name and type one body; what is said of them is
    said of the whole. Agreements and dates follow each other. What a release says once (its title,
    its day, its dateline) is the first part's. Raises ``ValueError`` as ``assemble`` does.
    """
    people: dict[str, PersonRecord] = {}
    bodies: dict[tuple[str, str], OrganizationRecord] = {}
    agreements: list[AgreementRecord] = []
    dates: list[DateRecord] = []
    for offset, part in parts:
        ids: dict[str, str] = {}
        for person in part.people:
            new = _with(person, id=f"p{len(people) + 1}", mentions=[], titles=[])
            ids[person.id] = people.setdefault(person.name, new).id
        for body in part.organizations:
            new_body = _with(body, id=f"o{len(bodies) + 1}", aliases=[], mentions=[], part_of=None)
            ids[body.id] = bodies.setdefault((body.name, body.type), new_body).id
        for person in part.people:
            people[person.name] = _both(people[person.name], _moved(person, offset, ids))
        for body in part.organizations:
            key = (body.name, body.type)
            bodies[key] = _both(bodies[key], _moved(body, offset, ids))
        agreements += [
            _with(_moved(agreement, offset, ids), id=f"a{number}")
            for number, agreement in enumerate(part.agreements, len(agreements) + 1)
        ]
        dates += [_moved(date, offset, ids) for date in part.dates]
    said = f"the text of {len(text):,} characters was analysed in {len(parts)} parts"
    record = _with(
        parts[0][1],
        id=record_id(text),
        text=text if keep_text else None,
        people=list(people.values()),
        organizations=list(bodies.values()),
        agreements=agreements,
        dates=dates,
        warnings=list(dict.fromkeys([*_warnings(parts), said])),
    )
    check_grounding(record, text)
    return record


def _warnings(parts: Iterable[tuple[int, Record]]) -> list[str]:
    return [warning for _, part in parts for warning in part.warnings]


def _with(part: _Part, **values: object) -> _Part:
    return part.model_copy(update=values)


def _both(one: _Part, other: _Part) -> _Part:
    """Return what is said of one thing in two places: lists joined, the first of all else."""
    values: dict[str, Any] = {}
    for name in type(one).model_fields:
        mine, others = getattr(one, name), getattr(other, name)
        if isinstance(mine, list):
            values[name] = [*mine, *(item for item in others if item not in mine)]
        elif mine is None:
            values[name] = others
    return _with(one, **values)


def _moved(part: _Part, by: int, ids: Mapping[str, str]) -> _Part:
    """Return a part of a record with all offsets moved and all references renamed."""

    def moved(name: str, value: Any) -> Any:  # noqa: ANN401 - of any field
        if isinstance(value, list):
            return [moved(name, item) for item in value]
        if isinstance(value, BaseModel):
            return _moved(value, by, ids)
        if isinstance(part, SpanOffsets) and name in {"start", "end"}:
            return value + by
        return ids[value] if name in _REFERENCES and value is not None else value

    return _with(
        part, **{name: moved(name, getattr(part, name)) for name in type(part).model_fields}
    )
