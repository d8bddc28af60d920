"""Acronyms that the words behind a comma explain: "OWA, Ruritania's National Water Agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.mentions import Organization
from communique.components.organizations.names import is_acronym, is_country

#: What leads from a name to the one that says what it is in its country.
_OF_COUNTRY = re.compile(r",\s(?P<owner>[A-Z][\w ]+)['’]s?\s$")
_OWNER_REACH = 40
_NATIONAL = frozenset({"National", "Central", "Federal", "State"})
_GOES_ON = re.compile(r",?\s(?:and|&)\s(?:the\s)?[A-Z]|,\s(?:the\s)?[A-Z][\w ]+(?:,|\sand\s)")


def join_appositions(bodies: Sequence[Organization], text: str, clusters: Clusters) -> None:
    """Join an acronym with what a comma says it is to a country: "OWA, Ruritania's National Water Agency".

    The name behind the possessive is a national body's, and no list goes on behind it.
    """
    ends = {mention.end: i for i, body in enumerate(bodies) for mention in body.mentions}
    for index, body in enumerate(bodies):
        if body.name.split()[0] not in _NATIONAL:
            continue
        for mention in body.mentions:
            before = _OF_COUNTRY.search(text[max(0, mention.start - _OWNER_REACH) : mention.start])
            first = ends.get(mention.start - len(before.group())) if before else None
            if (
                before is not None
                and first is not None
                and is_acronym(bodies[first].name)
                and is_country(before["owner"])
                and not _GOES_ON.match(text, mention.end)
            ):
                clusters.join(index, first, "in-apposition")
