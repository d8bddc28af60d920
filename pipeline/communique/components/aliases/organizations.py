"""Which names are one organization's.

The procedure, in this order, within one release and nowhere else:

1. Names that are the same words are one, whatever their case, article, punctuation or a possessive
   ("Belarus's Ministry of Justice" aside, which the boundaries part already).
2. A name defined in brackets behind a fuller one is its alias: an acronym whose letters stand in
   the name in order (Schwartz and Hearst 2003, "A simple algorithm for identifying abbreviation
   definitions in biomedical text"), or any name in quotes (`("Constantia")`).
3. A company's short form: the first words of exactly one fuller name ("Nissan" of "Nissan Motor
   Co., Ltd."), what is left over being more than a place.
4. Names that differ only in words of level and in places ("Shenyang Municipal Government",
   "Shenyang Municipal People's Government"), if there is one candidate.
5. An acronym without a definition: the initials of exactly one name.

Where there are several candidates, none is taken.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from functools import cache

from communique.components.lexicon_files import read_entries
from communique.components.mentions import Mention, Organization
from communique.components.organizations.kind import organization_type
from communique.components.organizations.lexicon import known_organizations, organization_heads

_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")
_SMALL = frozenset({"the", "of", "for", "and", "a", "an", "in", "on", "de", "la", "to", "s", "at"})


@cache
def _level_words() -> frozenset[str]:
    return frozenset(read_entries("organizations/level_words.txt"))


@cache
def _company_forms() -> frozenset[str]:
    return frozenset(read_entries("organizations/company_forms.txt"))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, without articles and prepositions."""
    words = (w.casefold().removesuffix("'s").removesuffix("’s") for w in _WORD.findall(name))
    return tuple(word for word in words if word not in _SMALL)


def without_company_form(words: Sequence[str]) -> tuple[str, ...]:
    """Return the words without the legal forms at their end."""
    end = len(words)
    while end > 1 and words[end - 1].replace(".", "") in _company_forms():
        end -= 1
    return tuple(words[:end])


def is_acronym(name: str) -> bool:
    """Tell whether a name is written like an acronym: "MoEYS", "BRI", "TU-K", "J&J"."""
    return (
        " " not in name
        and 2 <= len(name) <= 12
        and sum(c.isupper() for c in name) >= 2
        and name[0].isalnum()
    )


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``long`` in order, the first at a word start.

    The algorithm of Schwartz and Hearst: letters are matched from the right, and the first must
    begin a word.
    """
    s, at = len(short) - 1, len(long) - 1
    while s >= 0:
        char = short[s].casefold()
        if not char.isalnum():
            s -= 1
            continue
        while at >= 0 and (
            long[at].casefold() != char or (s == 0 and at > 0 and long[at - 1].isalnum())
        ):
            at -= 1
        if at < 0:
            return False
        at -= 1
        s -= 1
    return True


def _initials(name: str) -> set[str]:
    """Return the initials of a name, with and without those of its small words, folded."""
    words = [w.casefold() for w in re.findall(r"[^\W_]+", name)]
    return {"".join(w[0] for w in words), "".join(w[0] for w in words if w not in _SMALL)}


class _Clusters:
    """Disjoint sets over the organizations, by index."""

    def __init__(self, size: int) -> None:
        self._parent = list(range(size))

    def find(self, item: int) -> int:
        while self._parent[item] != item:
            item = self._parent[item]
        return item

    def join(self, item: int, other: int) -> None:
        low, high = sorted((self.find(item), self.find(other)))
        self._parent[high] = low


def resolve_organizations(
    organizations: Iterable[Organization], text: str, places: Collection[str]
) -> tuple[Organization, ...]:
    """Join the organizations whose names are one body's; ids are given anew, by first mention.

    ``text`` is the document's, in which definitions in brackets are looked for; ``places`` are
    the surface forms of its places.
    """
    bodies = _without_bare_heads(list(organizations))
    words = [name_words(body.name) for body in bodies]
    clusters = _Clusters(len(bodies))
    _join_equal(words, clusters)
    _join_defined(bodies, text, clusters)
    place_words = {w for place in places for w in name_words(place)}
    _join_short_forms(bodies, words, place_words, clusters)
    _join_levels(words, place_words, clusters)
    _join_initials(bodies, clusters)
    members: dict[int, list[Organization]] = {}
    for index, body in enumerate(bodies):
        members.setdefault(clusters.find(index), []).append(body)
    joined = sorted(
        (_merge(group) for group in members.values()), key=lambda o: o.mentions[0].start
    )
    numbered = [replace(body, id=f"o{n}") for n, body in enumerate(joined, 1)]
    return tuple(_with_parent(body, numbered) for body in numbered)


def _without_bare_heads(bodies: list[Organization]) -> list[Organization]:
    """Leave out what is a head and nothing else ("Bank", "the Ministry"): a short form at most.

    The component adds it again, as an alias, where exactly one body has that head.
    """
    heads = organization_heads()
    return [body for body in bodies if body.name not in heads or heads[body.name].bare]


def _join_equal(words: list[tuple[str, ...]], clusters: _Clusters) -> None:
    first: dict[tuple[str, ...], int] = {}
    for index, key in enumerate(words):
        if key:
            clusters.join(index, first.setdefault(key, index))


def _join_defined(bodies: list[Organization], text: str, clusters: _Clusters) -> None:
    ends = {mention.end: i for i, body in enumerate(bodies) for mention in body.mentions}
    for index, body in enumerate(bodies):
        for mention in body.mentions:
            before = re.search(
                r"[\s,]*[(\[（]\s*(?:the |hereinafter |or )*([\"“”'‘]?)$",
                text[max(0, mention.start - 24) : mention.start],
            )
            if not before:
                continue
            full = ends.get(mention.start - len(before.group()))
            if full is None or full == index:
                continue
            if before.group(1) or abbreviates(body.name, bodies[full].name):
                clusters.join(index, full)


def _one(candidates: Iterable[int], clusters: _Clusters) -> int | None:
    """Return the only cluster among the candidates, None when there is none or more than one."""
    roots = {clusters.find(c) for c in candidates}
    return roots.pop() if len(roots) == 1 else None


def _join_short_forms(
    bodies: list[Organization], words: list[tuple[str, ...]], places: set[str], clusters: _Clusters
) -> None:
    order = sorted(range(len(bodies)), key=lambda i: -len(words[i]))
    for index in order:
        short = without_company_form(words[index])
        if not short or all(w in places or w in _level_words() for w in short):
            continue
        candidates = []
        for other in range(len(bodies)):
            full = without_company_form(words[other])
            if clusters.find(other) == clusters.find(index) or len(words[other]) <= len(
                words[index]
            ):
                continue
            if full == short or (
                full[: len(short)] == short and _is_company_like(bodies[other], words[other])
            ):
                candidates.append(other)
        target = _one(candidates, clusters)
        if target is not None:
            clusters.join(index, target)


def _is_company_like(body: Organization, words: tuple[str, ...]) -> bool:
    return body.type in ("company", "other") or words[-1].replace(".", "") in _company_forms()


def _join_levels(words: list[tuple[str, ...]], places: set[str], clusters: _Clusters) -> None:
    free = _level_words() | places | _words_before_levels(words)
    for index, short in enumerate(words):
        if len(short) < 2 or all(word in free for word in short):
            core = {w for w in short if w not in _level_words()}
            if not core or "government" not in short:
                continue
        candidates = [
            other
            for other, full in enumerate(words)
            if set(short) < set(full) and all(word in free for word in set(full) - set(short))
        ]
        target = _one(candidates, clusters)
        if target is not None:
            clusters.join(index, target)


def _words_before_levels(words: list[tuple[str, ...]]) -> set[str]:
    """Return the words that a word of level follows: places, known or not ("Liaoning Provincial")."""
    return {
        name[at]
        for name in words
        for at in range(len(name) - 1)
        if name[at + 1] in _level_words() and name[at] not in _level_words()
    }


def _join_initials(bodies: list[Organization], clusters: _Clusters) -> None:
    for index, body in enumerate(bodies):
        if not is_acronym(body.name) or any(
            clusters.find(i) == clusters.find(index) for i in range(len(bodies)) if i != index
        ):
            continue
        letters = "".join(c for c in body.name if c.isalpha()).casefold()
        candidates = [
            other
            for other, full in enumerate(bodies)
            if other != index and " " in full.name and letters in _initials(full.name)
        ]
        target = _one(candidates, clusters)
        if target is not None:
            clusters.join(index, target)


def _merge(members: list[Organization]) -> Organization:
    """Join organizations into one under the fullest name that is not all in capitals."""
    best = max(
        members,
        key=lambda o: (
            not is_acronym(o.name),
            not o.name.isupper(),
            len(name_words(o.name)),
            -o.mentions[0].start,
        ),
    )
    mentions: list[Mention] = sorted(m for o in members for m in o.mentions)
    aliases = list(dict.fromkeys(" ".join(m.text.split()) for m in mentions))
    types = [o.type for o in (best, *members) if o.type != "other"]
    known = known_organizations()
    kind = next((known[o.name] for o in members if o.name in known), None)
    return replace(
        best,
        type=kind or (types[0] if types else organization_type(best.name)),
        mentions=tuple(mentions),
        aliases=tuple(alias for alias in aliases if alias != best.name),
    )


def _with_parent(body: Organization, bodies: list[Organization]) -> Organization:
    """Say which body a body is part of: the one whose name ends its own behind "of"."""
    for other in bodies:
        if other.id == body.id:
            continue
        for name in (other.name, *other.aliases):
            if re.search(rf"\b(?:of|at|in)(?: the)? {re.escape(name)}$", body.name):
                return replace(body, part_of=other.id)
    return body
