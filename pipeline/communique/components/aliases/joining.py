"""The steps by which names of bodies are joined, each over indices of a sequence of bodies.

``words`` are the words that carry each name, ``named`` the indices of the names that are more than
a bare head, ``clusters`` what was joined so far.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from communique.components.aliases.clusters import Clusters, WordIndex
from communique.components.aliases.foreign_acronyms import may_be_foreign, may_be_translation
from communique.components.aliases.wordings import CHAMBERS, is_leaders
from communique.components.lexicon_files import lexical
from communique.components.mentions import Organization
from communique.components.organizations.lexicon import (
    BOARDS,
    known_bodies,
    legal_forms,
    level_words,
    organization_heads,
)
from communique.components.organizations.names import (
    forms_in_front,
    has_company_form,
    is_acronym,
    is_acronym_of,
    is_country,
    name_words,
    spells,
    state_words,
    without_company_form,
)
from communique.components.organizations.owners import owning_country

_BRACKET = re.compile(r"(?:['’]s?)?[\s,]*[(\[（]\s*(?:the |hereinafter |or )*([\"“”'‘]?)$")
#: How many characters before an alias its opening bracket and what leads it in may take.
_BRACKET_REACH = 24
#: The rules by which names are equal.
_EQUAL = {"name": "same-words", "state": "same-state-body", "known": "widely-known"}
_OWNER_ENDS = frozenset({"of", "for", "at", "in", "the", "and", "&", "-", "–", "on"})
#: First words of names of places' governments.
_SEATS = frozenset({"city", "county", "government", "municipality", "state", "town"})
#: What leads from a body to the one it is part of.
LINK = re.compile(r"\s(?:of|at|in)\s(?:the\s)?")


def join_equal(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    text: str,
    clusters: Clusters,
) -> None:
    """Join names of the same words, of one widely known body, and of a state's body (step 1).

    Names that possessives give to several countries are joined only country by country.
    """
    same: dict[tuple[str, object], list[int]] = defaultdict(list)
    for index, (body, key) in enumerate(zip(bodies, words, strict=True)):
        if not key:
            continue
        same["name", without_company_form(key, legal_forms())].append(index)
        state = state_words(key) if body.type == "government" else None
        if state:
            same["state", state].append(index)
        known = known_bodies().get(body.name)
        if known:
            same["known", known].append(index)
    for (sort, _), members in same.items():
        if len(members) < 2:
            continue
        owners = [owning_country(text, bodies[index].mentions[0].start) for index in members]
        first: dict[str | None, int] = {}
        apart = len(set(owners) - {None}) > 1
        for index, owner in zip(members, owners, strict=True):
            clusters.join(index, first.setdefault(owner if apart else None, index), _EQUAL[sort])


def join_defined(bodies: Sequence[Organization], text: str, clusters: Clusters) -> None:
    """Join what brackets define with the name before them (step 2)."""
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
                clusters.join(index, full, "name-in-quotes")
            elif is_acronym_of(body.name, bodies[full].name) or _is_shortened(
                body.name, bodies[full].name
            ):
                inner = inner_body(body.name, bodies[full].name, by_name, full)
                clusters.join(index, inner, "acronym-in-brackets")
            elif text[mention.end : mention.end + 1] == ")" and may_be_translation(
                body, bodies[full]
            ):
                clusters.join(index, full, "name-in-brackets")
            elif (
                text[mention.end : mention.end + 1] == ")"
                and mention == body.mentions[0]
                and may_be_foreign(body.name, bodies[full], times=len(body.mentions))
                and not any(spells(body.name, other) for other in by_name if " " in other)
            ):
                clusters.join(index, full, "foreign-acronym")


def _is_shortened(short: str, long: str) -> bool:
    """Tell whether a name in a bracket is words of the one before it, and letters of the others.

    "OCP Court" behind "Court of Arbitration of the Orme Chamber of Piers".
    """
    whole = name_words(long)
    letters = "".join(word[0] for word in whole)
    parts = short.split()
    return len(parts) > 1 and all(
        part.casefold() in whole or (is_acronym(part) and part.casefold() in letters)
        for part in parts
    )


def inner_body(alias: str, name: str, by_name: Mapping[str, int], whole: int) -> int:
    """Return the body that an acronym behind a name abbreviates: one that ends the name, or it all.

    In "Board of the Harbour Trust (HT)" the acronym is the trust's.
    """
    for link in LINK.finditer(name):
        inner = by_name.get(name[link.end() :])
        if inner is not None and spells(alias, name[link.end() :]):
            return inner
    return whole


def join_short_forms(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    """Join first words of companies with the fuller name (step 3).

    Names that differ only in "Group", "International" and the like are one company's where one
    alone has a legal form.
    """
    longer: dict[tuple[str, ...], list[int]] = defaultdict(list)
    whole: dict[tuple[str, ...], list[int]] = defaultdict(list)
    for index in named:
        full = without_company_form(words[index])
        whole[full].append(index)
        if bodies[index].type in ("company", "other") or has_company_form(words[index]):
            for begin in range(_opening(full, places) + 1):
                for end in range(begin + 1, len(full) + (begin > 0)):
                    if _is_another(full[begin:end], full[end:]):
                        continue
                    if not all(word in places for word in full[end:]) or begin:
                        longer[full[begin:end]].append(index)
        elif len(full) > 2 and full[-1] == "university" and not set(full[:-1]) <= set(places):
            longer[full[:-1]].append(index)  # "Orme State" of "Orme State University"
    for core, members in whole.items():
        formal = {clusters.find(i) for i in members if has_company_form(words[i], legal_forms())}
        if len(formal) == 1 and not all(word in places for word in core):
            for index in members[1:]:
                clusters.join(members[0], index, "company-short-form")
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
            other for other in whole.get(without_company_form(short), ()) if words[other] != short
        )
        if target is None and sizes[clusters.find(index)] == 1:
            target = clusters.only(longer.get(short, ()))
        if target is not None:
            clusters.join(index, target, "company-short-form")


def _is_another(short: Sequence[str], rest: Sequence[str]) -> bool:
    """Tell whether the first words of a name are another body's: "Orme Library" of "Orme Library Board"."""
    heads = _folded_heads()
    if len(short) > 1 and short[0] in _SEATS:
        return True  # "City of Orme" of "City of Orme Piers Ltd"
    return len(short) > 1 and short[-1] in heads and not heads.isdisjoint(rest)


@lexical
def _folded_heads() -> frozenset[str]:
    return frozenset(word.casefold() for word in (*organization_heads(), *BOARDS))


def _opening(words: Sequence[str], places: Collection[str]) -> int:
    """Return how many words stand before the name itself: a legal form, a place ("PT", "Liuzhou")."""
    opens = len(words) > 2 and (words[0] in places or words[0] in forms_in_front())
    return int(opens and not has_company_form(words[1:2]))


def join_levels(
    words: Sequence[tuple[str, ...]],
    places: Collection[str],
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    """Join names that differ in words of level and places (step 4)."""
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
            if len(set(words[other])) > len(short)
            and set(words[other]) - short <= (free | CHAMBERS if "committee" in short else free)
        )
        if target is not None:
            clusters.join(index, target, "level-words")


def _words_before_levels(words: Iterable[tuple[str, ...]]) -> set[str]:
    """Return the words that a word of level follows: places, known or not ("Liaoning Provincial")."""
    return {
        name[at]
        for name in words
        for at in range(len(name) - 1)
        if name[at + 1] in level_words() and name[at] not in level_words()
    }


def join_parts(
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
            clusters.join(short, target, "part-of-body")


class _Part(NamedTuple):
    """A name parted into the body's own name and what says whose body it is."""

    part: str
    owner: str


def _parts(name: str) -> Iterator[_Part]:
    for link in LINK.finditer(name):
        yield _Part(name[: link.start()], name[link.end() :])
    split = name.split(" ")
    for at in range(1, len(split) - 1):
        if split[at - 1].lower() in _OWNER_ENDS:
            break
        yield _Part(" ".join(split[at:]), " ".join(split[:at]))


def join_bare_heads(
    bodies: Sequence[Organization],
    words: Sequence[tuple[str, ...]],
    text: str,
    named: Sequence[int],
    clusters: Clusters,
) -> None:
    """Join heads that may stand alone with the only name that has them (step 6).

    A city is no company that is called after it ("City of Orme Piers Ltd").

    Whose administration it is, "my Administration" says.
    """
    heads = organization_heads()
    bare = {
        bodies[index].name: index
        for index in named
        if bodies[index].name in heads
        and bodies[index].name not in known_bodies()
        and not is_leaders(bodies[index], text)
    }
    having: dict[str, list[int]] = defaultdict(list)
    for index in named:
        split = bodies[index].name.split()
        if len(split) > 1:
            head = split[0] if split[1].lower() == "of" else split[-1]
            if head == split[-1] or not has_company_form(words[index], legal_forms()):
                having[head].append(index)
    sizes = Counter(clusters.find(index) for index in named)
    for head, index in bare.items():
        target = clusters.only(having.get(head, ()))
        if target is not None and sizes[clusters.find(index)] == 1:
            clusters.join(index, target, "bare-head")
