"""Places that belong to a body's name: a state before it, a county's state behind it."""

from __future__ import annotations

from spacy.tokens import Doc

from communique.components.lexicon_files import read_entries
from communique.components.organizations.boundaries import is_name_token
from communique.components.titles.places import places

#: Words that say at which level a body stands and follow the name of the place.
_LEVELS = frozenset(read_entries("organizations/levels_behind_places.txt"))
_PLACES = frozenset({"GPE", "LOC"})


def behind_place(doc: Doc, start: int) -> int:
    """Return where a name begins with the place before a word of level ("New Orme" | "State Board").

    The place is what the recogniser calls one, right before the name.
    """
    at = start
    if start and doc[start].text in _LEVELS and doc[start - 1].whitespace_ == " ":
        while at and doc[at - 1].ent_type_ in _PLACES and is_name_token(doc[at - 1]):
            at -= 1
            if doc[at].ent_iob_ == "B":
                break
    return at


def in_state(doc: Doc, end: int) -> int:
    """Return where a name ends with the state behind a county and a comma ("Orme County, Ohio")."""
    if doc[end - 1].text != "County" or end + 1 >= len(doc) or doc[end].text != ",":
        return end
    for last in (end + 3, end + 2):
        place = places().get(doc[end + 1 : last].text)
        if last <= len(doc) and place is not None and not place.country and not place.demonym:
            return last
    return end
