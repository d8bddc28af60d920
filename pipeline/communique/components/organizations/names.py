"""What the names of organizations are made of: words, acronyms, legal forms, words of level."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Collection, Sequence

from communique.components.lexicon_files import lexical, read_entries, read_table
from communique.components.organizations.lexicon import legal_forms
from communique.components.titles.places import places

_WORD = re.compile(r"[^\W_]+(?:[.&'’][^\W_]+)*")
_PLAIN_WORD = re.compile(r"[^\W_]+")
_OF = re.compile(r"\sof\s")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
_SMALL = frozenset({"the", "of", "for", "and", "a", "an", "in", "on", "de", "la", "to", "s", "at"})


@lexical
def company_forms() -> frozenset[str]:
    """Return legal forms and the like that short names leave out, folded, without full stops."""
    return legal_forms() | frozenset(read_entries("organizations/company_forms.txt"))


@lexical
def forms_in_front() -> frozenset[str]:
    """Return the legal forms that stand before a company's name, folded ("PT", "JSC")."""
    return frozenset(_fold(form) for form in read_entries("organizations/forms_in_front.txt"))


@lexical
def _spellings() -> dict[str, str]:
    return {
        other: word
        for word, others in read_table("organizations/spellings.tsv")
        for other in others.split("|")
    }


def _fold(text: str) -> str:
    """Fold case, accents and the hyphen of "Co-operation"."""
    text = text.casefold().replace("co-op", "coop")
    if text.isascii():
        return text
    return "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c))


def name_words(name: str) -> tuple[str, ...]:
    """Return the words of a name that carry it: folded, without articles and prepositions."""
    words = (w.removesuffix("'s").removesuffix("’s") for w in _WORD.findall(_fold(name)))
    return tuple(_spellings().get(word, word) for word in words if word not in _SMALL)


@lexical
def _countries_by_demonym() -> dict[str, tuple[str, ...]]:
    return {
        form.casefold(): name_words(place.name)
        for form, place in places().items()
        if place.demonym and " " not in form
    }


def state_words(words: Sequence[str]) -> tuple[str, ...] | None:
    """Return (folded) words with a country for its demonym, sorted; None where there is no country.

    "Ruritanian Embassy" and "Embassy of Ruritania" have the same ones.
    """
    demonyms = _countries_by_demonym()
    found = [w for word in words for w in demonyms.get(word, (word,))]
    if found == list(words) and not _country_words().intersection(words):
        return None
    return tuple(sorted(word for word in found if word != "republic"))


@lexical
def _country_words() -> frozenset[str]:
    return frozenset(w for words in _countries_by_demonym().values() for w in words)


def is_country(name: str) -> bool:
    """Tell whether a name, with or without article, is a country's or says of which country."""
    return name.removeprefix("the ").replace("’", "'") in places()


def without_country(name: str) -> str:
    """Return a name without the country behind its last "of": "Piers Authority | of Peru"."""
    for link in _OF.finditer(name):
        if is_country(name[link.end() :]):
            return name[: link.start()]
    return name


def has_company_form(words: Sequence[str], forms: Collection[str] | None = None) -> bool:
    """Tell whether the last of the (folded) words is a legal form, or one of ``forms``."""
    return bool(words) and words[-1].replace(".", "") in (forms or company_forms())


def without_company_form(
    words: Sequence[str], forms: Collection[str] | None = None
) -> tuple[str, ...]:
    """Return the (folded) words without the legal forms at their end."""
    end = len(words)
    while end > 1 and has_company_form(words[:end], forms):
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


def spells(short: str, long: str) -> bool:
    """Tell whether ``short`` is ``long`` with some words cut to their first letters.

    Each word of ``long`` gives itself, or a capital and the small letters that go on from it
    ("MinLaw" of "Ministry of Law", "TEPCO PG" of "TEPCO Power Grid"); small words and legal forms
    may be left out.
    """
    letters = "".join(c for c in short if c.isalnum())
    folded = letters.casefold()
    if len(folded) != len(letters):
        return False
    reached = {0}
    for word in _PLAIN_WORD.findall(_BRACKETED.sub("", long)):
        part = word.casefold()
        beyond = set(reached) if part in _SMALL or part in company_forms() else set()
        for at in reached:
            if folded.startswith(part, at):
                beyond.add(at + len(part))
            if at < len(folded) and part[0] == folded[at]:
                if part in _SMALL:
                    beyond.add(at + 1)
                elif letters[at].isupper():
                    size = 1
                    beyond.add(at + 1)
                    while letters[at + size : at + size + 1].islower() and part.startswith(
                        folded[at : at + size + 1]
                    ):
                        size += 1
                        beyond.add(at + size)
        reached = beyond
    return len(letters) in reached


def abbreviates(short: str, long: str) -> bool:
    """Tell whether the letters of ``short`` stand in ``long`` in order, the first at a word start.

    The algorithm of Schwartz and Hearst (2003), "A simple algorithm for identifying abbreviation
    definitions in biomedical text": letters are matched from the right, and the first must begin
    a word.
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


def is_acronym_of(short: str, long: str) -> bool:
    """Tell whether what stands in a bracket behind a name may abbreviate it, in any language."""
    return abbreviates(short, long) or (not is_country(short) and shares_letters(short, long))


def shares_letters(short: str, long: str) -> bool:
    """Tell whether an acronym takes most letters from the first ones of a name's words, in any order.

    So does one of the name in another language: "ARM" behind "Road Agency of Madagascar".
    """
    firsts = [word[0] for word in name_words(long)]
    letters = [c.casefold() for c in short if c.isalpha()]
    found = 0
    for letter in letters:
        if letter in firsts:
            firsts.remove(letter)
            found += 1
    return short.isupper() and len(letters) > 2 and 3 * found >= 2 * len(letters)
