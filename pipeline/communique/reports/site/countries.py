"""Which countries a release speaks of as the home of a body, as a party or as where it was issued."""

from __future__ import annotations

import re
from functools import cache

from communique.components.lexicon_files import read_table
from communique.records.model import AgreementRecord, OrganizationRecord, Record

#: What parts the places of a dateline: "Bogotá, Colombia and Montevideo, Uruguay".
_PARTING = re.compile(r",|/|\band\b")


@cache
def _common_names() -> dict[str, str]:
    table = read_table("agreements/countries.txt")
    return {form.casefold(): row[0] for row in table for form in row if form}


def country_called(name: str | None) -> str | None:
    """Return the country that ``name`` is a name of, by its common name; None where it is none."""
    return _common_names().get(" ".join((name or "").split()).casefold())


def country_of(body: OrganizationRecord) -> str | None:
    """Return the country that a body is, or is of, as the record says."""
    if body.country:
        return country_called(body.country) or body.country
    return country_called(body.name) if body.type == "place" else None


def countries_of(record: Record) -> list[str]:
    """Return the countries of a release in order: of its bodies, its dateline, its agreements' places."""
    found = [country_of(body) for body in record.organizations]
    for place in (record.dateline.place, *(a.place for a in record.agreements)):
        found += [country_called(part) for part in _PARTING.split(place or "")]
    return list(dict.fromkeys(country for country in found if country))


def countries_of_parties(agreement: AgreementRecord, record: Record) -> list[str]:
    """Return the countries of the bodies that are parties to an agreement, in order."""
    parties = set(agreement.parties)
    found = (country_of(body) for body in record.organizations if body.id in parties)
    return list(dict.fromkeys(country for country in found if country))
