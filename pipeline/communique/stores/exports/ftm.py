"""FollowTheMoney entities, as Aleph and OpenSanctions read them: one JSON object a line.

A release is an ``Article``, a title an ``Occupancy`` of a ``Position``, an agreement an ``Event`` in
which its parties, signatories and witnesses are involved: the model has no closer schema for
instruments of all kinds. Entities of different releases are not joined.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from communique.records.model import AgreementRecord, PersonRecord, Record
from communique.stores.exports.files import said

Entity = dict[str, Any]

_SCHEMATA = {"government": "PublicBody", "place": "PublicBody", "company": "Company"}
_STATUS = {"current": "current", "former": "ended"}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def entities(record: Record) -> Iterator[Entity]:
    """Yield the entities of a record; their ids are those of the record after the release's."""
    release = f"communique-{record.id}"
    proof = {"proof": [release]}
    yield _entity(
        release,
        "Article",
        title=[record.title],
        publishedAt=[record.publish_date],
        author=[record.author],
        fileName=[record.source.path],
        sourceUrl=[_web(record.source.url)],
        bodyText=[record.text],
    )
    for organization in record.organizations:
        yield _entity(
            f"{release}-{organization.id}",
            _SCHEMATA.get(organization.type, "Organization"),
            name=[organization.name],
            alias=organization.aliases,
            parent=[organization.part_of and f"{release}-{organization.part_of}"],
            **proof,
        )
    for person in record.people:
        yield _entity(
            f"{release}-{person.id}",
            "Person",
            name=[person.name],
            firstName=[person.given],
            lastName=[person.family],
            position=[title.title for title in person.titles],
            **proof,
        )
        yield from _offices(person, release, record.publish_date)
    for agreement in record.agreements:
        yield _agreement(agreement, release)


def _offices(person: PersonRecord, release: str, published: str | None) -> Iterator[Entity]:
    for number, title in enumerate(person.titles):
        own = f"{release}-{person.id}-{number}"
        names = (title.title, title.organization_name)
        yield _entity(
            f"{own}-position",
            "Position",
            name=[", ".join(name for name in names if name)],
            organization=[title.organization and f"{release}-{title.organization}"],
            proof=[release],
        )
        yield _entity(
            f"{own}-occupancy",
            "Occupancy",
            holder=[f"{release}-{person.id}"],
            post=[f"{own}-position"],
            status=[_STATUS.get(title.when, "unknown")],
            date=[published if title.when == "current" else None],
            proof=[release],
        )


def _agreement(agreement: AgreementRecord, release: str) -> Entity:
    involved = [
        *agreement.parties,
        *(who.person for who in agreement.signatories),
        *agreement.witnesses,
    ]
    first, _, last = (agreement.date.value if agreement.date else "").partition("/")
    return _entity(
        f"{release}-{agreement.id}",
        "Event",
        name=[agreement.name],
        keywords=[agreement.type, agreement.status],
        date=[] if last else [_date(first)],
        startDate=[_date(first)] if last else [],
        endDate=[_date(last)],
        location=[agreement.place],
        involved=[f"{release}-{one}" for one in dict.fromkeys(involved)],
        proof=[release],
    )


def _entity(own: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    values = {name: [value for value in found if value] for name, found in properties.items()}
    return {"id": own, "schema": schema, "properties": said(values)}


def _date(value: str) -> str | None:
    return value if _DATE.fullmatch(value) else None


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
