"""Gold annotations: what a careful reader takes from a release.

A folder of gold holds ``NAME.gold.json`` files, and the releases themselves as ``docs/NAME.txt``
(or ``.html``). Entities are referred to by name, and mentions are distinct surface strings, without
offsets: what is marked and how stands in ``corpus/GUIDELINES.md``.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.mentions import OrganizationType
from communique.components.titles.types import TitleTime
from communique.evaluation.json_places import line_of

_ENDING = ".gold.json"

_POINT = (
    r"(\d{3}|\d{4}(-((0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?|Q[1-4]|H[12]|W[0-5]\d|SP|SU|FA|WI))?"
    r"|XXXX[^/]*|(PRESENT|PAST|FUTURE)_REF)"
)
#: What the value of a date may be: a point of ISO 8601 or TIMEX3, or two of them as start and end.
DATE_VALUE = rf"^{_POINT}(/{_POINT})?$"
_ISO = {"pattern": DATE_VALUE}


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldTitle(_Gold):
    """A title of a person; ``organization`` is None where the text leaves it open."""

    title: str = Field(description="as the text has it")
    organization: str | None = Field(
        default=None, description="name of an organization of the annotation, or as the text has it"
    )
    when: TitleTime = "current"


class GoldPerson(_Gold):
    """A person by name."""

    name: str = Field(description="the fullest form in the text")
    mentions: tuple[str, ...] = Field(description="distinct strings of the text")
    titles: tuple[GoldTitle, ...] = ()


class GoldOrganization(_Gold):
    """A body, or a place that acts as a party."""

    name: str = Field(description="the fullest form in the text")
    mentions: tuple[str, ...] = Field(description="distinct strings of the text")
    type: OrganizationType


class GoldAgreement(_Gold):
    """An instrument; parties, signatories and witnesses are names of entities."""

    name: str = Field(description="the fullest mention, without article")
    mentions: tuple[str, ...] = Field(description="distinct strings of the text")
    type: AgreementType
    status: AgreementStatus
    date: str | None = Field(
        default=None,
        description="when it was signed or made",
        json_schema_extra={"anyOf": [{"type": "string", **_ISO}, {"type": "null"}]},
    )
    parties: tuple[str, ...] = Field(default=(), description="names of organizations, or of people")
    signatories: tuple[str, ...] = Field(default=(), description="names of people")
    witnesses: tuple[str, ...] = Field(default=(), description="names of people")


class GoldDate(_Gold):
    """A date expression at one place, and its value."""

    text: str = Field(description="as the text has it, without preposition")
    value: str = Field(description="ISO 8601 or TIMEX3", json_schema_extra={**_ISO})


class GoldRelease(_Gold):
    """The whole annotation of one release."""

    id: str = Field(description="the name of the file, without .gold.json")
    publish_date: str | None = Field(
        default=None, json_schema_extra={"anyOf": [{"type": "string", **_ISO}, {"type": "null"}]}
    )
    people: tuple[GoldPerson, ...] = ()
    organizations: tuple[GoldOrganization, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    dates: tuple[GoldDate, ...] = Field(default=(), description="each occurrence, in order")


def annotation_files(folder: Path) -> list[Path]:
    """Return the annotations of a folder, by name."""
    return sorted(folder.glob(f"*{_ENDING}"))


def stem(annotation: Path) -> str:
    """Return the name of an annotation's release: ``017.gold.json`` → ``017``."""
    return annotation.name.removesuffix(_ENDING)


def annotation_of(folder: Path, name: str) -> Path:
    """Return where in a folder the annotation of a release lies."""
    return folder / f"{name}{_ENDING}"


def read_gold(folder: Path) -> Iterator[tuple[Path, GoldRelease]]:
    """Yield each release's path and annotation, by name.

    Raises ``FileNotFoundError`` for an annotation without its release, and ``ValueError`` naming
    the file for one that is not in the form above.
    """
    for path in annotation_files(folder):
        yield release_of(path), _read(path)


def read_annotations(folder: Path) -> Iterator[GoldRelease]:
    """Yield the annotations of a folder by name, without their releases.

    Raises ``ValueError`` naming the file for one that is not in the form above.
    """
    yield from map(_read, annotation_files(folder))


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of all annotations and releases of a folder, names included."""
    digest = hashlib.sha256()
    for annotation in annotation_files(folder):
        for path in (annotation, release_of(annotation)):
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def release_of(annotation: Path) -> Path:
    """Return the release that an annotation is of. Raises ``FileNotFoundError``."""
    name = stem(annotation)
    for ending in (".txt", ".html"):
        path = annotation.parent / "docs" / f"{name}{ending}"
        if path.exists():
            return path
    raise FileNotFoundError(f"{annotation}: there is no release docs/{name}.txt or .html")


def _read(path: Path) -> GoldRelease:
    text = path.read_bytes()
    try:
        return GoldRelease.model_validate_json(text)
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        if first["type"] == "json_invalid":
            raise ValueError(f"{path}: {first['msg']}") from None
        place = ".".join(map(str, first["loc"]))
        line = line_of(text.decode(), first["loc"])
        raise ValueError(f"{path}, line {line}: {place}: {first['msg']}") from None
