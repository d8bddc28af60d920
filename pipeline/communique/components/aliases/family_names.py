"""Whose name a single word is, where several people have it: "Mr Lee" beside two of that name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from communique.components.lexicon_files import lexical, read_entries
from communique.components.mentions import Person
from communique.components.titles.lexicon import is_honorific

_BEFORE = re.compile(r"([^\W\d_][\w.'’]*)\s{1,2}$")
#: How many characters before a name its style of address is looked for in.
_REACH = 24


def likeliest(
    short: Person, people: Sequence[Sequence[Person]], candidates: Sequence[int], text: str
) -> int:
    """Return which of the candidates, indices of ``people``, the single word ``short`` names.

    Each of ``people`` is the names that were found to be one person's so far.
    """
    left = list(candidates)
    style = _style(short, text)
    word = short.name.casefold()
    styled = [i for i in left if style & {s for name in people[i] for s in _style(name, text)}]
    left = styled or left
    left = [i for i in left if family_name(people[i][0].name).casefold() == word] or left
    at = short.mentions[0].start

    def distance(index: int) -> tuple[bool, int]:
        starts = [m.start for name in people[index] for m in name.mentions]
        before = [start for start in starts if start < at]
        return not before, at - max(before) if before else min(starts)

    return min(left, key=distance)


def family_name(name: str) -> str:
    """Return the word of a full name that is the family's: the first of "Lim Soon Chong"."""
    words = name.split()
    if len(words) > 1 and words[0].title() in _first_surnames() and words[0] != words[-1]:
        return words[0]
    return words[-1]


def _style(person: Person, text: str) -> frozenset[str]:
    """Return the styles of address that stand right before a person's mentions, folded."""
    found: set[str] = set()
    for mention in person.mentions:
        before = _BEFORE.search(text[max(0, mention.start - _REACH) : mention.start])
        if before and is_honorific(before[1]):
            found.add(before[1].rstrip(".").casefold())
    return frozenset(found)


@lexical
def _first_surnames() -> frozenset[str]:
    return frozenset(read_entries("people/surnames_first.txt"))
