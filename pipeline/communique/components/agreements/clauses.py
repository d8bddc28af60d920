"""What the clause around a verb says of its event: still to come, praised, or only telling of a kind."""

from __future__ import annotations

from communique.components.agreements import lexicon
from communique.components.agreements.phrases import Phrase
from communique.components.agreements.reading import Reading

#: How far behind an instrument "will take place" may stand.
_MODAL_BEHIND = 6


def takes_place_later(reading: Reading, phrase: Phrase) -> bool:
    """Tell whether a ceremony is still to come: "The signing of the Treaty will take place on 3 May"."""
    behind = reading.lowers[phrase.end : min(phrase.sentence.last, phrase.end + _MODAL_BEHIND)]
    at = next((n for n, w in enumerate(behind) if w in {"will", "scheduled", "expected"}), None)
    return at is not None and bool({"place", "held", "be"} & set(behind[at : at + 4]))


def goes_on_ahead(reading: Reading, low: int, start: int) -> bool:
    """Tell whether a participle goes on what is to come: "will be meeting A and signing a pact"."""
    words = reading.lowers[low:start]
    return any(words[n] == "will" and "be" in words[n + 1 : n + 3] for n in range(len(words)))


def praised_for(reading: Reading, low: int, start: int) -> bool:
    """Tell whether somebody is praised for what the verb at ``start`` says: "I applaud A and B for reaching"."""
    if start - 2 < low or reading.lowers[start - 1] != "for":
        return False
    acting = reading.entity_of[start - 2]
    praise = lexicon.word_class("praising") & set(reading.lowers[low : start - 2])
    return acting is not None and bool(praise)


def of_a_kind(reading: Reading, low: int, start: int) -> bool:
    """Tell whether the verb only tells which countries are meant: "six States that have signed the Treaty"."""
    at = start - 1
    while at > low and reading.lowers[at] in {"have", "has", "had", "not", "yet", "already"}:
        at -= 1
    relative = reading.lowers[at] in {"that", "which", "who"}
    return relative and at > low and reading.lowers[at - 1] in lexicon.word_class("group_heads")
