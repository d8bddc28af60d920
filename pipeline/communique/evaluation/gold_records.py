"""Gold annotations as records, and records as gold annotations.

A record can say all that an annotation says, and at which place. An annotation as a record is scored
and converted like one; a record as an annotation keeps what ``corpus/GUIDELINES.md`` has marked.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from communique.evaluation.gold import (
    GoldAgreement,
    GoldDate,
    GoldOrganization,
    GoldPerson,
    GoldRelease,
    GoldTitle,
)
from communique.evaluation.matching import normal_form
from communique.evaluation.places import Place, folded, occurrences
from communique.evaluation.placing import in_order, place_of_title, places_of_mentions
from communique.readers.normalize import normalize
from communique.records.model import (
    AgreementDateRecord,
    AgreementRecord,
    DateRecord,
    OrganizationRecord,
    PersonRecord,
    PipelineRecord,
    Record,
    SignatoryRecord,
    SourceRecord,
    SpanText,
    TitleRecord,
)

#: Kinds of date expressions that the guidelines leave unmarked.
UNMARKED_KINDS = frozenset({"duration", "set", "time"})
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: The value of a date that has none: nothing is known of it.
UNKNOWN_DATE = "XXXX"


def as_record(gold: GoldRelease, text: str) -> Record:
    """Return an annotation as the record of a program that finds just this.

    Mentions stand at each whole-word occurrence of their strings in ``text``, but for those within a
    longer one; a title at the occurrence nearest to a mention of its holder and its body; dates in
    their order. What stands nowhere is at 0, and a mention is left out then. Raises ``ValueError``
    for a party, signatory or witness that is no entity of the annotation.
    """
    ids = _Ids.of_gold(gold)
    digest = hashlib.sha256(text.encode()).hexdigest()
    strings = [
        *(person.mentions for person in gold.people),
        *(body.mentions for body in gold.organizations),
    ]
    named = places_of_mentions(text, strings)
    people, bodies = named[: len(gold.people)], named[len(gold.people) :]
    instruments = places_of_mentions(text, [instrument.mentions for instrument in gold.agreements])
    body_places = {f"o{n}": sorted(places) for n, places in enumerate(bodies, 1)}
    return Record(
        id=digest[:16],
        source=SourceRecord(path=f"{gold.id}.txt", format="annotation", sha256=digest),
        pipeline=PipelineRecord(name="annotator", version="1", model="none"),
        publish_date=day_of(gold.publish_date),
        text=text,
        people=[
            PersonRecord(
                id=f"p{n}",
                name=person.name,
                mentions=_texts(text, places),
                titles=_titles(person, sorted(places), text, ids, body_places),
            )
            for n, (person, places) in enumerate(zip(gold.people, people, strict=True), 1)
        ],
        organizations=[
            OrganizationRecord(
                id=f"o{n}",
                name=body.name,
                type=body.type,
                mentions=_texts(text, places),
            )
            for n, (body, places) in enumerate(zip(gold.organizations, bodies, strict=True), 1)
        ],
        agreements=[
            _agreement(instrument, f"a{n}", ids, _texts(text, places))
            for n, (instrument, places) in enumerate(
                zip(gold.agreements, instruments, strict=True), 1
            )
        ],
        dates=[
            DateRecord(text=date.text, value=date.value, kind="date", start=start, end=end)
            for date, (start, end) in zip(
                gold.dates, in_order(text, [date.text for date in gold.dates]), strict=True
            )
        ],
    )


def day_of(date: str | None) -> str | None:
    """Return a date that is a day, None for any other: records know no months of publication."""
    return date if date and _DAY.fullmatch(date) else None


def as_gold(record: Record, name: str) -> GoldRelease:
    """Return what of a record the guidelines have marked, as the annotation ``name``.

    A date expression without a value has the value XXXX; durations, sets and clock times are left
    out. Raises ``KeyError`` for an id that no entity of the record has.
    """
    names = {person.id: person.name for person in record.people}
    names |= {body.id: body.name for body in record.organizations}
    return GoldRelease(
        id=name,
        publish_date=record.publish_date,
        people=tuple(
            GoldPerson(
                name=person.name,
                mentions=_surfaces(person.mentions),
                titles=tuple(_gold_title(title, names) for title in person.titles),
            )
            for person in record.people
        ),
        organizations=tuple(
            GoldOrganization(name=body.name, mentions=_surfaces(body.mentions), type=body.type)
            for body in record.organizations
        ),
        agreements=tuple(
            GoldAgreement(
                name=folded(instrument.name),
                mentions=_surfaces(instrument.mentions),
                type=instrument.type,
                status=instrument.status,
                date=instrument.date.value if instrument.date else None,
                parties=tuple(names[party] for party in instrument.parties),
                signatories=tuple(names[s.person] for s in instrument.signatories),
                witnesses=tuple(names[witness] for witness in instrument.witnesses),
            )
            for instrument in record.agreements
        ),
        dates=tuple(
            GoldDate(text=folded(date.text), value=date.value or UNKNOWN_DATE)
            for date in record.dates
            if date.kind not in UNMARKED_KINDS
        ),
    )


@dataclass(frozen=True)
class _Ids:
    """The ids of people by name, and of bodies by the normal forms of names and mentions."""

    release: str
    people: Mapping[str, str]
    bodies: Mapping[str, str]

    @classmethod
    def of_gold(cls, gold: GoldRelease) -> _Ids:
        bodies: dict[str, str] = {}
        for n, body in enumerate(gold.organizations, 1):
            bodies.setdefault(normal_form(body.name), f"o{n}")
        for n, body in enumerate(gold.organizations, 1):
            for mention in body.mentions:
                bodies.setdefault(normal_form(mention), f"o{n}")
        people: dict[str, str] = {}
        for n, person in enumerate(gold.people, 1):
            people.setdefault(person.name, f"p{n}")
        return cls(gold.id, people, bodies)

    def of(self, name: str) -> str:
        found = self.people.get(name) or self.bodies.get(normal_form(name))
        if found is None:
            raise ValueError(f"{self.release}: {name!r} is no entity of the annotation")
        return found


def _titles(
    person: GoldPerson,
    holder: Sequence[Place],
    text: str,
    ids: _Ids,
    bodies: Mapping[str, Sequence[Place]],
) -> list[TitleRecord]:
    titles: list[TitleRecord] = []
    taken: set[Place] = set()
    for title in person.titles:
        body = ids.bodies.get(normal_form(title.organization or ""))
        around = list(bodies.get(body or "", ()))
        if not around and title.organization:
            around = list(occurrences(text, normalize(title.organization)))
        place = place_of_title(text, title.title, holder, around, taken)
        taken.add(place)
        titles.append(
            TitleRecord(
                title=title.title,
                organization=body,
                organization_name=title.organization,
                when=title.when,
                start=place[0],
                end=place[1],
            )
        )
    return titles


def _agreement(
    instrument: GoldAgreement, identifier: str, ids: _Ids, mentions: list[SpanText]
) -> AgreementRecord:
    day = instrument.date
    return AgreementRecord(
        id=identifier,
        name=instrument.name,
        type=instrument.type,
        status=instrument.status,
        date=None if day is None else AgreementDateRecord(value=day, start=0, end=0),
        parties=list(map(ids.of, instrument.parties)),
        signatories=[SignatoryRecord(person=ids.of(name)) for name in instrument.signatories],
        witnesses=list(map(ids.of, instrument.witnesses)),
        mentions=mentions,
    )


def _gold_title(title: TitleRecord, names: Mapping[str, str]) -> GoldTitle:
    body = title.organization_name
    if body is None and title.organization is not None:
        body = names[title.organization]
    return GoldTitle(title=folded(title.title), organization=body and folded(body), when=title.when)


def _texts(text: str, places: Iterable[Place]) -> list[SpanText]:
    return [SpanText(start=start, end=end, text=text[start:end]) for start, end in places]


def _surfaces(mentions: Iterable[SpanText]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(folded(mention.text) for mention in mentions))
