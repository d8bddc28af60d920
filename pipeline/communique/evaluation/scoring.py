"""Precision, recall and F1 of records against gold annotations.

Everything is counted over one-to-one matches within a release. Entities match where they share a
surface form, instruments where their names share most words. Titles and slots of agreements are
compared once entities are matched, so that a wrong name is not counted twice. Vague references
(``PAST_REF``), durations, sets and clock times are not scored.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from communique.evaluation.gold import GoldAgreement, GoldOrganization, GoldPerson, GoldRelease
from communique.evaluation.matching import forms, likeness, normal_form, pair_off, title_form
from communique.records.model import AgreementRecord, OrganizationRecord, PersonRecord, Record

#: The slots of an agreement, each a figure of its own.
SLOTS = ("type", "status", "date", "parties", "signatories", "witnesses")

_UNSCORED_KINDS = frozenset({"duration", "set", "time"})


@dataclass(frozen=True)
class Score:
    """How many of the ``found`` are ``right``, and how many there are in the ``gold``."""

    right: int = 0
    found: int = 0
    gold: int = 0

    def __add__(self, other: Score) -> Score:
        return Score(self.right + other.right, self.found + other.found, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """The share of the found that is right; 0 when nothing was found."""
        return self.right / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """The share of the gold that was found; 0 when there is none."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall; 1 when there was nothing to find or say."""
        total = self.found + self.gold
        return 2 * self.right / total if total else 1.0


def score_release(gold: GoldRelease, record: Record) -> dict[str, Score]:
    """Return every figure for one release, by name, in a fixed order."""
    return dict(_Comparison(gold, record).figures())


def add_scores(scores: Iterable[Mapping[str, Score]]) -> dict[str, Score]:
    """Return the figures of several releases taken together."""
    total: dict[str, Score] = {}
    for figures in scores:
        for name, score in figures.items():
            total[name] = total.get(name, Score()) + score
    return total


def _multiset(gold: Iterable[Hashable], found: Iterable[Hashable]) -> Score:
    wanted, got = Counter(gold), Counter(found)
    return Score((wanted & got).total(), got.total(), wanted.total())


def _same(gold: GoldPerson | GoldOrganization, found: PersonRecord | OrganizationRecord) -> float:
    aliases = found.aliases if isinstance(found, OrganizationRecord) else []
    surfaces = forms(found.name, [*(m.text for m in found.mentions), *aliases])
    shared = len(surfaces & forms(gold.name, gold.mentions))
    exact = normal_form(gold.name) == normal_form(found.name)
    return shared + 10 * exact if shared else 0


class _Comparison:
    """One release's gold and record, with their entities matched.

    What is compared is told apart by keys: a matched entity's key is the gold's name, any other's
    its own normal form.
    """

    def __init__(self, gold: GoldRelease, record: Record) -> None:
        self.gold = gold
        self.record = record
        self.people = pair_off(gold.people, record.people, _same)
        self.organizations = pair_off(gold.organizations, record.organizations, _same)
        self._names = {
            form: body.name
            for body in gold.organizations
            for form in forms(body.name, body.mentions)
        }
        self._keys = {
            **{person.id: "?" + normal_form(person.name) for person in record.people},
            **{body.id: self._key_of_name(body.name) for body in record.organizations},
            **{record.people[j].id: gold.people[i].name for i, j in self.people.items()},
            **{
                record.organizations[j].id: gold.organizations[i].name
                for i, j in self.organizations.items()
            },
        }

    def _key_of_name(self, name: str) -> str:
        return self._names.get(normal_form(name), normal_form(name))

    def figures(self) -> Iterator[tuple[str, Score]]:
        gold, record = self.gold, self.record
        yield "people", Score(len(self.people), len(record.people), len(gold.people))
        bodies = len(record.organizations), len(gold.organizations)
        yield "organizations", Score(len(self.organizations), *bodies)
        yield from self._titles()
        yield from self._agreements()
        yield from self._dates()
        day = gold.publish_date
        hit = day is not None and record.publish_date == day
        yield "publish_date", Score(hit, record.publish_date is not None, day is not None)

    def _titles(self) -> Iterator[tuple[str, Score]]:
        wanted = [
            (
                person.name,
                title_form(title.title),
                title.organization and self._key_of_name(title.organization),
            )
            for person in self.gold.people
            for title in person.titles
        ]
        left_open = {title[:2] for title in wanted if title[2] is None}
        got: list[tuple[str, str, str | None]] = []
        for person in self.record.people:
            for title in person.titles:
                who, what = self._keys[person.id], title_form(title.title)
                where: str | None = None
                if (who, what) in left_open:
                    pass
                elif title.organization is not None:
                    where = self._keys[title.organization]
                elif title.organization_name is not None:
                    where = self._key_of_name(title.organization_name)
                got.append((who, what, where))
        yield "titles", _multiset(wanted, got)
        yield "person_titles", _multiset((t[:2] for t in wanted), (t[:2] for t in got))

    def _agreements(self) -> Iterator[tuple[str, Score]]:
        wanted, got = self.gold.agreements, self.record.agreements
        pairs = pair_off(wanted, got, self._likeness)
        yield "agreements", Score(len(pairs), len(got), len(wanted))
        whole = 0
        slots = dict.fromkeys(SLOTS, Score())
        for i, instrument in enumerate(wanted):
            right = self._gold_slots(instrument)
            said = self._slots(got[pairs[i]]) if i in pairs else {}
            scores = {slot: _multiset(right[slot], said.get(slot, ())) for slot in SLOTS}
            slots = {slot: slots[slot] + scores[slot] for slot in SLOTS}
            whole += i in pairs and all(s.right == s.found == s.gold for s in scores.values())
        for j in set(range(len(got))) - set(pairs.values()):
            said = self._slots(got[j])
            for slot in ("parties", "signatories", "witnesses"):
                slots[slot] += Score(0, len(said[slot]), 0)
        for slot in SLOTS:
            yield f"agreement_{slot}", slots[slot]
        yield "agreement_records", Score(whole, len(got), len(wanted))

    def _likeness(self, gold: GoldAgreement, found: AgreementRecord) -> float:
        best = max(
            likeness(one, other)
            for one in (gold.name, *gold.mentions)
            for other in (found.name, *(m.text for m in found.mentions))
        )
        if best <= 0.5:
            return 0.0
        parties = set(map(self._key_of_name, gold.parties))
        shared = parties & {self._keys[party] for party in found.parties}
        return best + len(shared) / (len(parties) + len(found.parties) or 1)

    def _gold_slots(self, gold: GoldAgreement) -> dict[str, list[str]]:
        people = {person.name for person in self.gold.people}
        return {
            "type": [gold.type],
            "status": [gold.status],
            "date": [gold.date] if gold.date else [],
            "parties": [p if p in people else self._key_of_name(p) for p in gold.parties],
            "signatories": list(gold.signatories),
            "witnesses": list(gold.witnesses),
        }

    def _slots(self, found: AgreementRecord) -> dict[str, list[str]]:
        return {
            "type": [found.type],
            "status": [found.status],
            "date": [found.date.value] if found.date else [],
            "parties": [self._keys[party] for party in found.parties],
            "signatories": [self._keys[s.person] for s in found.signatories],
            "witnesses": [self._keys[witness] for witness in found.witnesses],
        }

    def _dates(self) -> Iterator[tuple[str, Score]]:
        wanted = [
            (normal_form(d.text), d.value) for d in self.gold.dates if not d.value.endswith("_REF")
        ]
        got = [
            (normal_form(d.text), d.value)
            for d in self.record.dates
            if d.value and not d.value.endswith("_REF") and d.kind not in _UNSCORED_KINDS
        ]
        yield "dates", _multiset(wanted, got)
        yield "date_spans", _multiset((d[0] for d in wanted), (d[0] for d in got))
