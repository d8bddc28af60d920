"""What the zones know, as data: the files under ``lexicon/zones``, compiled once."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType

from communique.components.lexicon_files import read_entries, read_table


@dataclass(frozen=True)
class MetadataKey:
    """How a metadata line begins; ``head_only``: only above the first paragraph."""

    phrase: str
    head_only: bool
    role: str


def alternation(phrases: Iterable[str]) -> str:
    """Return a regular expression that matches any of the phrases, the longest first."""
    longest_first = sorted(set(phrases), key=lambda phrase: (-len(phrase), phrase))
    return "|".join(re.escape(phrase).replace(r"\ ", r"\s+") for phrase in longest_first)


def _beginning(phrases: Iterable[str]) -> re.Pattern[str]:
    """Match the phrases at the beginning of a line, as whole words but before an ellipsis."""
    all_phrases = set(phrases)
    open_ended = {phrase for phrase in all_phrases if phrase.endswith("…")}
    whole = rf"(?:{alternation(all_phrases - open_ended)})(?!(?<=[^\W_])[a-z0-9_])"
    starts = [alternation(phrase.removesuffix("…") for phrase in open_ended)] if open_ended else []
    return re.compile("|".join([whole, *starts]))


@dataclass(frozen=True)
class ZoneLexicon:
    """All lists, lower case; patterns match at the beginning of a case-folded line.

    ``metadata_words`` matches the words beside a date on a date line, parted by single spaces.
    """

    metadata: MappingProxyType[str, MetadataKey]
    metadata_start: re.Pattern[str]
    metadata_words: re.Pattern[str]
    date_words: frozenset[str]
    boilerplate_lines: frozenset[str]
    boilerplate_start: re.Pattern[str]
    boilerplate_inside: re.Pattern[str]
    menu: frozenset[str]
    contact_start: re.Pattern[str]
    contact_keys: frozenset[str]
    about: re.Pattern[str]
    address_words: frozenset[str]
    function_words: MappingProxyType[str, frozenset[str]]


@cache
def zone_lexicon() -> ZoneLexicon:
    """Return the lists, read once for each process."""
    keys = {
        phrase: MetadataKey(phrase, place == "head", role)
        for phrase, place, role in read_table("zones/metadata.tsv")
    }
    marks: dict[str, list[str]] = {"line": [], "start": [], "inside": []}
    for place, phrase in read_table("zones/boilerplate.tsv"):
        marks[place].append(phrase)
    beside_dates = alternation(read_entries("zones/metadata_words.txt"))
    return ZoneLexicon(
        metadata=MappingProxyType(keys),
        metadata_start=_beginning(keys),
        metadata_words=re.compile(rf"(?:(?:{beside_dates})(?: |$))+"),
        date_words=_words("zones/date_words.txt"),
        boilerplate_lines=frozenset(marks["line"]),
        boilerplate_start=_beginning(marks["start"]),
        boilerplate_inside=re.compile(alternation(marks["inside"])),
        menu=frozenset(read_entries("zones/menu.txt")),
        contact_start=_beginning(read_entries("zones/contact_headings.txt")),
        contact_keys=_words("zones/contact_keys.txt"),
        about=_about_pattern(read_entries("zones/about_headings.txt")),
        address_words=_words("zones/address_words.txt"),
        function_words=MappingProxyType(
            {
                code: frozenset(words.split())
                for code, words in read_table("zones/function_words.tsv")
            }
        ),
    )


def _words(name: str) -> frozenset[str]:
    return frozenset(word for entry in read_entries(name) for word in re.findall(r"\w+", entry))


def _about_pattern(patterns: Iterable[str]) -> re.Pattern[str]:
    """Match whole lines; an ellipsis in a pattern stands for one to eight words."""
    gap = r"\S+(?:\s+\S+){0,7}?"
    parts = (re.escape(entry).replace(r"\ ", r"\s+").replace("…", gap) for entry in patterns)
    return re.compile(rf"(?:{'|'.join(parts)})\s*[:：]?")
