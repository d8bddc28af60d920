"""Two people of different releases: the points that say they are one."""

from __future__ import annotations

from communique.resolution.body_names import body_name
from communique.resolution.countries import alike, country_of
from communique.resolution.person_names import compared
from communique.resolution.profiles import Profile, person_key
from communique.resolution.scores import Score, Seen, home_feature, shared
from communique.resolution.titles import same_office, same_title
from communique.resolution.weights import weights

_KIND = "people"
_OF_STATES = frozenset({"government", "place"})
Title = tuple[str, str, str]


def people_score(one: Seen, other: Seen) -> Score:
    """Return the features of two people."""
    score = Score()
    first, second = one.profile.names[0], other.profile.names[0]
    names = compared(first, second)
    if names is None:
        score.contradiction = "names that are not one person's"
        return score
    points = weights(_KIND, "name")
    score.add(f"name: {names.agreement}", points[names.agreement], f"{first} / {second}")
    if names.spelling:
        score.add("name: spelling", points["spelling"])
    _titles(score, one.profile, other.profile)
    nearness = alike(dict(one.profile.home), dict(other.profile.home))
    home_feature(score, _KIND, one.profile, other.profile, nearness)
    own = frozenset({person_key(first), person_key(second)})
    both = one.context.people & other.context.people
    shared(score, _KIND, ("person", "people_most"), both, own)
    shared(
        score,
        _KIND,
        ("body", "bodies_most"),
        one.context.bodies & other.context.bodies,
        frozenset(),
    )
    return score


def _titles(score: Score, one: Profile, other: Profile) -> None:
    """Note the best that their titles have in common."""
    best: tuple[float, str, str] = (0.0, "", "")
    points = weights(_KIND, "evidence")
    for first in one.titles:
        for second in other.titles:
            name = _shared(first, second)
            if name is not None and points[name] > best[0]:
                best = (points[name], name, " / ".join(map(_shown, (first, second))))
    score.add(best[1], best[0], best[2])
    if not best[1] and _bodies(one) and _bodies(other):
        score.add("elsewhere", points["elsewhere"], f"{_bodies(one)[0]} / {_bodies(other)[0]}")


def _bodies(profile: Profile) -> list[str]:
    """Return the bodies at which somebody holds titles, if none is a state's."""
    bodies = [(body, kind) for _, body, kind in profile.titles if body]
    if any(body_name(*held).scope != "own" or held[1] in _OF_STATES for held in bodies):
        return []
    return [body for body, _ in bodies]


def _shared(one: Title, other: Title) -> str | None:
    """Return the feature that two titles give."""
    title = same_title(one[0], other[0])
    office = "office" if same_office(one[0], other[0]) else None
    if not one[1] or not other[1]:
        return "title" if title else office
    where = _place(one, other)
    if where == "organization":
        return "title_and_organization" if title else "organization"
    if where == "country":
        return "title_and_country" if title else "country"
    return office


def _place(one: Title, other: Title) -> str | None:
    """Return whether two titles are held at the same body, or for the same country."""
    first, second = body_name(one[1], one[2]), body_name(other[1], other[2])
    countries = [
        name.country or country_of(title[1]) for name, title in ((first, one), (second, other))
    ]
    same = first.core == second.core
    if first.scope == second.scope == "state":
        return "country" if countries[0] == countries[1] else None
    if None not in countries and countries[0] != countries[1]:
        return None
    if same and first.core:
        return "organization"
    if None not in countries:
        return "country"
    return None


def _shown(title: Title) -> str:
    return ", ".join(filter(None, title[:2]))
