"""Two bodies of different releases: the points that say they are one."""

from __future__ import annotations

from rapidfuzz import fuzz
from rapidfuzz.distance import Levenshtein

from communique.resolution.body_names import BodyName, body_name, initials
from communique.resolution.countries import alike
from communique.resolution.profiles import Profile, body_key
from communique.resolution.scores import Score, Seen, home_feature, names_of, shared
from communique.resolution.weights import weights
from communique.stores.sql.keys import name_key

_KIND = "organizations"

#: Types that one body may be given in different releases; ``other`` goes with any.
_TYPES = (
    frozenset({"government", "place"}),
    frozenset({"nonprofit", "education"}),
    frozenset({"nonprofit", "intergovernmental"}),
    frozenset({"government", "intergovernmental"}),
)
_UNLIKE = 60
_LETTERS_APART = 2
_LEAST = 10
_SHORT_ACRONYM = 2


def body_score(one: Seen, other: Seen) -> Score:
    """Return the features of two bodies."""
    score = Score()
    first, second = one.profile, other.profile
    if not types_agree(first.type, second.type):
        score.contradiction = f"{first.type} / {second.type}"
        return score
    if first.country and second.country and first.country != second.country:
        score.contradiction = f"bodies of {first.country} and of {second.country}"
        return score
    scope = _names(score, first, second)
    if not score.features:
        score.contradiction = "names that have nothing in common"
        return score
    points = weights(_KIND, "evidence")
    if scope != "state" and first.country and first.country == second.country:
        score.add("country", points["country"], first.country)
    nearness = _nearness(first, second)
    if scope == "own":
        nearness = max(0.0, nearness)
        if nearness:
            home_feature(score, _KIND, first, second, nearness)
    elif scope != "state":
        home_feature(score, _KIND, first, second, nearness)
    if first.type == second.type:
        score.add("type", points["type"], first.type)
    if first.place and first.place == second.place:
        score.add("place", points["place"], first.place)
    _wholes(score, first, second, scope)
    _around(score, one, other)
    return score


def types_agree(one: str, other: str) -> bool:
    """Whether two types can be those of one body."""
    return one == other or "other" in {one, other} or any({one, other} <= pair for pair in _TYPES)


def _names(score: Score, one: Profile, other: Profile) -> str:
    """Note the best that the names have in common; return the scope of what they share."""
    points = weights(_KIND, "name")
    first, second = body_name(one.names[0], one.type), body_name(other.names[0], other.type)
    said = f"{one.names[0]} / {other.names[0]}"
    if first.scope == "state" or second.scope == "state":
        _states(score, one, other)
        return "state"
    if first.core == second.core:
        scope = first.scope if first.scope == second.scope else "national"
        score.add(f"name: {scope}", points[scope], said)
        if (letters := _acronyms(one) & _acronyms(other)) and len(first.core) > 1:
            score.add(
                "acronyms", weights(_KIND, "evidence")["acronyms"], ", ".join(sorted(letters))
            )
        return scope
    if (alias := _alias(one, other)) is not None:
        worth = points["alias"] if alias[0] == "own" else points["national"]
        score.add("name: alias", worth, alias[1])
        return alias[0]
    if _spelled_alike(first, second):
        score.add("name: spelling", points["spelling"], said)
        return "own" if first.scope == "own" else "national"
    if letters := _acronyms(one) & _acronyms(other):
        score.add("name: acronym", points["acronym"], ", ".join(sorted(letters)))
        _otherwise(score, one, other)
    elif letters := (_initials(one) & _own(other)) | (_initials(other) & _own(one)):
        score.add("name: acronym", points["acronym"], ", ".join(sorted(letters)))
    return "national"


def _states(score: Score, one: Profile, other: Profile) -> None:
    """Note that two are the same country, or its government."""
    countries = []
    for profile in (one, other):
        parsed = [body_name(name, profile.type) for name in profile.names]
        countries.append({name.country for name in parsed if name.scope == "state"})
    both = (countries[0] & countries[1]) - {None}
    if both:
        score.add(
            "name: state", weights(_KIND, "name")["state"], ", ".join(sorted(filter(None, both)))
        )


def _alias(one: Profile, other: Profile) -> tuple[str, str] | None:
    """Return the scope of a name of one that is an alias of the other, and both as they stand."""
    for first, second in names_of(one, other):
        left, right = body_name(first, one.type), body_name(second, other.type)
        if left.acronym or right.acronym or left.core != right.core:
            continue
        if left.scope == right.scope in {"own", "national"}:
            return left.scope, f"{first} / {second}"
    return None


def _spelled_alike(one: BodyName, other: BodyName) -> bool:
    if one.scope != other.scope or one.acronym or other.acronym:
        return False
    if len(one.core) != len(other.core) or min(len(one.key), len(other.key)) < _LEAST:
        return False
    for first, second in zip(one.core, other.core, strict=True):
        if first != second and (
            first.isdigit() or second.isdigit() or len(first) <= _LETTERS_APART * 2
        ):
            return False
    return Levenshtein.distance(one.key, other.key, score_cutoff=_LETTERS_APART) <= _LETTERS_APART


def _otherwise(score: Score, one: Profile, other: Profile) -> None:
    """Note full names that share hardly a word: their letters are the same by chance."""
    full = [
        [
            parsed.key
            for name in profile.names
            if not (parsed := body_name(name, profile.type)).acronym
        ]
        for profile in (one, other)
    ]
    if full[0] and full[1]:
        best = max(fuzz.token_set_ratio(a, b) for a in full[0] for b in full[1])
        if best < _UNLIKE:
            score.add("name: otherwise", weights(_KIND, "name")["otherwise"])


def _acronyms(profile: Profile) -> set[str]:
    found = (body_name(name, profile.type).acronym for name in profile.names)
    return {letters for letters in found if letters and len(letters) > _SHORT_ACRONYM}


def _own(profile: Profile) -> set[str]:
    """Return the letters that are the only name of a body."""
    return _acronyms(profile) if len(profile.names) == 1 else set()


def _initials(profile: Profile) -> set[str]:
    return {
        letters
        for name in profile.names
        if body_name(name, profile.type).acronym is None
        and len(letters := initials(name)) > _SHORT_ACRONYM
    }


def _nearness(one: Profile, other: Profile) -> float:
    """Return how near the countries are that two bodies may be of."""
    homes = [
        {profile.country: 1.0} if profile.country else dict(profile.home)
        for profile in (one, other)
    ]
    nearness = alike(*homes)
    same = all(homes) and next(iter(homes[0])) == next(iter(homes[1]))
    return max(nearness, weights(_KIND, "evidence")["first"]) if same else nearness


def _wholes(score: Score, one: Profile, other: Profile, scope: str) -> None:
    if one.whole is None or other.whole is None or scope == "state":
        return
    points = weights(_KIND, "evidence")
    first, second = body_name(one.whole, one.type), body_name(other.whole, other.type)
    said = f"{one.whole} / {other.whole}"
    if first.core == second.core:
        score.add("part_of", points["part_of"], said)
    elif scope != "own" and first.scope == second.scope == "own":
        score.add("other_whole", points["other_whole"], said)


def _around(score: Score, one: Seen, other: Seen) -> None:
    """Note the people who hold titles at both, and the bodies that are in both releases."""
    keys = [
        frozenset(
            person
            for person, body in seen.context.holders
            if body == name_key(seen.profile.names[0])
        )
        for seen in (one, other)
    ]
    both = sorted(keys[0] & keys[1])
    if both:
        score.add("person", weights(_KIND, "evidence")["person"], both[0])
    own = frozenset(
        body_key(name, seen.profile.type, country)
        for seen in (one, other)
        for name in seen.profile.names
        for country in (seen.profile.country, *(name for name, _ in seen.profile.home))
    )
    shared(score, _KIND, ("body", "bodies_most"), one.context.bodies & other.context.bodies, own)
