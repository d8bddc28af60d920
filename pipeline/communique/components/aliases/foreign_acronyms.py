"""Names in another language in brackets: "Chamber of Ports of Slovenia (LZS)", "Press Council (Dewan Pers)".

Nothing in the name spells them; that they stand alone in a bracket right behind it says whose they are.
"""

from __future__ import annotations

import re

from communique.components.aliases.initials import is_taken
from communique.components.mentions import Organization
from communique.components.organizations.lexicon import native_heads, organization_heads

_CODE = re.compile(r"[A-Z][A-Z-]{2,8}|[A-Z][a-z]{1,3}[A-Z][A-Za-z]{1,6}")
_WORD = re.compile(r"[A-Z][^\W\d_A-Z]{3,15}|[A-Z]{2,}-[A-Z]{3,}")
#: Types of bodies behind which a bracket may hold something else: a share's code, a country, a league.
_OTHERS = ("company", "place", "other")
_FEWEST_WORDS = 2


def may_be_foreign(code: str, body: Organization, *, times: int = 0) -> bool:
    """Tell whether what stands alone in a bracket behind a body's name may be its acronym.

    ``times`` is how often a recogniser saw it as a body's name, 0 where it did not. What it saw may
    be written like a word ("Polri") where it comes again or is a government's; what comes again need
    not have a letter of the name, and may be a company's.

    The name is of several words, one of them a head and one with a letter of the acronym in front (many
    words are alike in two languages); companies are known by codes of their shares,
    teams by their countries.
    """
    words = body.name.split()
    return (
        (
            _CODE.fullmatch(code) is not None
            or (_is_seen(body, times) and _WORD.fullmatch(code) is not None)
        )
        and (times > 1 or any(word[0] in code for word in words if word[0].isupper()))
        and (body.type not in _OTHERS or (times > 1 and body.type == "company" and code.isupper()))
        and len(words) >= _FEWEST_WORDS
        and not organization_heads().keys().isdisjoint(words)
        and not is_taken(code)
    )


def _is_seen(body: Organization, times: int) -> bool:
    return times > 1 or (times == 1 and body.type == "government")


def may_be_translation(one: Organization, other: Organization) -> bool:
    """Tell whether of two names, one in a bracket behind the other, one may translate the other.

    Both are of several words, and only one of them has a head of English names.
    """
    return (
        one.type != "company"
        and other.type != "company"
        and min(len(one.name.split()), len(other.name.split())) >= _FEWEST_WORDS
        and _has_head(one) != _has_head(other)
    )


def _has_head(body: Organization) -> bool:
    words = set(body.name.split()) - native_heads()
    return not organization_heads().keys().isdisjoint(words)
