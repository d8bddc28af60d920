"""The countries that letterheads, the names of states and the like name."""

from __future__ import annotations

import re

from communique.components.lexicon_files import lexical
from communique.components.titles.places import capitals, places

#: The name of a state with its form: "Government of the Republic of Kenya".
_STATE_NAME = re.compile(
    r"(?:(?:royal )?government of (?:the )?)?"
    r"(?:(?:[\w’'-]+ ){0,3}(?:republic|kingdom|sultanate|state|commonwealth|union|emirate|federation) of (?:the )?)?"
    r"((?:[\w’'.-]+ ?){1,4})",
    re.IGNORECASE,
)
#: A mission abroad: its country is not the one whose ministers it meets.
MISSION = re.compile(r"\b(?:embassy|high commission|consulate|permanent mission)\b", re.IGNORECASE)

#: The government of a part of a country.
PROVINCE = re.compile(
    r"(?:the )?(?:(?:provincial |state |regional )?government of |state of |province of )"
    r"(?:the )?(?:state of |province of )?\w",
    re.IGNORECASE,
)


def read_states(by_form: dict[str, str]) -> dict[str, str]:
    """Return the organizations that stand for countries, by the country: "GOVERNMENT OF KENYA"."""
    found: dict[str, str] = {}
    for form, ref in by_form.items():
        named = _STATE_NAME.fullmatch(form)
        country = _in_capitals().get(named[1].upper()) if named else None
        if country is not None:
            found.setdefault(country, ref)
    return found


@lexical
def _in_capitals() -> dict[str, str]:
    named = {form.upper(): place for form, place in places().items() if not place.demonym}
    return {form: place.name for form, place in named.items() if place.country and len(form) > 3}


def all_countries(line: str) -> list[str]:
    """Return the countries that a line names, in capitals or not, in order."""
    words = re.findall(r"[\w'’.&-]+", line.upper())
    found: list[str] = []
    for at in range(len(words)):
        for size in (4, 3, 2, 1):
            country = _in_capitals().get(" ".join(words[at : at + size]))
            if country is not None and country not in found:
                found.append(country)
    return found


def country_of_letterhead(line: str) -> list[str]:
    """Return the country that a letterhead is of, in capitals or not."""
    found = all_countries(line)
    if not MISSION.search(line):
        return found[:1]
    # an embassy is in the second country that its letterhead names, or in that of its capital
    seats = [capitals().get(word.casefold()) for word in re.findall(r"[A-Z][\w’'-]+", line)]
    hosts = [country for country in seats if country is not None and country not in found]
    return found[1:2] or hosts[:1]


def countries_joined(word: str) -> list[str]:
    """Return the countries that hyphens join, none where another word is among them."""
    found = [places().get(part) for part in word.split("-")]
    named = [place.name for place in found if place is not None and place.country]
    return named if len(named) == len(found) else []


def countries_in(text: str) -> list[str]:
    """Return the countries that a body's name begins or ends with."""
    words = text.split()
    found: list[str] = []
    for size in (3, 2, 1):
        for form in (" ".join(words[:size]), " ".join(words[-size:])):
            place = places().get(form)
            if place is not None and place.country and place.name not in found:
                found.append(place.name)
    return found


def region_in(text: str) -> str | None:
    """Return the state or province that a body's name begins or ends with, None for none."""
    words = text.split()
    for size in (3, 2, 1):
        for form in (" ".join(words[:size]), " ".join(words[-size:])):
            place = places().get(form)
            if place is not None and not place.country:
                return place.name
    return None
