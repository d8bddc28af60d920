"""Acronyms that only the name of one body spells, where nothing defines them: "DPW", "Department of Public Works"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator

from communique.components.mentions import Organization
from communique.components.organizations.lexicon import known_organizations, not_names
from communique.components.organizations.names import (
    company_forms,
    is_acronym,
    is_country,
    without_country,
)
from communique.components.titles.lexicon import is_title_head

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_BRACKETED = re.compile(r"\s*\([^()]*\)")
#: Fewest letters of an acronym that nothing defines.
_SHORTEST = 3


def acronyms_of(name: str) -> frozenset[str]:
    """Return the acronyms that the first letters of a name's words spell, in capitals.

    Small words are left out or not, all of them; so are legal forms and the country at the end
    ("Piers Authority of Peru Ltd"), and the parts of hyphenated words behind the first.
    """
    found: set[str] = set()
    whole = _BRACKETED.sub("", name)
    for form in {whole, without_country(whole)}:
        for text in {form, re.sub(r"(?<=\w)-\w+", "", form)}:
            words = _WORD.findall(text)
            while len(words) > 1 and words[-1].casefold() in company_forms():
                words.pop()
            found.add("".join(word[0] for word in words).upper())
            found.add("".join(word[0] for word in words if word[0].isupper()).upper())
    return frozenset(code for code in found if len(code) >= _SHORTEST)


def spelled_by_one(
    organizations: Iterable[Organization], capitals: Collection[str]
) -> Iterator[tuple[str, Organization]]:
    """Yield the acronyms that the names of exactly one body spell, and the body.

    ``capitals`` are the words in capitals that the release has. Those that mean something else
    everywhere are left out, and those that are a body's name already.
    """
    named = [(form, body) for body in organizations for form in (body.name, *body.aliases)]
    taken = {form for form, _ in named if is_acronym(form)}
    codes = {
        code
        for code in capitals
        if len(code) >= _SHORTEST and code not in taken and code.isalpha() and not is_taken(code)
    }
    firsts = {code[0] for code in codes}
    owners: dict[str, dict[str, Organization]] = defaultdict(dict)
    for form, body in named:
        if " " in form and (form[0].upper() in firsts or not form[0].isupper()) and firsts:
            for code in codes.intersection(acronyms_of(form)):
                owners[code][body.id] = body
    for code in sorted(owners):
        if len(owners[code]) == 1:
            yield code, next(iter(owners[code].values()))


def is_taken(code: str) -> bool:
    """Tell whether letters mean something else everywhere: a known body, a country, a title, no name."""
    return (
        code in not_names()
        or code in known_organizations()
        or is_title_head(code)
        or is_country(code)
    )
