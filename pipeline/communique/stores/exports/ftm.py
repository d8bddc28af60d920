"""FollowTheMoney entities, as Aleph and OpenSanctions read them: one JSON object a line.

A release is an ``Article``, a title an ``Occupancy`` of a ``Position``, an agreement an ``Event`` in
which its parties, signatories and witnesses are involved: the model has no closer schema for
instruments of all kinds. People and bodies that ``communique resolve`` has joined are one entity, with
what all releases say of it; others are entities of their release.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from communique.records.model import AgreementRecord, PersonRecord, Record
from communique.stores.exports.files import said, write_json_lines
from communique.stores.exports.fragments import Fragments, commonest, values
from communique.stores.sql.joined import Joined

Entity = dict[str, Any]

#: What the ids of joined entities begin with; those of releases are hexadecimal.
_JOINED = "communique-entity-"
_ANY_BODY = "Organization"

_SCHEMATA = {"government": "PublicBody", "place": "PublicBody", "company": "Company"}
_STATUS = {"current": "current", "former": "ended"}
_DATE = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?")


def export_ftm(records: Iterable[tuple[Record, Joined]], folder: Path) -> list[Path]:
    """Write ``entities.ftm.json``, release by release, and then what is joined."""
    path = folder / "entities.ftm.json"
    with Fragments() as fragments:
        write_json_lines(path, _all(records, fragments))
    return [path]


def _all(records: Iterable[tuple[Record, Joined]], fragments: Fragments) -> Iterator[Entity]:
    for record, joined in records:
        shared = {f"{_JOINED}{entity.id}" for entity in joined.values()}
        for entity in entities(record, joined):
            if entity["id"] in shared:
                content = {"schema": entity["schema"], **entity["properties"]}
                fragments.add(entity["id"], content)
            else:
                yield entity
    for own, properties in fragments.whole():
        schema = commonest(properties.pop("schema"), _ANY_BODY)
        found = {name: values(said) for name, said in properties.items()}
        yield {"id": own, "schema": schema, "properties": found}


def entities(record: Record, joined: Joined) -> Iterator[Entity]:
    """Yield the entities of a record, and its part of those that it has in common with others.

    Their ids are those of the record after the release's, or that of the joined entity.
    """
    release = f"communique-{record.id}"
    proof = {"proof": [release]}

    def reference(own: str) -> str:
        return f"{_JOINED}{joined[own].id}" if own in joined else f"{release}-{own}"

    def names(own: str, name: str) -> Mapping[str, list[str]]:
        best = joined[own].name if own in joined else name
        return {"name": [best], "alias": [name] if name != best else []}

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
        called = names(organization.id, organization.name)
        aliases = [*called["alias"], *organization.aliases]
        yield _entity(
            reference(organization.id),
            _SCHEMATA.get(organization.type, _ANY_BODY),
            name=called["name"],
            alias=[alias for alias in aliases if alias not in called["name"]],
            parent=[organization.part_of and reference(organization.part_of)],
            **proof,
        )
    for person in record.people:
        yield _entity(
            reference(person.id),
            "Person",
            **names(person.id, person.name),
            firstName=[person.given],
            lastName=[person.family],
            position=[title.title for title in person.titles],
            **proof,
        )
        yield from _offices(person, release, record.publish_date, reference)
    for agreement in record.agreements:
        yield _agreement(agreement, release, reference)


def _offices(
    person: PersonRecord, release: str, published: str | None, reference: Callable[[str], str]
) -> Iterator[Entity]:
    for number, title in enumerate(person.titles):
        own = f"{release}-{person.id}-{number}"
        names = (title.title, title.organization_name)
        yield _entity(
            f"{own}-position",
            "Position",
            name=[", ".join(name for name in names if name)],
            organization=[title.organization and reference(title.organization)],
            proof=[release],
        )
        yield _entity(
            f"{own}-occupancy",
            "Occupancy",
            holder=[reference(person.id)],
            post=[f"{own}-position"],
            status=[_STATUS.get(title.when, "unknown")],
            date=[published if title.when == "current" else None],
            proof=[release],
        )


def _agreement(agreement: AgreementRecord, release: str, reference: Callable[[str], str]) -> Entity:
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
        involved=[reference(one) for one in dict.fromkeys(involved)],
        proof=[release],
    )


def _entity(own: str, schema: str, **properties: Iterable[str | None]) -> Entity:
    values = {name: [value for value in found if value] for name, found in properties.items()}
    return {"id": own, "schema": schema, "properties": said(values)}


def _date(value: str) -> str | None:
    return value if _DATE.fullmatch(value) else None


def _web(address: str | None) -> str | None:
    return address if address and address.startswith(("http://", "https://")) else None
