"""Countries in names and texts: which body is whose, and of which countries a release speaks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping

from communique.components.lexicon_files import lexical, read_entries, read_table
from communique.resolution.words import name_words

#: How much the name of a state of the United States counts for it beside the country's own name.
_STATE = 0.5
#: A country that a smaller share of the mentions speaks of is not what a release is about, and no
#: more than so many are.
_LEAST, _MOST = 0.15, 3

_TEXT_WORD = re.compile(r"[^\W_]+")
_Phrase = tuple[str, ...]


def country_in(words: tuple[str, ...]) -> tuple[str | None, tuple[str, ...]]:
    """Return the country that a name says, and its words without it.

    A name with two countries ("American Institute in Taiwan") is neither's, and keeps its words; a
    part of a country that bears another's name ("New Mexico") is no country.
    """
    found: dict[str, None] = {}
    rest: list[str] = []
    at = 0
    while at < len(words):
        for length in range(min(_longest(), len(words) - at), 0, -1):
            phrase = words[at : at + length]
            if phrase in _named():
                country = _named()[phrase]
                if country is None:
                    rest.extend(phrase)
                else:
                    found[country] = None
                at += length
                break
        else:
            rest.append(words[at])
            at += 1
    if len(found) == 1:
        return next(iter(found)), tuple(rest)
    return None, words


def country_of(name: str | None) -> str | None:
    """Return the country that a name of a country, or of its people, means; None for any other."""
    return _named().get(name_words(name)) if name else None


def spoken_of(text: str) -> dict[str, float]:
    """Return the countries that a text speaks of, with their shares, the most spoken of first."""
    counts: Counter[str] = Counter()
    words = _TEXT_WORD.findall(text)
    beginnings = _beginnings()
    at = 0
    while at < len(words):
        for phrase, country, weight in beginnings.get(words[at], ()):
            if tuple(words[at : at + len(phrase)]) == phrase:
                if country is not None:
                    counts[country] += weight  # type: ignore[assignment]  # halves
                at += len(phrase)
                break
        else:
            at += 1
    return shares(counts)


def shares(counts: Mapping[str, float]) -> dict[str, float]:
    """Return counts as shares, rounded to quarters, without the small ones."""
    total = sum(counts.values())
    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:_MOST]
    kept = [(name, count) for name, count in ordered if count >= _LEAST * total]
    whole = sum(count for _, count in kept)
    return {name: max(1, round(count / whole * 4)) / 4 for name, count in kept}


def alike(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    """Return how much two releases speak of the same countries, from 0 to 1."""
    if not one or not other:
        return 0.0
    both = sum(share * other.get(name, 0.0) for name, share in one.items())
    sizes = sum(s * s for s in one.values()) * sum(s * s for s in other.values())
    return min(1.0, float(both / sizes**0.5))


@lexical
def _named() -> dict[_Phrase, str | None]:
    named: dict[_Phrase, str | None] = {}
    for country, forms in _forms():
        for form in forms:
            named[name_words(form)] = country
    states = (row[1] for row in read_table("titles/states.tsv"))
    for region in (*read_entries("titles/regions.txt"), *states):
        words = name_words(region)
        if any(
            words[i:j] in named for i in range(len(words)) for j in range(i + 1, len(words) + 1)
        ):
            named.setdefault(words, None)
    return named


@lexical
def _longest() -> int:
    return max(map(len, _named()))


def _forms() -> list[tuple[str, list[str]]]:
    """Return each country with its names and its demonyms."""
    return [
        (row[0], [row[0], *(form for cell in row[1:3] for form in cell.split("|") if form)])
        for row in read_table("titles/countries.tsv")
    ]


@lexical
def _beginnings() -> dict[str, list[tuple[_Phrase, str | None, float]]]:
    """Return the phrases that mean a country, by their first word, the longest first."""
    phrases: dict[_Phrase, tuple[str | None, float]] = {}
    for region in read_entries("titles/regions.txt"):
        phrases[tuple(_TEXT_WORD.findall(region))] = (None, 0.0)
    for row in read_table("titles/states.tsv"):
        phrases[tuple(_TEXT_WORD.findall(row[1]))] = ("United States", _STATE)
    for row in read_table("titles/institutions.tsv"):
        for name in (name for cell in row[1:] for name in cell.split("|") if name):
            phrases[tuple(_TEXT_WORD.findall(name))] = (row[0], 1.0)
    for named, forms in _forms():
        for form in forms:
            for written in (form, form.upper()):
                phrases[tuple(_TEXT_WORD.findall(written))] = (named, 1.0)
    found: dict[str, list[tuple[_Phrase, str | None, float]]] = {}
    for phrase, (country, weight) in phrases.items():
        if phrase:
            found.setdefault(phrase[0], []).append((phrase, country, weight))
    for same in found.values():
        same.sort(key=lambda entry: (-len(entry[0]), entry[0]))
    return found
