"""What type of body a name is the name of."""

from __future__ import annotations

import re

from communique.components.mentions import OrganizationType
from communique.components.organizations.lexicon import known_organizations, organization_heads

_WORD = re.compile(r"[^\s,()\"“”]+")
_INTERNATIONAL = re.compile(
    r"^(United Nations|UN |European|African Union|ASEAN|Asian Development|World )"
)
#: "MoEYS of Ruritania", "MinLaw".
_MINISTRY = re.compile(r"(?:Mo(?!U|MA)[A-Z]|Min[A-Z])[A-Za-z]*(?: of |$)")
_SCHOOL_PARTS = frozenset({"University", "College", "Polytechnic", "School", "Academy", "Campus"})


def organization_type(name: str, *, default: OrganizationType = "other") -> OrganizationType:
    """Return the type that the words of ``name`` show, ``default`` when they show none.

    The head decides: the last one of the part before "of" ("Bank of Ghana" is a bank, "School of
    Law of X University" a school); a legal form at the end makes a company of anything.
    """
    known = known_organizations().get(name)
    if known:
        return known
    if _MINISTRY.match(name):
        return "government"
    heads = organization_heads()
    words = [word.rstrip(";:") for word in _WORD.findall(name)]
    if not words:
        return default
    last = heads.get(words[-1]) or heads.get(words[-1].rstrip("."))
    if last and last.type == "company" and last.strong:
        return "company"
    if _INTERNATIONAL.match(name) and not (last and last.type == "education"):
        return "intergovernmental"
    if _SCHOOL_PARTS.intersection(words):
        return "education"
    before_of: list[str] = []
    for word in words:
        if word in ("of", "for", "de"):
            break
        before_of.append(word)
    for word in (*reversed(before_of), *words):
        head = heads.get(word) or (heads["Government"] if word == "government" else None)
        if head:
            return head.type
    return default
