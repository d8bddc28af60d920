"""Acronyms without a definition, and the only fuller name whose first letters they are."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.mentions import Organization
from communique.components.organizations.lexicon import known_bodies
from communique.components.organizations.names import is_acronym, spells, without_country

#: Where more names than this begin with an acronym's letter, it is left alone.
_MOST_CANDIDATES = 200
#: Heads that acronyms leave out: "VA" of "Department of Veterans Affairs".
_LEFT_OUT = frozenset({"Department", "Ministry"})


def join_spelled(bodies: Sequence[Organization], named: Sequence[int], clusters: Clusters) -> None:
    """Join names with the only fuller name that they spell (step 5)."""
    full: dict[str, list[int]] = defaultdict(list)
    for index in named:
        if " " in bodies[index].name:
            for first in {form[0].casefold() for form in _spelled("", bodies[index].name)}:
                full[first].append(index)
    sizes = Counter(clusters.find(index) for index in named)
    for index in named:
        name = bodies[index].name
        if (
            name in known_bodies()
            or sizes[clusters.find(index)] > 1
            or not any(is_acronym(word) for word in name.split())
        ):
            continue
        longer = full.get(name[0].casefold(), ())
        if len(longer) > _MOST_CANDIDATES:
            continue
        target = clusters.only(
            other
            for other in longer
            if len(bodies[other].name.split()) > len(name.split())
            and any(spells(name, form) for form in _spelled(name, bodies[other].name))
        )
        if target is not None:
            clusters.join(index, target, "acronym")


def _spelled(short: str, name: str) -> Iterator[str]:
    """Yield a name and the parts of it that an acronym may spell.

    Before its country, before "of" where the acronym has its head behind it ("OH Institute" of "Orme Harbour Institute of
    Piers"), behind "of" where it leaves a department out ("PC" of "Department of Pier Cranes").
    """
    yield name
    if without_country(name) != name:
        yield without_country(name)
    before, _, behind = name.partition(" of ")
    if " " in short and behind:
        yield before
    if behind and " " not in short and before.split()[-1] in _LEFT_OUT:
        yield behind
