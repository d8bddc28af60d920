"""Acronyms that only the name of one body spells, where nothing defines them: "DPW", "Department of Public Works"."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

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


def spelled_by_one(organizations: Iterable[Organization]) -> Iterator[tuple[str, Organization]]:
    """Yield the acronyms that the names of exactly one body spell, and the body.

    Those that mean something else everywhere are left out, and those of a body that has one already.
    """
    owners: dict[str, dict[str, Organization]] = defaultdict(dict)
    taken: set[str] = set()
    for body in organizations:
        forms = (body.name, *body.aliases)
        taken.update(form for form in forms if is_acronym(form))
        for form in forms:
            if " " in form:
                for code in acronyms_of(form):
                    owners[code][body.id] = body
    for code, bodies in owners.items():
        if (
            len(bodies) == 1
            and code not in taken
            and code not in not_names()
            and code not in known_organizations()
            and not is_title_head(code)
            and not is_country(code)
        ):
            yield code, next(iter(bodies.values()))
