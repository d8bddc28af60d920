"""Which body belongs to which: "A, an X business", "A, a unit of X", "X's subsidiary A"."""

from __future__ import annotations

from collections.abc import Mapping

from communique.components.agreements import lexicon
from communique.components.agreements.namelists import owns, skip_bracket
from communique.components.agreements.reading import Entity, Reading
from communique.components.reasons import Reason
from communique.components.titles.rules import fields

#: How many words may tell what kind of part it is: "a wholly-owned indirect subsidiary".
_MAX_KIND = 4
_ARTICLES = frozenset({"a", "an", "the", "part"})


def read_holdings(reading: Reading) -> dict[str, set[str]]:
    """Return, for each organization that the text says belongs to others, the ids of those."""
    found: dict[str, set[str]] = {}
    for part in reading.entities:
        if part.kind != "organization" or part.ref is None:
            continue
        whole = _apposed(reading, part) or _owner(reading, part)
        if whole is not None and whole.ref is not None and whole.ref != part.ref:
            found.setdefault(part.ref, set()).add(whole.ref)
    return found


def without_administrations(
    found: dict[str, Reason], names: Mapping[str, str]
) -> dict[str, Reason]:
    """Leave out "the Roe Administration" beside the government that it is; ``names`` are by id."""
    if not any(names.get(party, "").endswith(" Government") for party in found):
        return found
    return {p: why for p, why in found.items() if not _is_administration(names.get(p, ""))}


def _is_administration(name: str) -> bool:
    leader, _, noun = name.rpartition(" ")
    named = bool(leader) and " " not in leader
    field = bool({leader.lower(), f"{leader.lower()}s"} & fields())
    return noun == "Administration" and named and not field


def _apposed(reading: Reading, part: Entity) -> Entity | None:
    """Return the whole in "A, an X business," or "A, a wholly-owned subsidiary of X"."""
    stop = reading.sentence_at(part.first).last
    at = skip_bracket(reading, part.last, stop)
    if at + 2 >= stop or reading.texts[at] != "," or reading.lowers[at + 1] not in _ARTICLES:
        return None
    parts = lexicon.word_class("parts_of_firms")
    whole = reading.entity_of[at + 2]
    if whole is not None:
        behind = skip_bracket(reading, whole.last, stop)
        return whole if set(reading.lowers[behind : behind + 2]) & parts else None
    for word in range(at + 1, min(at + 2 + _MAX_KIND, stop - 1)):
        if reading.lowers[word] in parts | {"part"} and reading.lowers[word + 1] == "of":
            name = word + 2 + (reading.lowers[word + 2 : word + 3] == ["the"])
            return reading.entity_of[name] if name < stop else None
    return None


def _owner(reading: Reading, part: Entity) -> Entity | None:
    """Return the whole in "X's subsidiary A"."""
    at = part.first - 1
    kinds = 0
    while kinds < _MAX_KIND and at > 0 and reading.entity_of[at] is None:
        if reading.lowers[at] == "'s":
            break
        kinds += 1
        at -= 1
    said = set(reading.lowers[at + 1 : part.first]) & lexicon.word_class("parts_of_firms")
    owner = reading.entity_of[at - 1] if at > 0 and reading.lowers[at] == "'s" else None
    return owner if said and owner is not None and owns(reading, owner) else None
