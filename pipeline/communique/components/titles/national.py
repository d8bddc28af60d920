"""Which offices are held for a country or a region when no body is named."""

from __future__ import annotations

import re

from communique.components.titles.holding import Holding
from communique.components.titles.lexicon import singular
from communique.components.titles.rules import complements

#: Who works for a country's highest offices: "Secretary to the President".
_AIDE = re.compile(
    r"\b(?:to|of) (?:the )?(?:then[- ])?(?:deputy |vice )?(?:president|prime minister|premier|minister)\b",
    re.IGNORECASE,
)


def is_aide(title: str) -> bool:
    """Tell whether a title is one of the staff of a country's highest offices."""
    return _AIDE.search(title) is not None or title.lower() in complements("staff")


def serves_minister(title: str) -> bool:
    """Tell whether a title is one of a minister's staff: "Chief of Staff of the Minister"."""
    found = _AIDE.search(title)
    return found is not None and found[0].lower().endswith(("minister", "premier"))


def office_of(holding: Holding) -> str:
    """Return the head of an office, spelled out and in the singular."""
    head = holding.phrase.head
    words = head.stands_for or head.words
    return singular(words) if head.plural else words


def is_national(holding: Holding, title: str = "") -> bool:
    """Tell whether an office is held for a country when no body is named.

    ``title`` is the text of the title: "Secretary of the Treasury" is one by its field.
    """
    head, phrase = holding.phrase.head, holding.phrase
    if phrase.capital and _AIDE.search(title):
        return True
    if head.words == "secretary":
        behind = re.split(r"(?i)secretary of ", title, maxsplit=1)[1:]
        said = behind[0].split() if behind else []
        field = next((word for word in said if word.lower() != "the"), "")
        named = phrase.capital or field[:1].isupper()
        return named and bool({*phrase.words, field.strip(",").lower()} & complements("portfolios"))
    if "nation" not in head.flags:
        return False
    alone = phrase.first == phrase.head_at and not phrase.complement
    return alone or office_of(holding) not in complements("also_of_bodies")


def is_regional(holding: Holding) -> bool:
    """Tell whether an office is one of a state or province ("State Senator", "Governor")."""
    office = office_of(holding)
    if office in complements("state_legislators"):
        return "state" in holding.phrase.words
    return office in {"governor", "lieutenant governor"}
