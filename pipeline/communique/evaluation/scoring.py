"""Precision, recall and F1 of records against gold annotations.

Everything is counted over one-to-one matches within a release. Entities match where they share a
surface form, instruments where their names share most words. Titles and slots of agreements are
compared once entities are matched, so that a wrong name is not counted twice. Vague references
(``PAST_REF``), durations, sets and clock times are not scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.evaluation.comparison import SLOTS, Comparison
from communique.evaluation.gold import GoldRelease
from communique.records.model import Record


@dataclass(frozen=True)
class Score:
    """How many of the ``found`` are ``right``, and how many there are in the ``gold``.

    ``recalled``: what of the gold was found, where a measure counts that apart from what of the
    found is right (B-cubed does); ``right`` without it. What is half right counts a half.
    """

    right: float = 0
    found: int = 0
    gold: int = 0
    recalled: float | None = None

    def __add__(self, other: Score) -> Score:
        recalled = None
        if self.recalled is not None or other.recalled is not None:
            recalled = self.got_back + other.got_back
        return Score(
            self.right + other.right, self.found + other.found, self.gold + other.gold, recalled
        )

    @property
    def got_back(self) -> float:
        """What of the gold was found."""
        return self.right if self.recalled is None else self.recalled

    @property
    def precision(self) -> float:
        """The share of the found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 when there is none."""
        return self.got_back / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 when there was nothing to find or say."""
        if not self.found + self.gold:
            return 1.0
        if self.recalled is None:
            return 2 * self.right / (self.found + self.gold)
        both = self.precision + self.recall
        return 2 * self.precision * self.recall / both if both else 0.0


def score_release(
    gold: GoldRelease, record: Record, unasked: Collection[tuple[str, str]] = ()
) -> dict[str, Score]:
    """Return every figure for one release, by name, in a fixed order.

    ``unasked`` is that of :class:`communique.evaluation.comparison.Comparison`.
    """
    return dict(_figures(Comparison(gold, record, unasked)))


def add_scores(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Return the figures of several releases taken together."""
    total: dict[str, Score] = {}
    for figures in scores:
        for name, score in figures.items():
            total[name] = total.get(name, Score()) + score
    return total


def _figures(compared: Comparison) -> Iterator[tuple[str, Score]]:
    gold, record = compared.gold, compared.record
    yield "people", Score(len(compared.people), len(record.people), len(gold.people))
    bodies = len(record.organizations), len(gold.organizations)
    yield "organizations", Score(len(compared.organizations), *bodies)
    wanted, got = compared.gold_titles(), compared.found_titles()
    yield "titles", _multiset(wanted, got)
    yield "person_titles", _multiset((t[:2] for t in wanted), (t[:2] for t in got))
    yield from _agreements(compared)
    dates = compared.gold_dates(), compared.found_dates()
    yield "dates", _multiset(*dates)
    yield "date_spans", _multiset(*([date.text for date in side] for side in dates))
    day = gold.publish_date
    hit = day is not None and record.publish_date == day
    yield "publish_date", Score(hit, record.publish_date is not None, day is not None)


def _agreements(compared: Comparison) -> Iterator[tuple[str, Score]]:
    wanted, got = compared.gold.agreements, compared.record.agreements
    pairs = compared.agreements
    yield "agreements", Score(len(pairs), len(got), len(wanted))
    whole = 0
    slots = dict.fromkeys(SLOTS, Score())
    for i, instrument in enumerate(wanted):
        right = compared.gold_slots(instrument)
        said = compared.found_slots(got[pairs[i]]) if i in pairs else {}
        scores = {slot: _multiset(right[slot], said.get(slot, ())) for slot in SLOTS}
        slots = {slot: slots[slot] + scores[slot] for slot in SLOTS}
        whole += i in pairs and all(s.right == s.found == s.gold for s in scores.values())
    for j in set(range(len(got))) - set(pairs.values()):
        said = compared.found_slots(got[j])
        for slot in ("parties", "signatories", "witnesses"):
            slots[slot] += Score(0, len(said[slot]), 0)
    for slot in SLOTS:
        yield f"agreement_{slot}", slots[slot]
    yield "agreement_records", Score(whole, len(got), len(wanted))


def _multiset(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Score:
    wanted, got = Counter(gold), Counter(found)
    return Score((wanted & got).total(), got.total(), wanted.total())
