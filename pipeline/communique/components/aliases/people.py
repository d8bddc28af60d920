"""Which names are one person's.

The procedure, in this order, within one release and nowhere else:

1. Names that are the same words are one, whatever their case, order or hyphens ("Li Gang",
   "Gang LI"; "Lee Chun-Yi", "Lee Chunyi").
2. Full names come before short ones. A name whose words all stand in a fuller name, in its order,
   an initial standing for a word ("H. Siblesz", "Hugo H. Siblesz"), or a short form for the given
   name ("Joe", "Joseph"), is that person's if exactly one such person is there.
3. A single word ("Li", "Romny") is a person's if it is the first or the last word, or an inner
   part, of exactly one fuller name. Of several candidates (at most 20), the likeliest is taken: the one whose
   style of address it shares ("Mr Lee", "Mr Lee Seow Hiang"), whose family name it is ("Chong" of
   "Chong Yoke Sin", not of "Lim Soon Chong"), whose name was read last.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace

from communique.components.aliases.clusters import WordIndex
from communique.components.aliases.family_names import family_name, likeliest
from communique.components.aliases.provenance import alias_reason
from communique.components.lexicon_files import lexical, read_table
from communique.components.mentions import Mention, Person

#: Where more people than this have a single word, it is left alone.
_MOST_CANDIDATES = 20

_WORD = re.compile(r"[^\W\d_]+(?:['’.][^\W\d_]+)*\.?")


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name, folded: hyphens part words, case and full stops do not count."""
    return tuple(word.rstrip(".").casefold() for word in _WORD.findall(name.replace("-", " ")))


def _key(name: str) -> str:
    return "".join(sorted("".join(name_words(name))))


def _covers(full: tuple[str, ...], short: tuple[str, ...]) -> bool:
    """Tell whether the words of ``short`` stand in ``full`` in order, initials for words."""
    at = 0
    for word in short:
        while at < len(full) and not (
            full[at] == word or (len(word) == 1 and full[at].startswith(word))
        ):
            at += 1
        if at == len(full):
            return False
        at += 1
    return True


@lexical
def _given_forms() -> dict[str, frozenset[str]]:
    """Return, for a given name, those that it is a short form of or that are short forms of it."""
    found: dict[str, set[str]] = defaultdict(set)
    for full, short in read_table("people/nicknames.tsv"):
        for form in short.split("|"):
            found[full].add(form)
            found[form].add(full)
    return {name: frozenset(forms) for name, forms in found.items()}


def _short_for(full: tuple[str, ...], short: tuple[str, ...]) -> str | None:
    """Return the rule by which a name is a short form of a fuller one, None where it is none."""
    if len(short) > len(full) or short == full:
        return None
    if len(short) == 1:
        found = short[0] in full and len(short[0]) > 1
        return single_word_rule(short[0], full) if found else None
    if _covers(full, short):
        return "words-of-name"
    if short[0] in _given_forms().get(full[0], ()) and _covers(full[1:], short[1:]):
        return "short-given-name"
    without_initials = tuple(word for word in short if len(word) > 1)
    fits = len(without_initials) >= 2 and set(without_initials) <= set(full)
    return "words-of-name" if fits else None


def single_word_rule(word: str, full: tuple[str, ...]) -> str:
    """Return the rule by which one word of a name is a person's."""
    return "family-name" if family_name(" ".join(full)) == word else "single-word"


def resolve_people(people: Iterable[Person], text: str = "") -> tuple[Person, ...]:
    """Join the people whose names are one person's; ids are given anew, by first mention.

    ``text`` is the document's, in which the styles of address before names are read.
    """
    same: dict[str, list[Person]] = defaultdict(list)
    for person in people:
        same[_key(_one_name().get(person.name, person.name))].append(person)
    joined = [_join(members, [_same_rule(m) for m in members]) for members in same.values()]
    joined.sort(key=lambda p: (-len(name_words(p.name)), -len(p.name), p.mentions[0].start))
    kept: list[list[Person]] = []
    rules: list[list[str]] = []
    full_names: list[tuple[str, ...]] = []
    by_word = WordIndex()
    for person in joined:
        words = name_words(person.name)
        found = {
            number: rule
            for number in _holders(words, by_word)
            if (rule := _short_for(full_names[number], words)) is not None
            and not _apart(person, kept[number])
        }
        candidates = list(found)
        if 1 < len(candidates) <= _MOST_CANDIDATES and len(words) == 1:
            candidates = [likeliest(person, kept, candidates, text)]
        if len(candidates) == 1:
            kept[candidates[0]].append(person)
            rules[candidates[0]].append(
                found[candidates[0]] if len(found) == 1 else "likeliest-of-several"
            )
        else:
            by_word.add(len(kept), words)
            kept.append([person])
            rules.append([""])
            full_names.append(words)
    result = [_join(members, why) for members, why in zip(kept, rules, strict=True)]
    result.sort(key=lambda p: p.mentions[0].start)
    return tuple(replace(p, id=f"p{n}") for n, p in enumerate(result, 1))


@lexical
def _one_name() -> dict[str, str]:
    """Return, for the other names that a user gives a person, the first one."""
    table = read_table("people/same.tsv")
    return {other.strip(): name for name, others in table for other in others.split("|")}


@lexical
def _pairs_apart() -> frozenset[frozenset[str]]:
    """Return the pairs of names that are never one person's."""
    return frozenset(frozenset(pair) for pair in read_table("people/apart.tsv"))


def _same_rule(person: Person) -> str:
    return "user-lexicon" if person.name in _one_name() else "same-words"


def _apart(person: Person, others: Iterable[Person]) -> bool:
    """Tell whether a name is never the same person's as one of the others."""
    pairs = _pairs_apart()
    return bool(pairs) and any(frozenset((person.name, o.name)) in pairs for o in others)


def _holders(words: tuple[str, ...], by_word: WordIndex) -> set[int]:
    """Return the names that hold all words but initials, the given name in any of its forms."""
    whole = [word for word in words if len(word) > 1]
    found = by_word.holders(whole)
    for form in _given_forms().get(words[0], ()):
        found |= by_word.holders([form, *whole[1:]])
    return found


def _join(members: list[Person], rules: Sequence[str]) -> Person:
    """Join people into one under the fullest name, not all in capitals where there is a choice.

    ``rules`` say why each of them is the same person.
    """
    best = max(
        members,
        key=lambda p: (
            len([word for word in name_words(p.name) if len(word) > 1]),
            not p.name.isupper(),
            len(p.name),
            -p.mentions[0].start,
        ),
    )
    mentions: list[Mention] = sorted(m for p in members for m in p.mentions)
    given, family = _parts(best.name, members)
    reasons = [reason for member in members for reason in member.reasons]
    reasons += [
        alias_reason(member.name, rule or "same-words", member.mentions, best.mentions)
        for member, rule in zip(members, rules, strict=True)
        if member.name != best.name
    ]
    return replace(
        best, mentions=tuple(mentions), given=given, family=family, reasons=tuple(reasons)
    )


def _parts(name: str, members: list[Person]) -> tuple[str | None, str | None]:
    """Return given and family name where the text shows them.

    It does by using one end of the name alone ("Li said", of Li Gang), or by writing the family
    name in capitals ("Alin OLĂRESCU"). Else both stay None.
    """
    words = name.split()
    if len(words) < 2:
        return None, None
    capitals = [w for w in words if w.isupper() and len(w) > 2]
    if 0 < len(capitals) < len(words) and not name.isupper():
        family = " ".join(capitals)
        return " ".join(w for w in words if w not in capitals), family
    alone = {m.name.casefold() for m in members if " " not in m.name}
    ends = [w for w in (words[0], words[-1]) if w.casefold() in alone]
    if len(ends) != 1:
        return None, None
    family = ends[0]
    rest = words[1:] if family == words[0] else words[:-1]
    return " ".join(rest), family
