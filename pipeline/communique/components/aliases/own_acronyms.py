"""Acronyms that stand in the full name itself: "ORP" of "Orme Pier Services ORP Ltd", "ORP National Authority"."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Collection, Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.aliases.wholes import part_heads
from communique.components.mentions import Organization
from communique.components.organizations.lexicon import (
    known_bodies,
    legal_forms,
    level_words,
    organization_heads,
)
from communique.components.organizations.names import has_company_form, is_acronym

#: Heads of bodies that others found, and that have their name.
_FOUNDED = frozenset({"Foundation", "Fund", "Stiftung", "University", "Partners"})


def join_own_acronyms(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    """Join an acronym with the only name that has it among its words.

    A company has it anywhere, another body in front, before nothing but places, words of level and
    its head. A part of a body ("ORP Office") or what one has founded ("ORP Foundation") is another.
    """
    having: dict[str, set[int]] = defaultdict(set)
    for index in named:
        split = bodies[index].name.split()
        own = [word for word in split if word.isupper() and is_acronym(word)]
        if len(own) != 1 or len(split) == 1:
            continue
        if has_company_form(words[index], legal_forms()) or _is_opened(split, own[0], places):
            having[own[0]].add(index)
    sizes = Counter(clusters.find(index) for index in named)
    for index in named:
        name = bodies[index].name
        if name in having and name not in known_bodies() and sizes[clusters.find(index)] == 1:
            target = clusters.only(having[name])
            if target is not None:
                clusters.join(index, target, "own-acronym")


def _is_opened(split: Sequence[str], acronym: str, places: Collection[str]) -> bool:
    if "of" in split[2:]:
        split = split[: split.index("of", 2)]  # "ORP Royal Institute of Piers"
    last = split[-1]
    return (
        split[0] == acronym
        and len(split) > 2
        and last in organization_heads()
        and last not in _FOUNDED
        and (last not in part_heads() or last == "Institute")
        and all(w.casefold() in places or w.casefold() in level_words() for w in split[1:-1])
    )
