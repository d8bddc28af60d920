"""A state's post abroad under several names: "Embassy of Peru in Chile", "Peruvian Embassy in Santiago"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.countries import countries
from communique.components.mentions import Organization
from communique.components.organizations.names import name_words, state_words

_POST = re.compile(
    r"(?P<base>.*\b(?:Embassy|Consulate|High Commission)\b.*?)(?: in (?:the )?(?P<place>.+))?"
)


def join_posts(bodies: Sequence[Organization], clusters: Clusters) -> None:
    """Join the names of a state's post, whatever they say of where it is.

    Where they say that it is in several countries, there are several, and none is joined.
    """
    posts: dict[tuple[str, ...], list[int]] = defaultdict(list)
    abroad: dict[tuple[str, ...], set[str]] = defaultdict(set)
    for index, body in enumerate(bodies):
        post = _POST.fullmatch(body.name) if body.type == "government" else None
        whose = state_words(name_words(post["base"])) if post else None
        if post is None or whose is None:
            continue
        posts[whose].append(index)
        if post["place"] in countries():
            abroad[whose].add(post["place"])
    for whose, members in posts.items():
        if len(abroad[whose]) < 2:
            for index in members[1:]:
                clusters.join(members[0], index, "same-state-body")
