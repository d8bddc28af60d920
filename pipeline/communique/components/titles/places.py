"""Countries, their demonyms and parts: what an office is held for where no body is named."""

from __future__ import annotations

from dataclasses import dataclass

from communique.components.lexicon_files import lexical, read_entries, read_table


@dataclass(frozen=True)
class Place:
    """A place that the lexicon knows.

    ``name`` is the country's own name ("Romania" for "Romanian"), or the region's; ``country``
    tells a country from a region, ``demonym`` a form that only describes.
    """

    name: str
    country: bool
    demonym: bool


@lexical
def places() -> dict[str, Place]:
    """Return the places by each of their forms."""
    found = {
        name: Place(name, country=False, demonym=False)
        for name in read_entries("titles/regions.txt")
    }
    for name, *rest in read_table("titles/countries.tsv"):
        others, demonyms = (*rest, "", "")[:2]
        country = Place(name, country=True, demonym=False)
        for form in (name, *filter(None, others.split("|"))):
            found[form.replace("’", "'")] = country
        for form in filter(None, demonyms.split("|")):
            found.setdefault(form, Place(name, country=True, demonym=True))
    return found


def is_people_in_capitals(name: str) -> bool:
    """Tell whether a headline's word is what a country's people are called: "KENYAN"."""
    known = places().get(name.title()) if name.isupper() else None
    return known is not None and known.demonym


@lexical
def place_starts() -> dict[str, tuple[int, ...]]:
    """Return, for each first word of a place, the numbers of words to try, longest first."""
    lengths: dict[str, set[int]] = {}
    for form in places():
        words = form.split()
        lengths.setdefault(words[0], set()).add(len(words))
    return {first: tuple(sorted(sizes, reverse=True)) for first, sizes in lengths.items()}


@lexical
def national_bodies() -> dict[str, str]:
    """Return the country of each national body that stands for it ("Bundestag")."""
    return {
        body: country
        for country, bodies, *_ in read_table("titles/institutions.tsv")
        for body in bodies.split("|")
        if body
    }


@lexical
def capitals() -> dict[str, str]:
    """Return the country of each capital, by its name in lower case."""
    return {
        capital.casefold(): country
        for country, _, *rest in read_table("titles/institutions.tsv")
        for capital in "|".join(rest).split("|")
        if capital
    }
