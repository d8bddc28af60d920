"""Which names are one organization's.

The procedure, in this order, within one release and nowhere else:

1. Names that are the same words are one, whatever their case, article, accents, spelling ("Labour",
   "Labor") or legal form; of a state's bodies also in another order ("Romanian Embassy", "Embassy
   of Romania"); and the names of one widely known body.
2. A name defined in brackets behind a fuller one is its alias: an acronym whose letters stand in
   the name in order, or any name in quotes (`("Constantia")`).
3. A company's short form: the first words of exactly one fuller name ("Nissan" of "Nissan Motor
   Co., Ltd."), what is left over being more than a place.
4. Names that differ only in words of level and in places ("Shenyang Municipal Government",
   "Shenyang Municipal People's Government"), or in the body or country that stands before or
   behind them ("Armed Services Committee", "Senate Armed Services Committee").
5. A name without a definition that the first letters of exactly one name spell.
6. A head that may stand alone ("the Administration"): exactly one name has it.

Where there are several candidates, none is taken. No step compares every name with every other.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from communique.components.aliases.clusters import Clusters, WordIndex
from communique.components.aliases.names import (
    abbreviates,
    has_company_form,
    is_acronym,
    is_country,
    level_words,
    name_words,
    spells,
    state_words,
    without_company_form,
)
from communique.components.mentions import Mention, Organization
from communique.components.organizations.kind import organization_type
from communique.components.organizations.lexicon import (
    known_bodies,
    known_organizations,
    legal_forms,
    organization_heads,
)

_BRACKET = re.compile(r"[\s,]*[(\[（]\s*(?:the |hereinafter |or )*([\"“”'‘]?)$")
#: How many characters before an alias its opening bracket and what leads it in may take.
_BRACKET_REACH = 24
#: Where more names than this begin with an acronym's letter, it is left alone.
_MOST_CANDIDATES = 200
_OWNER_ENDS = frozenset({"of", "for", "at", "in", "the", "and", "&", "-", "–", "on"})
_LINK = re.compile(r"\s(?:of|at|in)\s(?:the\s)?")


def resolve_organizations(
    organizations: Iterable[Organization],
    text: str,
    places: Collection[str],
    defined: Sequence[tuple[str, str]] = (),
) -> tuple[Organization, ...]:
    """Join the organizations whose names are one body's; ids are given anew, by first mention.

    ``text`` is the document's, in which definitions in brackets are looked for; ``places`` are
    the surface forms of its places; ``defined`` are pairs of an alias and the name that the
    release defines it for. A name that is a bare head ("the Ministry") is left out unless it was
    defined or may stand alone: it is a short form at most, added by ``communique_aliases``.
    """
    bodies = list(organizations)
    words = [name_words(body.name) for body in bodies]
    clusters = Clusters(len(bodies))
    _join_equal(bodies, words, clusters)
    _join_defined(bodies, text, clusters)
    by_name = {body.name: index for index, body in enumerate(bodies)}
    for alias, full in defined:
        if alias in by_name and full in by_name:
            clusters.join(by_name[alias], _inner(alias, full, by_name, by_name[full]))
    telling = {clusters.find(i) for i, body in enumerate(bodies) if not _is_bare_head(body.name)}
    named = [index for index in range(len(bodies)) if clusters.find(index) in telling]
    place_words = {word for place in places for word in name_words(place)}
    _join_short_forms(bodies, words, place_words, named, clusters)
    _join_levels(words, place_words, named, clusters)
    _join_parts(bodies, words, place_words, named, clusters)
    _join_spelled(bodies, named, clusters)
    _join_bare_heads(bodies, named, clusters)
    members: dict[int, list[Organization]] = defaultdict(list)
    for index in named:
        members[clusters.find(index)].append(bodies[index])
    joined = sorted(
        (_merge(group) for group in members.values()), key=lambda o: o.mentions[0].start
    )
    return _with_parents([replace(body, id=f"o{n}") for n, body in enumerate(joined, 1)])


def _is_bare_head(name: str) -> bool:
    head = organization_heads().get(name)
    return head is not None and not head.bare


def _join_equal(
    bodies: Sequence[Organization], words: Sequence[tuple[str, ...]], clusters: Clusters
) -> None:
    first: dict[tuple[object, ...], int] = {}
    for index, (body, key) in enumerate(zip(bodies, words, strict=True)):
        if not key:
            continue
        bare = without_company_form(key, legal_forms())
        clusters.join(index, first.setdefault(("name", bare), index))
        state = state_words(key) if body.type == "government" else None
        if state:
            clusters.join(index, first.setdefault(("state", state), index))
        known = known_bodies().get(body.name)
        if known:
            clusters.join(index, first.setdefault(("known", known), index))


def _join_defined(bodies: Sequence[Organization], text: str, clusters: Clusters) -> None:
    ends = {mention.end: i for i, body in enumerate(bodies) for mention in body.mentions}
    by_name = {body.name: index for index, body in enumerate(bodies)}
    for index, body in enumerate(bodies):
        for mention in body.mentions:
            reach = text[max(0, mention.start - _BRACKET_REACH) : mention.start]
            before = _BRACKET.search(reach)
            if not before:
                continue
            full = ends.get(mention.start - len(before.group()))
            if full is None or full == index:
                continue
            if before.group(1):
                clusters.join(index, full)
            elif abbreviates(body.name, bodies[full].name):
                clusters.join(index, _inner(body.name, bodies[full].name, by_name, full))


def _inner(alias: str, name: str, by_name: Mapping[str, int], whole: int) -> int:
    """Return the body that an acronym behind a name abbreviates: one that ends the name, or it all.

    In "Board of the Harbour Trust (HT)" the acronym is the trust's.
    """
    for link in _LINK.finditer(name):
        inner = by_name.get(name[link.end() :])
        if inner is not None and spells(alias, name[link.end() :]):
            return inner
    return whole


def _join_short_forms(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in named:
        full = without_company_form(words[index])
        whole[full].append(index)
        if bodies[index].type in ("company", "other") or has_company_form(words[index]):
            for end in range(1, len(full)):
                if not all(word in places for word in full[end:]):
                    longer[full[:end]].append(index)
    sizes = Counter(clusters.find(index) for index in named)
    for index in sorted(named, key=lambda i: -len(words[i])):
        short = words[index]
        if (
            has_company_form(short, legal_forms())
            or bodies[index].name in known_bodies()
            or all(word in places or word in level_words() for word in short)
        ):
            continue
        target = clusters.only(
            other for other in whole.get(without_company_form(short), ()) if other != index
        )
        if target is None and sizes[clusters.find(index)] == 1:
            target = clusters.only(longer.get(short, ()))
        if target is not None:
            clusters.join(index, target)


def _join_levels(
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    free = level_words() | set(places) | _words_before_levels(words)
    by_word = WordIndex()
    for index in named:
        by_word.add(index, words[index])
    for index in named:
        short = set(words[index])
        if len(words[index]) < 2 or short <= free:
            core = short - level_words()
            if not core or "government" not in short:
                continue
        target = clusters.only(
            other
            for other in by_word.holders(short)
            if len(set(words[other])) > len(short) and set(words[other]) - short <= free
        )
        if target is not None:
            clusters.join(index, target)


def _words_before_levels(words: Iterable[tuple[str, ...]]) -> set[str]:
    """Return the words that a word of level follows: places, known or not ("Liaoning Provincial")."""
    return {
        name[at]
        for name in words
        for at in range(len(name) - 1)
        if name[at + 1] in level_words() and name[at] not in level_words()
    }


def _join_parts(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    """Join names with what says whose body it is, before it or behind "of"."""
    by_name: dict[str, list[int]] = defaultdict(list)
    for index in named:
        by_name[bodies[index].name.casefold()].append(index)
    owners = set(words)
    candidates: dict[int, set[int]] = defaultdict(set)
    for index in named:
        name = bodies[index].name
        for rest in _parts(name):
            for short in by_name.get(rest.part.casefold(), ()):
                owner = name_words(rest.owner)
                if len(words[short]) > 1 and (
                    owner in owners
                    or is_country(rest.owner)
                    or rest.owner in organization_heads()
                    or rest.owner in known_bodies()
                    or (bool(owner) and all(w in places or w in level_words() for w in owner))
                ):
                    candidates[short].add(index)
    for short, found in candidates.items():
        target = clusters.only(found)
        if target is not None:
            clusters.join(short, target)


class _Part(NamedTuple):
    """A name parted into the body's own name and what says whose body it is."""

    part: str
    owner: str


def _parts(name: str) -> Iterator[_Part]:
    for link in _LINK.finditer(name):
        yield _Part(name[: link.start()], name[link.end() :])
    split = name.split(" ")
    for at in range(1, len(split) - 1):
        if split[at - 1].lower() in _OWNER_ENDS:
            break
        yield _Part(" ".join(split[at:]), " ".join(split[:at]))


def _join_spelled(bodies: Sequence[Organization], named: Sequence[int], clusters: Clusters) -> None:
    full: dict[str, list[int]] = defaultdict(list)
    for index in named:
        if " " in bodies[index].name:
            full[bodies[index].name[0].casefold()].append(index)
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
            and spells(name, bodies[other].name)
        )
        if target is not None:
            clusters.join(index, target)


def _join_bare_heads(
    bodies: Sequence[Organization], named: Sequence[int], clusters: Clusters
) -> None:
    heads = organization_heads()
    bare = {
        bodies[index].name: index
        for index in named
        if bodies[index].name in heads and bodies[index].name not in known_bodies()
    }
    having: dict[str, list[int]] = defaultdict(list)
    for index in named:
        split = bodies[index].name.split()
        if len(split) > 1:
            head = split[0] if split[1].lower() == "of" else split[-1]
            having[head].append(index)
    for head, index in bare.items():
        target = clusters.only(having.get(head, ()))
        if target is not None:
            clusters.join(index, target)


def _merge(members: Sequence[Organization]) -> Organization:
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
    aliases = dict.fromkeys(" ".join(m.text.split()) for m in mentions)
    types = [o.type for o in (best, *members) if o.type != "other"]
    known = known_organizations()
    kind = next((known[o.name] for o in members if o.name in known), None)
    return replace(
        best,
        type=kind or (types[0] if types else organization_type(best.name)),
        mentions=tuple(mentions),
        aliases=tuple(alias for alias in aliases if alias != best.name),
    )


def _with_parents(bodies: Sequence[Organization]) -> tuple[Organization, ...]:
    """Say which body a body is part of: the longest whose name ends its own behind "of"."""
    by_form: dict[str, Organization] = {}
    for body in bodies:
        for form in (body.name, *body.aliases):
            by_form.setdefault(form, body)
    return tuple(_with_parent(body, by_form) for body in bodies)


def _with_parent(body: Organization, by_form: dict[str, Organization]) -> Organization:
    for link in _LINK.finditer(body.name):
        parent = by_form.get(body.name[link.end() :])
        if parent is not None and parent.id != body.id and parent.part_of is None:
            return replace(body, part_of=parent.id)
    return body
