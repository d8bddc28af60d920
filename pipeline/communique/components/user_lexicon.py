"""Reading a user's lexicon: which files it may hold, and what their lines must be."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from communique.components.agreements.lexicon import Strength
from communique.components.agreements.types import AgreementType
from communique.components.lexicon_files import UserLexicon, entries_of, split_row
from communique.components.mentions import OrganizationType


class LexiconError(ValueError):
    """A folder is no lexicon; the message names file, line and reason."""


@dataclass(frozen=True)
class Column:
    """What a column holds: ``fault`` says what is wrong with a cell, None where nothing is."""

    name: str
    fault: Callable[[str], str | None]
    optional: bool = False


@dataclass(frozen=True)
class Shape:
    """A file that a user's lexicon may hold: what it is for, its columns and a line of it."""

    says: str
    columns: tuple[Column, ...]
    example: str


def _text(cell: str) -> str | None:
    return None if cell else "is empty"


def _lower(cell: str) -> str | None:
    return _text(cell) or (None if cell == cell.lower() else "must be in lower case")


def _several(cell: str) -> str | None:
    return None if all(part.strip() for part in cell.split("|")) else "has an empty name"


def _of(*values: str) -> Callable[[str], str | None]:
    def fault(cell: str) -> str | None:
        return None if cell in values else f"must be {_either(values)}, not {cell!r}"

    return fault


def _words_of(*values: str) -> Callable[[str], str | None]:
    def fault(cell: str) -> str | None:
        unknown = [word for word in cell.split() if word not in values]
        return f"must be of {_either(values)}, not {unknown[0]!r}" if unknown else None

    return fault


def _either(values: tuple[str, ...]) -> str:
    return f"{', '.join(values[:-1])} or {values[-1]}"


_HEAD_FLAGS = ("cap", "nation", "low", "rank", "post", "seat", "name", "words", "art")
_TYPES = get_args(AgreementType)
_BODIES = tuple(kind for kind in get_args(OrganizationType) if kind != "place")
_NAME = (Column("name", _text),)
_WORD = (Column("word", _lower),)

#: The files that a user's lexicon may hold. Those of the same name in ``communique/lexicon`` say more
#: of their columns.
SHAPES: Mapping[str, Shape] = {
    "titles/heads.tsv": Shape(
        "words, or whole titles, that an office, a job or a rank is named by",
        (
            Column("words", _lower),
            Column("flags", _words_of(*_HEAD_FLAGS), optional=True),
        ),
        "gaonbura",
    ),
    "titles/plurals.tsv": Shape(
        "plurals of heads that are not made by rule",
        (Column("plural", _lower), Column("singular", _lower)),
        "panchas\tpanch",
    ),
    "titles/abbreviations.tsv": Shape(
        "abbreviated heads, as written, and what they stand for",
        (
            Column("letters", _text),
            Column("flags", _words_of(*_HEAD_FLAGS, "nodot", "modifier"), optional=True),
            Column("words", _lower, optional=True),
        ),
        "BDO\t\tblock development officer",
    ),
    "titles/fields.txt": Shape("words of the fields that offices are held for", _WORD, "panchayat"),
    "titles/modifiers.txt": Shape("words before a head that belong to the title", _WORD, "gram"),
    "titles/honorifics.txt": Shape(
        "styles of address before a name, which are no title", _NAME, "Shrimati"
    ),
    "agreements/instruments.tsv": Shape(
        "nouns that an agreement is named by",
        (
            Column("singular", _lower),
            Column("plural", _lower),
            Column("type", _of(*_TYPES, "?")),
            Column("strength", _of(*get_args(Strength))),
            Column("short", _words_of(*_TYPES, "any", "?", "-")),
        ),
        "concord\tconcords\ttreaty\tcertain\ttreaty",
    ),
    "agreements/modifiers.tsv": Shape(
        "words before the noun that tell the agreement's type",
        (Column("words", _lower), Column("type", _of(*_TYPES))),
        "grazing\tlicense",
    ),
    "agreements/known.tsv": Shape(
        "agreements known by a short name, as written",
        (Column("name", _text), Column("type", _of(*_TYPES))),
        "Pier Pact\ttreaty",
    ),
    "agreements/exclusions.txt": Shape("phrases that name no agreement", _WORD, "entente cordiale"),
    "organizations/known.tsv": Shape(
        "bodies by name, with their type and their other names",
        (
            Column("name", _text),
            Column("type", _of(*_BODIES)),
            Column("other names", _several, optional=True),
        ),
        "Ferrymen of Kelm\tnonprofit\tKelm Ferrymen|FoK",
    ),
    "organizations/heads.tsv": Shape(
        "words that make a capitalised phrase the name of a body",
        (
            Column("word", _text),
            Column("type", _of(*_BODIES)),
            Column("strength", _of("strong", "weak")),
            Column("places", _of("first", "last", "both")),
            Column("bare", _of("bare", ""), optional=True),
        ),
        "Panchayat\tgovernment\tstrong\tboth",
    ),
    "organizations/not_names.txt": Shape(
        "capitalised phrases that name no body", _NAME, "Pier Week"
    ),
    "people/names.txt": Shape(
        "names that are a person's wherever they stand", _NAME, "Zephyr Loam"
    ),
    "people/not_people.txt": Shape("names that are no person's", _NAME, "Marta Kelm"),
    "people/same.tsv": Shape(
        "names of one person, parted by | behind the first",
        (Column("name", _text), Column("other names", _several)),
        "Marta Okonjo\tMarta Brenner|M. O. Brenner",
    ),
    "people/apart.tsv": Shape(
        "two names that are never one person's",
        (Column("name", _text), Column("name", _text)),
        "Ana Reyes\tA. Reyes",
    ),
}


def read_lexicon(folder: str | os.PathLike[str]) -> UserLexicon:
    """Read a user's lexicon.

    Raises ``LexiconError`` where there is no such folder, a file in it is none of ``SHAPES``, or a
    line is not as it must be. Hidden files are left out.
    """
    root = Path(folder)
    if not root.is_dir():
        raise LexiconError(f"{folder}: there is no such folder")
    entries = {}
    for path in sorted(root.rglob("*")):
        parts = path.relative_to(root).parts
        if path.is_dir() or any(part.startswith(".") for part in parts):
            continue
        name = "/".join(parts)
        if name not in SHAPES:
            raise LexiconError(
                f"{path}: a lexicon has no such file; it may hold {', '.join(SHAPES)}"
            )
        entries[name] = _read_file(path, SHAPES[name])
    if not any(entries.values()):
        raise LexiconError(f"{folder}: there is no entry in it; it may hold {', '.join(SHAPES)}")
    return UserLexicon(_digest(entries), entries)


def _read_file(path: Path, shape: Shape) -> tuple[str, ...]:
    try:
        text = path.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError:
        raise LexiconError(f"{path}: the file is not in UTF-8") from None
    found = []
    for number, entry in entries_of(text):
        fault = _fault(split_row(entry), shape.columns)
        if fault is not None:
            raise LexiconError(f"{path}, line {number}: {fault}")
        found.append(entry)
    return tuple(found)


def _fault(cells: tuple[str, ...], columns: tuple[Column, ...]) -> str | None:
    """Return what is wrong with a line, None where nothing is."""
    least = sum(not column.optional for column in columns)
    if not least <= len(cells) <= len(columns):
        asked = str(least) if least == len(columns) else f"{least} to {len(columns)}"
        names = ", ".join(column.name for column in columns)
        return f"{len(cells)} columns parted by tabs, where {asked} are asked for ({names})"
    for column, cell in zip(columns, cells, strict=False):
        if not (column.optional and not cell) and (fault := column.fault(cell)):
            return f"{column.name} {fault}"
    return None


def _digest(entries: Mapping[str, tuple[str, ...]]) -> str:
    """Return the first 16 hex digits of the SHA-256 of all entries, by the names of their files."""
    content = hashlib.sha256()
    for name in sorted(entries):
        for entry in entries[name]:
            content.update(f"{name}\t{entry}\n".encode())
    return content.hexdigest()[:16]
