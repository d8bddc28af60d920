"""What happens to an instrument, and whether it did or is still to come."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from communique.components.agreements import lexicon
from communique.components.agreements.lexicon import Verb
from communique.components.agreements.reading import Reading
from communique.components.agreements.types import AgreementStatus

Voice = Literal["active", "passive", "participle", "noun"]

_MODAL_REACH = 7
#: How far before a verb its modal or its mandate may stand, in words of the same clause.
_CLAUSE_REACH = 16
_CLAUSE_ENDS = frozenset(";:.“”()")
_CLAUSE_WORDS = frozenset({"that", "which", "who", "where", "when", "because", "while", "as"})


@dataclass(frozen=True)
class Event:
    """What happens to an instrument; ``first`` to ``last`` are the words of verb or noun.

    ``planned`` when it is still to come. ``finite`` when the sentence itself reports it, not a
    participle that only tells instruments apart ("the MoU signed in 2021").
    """

    verb: Verb
    voice: Voice
    first: int
    last: int
    planned: bool = False
    finite: bool = True

    @property
    def status(self) -> AgreementStatus:
        """The status that the event alone gives an instrument."""
        if self.planned and self.verb.status in {"signed", "announced", "renewed", "in_force"}:
            return "planned"
        if not self.finite and self.verb.status in {"signed", "announced"}:
            return "referenced"
        return self.verb.status


def planned(reading: Reading, low: int, start: int) -> bool:
    """Tell whether the words before a verb at ``start`` say that it is still to come."""
    before = reading.lowers[max(low, start - _MODAL_REACH) : start]
    return says_planned(before)


def says_planned(before: Sequence[str]) -> bool:
    """Tell whether words before a verb end in a phrase of ``planning.txt``: "is expected to"."""
    words = _without_adverbs(before)
    if words[-1:] == ["be"]:
        return says_planned(words[:-1])
    return _ends_in(words, "planning")


def ahead_by_modal(reading: Reading, low: int, start: int, *, base: bool) -> bool:
    """Tell whether a modal or a mandate before other words makes a verb at ``start`` still to come.

    ``base`` says that the verb has its base form: "will in addition sign", "would, in May, sign";
    of an infinitive it is who was told to: "authorised the director to sign".
    """
    infinitive = reading.lowers[start - 1 : start] == ["to"]
    if not base or (infinitive and start - 1 <= low):
        return False
    wanted = lexicon.word_class("mandates" if infinitive else "modals")
    for at in range(start - 1, max(low, start - _CLAUSE_REACH) - 1, -1):
        if reading.lowers[at] in wanted:
            return True
        if reading.texts[at] in _CLAUSE_ENDS or reading.lowers[at] in _CLAUSE_WORDS:
            return False
    return False


def negated(reading: Reading, low: int, start: int) -> bool:
    """Tell whether the words before a verb at ``start`` say that it did not happen."""
    words = _without_adverbs(reading.lowers[max(low, start - _MODAL_REACH) : start])
    while words and not _ends_in(words, "negation"):
        if words[-1] not in {"be", "been", "to", "yet", "have", "has", "had"}:
            return False
        words.pop()
    return bool(words)


def _without_adverbs(words: Sequence[str]) -> list[str]:
    adverbs = lexicon.word_class("adverbs")
    kept = [word for word in words if not word.endswith("ly") and word not in adverbs]
    return ["not" if word.endswith("n't") else word for word in kept]


def _ends_in(words: list[str], name: str) -> bool:
    phrases = lexicon.phrase_set(name)
    return any(tuple(words[-n:]) in phrases for n in range(1, min(4, len(words)) + 1))
