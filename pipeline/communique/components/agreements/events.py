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
    return [word for word in words if not word.endswith("ly") and word not in adverbs]


def _ends_in(words: list[str], name: str) -> bool:
    phrases = lexicon.phrase_set(name)
    return any(tuple(words[-n:]) in phrases for n in range(1, min(4, len(words)) + 1))
