"""Acronyms of a name in another language: "Chamber of Ports of Slovenia (LZS)", "Ministry of Ports (MPLP)".

Nothing in the name spells them; that they stand alone in a bracket right behind it says whose they are.
"""

from __future__ import annotations

import re

from communique.components.mentions import Organization
from communique.components.organizations.lexicon import (
    known_organizations,
    not_names,
    organization_heads,
)
from communique.components.organizations.names import is_country
from communique.components.titles.lexicon import is_title_head

_CODE = re.compile(r"[A-Z][A-Z-]{2,8}|[A-Z][a-z]{1,3}[A-Z][A-Za-z]{1,6}")
#: Types of bodies behind which a bracket may hold something else: a share's code, a country, a league.
_OTHERS = ("company", "place", "other")
_FEWEST_WORDS = 2


def may_be_foreign(code: str, body: Organization) -> bool:
    """Tell whether what stands alone in a bracket behind a body's name may be its acronym.

    The name is of several words, one of them a head and one with a letter of the acronym in front (many
    words are alike in two languages); companies are known by codes of their shares,
    teams by their countries.
    """
    words = body.name.split()
    return (
        _CODE.fullmatch(code) is not None
        and any(word[0] in code for word in words if word[0].isupper())
        and body.type not in _OTHERS
        and len(words) >= _FEWEST_WORDS
        and not organization_heads().keys().isdisjoint(words)
        and code not in not_names()
        and code not in known_organizations()
        and not is_country(code)
        and not is_title_head(code)
    )
