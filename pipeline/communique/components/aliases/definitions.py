"""Names that a release defines in brackets: `Aluflexpack AG ("AFP")`, `the Bank of X (BAX)`.

What stands in quotes in a bracket right behind a body's name is its alias, whatever it is ("the
Company"); without quotes it must abbreviate the name, or share most first letters with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from communique.components.aliases.foreign_acronyms import may_be_foreign
from communique.components.mentions import Mention, Organization
from communique.components.organizations.names import is_acronym_of

_OPENING = r"(?:['’]s?)?\s{0,2}[(\[（]\s?"
_LEAD = r"(?:(?:hereinafter|hereafter|collectively|together|formerly|or|referred to as|also|known as|with its subsidiaries|the|,)\s)*"
#: What may stand between a name and its definition: "(publ)", the code of its share.
_CODES = r"(?:\s\((?:publ|[A-Z][^()\n:]{1,30}:[^()\n]{1,60})\)){0,2}"
_QUOTED = re.compile(
    _CODES + _OPENING + _LEAD + r"[\"“”'‘](?:the )?(?P<alias>[^\"“”'’\n()]{2,40})[\"”“'’]"
)
_SECOND = re.compile(
    r"(?:,?\s(?:or|and|and/or|also)|,)\s(?:simply\s)?(?:the\s)?[\"“”'‘](?:the )?(?P<alias>[^\"“”'’\n()]{2,40})[\"”“'’]"
)
_BARE = re.compile(_OPENING + r"(?P<alias>[A-Z][\w&/\-]{1,11})\s?[)\]）,;]")


@dataclass(frozen=True)
class Definition:
    """An alias and the body that it is defined for, by index among the organizations."""

    organization: int
    alias: Mention


def find_definitions(text: str, organizations: tuple[Organization, ...]) -> Iterator[Definition]:
    """Yield the aliases defined right behind the mentions of the organizations."""
    for index, body in enumerate(organizations):
        for mention in body.mentions:
            found = _QUOTED.match(text, mention.end)
            bare = None if found else _BARE.match(text, mention.end)
            if bare and not (
                is_acronym_of(bare["alias"], mention.text)
                or (bare.group().endswith(")") and may_be_foreign(bare["alias"], body))
            ):
                bare = None
            match = found or bare
            if match and match["alias"][0].isupper() and match["alias"] != mention.text:
                start, end = match.span("alias")
                yield Definition(index, Mention(start, end, text[start:end]))
            second = _SECOND.match(text, found.end()) if found else None
            if second and second["alias"][0].isupper() and second["alias"] != mention.text:
                start, end = second.span("alias")
                yield Definition(index, Mention(start, end, text[start:end]))
