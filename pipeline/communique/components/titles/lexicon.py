"""The words of titles: heads, their modifiers, and the honorifics that are no title.

The lists are files in ``communique/lexicon/titles``; each says at its top what it is.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from communique.components.lexicon_files import (
    added_entries,
    lexical,
    of_a_word,
    read_entries,
    read_table,
    split_row,
)
from communique.components.titles.types import TitleTime

#: The flag of heads that only the model knows.
LEARNED = "learned"


@dataclass(frozen=True)
class Head:
    """A word (or fixed words) that an office, job or rank is named by.

    ``words`` is lower case and singular; ``flags`` are those explained in ``heads.tsv``.
    ``plural`` says that the form at hand names several holders, ``stands_for`` what an abbreviation
    means.
    """

    words: str
    flags: frozenset[str]
    plural: bool = False
    stands_for: str = ""


def _plural(words: str) -> str:
    stem, space, last = words.rpartition(" ")
    if last.endswith("man"):
        last = last[:-3] + "men"
    elif last.endswith("y") and not last.endswith(("ay", "ey", "oy")):
        last = last[:-1] + "ies"
    elif last.endswith(("s", "x", "ch", "sh")):
        last += "" if last.endswith("s") else "es"
    else:
        last += "s"
    return stem + space + last


@lexical
def heads() -> dict[str, Head]:
    """Return the heads by lower-case form, plurals among them."""
    found: dict[str, Head] = {}
    for words, *rest in read_table("titles/heads.tsv"):
        head = Head(words, frozenset(rest[0].split()) if rest else frozenset())
        found.setdefault(_plural(words), Head(words, head.flags, plural=True))
        found[words] = head
    for plural, singular in read_table("titles/plurals.tsv"):
        if singular in found:
            found[plural] = Head(singular, found[singular].flags, plural=True)
    return found


def singular(title: str) -> str:
    """Return a title of several holders as one of them has it: "Secretaries" is "Secretary"."""
    words = title.split()
    for size in (3, 2, 1):
        for at in range(len(words) - size + 1):
            stretch = words[at : at + size]
            head = heads().get(" ".join(stretch).lower())
            if head is not None and head.plural and len(head.words.split()) == size:
                one = zip(stretch, head.words.split(), strict=True)
                words[at : at + size] = [_cased(word, like=plural) for plural, word in one]
                return " ".join(words)
    return title


def _cased(word: str, *, like: str) -> str:
    """Return ``word`` in the case in which ``like`` is written."""
    if like.isupper():
        return word.upper()
    return word[:1].upper() + word[1:] if like[:1].isupper() else word


@lexical
def added_titles() -> frozenset[str]:
    """Return the heads that a user adds: alone they are no name, whatever the recogniser says."""
    return frozenset(split_row(entry)[0] for entry in added_entries("titles/heads.tsv"))


@lexical
def abbreviations() -> dict[str, Head]:
    """Return the abbreviated heads by their exact form, with and without the final full stop."""
    found: dict[str, Head] = {}
    for form, *rest in read_table("titles/abbreviations.tsv"):
        named, words = (*rest, "", "")[:2]
        flags = frozenset(named.split())
        head = Head(form, flags, plural=_plural_letters(form), stands_for=words)
        for written in (form, form.rstrip(".")) if "nodot" in flags else (form,):
            found[written] = head
    return found


def _plural_letters(form: str) -> bool:
    """Tell whether an abbreviation names several holders ("Sens.", "MPs")."""
    return form.endswith("s.") or (form.endswith("s") and form[:-1].isupper())


@lexical
def modifiers() -> frozenset[str]:
    """Return the words that stand before a head and belong to the title, lower case."""
    return frozenset(read_entries("titles/modifiers.txt"))


@lexical
def times() -> dict[str, TitleTime]:
    """Return the words before a title that say when it is held, lower case."""
    return {word: cast("TitleTime", when) for word, when in read_table("titles/times.tsv")}


@lexical
def honorifics() -> frozenset[str]:
    """Return the styles of address, as in running text and in capitals, without final full stop."""
    listed = [entry.rstrip(".") for entry in read_entries("titles/honorifics.txt")]
    return frozenset(listed) | frozenset(form.upper() for form in listed)


@of_a_word
def is_honorific(words: str) -> bool:
    """Tell whether ``words`` is a style of address ("Mr.", "H.E.", "Tan Sri"), which is no title."""
    return words.rstrip(".") in honorifics()


@of_a_word
def is_title_head(words: str) -> bool:
    """Tell whether ``words`` names an office, job or rank by itself ("Minister", "judges", "CEO").

    Lower-case forms of heads that are mostly other words ("general", "head") are none.
    """
    if words in abbreviations() or f"{words}." in abbreviations():
        return True
    head = heads().get(words.lower())
    return head is not None and counts_as_written(head, words)


@of_a_word
def is_rank_in_letters(words: str) -> bool:
    """Tell whether ``words`` are nothing but a rank that is cut short before a name ("Sen.", "Lt. Gen.").

    Like "Prof." it is a style: a rank is a title where it is written in full.
    """
    head = abbreviations().get(words) or abbreviations().get(f"{words}.")
    return head is not None and "rank" in head.flags


def counts_as_written(head: Head, words: str) -> bool:
    """Tell whether ``head`` is one in the case in which ``words`` are written."""
    return ("cap" if words[:1].islower() else "low") not in head.flags


@of_a_word
def is_name_too(words: str) -> bool:
    """Tell whether ``words`` is a head that is a family or given name as well ("Dean", "King")."""
    head = heads().get(words.lower())
    return head is not None and "name" in head.flags


@of_a_word
def is_title_modifier(words: str) -> bool:
    """Tell whether ``words`` may stand before a head as part of a title ("Vice", "Acting", "Ag.")."""
    lower = words.lower()
    return lower in modifiers() or f"{lower}." in modifiers() or lower in times()
