"""Names of one public body in several wordings: "Piers Committee", "Committee on Piers".

And the administrations that are called after those who lead them: "Roe-Orme Administration", "Roe
Administration", "the Administration".
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence

from communique.components.aliases.clusters import Clusters
from communique.components.mentions import Organization
from communique.components.organizations.lexicon import (
    known_bodies,
    organization_heads,
)
from communique.components.organizations.names import is_country

#: Heads that may stand first or last in the name of one public body, folded.
_MOVABLE = frozenset(
    {"committee", "subcommittee", "department", "commission", "ministry", "bureau", "office"}
)
#: Words for a place with a government, and those for its level.
_LEVEL_FORMS = {
    "municipality": "municipal",
    "city": "municipal",
    "province": "provincial",
    "prefecture": "prefectural",
    "region": "regional",
}
_PEOPLES = frozenset({"people", "peoples"})
#: Words that may be left out of such a name: "Senate Committee on Piers", "Piers Committee".
CHAMBERS = frozenset({"senate", "house"})

_OF_LEADERS = re.compile(r"(?P<leader>[A-Z][\w’']+)(?:-[A-Z][\w’']+)? [Aa]dministration")
_TASK = re.compile(r" (?:for|on|to) ")
_GOVERNMENT = frozenset({"government", "of", "the"})
_COMMITTEES = frozenset({"committee", "subcommittee"})
#: Where more committees than this are named, none is joined by its words.
_MOST_COMMITTEES = 60
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_BARE = frozenset({"Administration", "ADMINISTRATION"})
#: Words for places that stand alone for the government of one.
_LEVELS = frozenset(
    {"City", "County", "District", "Town", "Province", "State", "Region", "Borough"}
)
_OWN = re.compile(r"\b(?:[Mm]y|[Hh]is|[Hh]er|[Oo]ur|[Tt]heir|[Tt]his)\s$")
_OWN_REACH = 8


def join_wordings(
    bodies: Sequence[Organization], words: Sequence[tuple[str, ...]], clusters: Clusters
) -> None:
    """Join the names of public bodies that have the same words in another order."""
    same: dict[tuple[str, ...], int] = {}
    for index, (body, key) in enumerate(zip(bodies, words, strict=True)):
        if body.type == "government" and len(key) > 1 and _MOVABLE.intersection(key):
            first = same.setdefault(tuple(sorted(key)), index)
            if words[first] != key:
                clusters.join(index, first, "words-in-another-order")


def join_told_levels(
    bodies: Sequence[Organization], words: Sequence[tuple[str, ...]], clusters: Clusters
) -> None:
    """Join the names of a government that tell its level in other words.

    "People's Government of Orme Municipality", "Orme Municipal Government".
    """
    same: dict[tuple[str, ...], int] = {}
    for index, (body, key) in enumerate(zip(bodies, words, strict=True)):
        if body.type == "government" and "government" in key:
            plain = tuple(sorted({_LEVEL_FORMS.get(w, w) for w in key} - _PEOPLES))
            first = same.setdefault(plain, index)
            if len(plain) > 1 and words[first] != key:
                clusters.join(index, first, "words-in-another-order")


def join_administrations(bodies: Sequence[Organization], text: str, clusters: Clusters) -> None:
    """Join the names of one leader's administration, and "the Administration" with the present one's.

    Of several leaders the one is present whom the text calls "President" most often.
    """
    of_leaders: dict[str, list[int]] = defaultdict(list)
    for index, body in enumerate(bodies):
        match = _OF_LEADERS.fullmatch(body.name)
        if match:
            of_leaders[match["leader"]].append(index)
    for members in of_leaders.values():
        for index in members[1:]:
            clusters.join(members[0], index, "same-administration")
    if not of_leaders:
        return
    present = max(of_leaders, key=lambda name: (text.count(f"President {name}"), name))
    for index, body in enumerate(bodies):
        if body.name in _BARE:
            clusters.join(of_leaders[present][0], index, "present-administration")


def is_leaders(body: Organization, text: str) -> bool:
    """Tell whether "Administration" is called somebody's own, and so no agency's ("my Administration")."""
    return body.name in _BARE and any(
        _OWN.search(text[max(0, m.start - _OWN_REACH) : m.start]) for m in body.mentions
    )


def join_bare_levels(bodies: Sequence[Organization], clusters: Clusters) -> None:
    """Join "the City" with the only name "City of Orme" or "Orme City" of a place's government."""
    having: dict[str, set[int]] = defaultdict(set)
    for index, body in enumerate(bodies):
        words = body.name.split()
        if len(words) > 1 and words[-1] in _LEVELS:
            having[words[-1]].add(index)
        elif (
            words[0] in _LEVELS
            and words[1:2] == ["of"]
            and not any(word in organization_heads() for word in words[2:])
        ):
            having[words[0]].add(index)
    for index, body in enumerate(bodies):
        target = clusters.only(having.get(body.name, ()))
        if target is not None:
            clusters.join(index, target, "bare-head")


def join_endings(bodies: Sequence[Organization], clusters: Clusters) -> None:
    """Join a name with the only one that it ends: "Steering Council" of "Pier Steering Council".

    The name is of two words at least and has a head at its end; a widely known body keeps its own.
    """
    heads = organization_heads()
    short: dict[str, int] = {}
    for index, body in enumerate(bodies):
        words = body.name.split()
        if len(words) > 1 and words[-1] in heads and body.name not in known_bodies():
            short[body.name] = index
    longer: dict[int, set[int]] = defaultdict(set)
    for index, body in enumerate(bodies):
        words = body.name.split()
        for at in range(1, len(words) - 1):
            found = short.get(" ".join(words[at:]))
            if found is not None and words[at - 1][0].isupper():
                longer[found].add(index)
    for index, candidates in longer.items():
        target = clusters.only(candidates)
        if target is not None:
            clusters.join(index, target, "ending-of-name")


def join_tasks(bodies: Sequence[Organization], clusters: Clusters) -> None:
    """Join what stands before a body's task with the only body that has it.

    "Task Force" of "Orme Task Force to Save Piers", "Steering Committee" of "Steering Committee for
    the Pier": two words at least.
    """
    longer: dict[str, set[int]] = defaultdict(set)
    for index, body in enumerate(bodies):
        found = _TASK.search(body.name)
        words = body.name[: found.start()].split() if found else []
        for at in range(len(words) - 1):
            longer[" ".join(words[at:])].add(index)
    for index, body in enumerate(bodies):
        target = clusters.only(longer.get(body.name, ()))
        if target is not None:
            clusters.join(index, target, "before-its-task")


def join_committees(words: Sequence[tuple[str, ...]], clusters: Clusters) -> None:
    """Join a committee with the only one that has all its words.

    "Piers Committee" and "Committee on Cranes and Piers"; two chambers have each its own.
    """
    committees = [
        index for index, key in enumerate(words) if len(key) > 1 and _COMMITTEES.intersection(key)
    ]
    if len(committees) > _MOST_COMMITTEES:
        return
    for index in committees:
        short = set(words[index]) - CHAMBERS
        chamber = CHAMBERS.intersection(words[index])
        target = clusters.only(
            other
            for other in committees
            if short < set(words[other]) - CHAMBERS
            and len(short - _COMMITTEES) > 0
            and (not chamber or chamber.issuperset(CHAMBERS.intersection(words[other])))
        )
        if target is not None:
            clusters.join(index, target, "words-of-committee")


def join_governments(
    bodies: Sequence[Organization], words: Sequence[tuple[str, ...]], clusters: Clusters
) -> None:
    """Join "Federal Government" with the only government of a country that the release names."""
    of_countries = [
        index
        for index, body in enumerate(bodies)
        if "government" in words[index]
        and len(words[index]) > 1
        and is_country(
            " ".join(w for w in _WORD.findall(body.name) if w.lower() not in _GOVERNMENT)
        )
    ]
    target = clusters.only(of_countries)
    if target is not None:
        for index, key in enumerate(words):
            if key == ("federal", "government"):
                clusters.join(index, target, "federal-government")
