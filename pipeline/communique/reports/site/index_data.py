"""What the pages on all releases load: rows of numbers, and the lists that the numbers point into."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from typing import Any, get_args

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.reports.site.digest import ReleaseDigest
from communique.reports.site.names import Names

TYPES: tuple[str, ...] = get_args(AgreementType)
STATUSES: tuple[str, ...] = get_args(AgreementStatus)
#: Rows of one file, so that a browser stays responsive while it reads them.
CHUNK = 4000


def index_rows(releases: Iterable[ReleaseDigest]) -> tuple[dict[str, Any], list[list[Any]]]:
    """Return the lists, and a row for each release.

    A row: page, title, date, excerpt, people, organizations, countries, places, agreements (type
    and status of each in one number), language, source, warnings; numbers are places in the lists.
    """
    lists = {
        name: Names()
        for name in (
            "people",
            "organizations",
            "countries",
            "places",
            "languages",
            "sources",
            "warnings",
        )
    }
    rows = [
        [
            release.page,
            release.title,
            release.date or "",
            release.excerpt,
            lists["people"].numbers(release.people),
            lists["organizations"].numbers(release.organizations),
            lists["countries"].numbers(release.countries),
            lists["places"].numbers(release.places),
            [
                TYPES.index(agreement.type) * len(STATUSES) + STATUSES.index(agreement.status)
                for agreement in release.agreements
            ],
            lists["languages"].number(release.language) if release.language else -1,
            lists["sources"].number(release.source),
            lists["warnings"].numbers(release.warnings),
        ]
        for release in releases
    ]
    return {
        **{name: names.forms for name, names in lists.items()},
        "types": TYPES,
        "statuses": STATUSES,
    }, rows


def agreement_rows(releases: Iterable[ReleaseDigest]) -> tuple[dict[str, Any], list[list[Any]]]:
    """Return the lists, and a row for each agreement.

    A row: page of its release, id of its card there, name, date as the record has it, first day,
    whether the day is only the release's, type, status, parties.
    """
    parties = Names()
    rows = [
        [
            release.page,
            agreement.anchor,
            agreement.name,
            agreement.value or "",
            agreement.day or "",
            int(agreement.basis == "release"),
            TYPES.index(agreement.type),
            STATUSES.index(agreement.status),
            parties.numbers(agreement.parties),
        ]
        for release in releases
        for agreement in release.agreements
    ]
    return {"parties": parties.forms, "types": TYPES, "statuses": STATUSES}, rows


def chunks(rows: Sequence[list[Any]]) -> Iterator[list[list[Any]]]:
    """Yield the rows in parts of ``CHUNK``; one part, empty, where there are none."""
    remaining = iter(rows)
    yield list(islice(remaining, CHUNK))
    while some := list(islice(remaining, CHUNK)):
        yield some
