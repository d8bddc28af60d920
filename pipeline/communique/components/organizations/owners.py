"""Whose body a name is the name of, where a possessive says so: "Ruritania's Ministry of Justice"."""

from __future__ import annotations

import re

from communique.components.titles.places import places

_OWNER = re.compile(r"(?P<owner>[^\W\d_][\w.\- ]*)['’]s?\s$")
#: What stands in the last characters of what it finds.
_OWNED = re.compile(r"['’]")
_TAIL = 4
#: How many characters before a name its owner is looked for in.
_REACH = 40


def owning_country(text: str, start: int) -> str | None:
    """Return the country whose possessive stands before character ``start``, None without one."""
    if not _OWNED.search(text, max(0, start - _TAIL), start):
        return None
    before = _OWNER.search(text[max(0, start - _REACH) : start])
    if before is None:
        return None
    words = before["owner"].split()
    for at in range(len(words)):
        place = places().get(" ".join(words[at:]))
        if place is not None and place.country:
            return place.name
    return None
