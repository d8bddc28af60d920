"""Keys that profiles share when they may be the same; only those are compared."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import combinations

from communique.resolution.body_names import body_name, initials
from communique.resolution.person_names import person_name
from communique.resolution.profiles import Context, Profile
from communique.resolution.titles import title_words
from communique.resolution.words import skeleton
from communique.stores.sql.keys import name_key

#: Words of a name that pairs are made of, at most.
_MOST_WORDS = 4
#: Bodies of a release by which a part of one of them is sought, at most.
_MOST_WHOLES = 6
_LONG = 8
_SHORT_ACRONYM = 2


def keys(profile: Profile, context: Context) -> set[str]:
    """Return the keys of a profile."""
    found = _person(profile) if profile.kind == "person" else _body(profile, context)
    return set(found)


def _person(profile: Profile) -> Iterator[str]:
    name = person_name(profile.names[0])
    sounds = [skeleton(word) for word in name.words]
    for one, other in combinations(sounds[:_MOST_WORDS], 2):
        yield "p2 " + " ".join(sorted((one, other)))
    letters = {*name.letters, *(word[0] for word in name.words)}
    for number, sound in enumerate(sounds):
        if number in {0, len(sounds) - 1}:
            rest = (
                letters
                if len(name.words) == 1
                else letters - {name.words[number][0]} | set(name.letters)
            )
            for letter in sorted(rest)[:_MOST_WORDS]:
                yield f"pi {letter} {sound}"
            for title, *_ in profile.titles:
                for word in title_words(title):
                    yield f"pt {sound} {word}"


def _body(profile: Profile, context: Context) -> Iterator[str]:
    countries = [profile.country] if profile.country else [name for name, _ in profile.home]
    for name in profile.names:
        parsed = body_name(name, profile.type)
        if parsed.scope == "state":
            yield f"state {parsed.country}"
        elif parsed.scope == "own":
            yield f"own {parsed.key}"
            if len(parsed.key) > _LONG:
                yield "as " + " ".join(skeleton(word) for word in parsed.core)
        elif parsed.scope == "national":
            for country in countries:
                yield f"in {country} {parsed.key}"
            for person in _holders(profile, context):
                yield f"of {person} {parsed.key}"
        elif name == profile.names[0]:
            wholes = [profile.whole] if profile.whole else sorted(context.bodies)[:_MOST_WHOLES]
            for whole in wholes:
                yield f"part {body_name(whole, profile.type).key or whole} {parsed.key}"
            for person in _holders(profile, context):
                yield f"of {person} {parsed.key}"
        if parsed.acronym and len(parsed.acronym) > _SHORT_ACRONYM:
            yield f"letters {parsed.acronym}"
        elif parsed.scope in {"own", "national"} and len(initials(name)) > _SHORT_ACRONYM:
            yield f"letters {initials(name)}"


def _holders(profile: Profile, context: Context) -> list[str]:
    own = name_key(profile.names[0])
    return sorted(person for person, body in context.holders if body == own)[:_MOST_WORDS]
