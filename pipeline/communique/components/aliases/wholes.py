"""What a body belongs to: the body that it is part of, and the country whose body it is.

Both are taken only from the text: from the name itself ("Port Department of the Harbour Council",
"Harbour Council Press Office", "Ministry of Ports of Ruritania"), from a possessive before it
("Ruritania's Ministry of Ports"), from the whole that a comma joins to a part ("Faculty of Law,
Orme University"), and from the last name of a list of parts ("the Orme Center, Pier Center and
Crane Institute of Orme University").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from communique.components.aliases.joining import LINK
from communique.components.lexicon_files import lexical, read_entries
from communique.components.mentions import Organization
from communique.components.organizations.owners import owning_country
from communique.components.titles.places import place_starts, places

_POSSESSIVE = re.compile(r"['’]s?\s")
_COMMA = re.compile(r",\s(?:the\s)?")
_JOINT = re.compile(r"(?:,\s(?:and\s)?|\sand\s)(?:the\s)?")
_WORD = re.compile(r"[^\W_]+(?:[.'’-][^\W_]+)*\.?")
_LISTED = ("education", "other")
#: Types of bodies that a demonym in the name makes a country's ("Ruritanian Navy").
_PUBLIC = ("government", "place")


@lexical
def part_heads() -> frozenset[str]:
    """Return the heads of parts of bodies ("Department", "Faculty", "Center")."""
    return frozenset(read_entries("organizations/part_heads.txt"))


def with_parents(bodies: Sequence[Organization], text: str) -> list[Organization]:
    """Return the bodies with the ids of those that they are part of.

    A part whose name ends in the whole's is of its type: a department of a bank is no government's.
    """
    by_form: dict[str, Organization] = {}
    for body in bodies:
        for form in (body.name, *body.aliases):
            by_form.setdefault(form, body)
    by_end = {m.end: body for body in bodies for m in body.mentions}
    by_start = {m.start: body for body in bodies for m in body.mentions}
    types: dict[str, Organization] = {}
    parents: dict[str, str] = {}
    for body in bodies:
        named = _behind_link(body, by_form)
        if named is not None and named.type not in ("other", "place"):
            types[body.id] = named
        parent = named or _in_front(body, by_form) or _beside(body, text, by_end, by_start)
        if (
            parent is not None
            and parent.type != "place"
            and not _leads_to(parents, parent.id, body.id)
        ):
            parents[body.id] = parent.id
    for whole, part in _shared(bodies, text, by_end, parents):
        if not _leads_to(parents, whole, part):
            parents.setdefault(part, whole)
    return [_with_parent(body, parents.get(body.id), types.get(body.id, body)) for body in bodies]


def _with_parent(body: Organization, parent: str | None, like: Organization) -> Organization:
    """Return a body with what it is part of, of the type of another."""
    if (parent, like.type) == (body.part_of, body.type):
        return body
    return replace(body, part_of=parent, type=like.type)


def _leads_to(parents: Mapping[str, str], start: str, goal: str) -> bool:
    """Tell whether ``goal`` is ``start`` or one of those that it is part of."""
    at: str | None = start
    while at is not None:
        if at == goal:
            return True
        at = parents.get(at)
    return False


def _behind_link(body: Organization, by_form: Mapping[str, Organization]) -> Organization | None:
    """Return the longest body whose name ends this one's behind "of", "at" or "in"."""
    for link in LINK.finditer(body.name):
        parent = by_form.get(body.name[link.end() :])
        if parent is not None and parent.id != body.id:
            return parent
    return None


def _in_front(body: Organization, by_form: Mapping[str, Organization]) -> Organization | None:
    """Return the longest body whose name opens this one's, where the rest is a part's."""
    words = body.name.split(" ")
    for at in range(len(words) - 1, 0, -1):
        parent = by_form.get(" ".join(words[:at]))
        if parent is not None and parent.id != body.id and part_heads().intersection(words[at:]):
            return parent
    return None


def _beside(
    body: Organization,
    text: str,
    by_end: Mapping[int, Organization],
    by_start: Mapping[int, Organization],
) -> Organization | None:
    """Return the body whose possessive stands before a part, or that a comma joins behind it."""
    words = body.name.split(" ")
    if not part_heads().intersection(words):
        return None
    for mention in body.mentions:
        for size in (2, 3):
            owner = by_end.get(mention.start - size)
            if owner and _POSSESSIVE.fullmatch(text, mention.start - size, mention.start):
                return owner if owner.id != body.id else None
        comma = _COMMA.match(text, mention.end)
        whole = by_start.get(comma.end()) if comma else None
        if (
            whole is not None
            and words[0] in part_heads()
            and len(words) > 2
            and words[1] in ("of", "for")
            and whole.type == "education"
            and whole.name.split(" ")[0] != words[0]
        ):
            return whole
    return None


def _shared(
    bodies: Sequence[Organization],
    text: str,
    by_end: Mapping[int, Organization],
    parents: Mapping[str, str],
) -> Iterator[tuple[str, str]]:
    """Yield whole and part for the parts in a list whose last name says whose they are."""
    by_id = {body.id: body for body in bodies}
    for body in bodies:
        whole = by_id.get(parents.get(body.id, ""))
        if whole is None or whole.type != "education" or not body.name.endswith(whole.name):
            continue
        for mention in body.mentions:
            listed: list[str] = []
            at = mention.start
            while True:
                before = next(
                    (by_end[at - n] for n in range(2, 11) if _joins(text, at - n, at, by_end)), None
                )
                if before is None or not _is_bare_part(before):
                    break
                listed.append(before.id)
                at = max(m.start for m in before.mentions if m.end < at)
            if len(listed) > 1:
                yield from ((whole.id, part) for part in listed)


def _joins(text: str, start: int, end: int, by_end: Mapping[int, Organization]) -> bool:
    return start in by_end and _JOINT.fullmatch(text, start, end) is not None


def _is_bare_part(body: Organization) -> bool:
    """Tell whether a name is a part's that does not say whose."""
    words = body.name.split(" ")
    return body.type in _LISTED and words[-1] in part_heads() and "of" not in words


def with_countries(bodies: Sequence[Organization], text: str) -> tuple[Organization, ...]:
    """Return the bodies with the countries whose they are, as far as the text says."""
    own = {body.id: _country(body, text) for body in bodies}
    whole = {body.id: body.part_of for body in bodies}
    found: list[Organization] = []
    for body in bodies:
        at: str | None = body.id
        while at is not None and own[at] is None:
            at = whole[at]
        country = own[at] if at is not None else None
        found.append(body if country == body.country else replace(body, country=country))
    return tuple(found)


def _country(body: Organization, text: str) -> str | None:
    """Return the only country that the names of a body, or possessives before them, say."""
    if body.type == "intergovernmental":
        return None
    said = {
        country
        for name in (body.name, *body.aliases)
        for country in [_named_country(name, body.type in _PUBLIC)]
        if country is not None
    }
    if not said:
        owners = {owning_country(text, mention.start) for mention in body.mentions} - {None}
        said = {owner for owner in owners if owner is not None}
    return said.pop() if len(said) == 1 else None


def _named_country(name: str, public: bool) -> str | None:
    """Return the country in a name: behind "of" in any, anywhere in a public body's.

    What stands behind "in", "to" or "on" is where a mission is or what it sees to, not whose it is;
    of two countries none is taken.
    """
    own = re.split(r"\s(?:in|to|with|for|on)\s", name)[0]
    words = [(m.group(), m.start()) for m in _WORD.finditer(own)]
    found: set[str] = set()
    at = 0
    while at < len(words):
        for size in place_starts().get(words[at][0], ()):
            form = " ".join(word for word, _ in words[at : at + size])
            place = places().get(form)
            if place is None or not place.country:
                continue
            behind_of = own[: words[at][1]].endswith((" of ", " of the "))
            if public or (behind_of and not place.demonym):
                found.add(place.name)
            at += size - 1
            break
        at += 1
    return found.pop() if len(found) == 1 else None
