"""JSON-LD in the words of schema.org: one document with a graph of all releases.

A release is a ``NewsArticle`` that mentions its people, bodies and agreements; an agreement is an
``AgreeAction`` of its parties upon a ``CreativeWork``; a title a role within an organization. People and
bodies that ``communique resolve`` has joined are one node, with what all releases say of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.records.model import AgreementRecord, PersonRecord, Record
from communique.stores.exports.files import json_bytes, new_file, said
from communique.stores.exports.fragments import Fragments, Said, commonest, values
from communique.stores.sql.joined import Joined
from communique.stores.sql.keys import days

Node = dict[str, Any]

#: Names of nodes come after it; where the releases really are, nobody knows.
BASE = "urn:communique:"
#: … and those of joined entities after this; ids of releases are hexadecimal.
_JOINED = f"{BASE}entity:"
CONTEXT = {"@vocab": "https://schema.org/"}

#: What it is called that a place, or a body, is a part of.
_IN_PLACE, _IN_BODY = "containedInPlace", "parentOrganization"
_PLACE = "AdministrativeArea"
_ANY_BODY = "Organization"
_TYPES = {
    "government": "GovernmentOrganization",
    "education": "EducationalOrganization",
    "company": "Corporation",
    "nonprofit": "NGO",
    "place": _PLACE,
}
#: What has a list of values even where there is one.
_LISTS = frozenset({"alternateName", "jobTitle", "affiliation"})
_STATUS = {
    "planned": "PotentialActionStatus",
    "announced": "ActiveActionStatus",
}


def export_jsonld(records: Iterable[tuple[Record, Joined]], folder: Path) -> list[Path]:
    """Write ``releases.jsonld``, release by release, and then what is joined."""
    path = folder / "releases.jsonld"
    with new_file(path) as stream, Fragments() as fragments:
        stream.write(b'{"@context":' + json_bytes(CONTEXT) + b',"@graph":[')
        separator = b"\n"
        for node in _all(records, fragments):
            stream.write(separator + json_bytes(node))
            separator = b",\n"
        stream.write(b"\n]}\n")
    return [path]


def _all(records: Iterable[tuple[Record, Joined]], fragments: Fragments) -> Iterator[Node]:
    for record, joined in records:
        shared = {f"{_JOINED}{entity.id}" for entity in joined.values()}
        for node in nodes(record, joined):
            if node["@id"] in shared:
                fragments.add(node["@id"], node)
            else:
                yield node
    for _, properties in fragments.whole():
        yield _united(properties)


def _united(properties: dict[str, Said]) -> Node:
    """Return the node of an entity from all that is said of it, with its commonest type."""
    kind = commonest(properties["@type"], _ANY_BODY)
    wholes = [*values(properties.pop(_IN_PLACE, Said())), *values(properties.pop(_IN_BODY, Said()))]
    found = {name: values(said) for name, said in properties.items()}
    found |= {"@type": [kind], _IN_PLACE if kind == _PLACE else _IN_BODY: wholes}
    return said(
        {
            name: several[0] if len(several) == 1 and name not in _LISTS else several
            for name, several in found.items()
        }
    )


def nodes(record: Record, joined: Joined) -> Iterator[Node]:
    """Yield the nodes of a record, first that of the release.

    That of a joined entity holds what the record says of it.
    """
    release = f"{BASE}{record.id}"

    def reference(own: str) -> Node:
        return {"@id": f"{_JOINED}{joined[own].id}" if own in joined else f"{release}:{own}"}

    def name(own: str, called: str, aliases: Iterable[str]) -> Node:
        best = joined[own].name if own in joined else called
        others = [other for other in dict.fromkeys([called, *aliases]) if other != best]
        return {"name": best, "alternateName": others}

    mentioned = [
        *(person.id for person in record.people),
        *(organization.id for organization in record.organizations),
        *(agreement.id for agreement in record.agreements),
    ]
    yield said(
        {
            "@id": release,
            "@type": "NewsArticle",
            "headline": record.title,
            "datePublished": record.publish_date,
            "inLanguage": record.language,
            "author": said({"@type": "Person", "name": record.author}) if record.author else None,
            "url": record.source.url,
            "contentLocation": record.dateline.place,
            "articleBody": record.text,
            "mentions": [reference(own) for own in mentioned],
        }
    )
    for body in record.organizations:
        whole = _IN_PLACE if body.type == "place" else _IN_BODY
        yield said(
            {
                **reference(body.id),
                "@type": _TYPES.get(body.type, _ANY_BODY),
                **name(body.id, body.name, body.aliases),
                whole: body.part_of and reference(body.part_of),
            }
        )
    for person in record.people:
        named = {**reference(person.id), **name(person.id, person.name, ())}
        yield _person(person, named, reference)
    for agreement in record.agreements:
        yield _agreement(agreement, reference)


def _person(person: PersonRecord, named: Node, reference: Callable[[str], Node]) -> Node:
    return said(
        {
            "@type": "Person",
            **named,
            "givenName": person.given,
            "familyName": person.family,
            "jobTitle": [title.title for title in person.titles if title.when == "current"],
            "affiliation": [
                {
                    "@type": "OrganizationRole",
                    "roleName": title.title,
                    "description": title.when,
                    "affiliation": reference(title.organization),
                }
                for title in person.titles
                if title.organization
            ],
        }
    )


def _agreement(agreement: AgreementRecord, reference: Callable[[str], Node]) -> Node:
    first, last = days(agreement.date.value if agreement.date else None)
    people = [*(who.person for who in agreement.signatories), *agreement.witnesses]
    return said(
        {
            **reference(agreement.id),
            "@type": "AgreeAction",
            "actionStatus": {
                "@id": CONTEXT["@vocab"] + _STATUS.get(agreement.status, "CompletedActionStatus")
            },
            "agent": [reference(party) for party in agreement.parties],
            "participant": [reference(one) for one in dict.fromkeys(people)],
            "object": {
                "@type": "CreativeWork",
                "name": agreement.name,
                "genre": agreement.type,
                "creativeWorkStatus": agreement.status,
            },
            "location": agreement.place,
            "startTime": first.isoformat() if first else None,
            "endTime": last.isoformat() if last else None,
        }
    )
