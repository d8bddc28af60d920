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

    start: Offset = Field(description="of the first character")
    end: Offset = Field(description="of the character behind the last")


class SpanText(SpanOffsets):
    """A stretch of ``text`` with its surface form."""

    text: str = Field(
        description="the surface form: the slice of the release's text, line breaks and all"
    )


class SourceRecord(_Part):
    """Where the release came from."""

    path: str = Field(description="as the caller gave it; `-` for standard input")
    format: str = Field(
        description="one that `communique formats` lists: that of the release itself, not of the "
        "archive around it"
    )
    sha256: str = Field(
        description="of the bytes of the release: the whole file, its line in a JSONL file, its row "
        "or object in a fixed form"
    )
    record: str | None = Field(
        default=None,
        description="where in its container it lay: `line 7`, `message 12`, `news/a.html`; null "
        "where the file is the release",
    )
    url: str | None = Field(default=None, description="its address, as the container says")


class PipelineRecord(_Part):
    """What made the record."""

    name: str = Field(description="`communique`")
    version: str = Field(description="of the program")
    model: str = Field(description="name and version of the spaCy pipeline")
    lexicon: str | None = Field(
        default=None,
        description="of a user's lexicon: the first 16 hex digits of the SHA-256 of its content; "
        "null without one",
    )


class DatelineRecord(_Part):
    """Place and day of the dateline."""

    place: str | None = Field(default=None, description="as the text has it")
    date: IsoDay | None = Field(default=None, description="the day that it names")


class TitleRecord(SpanOffsets):
    """An office, job or rank of a person."""

    title: str = Field(
        description="its words; it ends where the organization's name begins. Above a list of "
        'several holders it is in the singular ("Secretaries" is "Secretary" of each)'
    )
    organization: str | None = Field(
        default=None, description="id of the organization of this record that it is held at"
    )
    organization_name: str | None = Field(
        default=None,
        description="that body as the text has it, or the place where it is only a place "
        '("Mayor of Kampot")',
    )
    organization_source: OrganizationSource | None = Field(
        default=None,
        description="what named it: the title's own phrase, its sentence, its paragraph, or the "
        "release as a whole (the body that issued it, the country that it is from); null where "
        "there is none",
    )
    when: TitleTime = Field(default="current", description="whether it is held, was, or will be")


class PersonRecord(_Part):
    """A human being by name."""

    id: str = Field(description="`p1`, `p2`, …")
    name: str = Field(description="the fullest form, without honorific or title")
    given: str | None = Field(default=None, description="given names, where they can be told")
    family: str | None = Field(default=None, description="family name, where it can be told")
    mentions: list[SpanText] = Field(description="every place where the person is named")
    titles: list[TitleRecord] = Field(
        default=[], description="offices, jobs and ranks that the text gives the person"
    )


class OrganizationRecord(_Part):
    """A named body, or a place that acts as a contracting party."""

    id: str = Field(description="`o1`, `o2`, …")
    name: str = Field(description="the fullest form")
    type: OrganizationType = Field(description="what kind of body it is")
    aliases: list[str] = Field(
        default=[], description="its other surface forms: acronyms, short forms"
    )
    mentions: list[SpanText] = Field(default=[], description="every place where it is named")
    part_of: str | None = Field(
        default=None,
        description="id of the organization that it is part of, where the text says so: its own "
        'name ("Department of A of B", "B Press Office"), a possessive ("B\'s Department of A"), '
        '"Faculty of A, B University", the last of a list of a school\'s parts',
    )
    country: str | None = Field(
        default=None,
        description="the country whose body it is, by its common name, where its name, a possessive "
        "or the body that it is part of says so",
    )


class AgreementDateRecord(SpanOffsets):
    """When it was signed or made."""

    value: str = Field(description="as that of a date")


class AgreementTermRecord(SpanOffsets):
    """How long it is to run."""

    value: str = Field(description="an ISO 8601 duration: `P5Y`")


class GroundRecord(SpanOffsets):
    """The words that a slot of an agreement rests on."""

    slot: str = Field(
        description="`type`, `status`, `date`, `place`, `term`, `party`, `signatory` or `witness`"
    )
    of: str | None = Field(
        default=None, description="the id, of a slot that holds several; null of all others"
    )


class SignatoryRecord(_Part):
    """A person who signed, and for whom."""

    person: str = Field(description="id of a person")
    on_behalf_of: str | None = Field(
        default=None, description="id of the organization that the person signed for"
    )


class AgreementRecord(_Part):
    """An instrument by which parties bind themselves or declare a joint intent."""

    id: str = Field(description="`a1`, `a2`, …")
    name: str = Field(description="the fullest mention, without article")
    type: AgreementType = Field(description="what kind of instrument it is")
    status: AgreementStatus = Field(
        description="how it stands; `referenced` is an older one that the text only recalls"
    )
    date: AgreementDateRecord | None = Field(default=None, description="when it was signed or made")
    place: str | None = Field(default=None, description="where, as the text has it")
    term: AgreementTermRecord | None = Field(default=None, description="how long it is to run")
    parties: list[str] = Field(default=[], description="ids of organizations, or of people")
    signatories: list[SignatoryRecord] = Field(default=[], description="who signed, and for whom")
    witnesses: list[str] = Field(
        default=[], description="ids of people said to have attended, witnessed or presided"
    )
    amounts: list[SpanText] = Field(default=[], description="sums of money")
    mentions: list[SpanText] = Field(default=[], description="the strings that name it")
    evidence: list[SpanOffsets] = Field(
        default=[], description="the sentences that the slots were read from"
    )
    grounds: list[GroundRecord] = Field(default=[], description="the words that each slot rests on")


class DateRecord(SpanText):
    """A date expression and its value."""

    value: str | None = Field(description="ISO 8601 or TIMEX3; null for a day that does not exist")
    kind: DateKind = Field(description="what kind of expression it is")
    precision: DatePrecision | None = Field(
        default=None, description="how closely the value says when"
    )
    anchor: DateAnchor | None = Field(
        default=None,
        description="what supplied the part that the expression leaves out; null where nothing was "
        "missing",
    )
    role: DateRole | None = Field(
        default=None, description="what it is the date of, where the words beside it tell"
    )


class Record(_Part):
    """One release, normalized."""

    schema_version: Literal[1] = Field(
        default=SCHEMA_VERSION, description="counts up when a field changes"
    )
    id: str = Field(
        description="the first 16 hex digits of the SHA-256 of `text`: the same release has the "
        "same id in every run"
    )
    source: SourceRecord = Field(description="where it came from")
    pipeline: PipelineRecord = Field(description="what made the record")
    language: str | None = Field(
        default=None,
        description="as the container says: the `lang` of an HTML page, a field of JSON",
    )
    title: str | None = Field(
        default=None, description="as the container says; a headline in the text stays in the text"
    )
    publish_date: IsoDay | None = Field(
        default=None,
        description="given by the caller, said by the container, or found in the text (a metadata "
        'line, "Posted on …", a dateline), in this order of trust',
    )
    author: str | None = Field(
        default=None, description="as the container says, several as one line"
    )
    rights: str | None = Field(
        default=None,
        description="copyright or licence line, or the address of a licence, as the container says",
    )
    dateline: DatelineRecord = Field(
        default=DatelineRecord(), description="place and day of a dateline"
    )
    text: str | None = Field(
        default=None, description="what all offsets refer to; null with `--no-text`"
    )
    people: list[PersonRecord] = Field(default=[], description="human beings by name")
    organizations: list[OrganizationRecord] = Field(
        default=[], description="named bodies, and places that are party to an agreement"
    )
    agreements: list[AgreementRecord] = Field(
        default=[], description="one entry for each distinct instrument"
    )
    dates: list[DateRecord] = Field(
        default=[], description="every expression that says when, in order"
    )
    warnings: list[str] = Field(
        default=[],
        description="sentences on what went other than expected: a doubtful encoding, a date field "
        "that is none",
    )
