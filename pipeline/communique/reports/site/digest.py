"""What the pages on all releases together remember of each of them."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal
from urllib.parse import urlsplit

from communique.records.model import AgreementRecord, Record
from communique.reports.site.countries import countries_of, countries_of_parties
from communique.reports.site.days import first_day

#: Characters of the text that the index shows.
_EXCERPT = 200
_TITLE = 140
_ID = re.compile(r"[0-9a-f]{16}")


@dataclass(frozen=True)
class AgreementDigest:
    """An agreement among all.

    ``day`` is the first that its date allows; where the release gives no date, the release's own,
    and ``basis`` says so. An older agreement that the release only recalls has none then.
    """

    release: ReleaseDigest
    anchor: str
    name: str
    type: str
    status: str
    value: str | None
    day: str | None
    basis: Literal["agreement", "release"] | None
    parties: tuple[str, ...]
    countries: tuple[str, ...]


@dataclass(frozen=True, eq=False)
class ReleaseDigest:
    """A release among all; ``page`` is its page's path within ``releases/``, without ending."""

    page: str
    title: str
    date: str | None
    excerpt: str
    people: tuple[str, ...]
    organizations: tuple[str, ...]
    countries: tuple[str, ...]
    places: tuple[str, ...]
    agreements: list[AgreementDigest]
    language: str | None
    source: str
    warnings: tuple[str, ...]


def digest(record: Record, page: str) -> ReleaseDigest:
    """Return what is remembered of a release."""
    places = (record.dateline.place, *(agreement.place for agreement in record.agreements))
    release = ReleaseDigest(
        page=page,
        title=title_of(record),
        date=record.publish_date or record.dateline.date,
        excerpt=_excerpt(record),
        people=_distinct(person.name for person in record.people),
        organizations=_distinct(body.name for body in record.organizations),
        countries=tuple(countries_of(record)),
        places=_distinct(_one_line(place) for place in places if place),
        agreements=[],
        language=record.language,
        source=source_of(record),
        warnings=tuple(record.warnings),
    )
    names = names_of(record)
    for number, agreement in enumerate(record.agreements, 1):
        release.agreements.append(_agreement(agreement, number, record, release, names))
    return release


def names_of(record: Record) -> dict[str, str]:
    """Return the names of all people and organizations by id."""
    names = {person.id: person.name for person in record.people}
    return names | {body.id: body.name for body in record.organizations}


def page_of(record: Record, taken: dict[str, int]) -> str:
    """Return a page's path for a record: of its id alone, counted where several have the same.

    ``taken`` counts, and is counted up. An id is trusted only where it looks like one.
    """
    known = _ID.fullmatch(record.id) is not None
    name = record.id if known else hashlib.sha256(record.id.encode()).hexdigest()[:16]
    taken[name] = number = taken.get(name, 0) + 1
    return f"{name[:2]}/{name}" if number == 1 else f"{name[:2]}/{name}-{number}"


def title_of(record: Record) -> str:
    """Return the title, else the first line of the text, else where the release came from."""
    title = record.title or next(filter(str.strip, (record.text or "").split("\n")), "")
    return _cut(_one_line(title), _TITLE) or record.source.path


def source_of(record: Record) -> str:
    """Return what the releases of one origin share: a site, a file of many releases, a folder."""
    if record.source.url and (host := _host(record.source.url)):
        return host
    if record.source.record is not None:
        return record.source.path
    folder = str(PurePosixPath(record.source.path).parent)
    return record.source.path if folder == "." else f"{folder}/"


def _host(url: str) -> str | None:
    try:
        return urlsplit(url).hostname
    except ValueError:
        return None


def _agreement(
    agreement: AgreementRecord,
    number: int,
    record: Record,
    release: ReleaseDigest,
    names: dict[str, str],
) -> AgreementDigest:
    day = first_day(agreement.date.value) if agreement.date else None
    basis: Literal["agreement", "release"] | None = "agreement" if day else None
    if agreement.date is None and agreement.status != "referenced" and release.date:
        day, basis = release.date, "release"
    return AgreementDigest(
        release=release,
        anchor=f"a{number}",
        name=_one_line(agreement.name),
        type=agreement.type,
        status=agreement.status,
        value=agreement.date.value if agreement.date else None,
        day=day,
        basis=basis,
        parties=_distinct(names[party] for party in agreement.parties if party in names),
        countries=tuple(countries_of_parties(agreement, record)),
    )


def _excerpt(record: Record) -> str:
    text = (record.text or "").lstrip()
    title = title_of(record)
    text = text.removeprefix(title)
    return _cut(_one_line(text[: 3 * _EXCERPT]), _EXCERPT)


def _cut(text: str, length: int) -> str:
    if len(text) <= length:
        return text
    return f"{text[:length].rsplit(' ', 1)[0].rstrip(' ,;:–-')} …"


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _distinct(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_one_line(name) for name in names))
