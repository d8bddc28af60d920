"""The record, version 1: what Communiqué writes for each release.

Offsets are half-open characters of ``text``; ``text[start:end]`` is the surface form of every span.
Ids (``p1``, ``o1``, ``a1``) hold within one record.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.dates.types import DateAnchor, DateKind, DatePrecision, DateRole
from communique.components.mentions import OrganizationType
from communique.components.titles.types import OrganizationSource, TitleTime

SCHEMA_VERSION: Literal[1] = 1

Offset = Annotated[int, Field(ge=0)]
IsoDay = Annotated[str, Field(pattern=r"^\d{4}-\d\d-\d\d$")]


class _Part(BaseModel):
    model_config = ConfigDict(
        extra="forbid", frozen=True, json_schema_serialization_defaults_required=True
    )


class SpanOffsets(_Part):
    """Half-open characters of ``text``."""

    start: Offset
    end: Offset


class SpanText(SpanOffsets):
    """A stretch of ``text`` with its surface form."""

    text: str


class SourceRecord(_Part):
    """Where the release came from."""

    path: str
    format: str
    sha256: str = Field(description="of the bytes of the release")
    record: str | None = Field(default=None, description="where in its container the release lay")
    url: str | None = Field(default=None, description="its address, as the container has it")


class PipelineRecord(_Part):
    """What made the record."""

    name: str
    version: str
    model: str
    lexicon: str | None = Field(
        default=None,
        description="of the content of a user's lexicon: the first 16 hex digits of its SHA-256",
    )


class DatelineRecord(_Part):
    """Place and day of the dateline."""

    place: str | None = None
    date: IsoDay | None = None


class TitleRecord(SpanOffsets):
    """An office, job or rank of a person."""

    title: str
    organization: str | None = Field(
        default=None, description="id of an organization of this record"
    )
    organization_name: str | None = Field(
        default=None, description="the body, or the place, as the text has it"
    )
    organization_source: OrganizationSource | None = Field(
        default=None, description="what named the body: the title's own phrase, its sentence, …"
    )
    when: TitleTime = "current"


class PersonRecord(_Part):
    """A human being by name."""

    id: str
    name: str
    given: str | None = None
    family: str | None = None
    mentions: list[SpanText]
    titles: list[TitleRecord] = []


class OrganizationRecord(_Part):
    """A named body, or a place that acts as a contracting party."""

    id: str
    name: str
    type: OrganizationType
    aliases: list[str] = []
    mentions: list[SpanText] = []
    part_of: str | None = Field(default=None, description="id of the organization it belongs to")
    country: str | None = Field(
        default=None, description="the country whose body it is, where the text says so"
    )


class AgreementDateRecord(SpanOffsets):
    """When it was signed or made."""

    value: str


class AgreementTermRecord(SpanOffsets):
    """How long it is to run: an ISO 8601 duration, ``P5Y``."""

    value: str


class GroundRecord(SpanOffsets):
    """The words that a slot of an agreement rests on; ``of`` is the id in a slot that holds several."""

    slot: str
    of: str | None = None


class SignatoryRecord(_Part):
    """A person who signed, and for whom."""

    person: str
    on_behalf_of: str | None = None


class AgreementRecord(_Part):
    """An instrument by which parties bind themselves or declare a joint intent."""

    id: str
    name: str
    type: AgreementType
    status: AgreementStatus
    date: AgreementDateRecord | None = None
    place: str | None = None
    term: AgreementTermRecord | None = None
    parties: list[str] = Field(default=[], description="ids of organizations, or of people")
    signatories: list[SignatoryRecord] = []
    witnesses: list[str] = Field(default=[], description="ids of people")
    amounts: list[SpanText] = []
    mentions: list[SpanText] = []
    evidence: list[SpanOffsets] = []
    grounds: list[GroundRecord] = []


class DateRecord(SpanText):
    """A date expression and its value."""

    value: str | None = Field(description="ISO 8601 or TIMEX3; null for a day that does not exist")
    kind: DateKind
    precision: DatePrecision | None = None
    anchor: DateAnchor | None = None
    role: DateRole | None = None


class Record(_Part):
    """One release, normalized."""

    schema_version: Literal[1] = SCHEMA_VERSION
    id: str = Field(description="from the content: the first 16 hex digits of the text's SHA-256")
    source: SourceRecord
    pipeline: PipelineRecord
    language: str | None = None
    title: str | None = None
    publish_date: IsoDay | None = None
    author: str | None = Field(default=None, description="as the container has it")
    rights: str | None = Field(
        default=None, description="copyright or licence line, as the container has it"
    )
    dateline: DatelineRecord = DatelineRecord()
    text: str | None = Field(
        default=None, description="what all offsets refer to; null with --no-text"
    )
    people: list[PersonRecord] = []
    organizations: list[OrganizationRecord] = []
    agreements: list[AgreementRecord] = []
    dates: list[DateRecord] = []
    warnings: list[str] = []
