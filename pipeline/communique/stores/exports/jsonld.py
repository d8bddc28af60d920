"""JSON-LD in the words of schema.org: one document with a graph of all releases.

A release is a ``NewsArticle`` that mentions its people, bodies and agreements; an agreement is an
``AgreeAction`` of its parties upon a ``CreativeWork``; a title a role within an organization.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from communique.records.model import AgreementRecord, PersonRecord, Record
from communique.stores.exports.files import json_bytes, new_file, said
from communique.stores.sql.keys import days

Node = dict[str, Any]

#: Names of nodes come after it; where the releases really are, nobody knows.
BASE = "urn:communique:"
CONTEXT = {"@vocab": "https://schema.org/"}

_TYPES = {
    "government": "GovernmentOrganization",
    "education": "EducationalOrganization",
    "company": "Corporation",
    "nonprofit": "NGO",
    "place": "AdministrativeArea",
}
_STATUS = {
    "planned": "PotentialActionStatus",
    "announced": "ActiveActionStatus",
}


def export_jsonld(records: Iterable[Record], folder: Path) -> list[Path]:
    """Write ``releases.jsonld``, release by release."""
    path = folder / "releases.jsonld"
    with new_file(path) as stream:
        stream.write(b'{"@context":' + json_bytes(CONTEXT) + b',"@graph":[')
        separator = b"\n"
        for record in records:
            for node in nodes(record):
                stream.write(separator + json_bytes(node))
                separator = b",\n"
        stream.write(b"\n]}\n")
    return [path]


def nodes(record: Record) -> Iterator[Node]:
    """Yield the nodes of a record, first that of the release."""
    release = f"{BASE}{record.id}"

    def reference(own: str) -> Node:
        return {"@id": f"{release}:{own}"}

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
    for organization in record.organizations:
        yield said(
            {
                **reference(organization.id),
                "@type": _TYPES.get(organization.type, "Organization"),
                "name": organization.name,
                "alternateName": organization.aliases,
                _whole(organization.type): organization.part_of and reference(organization.part_of),
            }
        )
    for person in record.people:
        yield _person(person, release)
    for agreement in record.agreements:
        yield _agreement(agreement, release)


def _whole(kind: str) -> str:
    return "containedInPlace" if kind == "place" else "parentOrganization"


def _person(person: PersonRecord, release: str) -> Node:
    return said(
        {
            "@id": f"{release}:{person.id}",
            "@type": "Person",
            "name": person.name,
            "givenName": person.given,
            "familyName": person.family,
            "jobTitle": [title.title for title in person.titles if title.when == "current"],
            "affiliation": [
                {
                    "@type": "OrganizationRole",
                    "roleName": title.title,
                    "description": title.when,
                    "affiliation": {"@id": f"{release}:{title.organization}"},
                }
                for title in person.titles
                if title.organization
            ],
        }
    )


def _agreement(agreement: AgreementRecord, release: str) -> Node:
    first, last = days(agreement.date.value if agreement.date else None)
    people = [*(who.person for who in agreement.signatories), *agreement.witnesses]
    return said(
        {
            "@id": f"{release}:{agreement.id}",
            "@type": "AgreeAction",
            "actionStatus": {
                "@id": CONTEXT["@vocab"] + _STATUS.get(agreement.status, "CompletedActionStatus")
            },
            "agent": [{"@id": f"{release}:{party}"} for party in agreement.parties],
            "participant": [{"@id": f"{release}:{one}"} for one in dict.fromkeys(people)],
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
