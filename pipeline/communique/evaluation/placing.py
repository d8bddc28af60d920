"""Where the strings of an annotation stand in its text: annotations name no places."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from communique.evaluation.places import (
    NOWHERE,
    Place,
    distance,
    longest,
    nearest,
    occurrences,
    whole_words,
    within_words,
)
from communique.readers.normalize import normalize


def in_order(text: str, strings: Sequence[str]) -> list[Place]:
    """Return a place for each of several strings, each behind that of the one before if it can be.

    Strings stand as whole words, unless only places within words keep all of them in their order.
    """
    strings = list(map(normalize, strings))
    for find in (whole_words, within_words):
        places: list[Place] = []
        for string in strings:
            place = find(text, string, places[-1][1] if places else 0)
            if place is None:
                break
            places.append(place)
        else:
            return places
    return _nearly_in_order(text, strings)


def _nearly_in_order(text: str, strings: Sequence[str]) -> list[Place]:
    """Place strings behind one another, those that aren't there wherever else they stand."""
    places: list[Place] = []
    at = 0
    for string in strings:
        place = whole_words(text, string, at) or within_words(text, string, at)
        if place is None:
            places.append(next(iter(occurrences(text, string)), NOWHERE))
        else:
            places.append(place)
            at = place[1]
    return places


def places_of_mentions(text: str, entities: Sequence[Sequence[str]]) -> list[list[Place]]:
    """Return the places of each entity's mentions, those within longer ones left out.

    A string that stands within longer ones alone keeps its first place, and so does one that stands
    within words alone.
    """
    found = [[_standing(text, normalize(mention)) for mention in mentions] for mentions in entities]
    counted = longest((place for one in found for places in one for place in places), len(text))
    return [
        list(
            dict.fromkeys(
                place
                for places in entity
                for place in ([p for p in places if p in counted] or places[:1])
            )
        )
        for entity in found
    ]


def _standing(text: str, mention: str) -> list[Place]:
    places = list(occurrences(text, mention))
    if not places and (place := within_words(text, mention)):
        places.append(place)
    return places


def place_of_title(
    text: str, title: str, holder: Sequence[Place], body: Sequence[Place], taken: Collection[Place]
) -> Place:
    """Return where a title stands that is held by one and at another, each with its places.

    It is the occurrence nearest to both, of those that no other title of the holder has taken if
    there is one; ``NOWHERE`` where there is none at all.
    """

    def cost(place: Place) -> int:
        beside = (nearest(holder, place), nearest(body, place))
        return sum(distance(place, other) for other in beside if other)

    title = normalize(title)
    places = list(occurrences(text, title))
    free = [place for place in places if place not in taken]
    found = min(free or places, key=cost, default=None)
    return found or within_words(text, title) or NOWHERE
