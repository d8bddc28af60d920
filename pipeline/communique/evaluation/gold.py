"""Gold annotations: what a careful reader takes from a release.

A folder of gold holds ``NAME.gold.json`` files, and the releases themselves as ``docs/NAME.txt``
(or ``.html``). Entities are referred to by name, and mentions are distinct surface strings, without
offsets: what is marked and how stands in ``corpus/GUIDELINES.md``.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from communique.components.agreements.types import AgreementStatus, AgreementType
from communique.components.mentions import OrganizationType
from communique.components.titles.types import TitleTime

_ENDING = ".gold.json"


class _Gold(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class GoldTitle(_Gold):
    """A title of a person; ``organization`` is None where the text leaves it open."""

    title: str
    organization: str | None = None
    when: TitleTime = "current"


class GoldPerson(_Gold):
    """A person by name."""

    name: str
    mentions: tuple[str, ...]
    titles: tuple[GoldTitle, ...] = ()


class GoldOrganization(_Gold):
    """A body, or a place that acts as a party."""

    name: str
    mentions: tuple[str, ...]
    type: OrganizationType


class GoldAgreement(_Gold):
    """An instrument; parties, signatories and witnesses are names of entities."""

    name: str
    mentions: tuple[str, ...]
    type: AgreementType
    status: AgreementStatus
    date: str | None = None
    parties: tuple[str, ...] = ()
    signatories: tuple[str, ...] = ()
    witnesses: tuple[str, ...] = ()


class GoldDate(_Gold):
    """A date expression at one place, and its value."""

    text: str
    value: str


class GoldRelease(_Gold):
    """The whole annotation of one release."""

    id: str
    publish_date: str | None = None
    people: tuple[GoldPerson, ...] = ()
    organizations: tuple[GoldOrganization, ...] = ()
    agreements: tuple[GoldAgreement, ...] = ()
    dates: tuple[GoldDate, ...] = ()


def read_gold(folder: Path) -> Iterator[tuple[Path, GoldRelease]]:
    """Yield each release's path and annotation, by name.

    Raises ``FileNotFoundError`` for an annotation without its release, and ``ValueError`` naming
    the file for one that is not in the form above.
    """
    for path in sorted(folder.glob(f"*{_ENDING}")):
        yield _release_of(path), _read(path)


def read_annotations(folder: Path) -> Iterator[GoldRelease]:
    """Yield the annotations of a folder by name, without their releases.

    Raises ``ValueError`` naming the file for one that is not in the form above.
    """
    yield from map(_read, sorted(folder.glob(f"*{_ENDING}")))


def occurrences(text: str, mention: str) -> Iterator[tuple[int, int]]:
    """Yield the half-open offsets of each place where a mention stands as whole words.

    A run of white space in the text counts as one space of the mention.
    """
    pattern = r"\s+".join(map(re.escape, mention.split()))
    for match in re.finditer(rf"(?<!\w){pattern}(?!\w)", text):
        yield match.span()


def fingerprint(folder: Path) -> str:
    """Return the SHA-256 of all annotations and releases of a folder, names included."""
    digest = hashlib.sha256()
    for annotation in sorted(folder.glob(f"*{_ENDING}")):
        for path in (annotation, _release_of(annotation)):
            digest.update(f"{path.name}\0{path.stat().st_size}\0".encode())
            digest.update(path.read_bytes())
    return digest.hexdigest()


def _read(path: Path) -> GoldRelease:
    try:
        return GoldRelease.model_validate_json(path.read_bytes())
    except ValidationError as error:
        raise ValueError(f"{path}: {error}") from None


def _release_of(annotation: Path) -> Path:
    name = annotation.name.removesuffix(_ENDING)
    for ending in (".txt", ".html"):
        path = annotation.parent / "docs" / f"{name}{ending}"
        if path.exists():
            return path
    raise FileNotFoundError(f"{annotation}: there is no release docs/{name}.txt or .html")
