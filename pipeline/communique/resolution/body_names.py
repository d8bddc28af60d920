"""What a body's name says: of which country it is, and whether other bodies may bear the name."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from communique.components.lexicon_files import lexical, read_table
from communique.resolution.countries import country_in
from communique.resolution.words import name_words, word_list

#: Who else may bear a name: nobody, as for a ``state`` and for words of one's ``own``; one body in
#: each country, ``national``; one within each body, ``inner``.
Scope = Literal["state", "own", "national", "inner"]

#: Types of which a country's name is no part but says whose the body is.
_OF_STATES = frozenset({"government", "place"})
#: Types whose names are their own where all words of them are common.
_NAMED = frozenset({"company", "nonprofit", "other"})
_LONG = 4
#: So few letters may stand for bodies in several countries.
_FEW = 5
_ACRONYM = re.compile(r"[A-Z][A-Za-z0-9&-]{1,9}")


@dataclass(frozen=True)
class BodyName:
    """A name of a body; ``core`` are its words in alphabetical order, without the country."""

    core: tuple[str, ...]
    country: str | None
    scope: Scope
    acronym: str | None

    @property
    def key(self) -> str:
        """The words as one string; empty for a state."""
        return " ".join(self.core)


@lru_cache(maxsize=65536)
def body_name(name: str, kind: str) -> BodyName:
    """Return what a name of a body of a type says."""
    known = _known().get((name, kind))
    words = name_words(known or name)
    if kind == "company":
        words = _without_form(words)
    country, rest = country_in(words)
    if kind not in _OF_STATES:
        rest = words
        if kind == "company":
            country = None
    if country and word_list("resolution/state_words.txt").issuperset(rest):
        return BodyName((), country, "state", None)
    core = list(rest)
    letters = acronym_of(name)
    scope = _scope(core, kind)
    if letters and not known and kind != "company" and len(letters) <= _FEW:
        scope = "national"
    return BodyName(tuple(sorted(core)), country, scope, None if known else letters)


def acronym_of(name: str) -> str | None:
    """Return the letters of a name that is an acronym ("TU-K" as ``TUK``), None for any other."""
    plain = name.replace(".", "")
    if not _ACRONYM.fullmatch(plain):
        return None
    letters = "".join(sign for sign in plain if sign.isalnum())
    capitals = sum(sign.isupper() for sign in letters)
    return letters.upper() if capitals >= 2 and capitals * 2 > len(letters) else None


def initials(name: str) -> str:
    """Return the initials of the words of a name: ``NLB`` of "National Library Board"."""
    return "".join(word[0] for word in name_words(name)).upper()


def named_otherwise(name: str, aliases: Iterable[str], kind: str) -> list[str]:
    """Return the aliases that name a body beyond its release: "the Company" and "Board" don't."""
    kept = []
    for alias in aliases:
        parsed = body_name(alias, kind)
        if not parsed.core and parsed.scope != "state":
            continue
        if (
            parsed.acronym
            or parsed.scope in {"own", "state"}
            or (len(parsed.core) > 1 and parsed.scope == body_name(name, kind).scope)
        ):
            kept.append(alias)
    return kept


def _scope(core: list[str], kind: str) -> Scope:
    if any(word not in _common_words() for word in core):
        return "own"
    if kind == "intergovernmental" or word_list("resolution/world_words.txt") & set(core):
        inner = word_list("resolution/inner_words.txt")
        return "inner" if len(core) == 1 or inner.issuperset(core) else "own"
    if kind in _NAMED and len(core) >= _LONG:
        return "own"
    if national_words() & set(core):
        return "national"
    inner = word_list("resolution/inner_words.txt")
    fields = set(core) - inner - word_list("organizations/level_words.txt")
    if kind == "government" and ("department" in core or len(fields) > 1):
        return "national"
    return "inner" if inner & set(core) else "national"


def national_words() -> frozenset[str]:
    """Return the words that make a body one of its kind in a country."""
    return word_list("resolution/national_words.txt")


@lexical
def _known() -> dict[tuple[str, str], str]:
    """Return the full name of each body that is known by its letters, by these and its type."""
    rows = read_table("organizations/known.tsv")
    return {
        (row[0], row[1]): row[2].split("|")[0]
        for row in rows
        if len(row) > 2 and row[2] and acronym_of(row[0]) and not acronym_of(row[2])
    }


@lexical
def _common_words() -> frozenset[str]:
    heads = (row[0].lower() for row in read_table("organizations/heads.tsv"))
    found = {word for head in heads for word in name_words(head)}
    for name in (
        "titles/fields.txt",
        "organizations/other_heads.txt",
        "organizations/level_words.txt",
        "resolution/common_words.txt",
        "resolution/inner_words.txt",
        "resolution/national_words.txt",
        "resolution/state_words.txt",
        "resolution/world_words.txt",
    ):
        found |= word_list(name)
    return frozenset(found)


def _without_form(words: tuple[str, ...]) -> tuple[str, ...]:
    forms = word_list("organizations/legal_forms.txt")
    while len(words) > 1 and words[-1] in forms:
        words = words[:-1]
    return words
