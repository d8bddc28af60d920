"""Acronyms that the words behind a comma explain: "OWA, Ruritania's National Water Agency"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.aliases.foreign_acronyms import may_be_translation
from communique.components.mentions import Organization
from communique.components.organizations.names import is_acronym, is_country

#: What leads from a name to the one that says what it is in its country.
_OF_COUNTRY = re.compile(r",\s(?P<owner>[A-Z][\w ]+)['’]s?\s$")
_OWNER_REACH = 40
_ARTICLE = re.compile(r",\s(?:the|its|their)\s$")
_ARTICLE_REACH = 8
#: What shows that a list does not go on behind an apposition, or stand before it.
_CLOSED = re.compile(r",\s(?!(?:and|or|as|the|in|of|its)\b)[a-z]")
_LISTED = re.compile(r"(?:,|\band|&)\s(?:the\s)?$")
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


def join_native(bodies: Sequence[Organization], text: str, clusters: Clusters) -> None:
    """Join a name in another language with what a comma says it is: "Te Orma, the Orme Council, said".

    The other name alone has a head of English names, an article and no "and" behind it; it ends
    before a comma and a small word, so that neither is an item of a list.
    """
    ends = {mention.end: i for i, body in enumerate(bodies) for mention in body.mentions}
    for index, body in enumerate(bodies):
        for mention in body.mentions:
            before = _ARTICLE.search(text[max(0, mention.start - _ARTICLE_REACH) : mention.start])
            first = ends.get(mention.start - len(before.group())) if before else None
            if first is None or not _CLOSED.match(text, mention.end):
                continue
            start = next(m.start for m in bodies[first].mentions if m.end < mention.start)
            if may_be_translation(body, bodies[first]) and not _LISTED.search(
                text[max(0, start - _ARTICLE_REACH) : start]
            ):
                clusters.join(index, first, "in-apposition")
